package lectern.tensor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementary functions of float64 vector registers; {@link MathF32} is the twin.
 *
 * <p>Arguments are reduced as Cody and Waite (Software Manual for the Elementary Functions, 1980) do; the polynomials
 * interpolate the remaining functions at Chebyshev nodes. Constants are numbers that are spread over a register where
 * they stand: the compiler does that once before a loop, while vectors in static fields are read from memory and looked
 * at in every turn, which takes twice the time. Unlike the functions of the Vector API these give the same bits whether
 * interpreted or compiled, so a program repeats itself exactly.
 */
final class MathF64 {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private static final double ONE = 1;
    private static final double TWO = 2;
    private static final double HALF = 0.5;
    private static final double MAGIC = 0x1.8p52;
    private static final double LOG2E = 1.4426950408889634;
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double MINUS_LN2_HIGH = -LN2_HIGH;
    private static final double MINUS_LN2_LOW = -LN2_LOW;
    private static final double EXP_LIMIT = 708;
    private static final double TANH_LIMIT = 40;
    private static final double TWO_BY_PI = 0.6366197723675814;
    private static final double HALF_PI_1 = -1.5707963267948966;
    private static final double HALF_PI_2 = -6.123233995736766e-17;
    private static final double HALF_PI_3 = 1.4973849048591698e-33;
    private static final double ANGLE_LIMIT = 1e6;
    private static final double SMALLEST = Double.MIN_NORMAL;
    private static final double GREATEST = Double.MAX_VALUE;
    private static final long BIAS = Double.doubleToRawLongBits(1);
    private static final long ROOT_HALF = Double.doubleToRawLongBits(0.7071067811865476);
    private static final long SIGN = Long.MIN_VALUE;

    private static final double EXP0 = 0.5;
    private static final double EXP1 = 0.1666666666666667;
    private static final double EXP2 = 0.04166666666666667;
    private static final double EXP3 = 0.008333333333326136;
    private static final double EXP4 = 0.0013888888888883748;
    private static final double EXP5 = 1.9841269874820627e-4;
    private static final double EXP6 = 2.4801587325547743e-5;
    private static final double EXP7 = 2.7557255400206422e-6;
    private static final double EXP8 = 2.75572736431103e-7;
    private static final double EXP9 = 2.5105217004720745e-8;
    private static final double EXP10 = 2.0914686968086876e-9;
    private static final double SIN0 = -0.16666666666666666;
    private static final double SIN1 = 0.008333333333333331;
    private static final double SIN2 = -1.9841269841265055e-4;
    private static final double SIN3 = 2.755731921933174e-6;
    private static final double SIN4 = -2.5052106229867592e-8;
    private static final double SIN5 = 1.6058531210130865e-10;
    private static final double SIN6 = -7.586673021289394e-13;
    private static final double COS0 = 0.041666666666666664;
    private static final double COS1 = -0.0013888888888887393;
    private static final double COS2 = 2.4801587298761176e-5;
    private static final double COS3 = -2.755731726939027e-7;
    private static final double COS4 = 2.0876145780903544e-9;
    private static final double COS5 = -1.1382597309861877e-11;
    private static final double LOG0 = 0.6666666666666666;
    private static final double LOG1 = 0.4000000000000088;
    private static final double LOG2 = 0.2857142857080208;
    private static final double LOG3 = 0.22222222392060373;
    private static final double LOG4 = 0.18181795603119233;
    private static final double LOG5 = 0.15386241715653642;
    private static final double LOG6 = 0.1326871924375843;
    private static final double LOG7 = 0.13087189663553683;
    private static final double TAIL0 = 0.6666666666666666;
    private static final double TAIL1 = 0.3999999999999952;
    private static final double TAIL2 = 0.28571428571600427;
    private static final double TAIL3 = 0.22222222198195438;
    private static final double TAIL4 = 0.18181819900574078;
    private static final double TAIL5 = 0.15384543870618958;
    private static final double TAIL6 = 0.13335180692065832;
    private static final double TAIL7 = 0.11734251292317435;
    private static final double TAIL8 = 0.10845403701080031;
    private static final double TAIL9 = 0.07491135040032684;
    private static final double TAIL10 = 0.1563249168111649;

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

    /** e^r - 1 for r = x - k ln 2, where k is the integer in the low bits of {@code shifted}. */
    private static DoubleVector expm1Reduced(DoubleVector x, DoubleVector shifted) {
        DoubleVector k = shifted.sub(all(MAGIC));
        DoubleVector r = k.fma(all(MINUS_LN2_LOW), k.fma(all(MINUS_LN2_HIGH), x));
        DoubleVector p = all(EXP10)
                .fma(r, all(EXP9))
                .fma(r, all(EXP8))
                .fma(r, all(EXP7))
                .fma(r, all(EXP6))
                .fma(r, all(EXP5))
                .fma(r, all(EXP4))
                .fma(r, all(EXP3))
                .fma(r, all(EXP2))
                .fma(r, all(EXP1))
                .fma(r, all(EXP0));
        return r.mul(r).fma(p, r);
    }

    /** 2^k for the integer k in the low bits. */
    private static DoubleVector power(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, 52)
                .add(BIAS)
                .reinterpretAsDoubles();
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

    /** e^(-|x|) where {@link #expHolds}. */
    static DoubleVector decay(DoubleVector x) {
        return exp(x.abs().neg());
    }

    /** max(x, 0) + log(1 + e) with e = e^(-|x|). */
    static DoubleVector softplus(DoubleVector x, DoubleVector e) {
        DoubleVector s = e.div(e.add(all(TWO)));
        DoubleVector z = s.mul(s);
        DoubleVector p = all(TAIL10)
                .fma(z, all(TAIL9))
                .fma(z, all(TAIL8))
                .fma(z, all(TAIL7))
                .fma(z, all(TAIL6))
                .fma(z, all(TAIL5))
                .fma(z, all(TAIL4))
                .fma(z, all(TAIL3))
                .fma(z, all(TAIL2))
                .fma(z, all(TAIL1))
                .fma(z, all(TAIL0));
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
        return quadrant(x, shifted.sub(all(MAGIC)), shifted.reinterpretAsLongs());
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
        DoubleVector sine = all(SIN6)
                .fma(z, all(SIN5))
                .fma(z, all(SIN4))
                .fma(z, all(SIN3))
                .fma(z, all(SIN2))
                .fma(z, all(SIN1))
                .fma(z, all(SIN0));
        sine = sine.mul(z).fma(r, r);
        DoubleVector cosine = all(COS5)
                .fma(z, all(COS4))
                .fma(z, all(COS3))
                .fma(z, all(COS2))
                .fma(z, all(COS1))
                .fma(z, all(COS0));
        cosine = cosine.mul(z).sub(all(HALF)).fma(z, all(ONE));
        VectorMask<Double> odd = bits.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        LongVector sign = bits.lanewise(VectorOperators.LSHL, 62).and(SIGN);
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
        LongVector k = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, 52);
        DoubleVector f = bits.sub(k.lanewise(VectorOperators.LSHL, 52))
                .reinterpretAsDoubles()
                .sub(all(ONE));
        DoubleVector e =
                k.add(all(MAGIC).reinterpretAsLongs()).reinterpretAsDoubles().sub(all(MAGIC));
        DoubleVector s = f.div(f.add(all(TWO)));
        DoubleVector z = s.mul(s);
        DoubleVector p = all(LOG7)
                .fma(z, all(LOG6))
                .fma(z, all(LOG5))
                .fma(z, all(LOG4))
                .fma(z, all(LOG3))
                .fma(z, all(LOG2))
                .fma(z, all(LOG1))
                .fma(z, all(LOG0));
        DoubleVector half = f.mul(f).mul(all(HALF));
        DoubleVector low = p.fma(z, half).fma(s, e.mul(all(LN2_LOW)));
        return e.fma(all(LN2_HIGH), f.sub(half.sub(low)));
    }
}
