// Generated from MathF64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementary functions of float32 vector registers; {@link ScalarF32} has the same formulas for one number, so that a
 * number has the same value wherever it stands.
 *
 * <p>Arguments are reduced as Cody and Waite (Software Manual for the Elementary Functions, 1980) do; the polynomials
 * interpolate the remaining functions at Chebyshev nodes. Constants are numbers that are spread over a register where
 * they stand: the compiler does that once before a loop, while vectors in static fields are read from memory and looked
 * at in every turn, which takes twice the time. Unlike the functions of the Vector API these give the same bits whether
 * interpreted or compiled, so a program repeats itself exactly.
 */
final class MathF32 {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Bits behind the point of a number, and the place of the second lowest bit when it is to become the sign. */
    static final int DIGITS = 23;

    static final int QUADRANT = 30;
    static final float ONE = 1;
    static final float TWO = 2;
    static final float HALF = 0.5f;
    static final float MAGIC = 0x1.8p23f;
    static final int MAGIC_BITS = 0x4b400000;
    static final float LOG2E = 1.442695f;
    static final float LN2_HIGH = 0.6933594f;
    static final float LN2_LOW = -2.1219444e-4f;
    static final float MINUS_LN2_HIGH = -LN2_HIGH;
    static final float MINUS_LN2_LOW = -LN2_LOW;
    static final float EXP_LIMIT = 87;
    /** Beyond these e^x is infinite and zero. */
    static final float EXP_MOST = 90;

    static final float EXP_LEAST = -105;
    static final float TANH_LIMIT = 20;
    static final float TWO_BY_PI = 0.63661975f;
    static final float HALF_PI_1 = -1.5707964f;
    static final float HALF_PI_2 = 4.371139e-8f;
    static final float HALF_PI_3 = 1.7151245e-15f;
    static final float ANGLE_LIMIT = 2e4f;
    static final float SMALLEST = Float.MIN_NORMAL;
    static final float GREATEST = Float.MAX_VALUE;
    static final int BIAS = 0x3f800000;
    static final int ROOT_HALF = 0x3f3504f3;
    static final int SIGN = Integer.MIN_VALUE;

    static final float EXP0 = 0.5f;
    static final float EXP1 = 0.16666576f;
    static final float EXP2 = 0.041666556f;
    static final float EXP3 = 0.008363179f;
    static final float EXP4 = 0.0013926184f;
    static final float SIN0 = -0.16666667f;
    static final float SIN1 = 0.008333332f;
    static final float SIN2 = -1.9840086e-4f;
    static final float SIN3 = 2.7249803e-6f;
    static final float COS0 = 0.041666664f;
    static final float COS1 = -0.0013888302f;
    static final float COS2 = 2.454784e-5f;
    static final float LOG0 = 0.6666667f;
    static final float LOG1 = 0.40000123f;
    static final float LOG2 = 0.28550804f;
    static final float LOG3 = 0.23330927f;
    static final float TAIL0 = 0.6666667f;
    static final float TAIL1 = 0.4000001f;
    static final float TAIL2 = 0.28570303f;
    static final float TAIL3 = 0.2226474f;
    static final float TAIL4 = 0.17464377f;
    static final float TAIL5 = 0.20788921f;

    private MathF32() {}

    /** The number in all lanes. */
    private static FloatVector all(float number) {
        return FloatVector.broadcast(SPECIES, number);
    }

    /** True when {@link #exp} holds for every lane: no overflow, no result below the normal numbers, no NaN. */
    static boolean expHolds(FloatVector x) {
        return x.abs().compare(VectorOperators.LE, all(EXP_LIMIT)).allTrue();
    }

    /** e^x where {@link #expHolds}. */
    static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.fma(all(LOG2E), all(MAGIC));
        return expm1Reduced(x, shifted).add(all(ONE)).mul(power(shifted));
    }

    /** e^x for every x: the power of two is applied in two halves, so that results may overflow and underflow. */
    static FloatVector expFar(FloatVector x) {
        FloatVector bounded = x.min(EXP_MOST).max(EXP_LEAST);
        FloatVector shifted = bounded.fma(all(LOG2E), all(MAGIC));
        IntVector k = shifted.reinterpretAsInts().sub(MAGIC_BITS);
        IntVector half = k.lanewise(VectorOperators.ASHR, 1);
        return expm1Reduced(bounded, shifted).add(all(ONE)).mul(scale(half)).mul(scale(k.sub(half)));
    }

    /** e^r - 1 for r = x - k ln 2, where k is the integer in the low bits of {@code shifted}. */
    private static FloatVector expm1Reduced(FloatVector x, FloatVector shifted) {
        FloatVector k = shifted.sub(all(MAGIC));
        FloatVector r = k.fma(all(MINUS_LN2_LOW), k.fma(all(MINUS_LN2_HIGH), x));
        FloatVector p = all(EXP4);
        p = p.fma(r, all(EXP3));
        p = p.fma(r, all(EXP2));
        p = p.fma(r, all(EXP1));
        p = p.fma(r, all(EXP0));
        return r.mul(r).fma(p, r);
    }

    /** 2^k for the integer k in the low bits. */
    private static FloatVector power(FloatVector shifted) {
        return scale(shifted.reinterpretAsInts());
    }

    private static FloatVector scale(IntVector k) {
        return k.lanewise(VectorOperators.LSHL, DIGITS).add(BIAS).reinterpretAsFloats();
    }

    /** tanh x = em / (em + 2) with em = e^(2|x|) - 1, for all x. */
    static FloatVector tanh(FloatVector x) {
        FloatVector t = x.abs();
        t = t.add(t);
        t = t.blend(all(TANH_LIMIT), t.compare(VectorOperators.GT, all(TANH_LIMIT)));
        FloatVector shifted = t.fma(all(LOG2E), all(MAGIC));
        FloatVector scale = power(shifted);
        FloatVector em = expm1Reduced(t, shifted).fma(scale, scale.sub(all(ONE)));
        return signed(em.div(em.add(all(TWO))), x);
    }

    /** A magnitude with the sign of another number. */
    private static FloatVector signed(FloatVector magnitude, FloatVector sign) {
        return magnitude
                .reinterpretAsInts()
                .or(sign.reinterpretAsInts().and(SIGN))
                .reinterpretAsFloats();
    }

    /** 1 / (1 + e^(-x)) where {@link #expHolds}. */
    static FloatVector sigmoid(FloatVector x) {
        return all(ONE).div(exp(x.neg()).add(all(ONE)));
    }

    /** 1 / (1 + e^(-x)) for every x: as {@link #sigmoid} where that holds, and e^x / (1 + e^x) or 1 elsewhere. */
    static FloatVector sigmoidFar(FloatVector x) {
        FloatVector e = expFar(x.abs().neg());
        FloatVector far = e.blend(all(ONE), x.compare(VectorOperators.GE, 0)).div(e.add(all(ONE)));
        FloatVector near = all(ONE).div(expFar(x.neg()).add(all(ONE)));
        return far.blend(near, x.abs().compare(VectorOperators.LE, all(EXP_LIMIT)));
    }

    /** e^(-|x|) where {@link #expHolds}. */
    static FloatVector decay(FloatVector x) {
        return exp(x.abs().neg());
    }

    /** max(x, 0) + log(1 + e) with e = e^(-|x|). */
    static FloatVector softplus(FloatVector x, FloatVector e) {
        FloatVector s = e.div(e.add(all(TWO)));
        FloatVector z = s.mul(s);
        FloatVector p = all(TAIL5);
        p = p.fma(z, all(TAIL4));
        p = p.fma(z, all(TAIL3));
        p = p.fma(z, all(TAIL2));
        p = p.fma(z, all(TAIL1));
        p = p.fma(z, all(TAIL0));
        return p.fma(z, all(TWO)).mul(s).add(x.max(0));
    }

    /**
     * True when {@link #sin} and {@link #cos} hold for every lane: arguments not so large that the reduction loses
     * digits.
     */
    static boolean angleHolds(FloatVector x) {
        return x.abs().compare(VectorOperators.LE, all(ANGLE_LIMIT)).allTrue();
    }

    /** sin x where {@link #angleHolds}. */
    static FloatVector sin(FloatVector x) {
        FloatVector shifted = x.fma(all(TWO_BY_PI), all(MAGIC));
        FloatVector y = quadrant(x, shifted.sub(all(MAGIC)), shifted.reinterpretAsInts());
        return y.blend(x, x.compare(VectorOperators.EQ, 0));
    }

    /** cos x = sin(x + pi/2) where {@link #angleHolds}. */
    static FloatVector cos(FloatVector x) {
        FloatVector shifted = x.fma(all(TWO_BY_PI), all(MAGIC));
        return quadrant(x, shifted.sub(all(MAGIC)), shifted.add(all(ONE)).reinterpretAsInts());
    }

    /** The sine or the cosine of x - k pi/2, as the two lowest bits of {@code bits} say. */
    private static FloatVector quadrant(FloatVector x, FloatVector k, IntVector bits) {
        FloatVector r = k.fma(all(HALF_PI_3), k.fma(all(HALF_PI_2), k.fma(all(HALF_PI_1), x)));
        FloatVector z = r.mul(r);
        FloatVector sine = all(SIN3);
        sine = sine.fma(z, all(SIN2));
        sine = sine.fma(z, all(SIN1));
        sine = sine.fma(z, all(SIN0));
        sine = sine.mul(z).fma(r, r);
        FloatVector cosine = all(COS2);
        cosine = cosine.fma(z, all(COS1));
        cosine = cosine.fma(z, all(COS0));
        cosine = cosine.mul(z).sub(all(HALF)).fma(z, all(ONE));
        VectorMask<Float> odd = bits.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        IntVector sign = bits.lanewise(VectorOperators.LSHL, QUADRANT).and(SIGN);
        return sine.blend(cosine, odd)
                .reinterpretAsInts()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsFloats();
    }

    /** True when {@link #log} holds for every lane: positive normal numbers. */
    static boolean logHolds(FloatVector x) {
        return x.compare(VectorOperators.GE, all(SMALLEST))
                .and(x.compare(VectorOperators.LE, all(GREATEST)))
                .allTrue();
    }

    /** log x where {@link #logHolds}: x = 2^k m with m around 1, log m from s = (m - 1) / (m + 1). */
    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector k = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, DIGITS);
        FloatVector f = bits.sub(k.lanewise(VectorOperators.LSHL, DIGITS))
                .reinterpretAsFloats()
                .sub(all(ONE));
        FloatVector e =
                k.add(all(MAGIC).reinterpretAsInts()).reinterpretAsFloats().sub(all(MAGIC));
        FloatVector s = f.div(f.add(all(TWO)));
        FloatVector z = s.mul(s);
        FloatVector p = all(LOG3);
        p = p.fma(z, all(LOG2));
        p = p.fma(z, all(LOG1));
        p = p.fma(z, all(LOG0));
        FloatVector half = f.mul(f).mul(all(HALF));
        FloatVector low = p.fma(z, half).fma(s, e.mul(all(LN2_LOW)));
        return e.fma(all(LN2_HIGH), f.sub(half.sub(low)));
    }
}
