package lectern.grad.compile;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transcendental functions of eight (or four, or two) float64 numbers at once, where a formula of our own beats the
 * library's.
 *
 * <p>exp(x) - 1 is computed as 2ⁿ(eʳ - 1) + (2ⁿ - 1) with r = x - n ln 2, |r| ≤ ln 2 / 2, and a Taylor polynomial of
 * degree 12 in
 * Estrin's order; tanh and the logistic function follow from it without overflow and with full relative accuracy near
 * 0.
 */
final class VectorMath64 {
    static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    /** Adding this rounds to an integer and leaves that integer in the low bits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
    private static final long ONE_BITS = 0x3ff0000000000000L;

    private VectorMath64() {}

    private static DoubleVector c(double value) {
        return DoubleVector.broadcast(S, value);
    }

    /** exp(x) - 1 for -708 ≤ x ≤ 709. */
    static DoubleVector expm1Bounded(DoubleVector x) {
        DoubleVector m = x.fma(c(LOG2_E), c(ROUNDER));
        DoubleVector n = m.sub(ROUNDER);
        DoubleVector p = expm1Reduced(x, n);
        DoubleVector scale =
                m.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE_BITS).reinterpretAsDoubles();
        return scale.fma(p, scale.sub(1));
    }

    /** exp(x - n ln 2) - 1. */
    private static DoubleVector expm1Reduced(DoubleVector x, DoubleVector n) {
        DoubleVector r = n.fma(c(-LN2_LOW), n.fma(c(-LN2_HIGH), x));
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector a0 = r.fma(c(1 / 6.0), c(0.5));
        DoubleVector a1 = r.fma(c(1 / 120.0), c(1 / 24.0));
        DoubleVector a2 = r.fma(c(1 / 5040.0), c(1 / 720.0));
        DoubleVector a3 = r.fma(c(1 / 362880.0), c(1 / 40320.0));
        DoubleVector a4 = r.fma(c(1 / 39916800.0), c(1 / 3628800.0));
        DoubleVector b0 = r2.fma(a1, a0);
        DoubleVector b1 = r2.fma(a3, a2);
        DoubleVector b2 = r2.fma(c(1 / 479001600.0), a4);
        return r2.fma(r4.fma(r4.fma(b2, b1), b0), r);
    }

    static DoubleVector tanh(DoubleVector x) {
        DoubleVector t = expm1Bounded(x.abs().min(20).mul(-2));
        DoubleVector y = t.neg().div(t.add(2));
        return y.reinterpretAsLongs()
                .or(x.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles();
    }

    static DoubleVector sigmoid(DoubleVector x) {
        DoubleVector e = exp(x.abs().neg());
        return e.blend(1, x.compare(GE, 0)).div(e.add(1));
    }

    /**
     * e to the x for every x: the power of two is applied in two halves, so that results may overflow and
     * underflow.
     */
    static DoubleVector exp(DoubleVector x) {
        DoubleVector bounded = x.min(710).max(-746);
        DoubleVector m = bounded.fma(c(LOG2_E), c(ROUNDER));
        LongVector k = m.reinterpretAsLongs().sub(ROUNDER_BITS);
        LongVector half = k.lanewise(ASHR, 1);
        DoubleVector p = expm1Reduced(bounded, m.sub(ROUNDER));
        DoubleVector first = power(half);
        return first.fma(p, first).mul(power(k.sub(half)));
    }

    private static DoubleVector power(LongVector k) {
        return k.lanewise(LSHL, 52).add(ONE_BITS).reinterpretAsDoubles();
    }

    static DoubleVector sign(DoubleVector x) {
        DoubleVector one = c(0).blend(1, x.compare(GT, 0)).blend(-1, x.compare(LT, 0));
        return one.blend(x, x.compare(NE, x));
    }
}
