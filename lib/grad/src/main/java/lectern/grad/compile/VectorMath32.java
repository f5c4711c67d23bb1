package lectern.grad.compile;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The float32 twin of {@link VectorMath64}; a polynomial of degree 7 is enough here. */
final class VectorMath32 {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0x1.62e4p-1f;
    private static final float LN2_LOW = 0x1.7f7d1cp-20f;
    /** Adding this rounds to an integer and leaves that integer in the low bits. */
    private static final float ROUNDER = 0x1.8p23f;

    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    private static final int ONE_BITS = 0x3f800000;

    private VectorMath32() {}

    private static FloatVector c(float value) {
        return FloatVector.broadcast(S, value);
    }

    /** exp(x) - 1 for -86 ≤ x ≤ 88. */
    static FloatVector expm1Bounded(FloatVector x) {
        FloatVector m = x.fma(c(LOG2_E), c(ROUNDER));
        FloatVector n = m.sub(ROUNDER);
        FloatVector p = expm1Reduced(x, n);
        FloatVector scale =
                m.reinterpretAsInts().lanewise(LSHL, 23).add(ONE_BITS).reinterpretAsFloats();
        return scale.fma(p, scale.sub(1));
    }

    /** exp(x - n ln 2) - 1. */
    private static FloatVector expm1Reduced(FloatVector x, FloatVector n) {
        FloatVector r = n.fma(c(-LN2_LOW), n.fma(c(-LN2_HIGH), x));
        FloatVector r2 = r.mul(r);
        FloatVector a0 = r.fma(c(1 / 6f), c(0.5f));
        FloatVector a1 = r.fma(c(1 / 120f), c(1 / 24f));
        FloatVector a2 = r.fma(c(1 / 5040f), c(1 / 720f));
        return r2.fma(r2.fma(r2.fma(a2, a1), a0), r);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector t = expm1Bounded(x.abs().min(10).mul(-2));
        FloatVector y = t.neg().div(t.add(2));
        return y.reinterpretAsInts()
                .or(x.reinterpretAsInts().and(Integer.MIN_VALUE))
                .reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        return e.blend(1, x.compare(GE, 0)).div(e.add(1));
    }

    /**
     * e to the x for every x: the power of two is applied in two halves, so that results may overflow and
     * underflow.
     */
    static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.min(90).max(-105);
        FloatVector m = bounded.fma(c(LOG2_E), c(ROUNDER));
        IntVector k = m.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = k.lanewise(ASHR, 1);
        FloatVector p = expm1Reduced(bounded, m.sub(ROUNDER));
        FloatVector first = power(half);
        return first.fma(p, first).mul(power(k.sub(half)));
    }

    private static FloatVector power(IntVector k) {
        return k.lanewise(LSHL, 23).add(ONE_BITS).reinterpretAsFloats();
    }

    static FloatVector sign(FloatVector x) {
        FloatVector one = c(0).blend(1, x.compare(GT, 0)).blend(-1, x.compare(LT, 0));
        return one.blend(x, x.compare(NE, x));
    }
}
