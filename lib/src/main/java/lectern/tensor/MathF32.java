package lectern.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementary functions of float32 vector registers; the twin of {@link MathF64}.
 *
 * <p>The methods are those of the twin with polynomials of lower degree, which
 * interpolate at Chebyshev nodes. Constants are vectors in static fields, for a broadcast in the middle of an
 * expression makes the compiler's graph so large that it stops inlining. Unlike the functions of the Vector API these
 * give the same bits whether interpreted or compiled, so a program repeats itself exactly.
 */
final class MathF32 {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private static final FloatVector ONE = all(1);
    private static final FloatVector TWO = all(2);
    private static final FloatVector HALF = all(0.5f);
    private static final FloatVector MAGIC = all(0x1.8p23f);
    private static final FloatVector LOG2E = all(1.442695f);
    private static final FloatVector LN2_HIGH = all(0.6933594f);
    private static final FloatVector LN2_LOW = all(-2.1219444e-4f);
    private static final FloatVector MINUS_LN2_HIGH = LN2_HIGH.neg();
    private static final FloatVector MINUS_LN2_LOW = LN2_LOW.neg();
    private static final FloatVector EXP_LIMIT = all(87);
    private static final FloatVector TANH_LIMIT = all(20);
    private static final FloatVector TWO_BY_PI = all(0.63661975f);
    private static final FloatVector HALF_PI_1 = all(-1.5707964f);
    private static final FloatVector HALF_PI_2 = all(4.371139e-8f);
    private static final FloatVector HALF_PI_3 = all(1.7151245e-15f);
    private static final FloatVector ANGLE_LIMIT = all(2e4f);
    private static final FloatVector SMALLEST = all(Float.MIN_NORMAL);
    private static final FloatVector GREATEST = all(Float.MAX_VALUE);
    private static final IntVector BIAS =
            IntVector.broadcast(IntVector.SPECIES_PREFERRED, Float.floatToRawIntBits(1));
    private static final IntVector ROOT_HALF =
            IntVector.broadcast(IntVector.SPECIES_PREFERRED, Float.floatToRawIntBits(0.70710677f));
    private static final IntVector SIGN = IntVector.broadcast(IntVector.SPECIES_PREFERRED, Integer.MIN_VALUE);

    private static final FloatVector EXP0 = all(0.5f);
    private static final FloatVector EXP1 = all(0.16666576f);
    private static final FloatVector EXP2 = all(0.041666556f);
    private static final FloatVector EXP3 = all(0.008363179f);
    private static final FloatVector EXP4 = all(0.0013926184f);
    private static final FloatVector SIN0 = all(-0.16666667f);
    private static final FloatVector SIN1 = all(0.008333332f);
    private static final FloatVector SIN2 = all(-1.9840086e-4f);
    private static final FloatVector SIN3 = all(2.7249803e-6f);
    private static final FloatVector COS0 = all(0.041666664f);
    private static final FloatVector COS1 = all(-0.0013888302f);
    private static final FloatVector COS2 = all(2.454784e-5f);
    private static final FloatVector LOG0 = all(0.6666667f);
    private static final FloatVector LOG1 = all(0.40000123f);
    private static final FloatVector LOG2 = all(0.28550804f);
    private static final FloatVector LOG3 = all(0.23330927f);
    private static final FloatVector TAIL0 = all(0.6666667f);
    private static final FloatVector TAIL1 = all(0.4000001f);
    private static final FloatVector TAIL2 = all(0.28570303f);
    private static final FloatVector TAIL3 = all(0.2226474f);
    private static final FloatVector TAIL4 = all(0.17464377f);
    private static final FloatVector TAIL5 = all(0.20788921f);

    private MathF32() {}

    private static FloatVector all(float number) {
        return FloatVector.broadcast(SPECIES, number);
    }

    /** True when {@link #exp} holds for every lane: no overflow, no result below the normal numbers, no NaN. */
    static boolean expHolds(FloatVector x) {
        return x.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue();
    }

    /** e^x where {@link #expHolds}. */
    static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.fma(LOG2E, MAGIC);
        return expm1Reduced(x, shifted).add(ONE).mul(power(shifted));
    }

    /** e^r - 1 for r = x - k ln 2, where k is the integer in the low bits of {@code shifted}. */
    private static FloatVector expm1Reduced(FloatVector x, FloatVector shifted) {
        FloatVector k = shifted.sub(MAGIC);
        FloatVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, x));
        FloatVector p = EXP4.fma(r, EXP3).fma(r, EXP2).fma(r, EXP1).fma(r, EXP0);
        return r.mul(r).fma(p, r);
    }

    /** 2^k for the integer k in the low bits. */
    private static FloatVector power(FloatVector shifted) {
        return shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(BIAS).reinterpretAsFloats();
    }

    /** tanh x = em / (em + 2) with em = e^(2|x|) - 1, for all x. */
    static FloatVector tanh(FloatVector x) {
        FloatVector t = x.abs();
        t = t.add(t);
        t = t.blend(TANH_LIMIT, t.compare(VectorOperators.GT, TANH_LIMIT));
        FloatVector shifted = t.fma(LOG2E, MAGIC);
        FloatVector scale = power(shifted);
        FloatVector em = expm1Reduced(t, shifted).fma(scale, scale.sub(ONE));
        return signed(em.div(em.add(TWO)), x);
    }

    /** A magnitude with the sign of another number. */
    private static FloatVector signed(FloatVector magnitude, FloatVector sign) {
        return magnitude.reinterpretAsInts().or(sign.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    }

    /** 1 / (1 + e^(-x)) where {@link #expHolds}. */
    static FloatVector sigmoid(FloatVector x) {
        return ONE.div(exp(x.neg()).add(ONE));
    }

    /** max(x, 0) + log(1 + e^(-|x|)) where {@link #expHolds}. */
    static FloatVector softplus(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        FloatVector s = e.div(e.add(TWO));
        FloatVector z = s.mul(s);
        FloatVector p = TAIL5.fma(z, TAIL4).fma(z, TAIL3).fma(z, TAIL2).fma(z, TAIL1).fma(z, TAIL0);
        return p.fma(z, TWO).mul(s).add(x.max(0));
    }

    /**
     * True when {@link #sin} and {@link #cos} hold for every lane: arguments not so large that the reduction loses
     * digits.
     */
    static boolean angleHolds(FloatVector x) {
        return x.abs().compare(VectorOperators.LE, ANGLE_LIMIT).allTrue();
    }

    /** sin x where {@link #angleHolds}. */
    static FloatVector sin(FloatVector x) {
        FloatVector shifted = x.fma(TWO_BY_PI, MAGIC);
        return quadrant(x, shifted.sub(MAGIC), shifted.reinterpretAsInts());
    }

    /** cos x = sin(x + pi/2) where {@link #angleHolds}. */
    static FloatVector cos(FloatVector x) {
        FloatVector shifted = x.fma(TWO_BY_PI, MAGIC);
        return quadrant(x, shifted.sub(MAGIC), shifted.add(ONE).reinterpretAsInts());
    }

    /** The sine or the cosine of x - k pi/2, as the two lowest bits of {@code bits} say. */
    private static FloatVector quadrant(FloatVector x, FloatVector k, IntVector bits) {
        FloatVector r = k.fma(HALF_PI_3, k.fma(HALF_PI_2, k.fma(HALF_PI_1, x)));
        FloatVector z = r.mul(r);
        FloatVector sine = SIN3.fma(z, SIN2).fma(z, SIN1).fma(z, SIN0);
        sine = sine.mul(z).fma(r, r);
        FloatVector cosine = COS2.fma(z, COS1).fma(z, COS0);
        cosine = cosine.mul(z).sub(HALF).fma(z, ONE);
        VectorMask<Float> odd = bits.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        IntVector sign = bits.lanewise(VectorOperators.LSHL, 30).and(SIGN);
        return sine.blend(cosine, odd).reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
    }

    /** True when {@link #log} holds for every lane: positive normal numbers. */
    static boolean logHolds(FloatVector x) {
        return x.compare(VectorOperators.GE, SMALLEST).and(x.compare(VectorOperators.LE, GREATEST)).allTrue();
    }

    /** log x where {@link #logHolds}: x = 2^k m with m around 1, log m from s = (m - 1) / (m + 1). */
    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector k = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, 23);
        FloatVector f = bits.sub(k.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(ONE);
        FloatVector e = k.add(MAGIC.reinterpretAsInts()).reinterpretAsFloats().sub(MAGIC);
        FloatVector s = f.div(f.add(TWO));
        FloatVector z = s.mul(s);
        FloatVector p = LOG3.fma(z, LOG2).fma(z, LOG1).fma(z, LOG0);
        FloatVector half = f.mul(f).mul(HALF);
        FloatVector low = p.fma(z, half).fma(s, e.mul(LN2_LOW));
        return e.fma(LN2_HIGH, f.sub(half.sub(low)));
    }
}
