package lectern.tensor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementary functions of float64 vector registers; {@link ScalarF64} has the same formulas for one number, so that a
 * number has the same value wherever it stands.
 *
 * <p>Arguments are reduced as Cody and Waite (Software Manual for the Elementary Functions, 1980) do; the polynomials
 * interpolate the remaining functions at Chebyshev nodes. Constants are numbers that are spread over a register where
 * they stand: the compiler does that once before a loop, while vectors in static fields are read from memory and looked
 * at in every turn, which takes twice the time. Unlike the functions of the Vector API these give the same bits whether
 * interpreted or compiled, so a program repeats itself exactly.
 */
// f32: long => int
final class MathF64 {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Bits behind the point of a number, and the place of the second lowest bit when it is to become the sign. */
    static final int DIGITS = 52; // f32: 23

    static final int QUADRANT = 62; // f32: 30
    static final double ONE = 1;
    static final double TWO = 2;
    static final double HALF = 0.5;
    static final double MAGIC = 0x1.8p52; // f32: 0x1.8p23f
    static final long MAGIC_BITS = 0x4338000000000000L; // f32: 0x4b400000
    static final double LOG2E = 1.4426950408889634; // f32: 1.442695f
    static final double LN2_HIGH = 0.6931471803691238; // f32: 0.6933594f
    static final double LN2_LOW = 1.9082149292705877e-10; // f32: -2.1219444e-4f
    static final double MINUS_LN2_HIGH = -LN2_HIGH;
    static final double MINUS_LN2_LOW = -LN2_LOW;
    static final double EXP_LIMIT = 708; // f32: 87
    /** Beyond these e^x is infinite and zero. */
    static final double EXP_MOST = 710; // f32: 90

    static final double EXP_LEAST = -746; // f32: -105
    static final double TANH_LIMIT = 40; // f32: 20
    static final double TWO_BY_PI = 0.6366197723675814; // f32: 0.63661975f
    static final double HALF_PI_1 = -1.5707963267948966; // f32: -1.5707964f
    static final double HALF_PI_2 = -6.123233995736766e-17; // f32: 4.371139e-8f
    static final double HALF_PI_3 = 1.4973849048591698e-33; // f32: 1.7151245e-15f
    static final double ANGLE_LIMIT = 1e6; // f32: 2e4f
    static final double SMALLEST = Double.MIN_NORMAL;
    static final double GREATEST = Double.MAX_VALUE;
    static final long BIAS = 0x3ff0000000000000L; // f32: 0x3f800000
    static final long ROOT_HALF = 0x3fe6a09e667f3bcdL; // f32: 0x3f3504f3
    static final long SIGN = Long.MIN_VALUE;

    static final double EXP0 = 0.5;
    static final double EXP1 = 0.1666666666666667; // f32: 0.16666576f
    static final double EXP2 = 0.04166666666666667; // f32: 0.041666556f
    static final double EXP3 = 0.008333333333326136; // f32: 0.008363179f
    static final double EXP4 = 0.0013888888888883748; // f32: 0.0013926184f
    static final double EXP5 = 1.9841269874820627e-4; // f32: -
    static final double EXP6 = 2.4801587325547743e-5; // f32: -
    static final double EXP7 = 2.7557255400206422e-6; // f32: -
    static final double EXP8 = 2.75572736431103e-7; // f32: -
    static final double EXP9 = 2.5105217004720745e-8; // f32: -
    static final double EXP10 = 2.0914686968086876e-9; // f32: -
    static final double SIN0 = -0.16666666666666666; // f32: -0.16666667f
    static final double SIN1 = 0.008333333333333331; // f32: 0.008333332f
    static final double SIN2 = -1.9841269841265055e-4; // f32: -1.9840086e-4f
    static final double SIN3 = 2.755731921933174e-6; // f32: 2.7249803e-6f
    static final double SIN4 = -2.5052106229867592e-8; // f32: -
    static final double SIN5 = 1.6058531210130865e-10; // f32: -
    static final double SIN6 = -7.586673021289394e-13; // f32: -
    static final double COS0 = 0.041666666666666664; // f32: 0.041666664f
    static final double COS1 = -0.0013888888888887393; // f32: -0.0013888302f
    static final double COS2 = 2.4801587298761176e-5; // f32: 2.454784e-5f
    static final double COS3 = -2.755731726939027e-7; // f32: -
    static final double COS4 = 2.0876145780903544e-9; // f32: -
    static final double COS5 = -1.1382597309861877e-11; // f32: -
    static final double LOG0 = 0.6666666666666666; // f32: 0.6666667f
    static final double LOG1 = 0.4000000000000088; // f32: 0.40000123f
    static final double LOG2 = 0.2857142857080208; // f32: 0.28550804f
    static final double LOG3 = 0.22222222392060373; // f32: 0.23330927f
    static final double LOG4 = 0.18181795603119233; // f32: -
    static final double LOG5 = 0.15386241715653642; // f32: -
    static final double LOG6 = 0.1326871924375843; // f32: -
    static final double LOG7 = 0.13087189663553683; // f32: -
    static final double TAIL0 = 0.6666666666666666; // f32: 0.6666667f
    static final double TAIL1 = 0.3999999999999952; // f32: 0.4000001f
    static final double TAIL2 = 0.28571428571600427; // f32: 0.28570303f
    static final double TAIL3 = 0.22222222198195438; // f32: 0.2226474f
    static final double TAIL4 = 0.18181819900574078; // f32: 0.17464377f
    static final double TAIL5 = 0.15384543870618958; // f32: 0.20788921f
    static final double TAIL6 = 0.13335180692065832; // f32: -
    static final double TAIL7 = 0.11734251292317435; // f32: -
    static final double TAIL8 = 0.10845403701080031; // f32: -
    static final double TAIL9 = 0.07491135040032684; // f32: -
    static final double TAIL10 = 0.1563249168111649; // f32: -

    private MathF64() {}

    /** The number in all lanes. */
    private static DoubleVector all(double number) {
        return DoubleVector.broadcast(SPECIES, number);
    }

    /** True when {@link #exp} holds for every lane: no overflow, no result below the normal numbers, no NaN. */
    static boolean expHolds(DoubleVector x) {
        return x.abs().compare(VectorOperators.LE, all(EXP_LIMIT)).allTrue();
    }

    /** e^x where {@link #expHolds}. */
    static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = x.fma(all(LOG2E), all(MAGIC));
        return expm1Reduced(x, shifted).add(all(ONE)).mul(power(shifted));
    }

    /** e^x for every x: the power of two is applied in two halves, so that results may overflow and underflow. */
    static DoubleVector expFar(DoubleVector x) {
        DoubleVector bounded = x.min(EXP_MOST).max(EXP_LEAST);
        DoubleVector shifted = bounded.fma(all(LOG2E), all(MAGIC));
        LongVector k = shifted.reinterpretAsLongs().sub(MAGIC_BITS);
        LongVector half = k.lanewise(VectorOperators.ASHR, 1);
        return expm1Reduced(bounded, shifted).add(all(ONE)).mul(scale(half)).mul(scale(k.sub(half)));
    }

    /** e^r - 1 for r = x - k ln 2, where k is the integer in the low bits of {@code shifted}. */
    private static DoubleVector expm1Reduced(DoubleVector x, DoubleVector shifted) {
        DoubleVector k = shifted.sub(all(MAGIC));
        DoubleVector r = k.fma(all(MINUS_LN2_LOW), k.fma(all(MINUS_LN2_HIGH), x));
        DoubleVector p = all(EXP10); // f32: all(EXP4)
        p = p.fma(r, all(EXP9)); // f32: -
        p = p.fma(r, all(EXP8)); // f32: -
        p = p.fma(r, all(EXP7)); // f32: -
        p = p.fma(r, all(EXP6)); // f32: -
        p = p.fma(r, all(EXP5)); // f32: -
        p = p.fma(r, all(EXP4)); // f32: -
        p = p.fma(r, all(EXP3));
        p = p.fma(r, all(EXP2));
        p = p.fma(r, all(EXP1));
        p = p.fma(r, all(EXP0));
        return r.mul(r).fma(p, r);
    }

    /** 2^k for the integer k in the low bits. */
    private static DoubleVector power(DoubleVector shifted) {
        return scale(shifted.reinterpretAsLongs());
    }

    private static DoubleVector scale(LongVector k) {
        return k.lanewise(VectorOperators.LSHL, DIGITS).add(BIAS).reinterpretAsDoubles();
    }

    /** tanh x = em / (em + 2) with em = e^(2|x|) - 1, for all x. */
    static DoubleVector tanh(DoubleVector x) {
        DoubleVector t = x.abs();
        t = t.add(t);
        t = t.blend(all(TANH_LIMIT), t.compare(VectorOperators.GT, all(TANH_LIMIT)));
        DoubleVector shifted = t.fma(all(LOG2E), all(MAGIC));
        DoubleVector scale = power(shifted);
        DoubleVector em = expm1Reduced(t, shifted).fma(scale, scale.sub(all(ONE)));
        return signed(em.div(em.add(all(TWO))), x);
    }

    /** A magnitude with the sign of another number. */
    private static DoubleVector signed(DoubleVector magnitude, DoubleVector sign) {
        return magnitude
                .reinterpretAsLongs()
                .or(sign.reinterpretAsLongs().and(SIGN))
                .reinterpretAsDoubles();
    }

    /** 1 / (1 + e^(-x)) where {@link #expHolds}. */
    static DoubleVector sigmoid(DoubleVector x) {
        return all(ONE).div(exp(x.neg()).add(all(ONE)));
    }

    /** 1 / (1 + e^(-x)) for every x: as {@link #sigmoid} where that holds, and e^x / (1 + e^x) or 1 elsewhere. */
    static DoubleVector sigmoidFar(DoubleVector x) {
        DoubleVector e = expFar(x.abs().neg());
        DoubleVector far = e.blend(all(ONE), x.compare(VectorOperators.GE, 0)).div(e.add(all(ONE)));
        DoubleVector near = all(ONE).div(expFar(x.neg()).add(all(ONE)));
        return far.blend(near, x.abs().compare(VectorOperators.LE, all(EXP_LIMIT)));
    }

    /** e^(-|x|) where {@link #expHolds}. */
    static DoubleVector decay(DoubleVector x) {
        return exp(x.abs().neg());
    }

    /** max(x, 0) + log(1 + e) with e = e^(-|x|). */
    static DoubleVector softplus(DoubleVector x, DoubleVector e) {
        DoubleVector s = e.div(e.add(all(TWO)));
        DoubleVector z = s.mul(s);
        DoubleVector p = all(TAIL10); // f32: all(TAIL5)
        p = p.fma(z, all(TAIL9)); // f32: -
        p = p.fma(z, all(TAIL8)); // f32: -
        p = p.fma(z, all(TAIL7)); // f32: -
        p = p.fma(z, all(TAIL6)); // f32: -
        p = p.fma(z, all(TAIL5)); // f32: -
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
    static boolean angleHolds(DoubleVector x) {
        return x.abs().compare(VectorOperators.LE, all(ANGLE_LIMIT)).allTrue();
    }

    /** sin x where {@link #angleHolds}. */
    static DoubleVector sin(DoubleVector x) {
        DoubleVector shifted = x.fma(all(TWO_BY_PI), all(MAGIC));
        DoubleVector y = quadrant(x, shifted.sub(all(MAGIC)), shifted.reinterpretAsLongs());
        return y.blend(x, x.compare(VectorOperators.EQ, 0));
    }

    /** cos x = sin(x + pi/2) where {@link #angleHolds}. */
    static DoubleVector cos(DoubleVector x) {
        DoubleVector shifted = x.fma(all(TWO_BY_PI), all(MAGIC));
        return quadrant(x, shifted.sub(all(MAGIC)), shifted.add(all(ONE)).reinterpretAsLongs());
    }

    /** The sine or the cosine of x - k pi/2, as the two lowest bits of {@code bits} say. */
    private static DoubleVector quadrant(DoubleVector x, DoubleVector k, LongVector bits) {
        DoubleVector r = k.fma(all(HALF_PI_3), k.fma(all(HALF_PI_2), k.fma(all(HALF_PI_1), x)));
        DoubleVector z = r.mul(r);
        DoubleVector sine = all(SIN6); // f32: all(SIN3)
        sine = sine.fma(z, all(SIN5)); // f32: -
        sine = sine.fma(z, all(SIN4)); // f32: -
        sine = sine.fma(z, all(SIN3)); // f32: -
        sine = sine.fma(z, all(SIN2));
        sine = sine.fma(z, all(SIN1));
        sine = sine.fma(z, all(SIN0));
        sine = sine.mul(z).fma(r, r);
        DoubleVector cosine = all(COS5); // f32: all(COS2)
        cosine = cosine.fma(z, all(COS4)); // f32: -
        cosine = cosine.fma(z, all(COS3)); // f32: -
        cosine = cosine.fma(z, all(COS2)); // f32: -
        cosine = cosine.fma(z, all(COS1));
        cosine = cosine.fma(z, all(COS0));
        cosine = cosine.mul(z).sub(all(HALF)).fma(z, all(ONE));
        VectorMask<Double> odd = bits.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        LongVector sign = bits.lanewise(VectorOperators.LSHL, QUADRANT).and(SIGN);
        return sine.blend(cosine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles();
    }

    /** True when {@link #log} holds for every lane: positive normal numbers. */
    static boolean logHolds(DoubleVector x) {
        return x.compare(VectorOperators.GE, all(SMALLEST))
                .and(x.compare(VectorOperators.LE, all(GREATEST)))
                .allTrue();
    }

    /** log x where {@link #logHolds}: x = 2^k m with m around 1, log m from s = (m - 1) / (m + 1). */
    static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector k = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, DIGITS);
        DoubleVector f = bits.sub(k.lanewise(VectorOperators.LSHL, DIGITS))
                .reinterpretAsDoubles()
                .sub(all(ONE));
        DoubleVector e =
                k.add(all(MAGIC).reinterpretAsLongs()).reinterpretAsDoubles().sub(all(MAGIC));
        DoubleVector s = f.div(f.add(all(TWO)));
        DoubleVector z = s.mul(s);
        DoubleVector p = all(LOG7); // f32: all(LOG3)
        p = p.fma(z, all(LOG6)); // f32: -
        p = p.fma(z, all(LOG5)); // f32: -
        p = p.fma(z, all(LOG4)); // f32: -
        p = p.fma(z, all(LOG3)); // f32: -
        p = p.fma(z, all(LOG2));
        p = p.fma(z, all(LOG1));
        p = p.fma(z, all(LOG0));
        DoubleVector half = f.mul(f).mul(all(HALF));
        DoubleVector low = p.fma(z, half).fma(s, e.mul(all(LN2_LOW)));
        return e.fma(all(LN2_HIGH), f.sub(half.sub(low)));
    }
}
