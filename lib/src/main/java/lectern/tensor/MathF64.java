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
 * interpolate the remaining functions at Chebyshev nodes. Constants are vectors in static fields, for a broadcast in
 * the middle of an expression makes the compiler's graph so large that it stops inlining. Unlike the functions of the
 * Vector API these give the same bits whether interpreted or compiled, so a program repeats itself exactly.
 */
final class MathF64 {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private static final DoubleVector ONE = all(1);
    private static final DoubleVector TWO = all(2);
    private static final DoubleVector HALF = all(0.5);
    private static final DoubleVector MAGIC = all(0x1.8p52);
    private static final DoubleVector LOG2E = all(1.4426950408889634);
    private static final DoubleVector LN2_HIGH = all(0.6931471803691238);
    private static final DoubleVector LN2_LOW = all(1.9082149292705877e-10);
    private static final DoubleVector MINUS_LN2_HIGH = LN2_HIGH.neg();
    private static final DoubleVector MINUS_LN2_LOW = LN2_LOW.neg();
    private static final DoubleVector EXP_LIMIT = all(708);
    private static final DoubleVector TANH_LIMIT = all(40);
    private static final DoubleVector TWO_BY_PI = all(0.6366197723675814);
    private static final DoubleVector HALF_PI_1 = all(-1.5707963267948966);
    private static final DoubleVector HALF_PI_2 = all(-6.123233995736766e-17);
    private static final DoubleVector HALF_PI_3 = all(1.4973849048591698e-33);
    private static final DoubleVector ANGLE_LIMIT = all(1e6);
    private static final DoubleVector SMALLEST = all(Double.MIN_NORMAL);
    private static final DoubleVector GREATEST = all(Double.MAX_VALUE);
    private static final LongVector BIAS =
            LongVector.broadcast(LongVector.SPECIES_PREFERRED, Double.doubleToRawLongBits(1));
    private static final LongVector ROOT_HALF =
            LongVector.broadcast(LongVector.SPECIES_PREFERRED, Double.doubleToRawLongBits(0.7071067811865476));
    private static final LongVector SIGN = LongVector.broadcast(LongVector.SPECIES_PREFERRED, Long.MIN_VALUE);

    private static final DoubleVector EXP0 = all(0.5);
    private static final DoubleVector EXP1 = all(0.1666666666666667);
    private static final DoubleVector EXP2 = all(0.04166666666666667);
    private static final DoubleVector EXP3 = all(0.008333333333326136);
    private static final DoubleVector EXP4 = all(0.0013888888888883748);
    private static final DoubleVector EXP5 = all(1.9841269874820627e-4);
    private static final DoubleVector EXP6 = all(2.4801587325547743e-5);
    private static final DoubleVector EXP7 = all(2.7557255400206422e-6);
    private static final DoubleVector EXP8 = all(2.75572736431103e-7);
    private static final DoubleVector EXP9 = all(2.5105217004720745e-8);
    private static final DoubleVector EXP10 = all(2.0914686968086876e-9);
    private static final DoubleVector SIN0 = all(-0.16666666666666666);
    private static final DoubleVector SIN1 = all(0.008333333333333331);
    private static final DoubleVector SIN2 = all(-1.9841269841265055e-4);
    private static final DoubleVector SIN3 = all(2.755731921933174e-6);
    private static final DoubleVector SIN4 = all(-2.5052106229867592e-8);
    private static final DoubleVector SIN5 = all(1.6058531210130865e-10);
    private static final DoubleVector SIN6 = all(-7.586673021289394e-13);
    private static final DoubleVector COS0 = all(0.041666666666666664);
    private static final DoubleVector COS1 = all(-0.0013888888888887393);
    private static final DoubleVector COS2 = all(2.4801587298761176e-5);
    private static final DoubleVector COS3 = all(-2.755731726939027e-7);
    private static final DoubleVector COS4 = all(2.0876145780903544e-9);
    private static final DoubleVector COS5 = all(-1.1382597309861877e-11);
    private static final DoubleVector LOG0 = all(0.6666666666666666);
    private static final DoubleVector LOG1 = all(0.4000000000000088);
    private static final DoubleVector LOG2 = all(0.2857142857080208);
    private static final DoubleVector LOG3 = all(0.22222222392060373);
    private static final DoubleVector LOG4 = all(0.18181795603119233);
    private static final DoubleVector LOG5 = all(0.15386241715653642);
    private static final DoubleVector LOG6 = all(0.1326871924375843);
    private static final DoubleVector LOG7 = all(0.13087189663553683);
    private static final DoubleVector TAIL0 = all(0.6666666666666666);
    private static final DoubleVector TAIL1 = all(0.3999999999999952);
    private static final DoubleVector TAIL2 = all(0.28571428571600427);
    private static final DoubleVector TAIL3 = all(0.22222222198195438);
    private static final DoubleVector TAIL4 = all(0.18181819900574078);
    private static final DoubleVector TAIL5 = all(0.15384543870618958);
    private static final DoubleVector TAIL6 = all(0.13335180692065832);
    private static final DoubleVector TAIL7 = all(0.11734251292317435);
    private static final DoubleVector TAIL8 = all(0.10845403701080031);
    private static final DoubleVector TAIL9 = all(0.07491135040032684);
    private static final DoubleVector TAIL10 = all(0.1563249168111649);

    private MathF64() {}

    private static DoubleVector all(double number) {
        return DoubleVector.broadcast(SPECIES, number);
    }

    /** True when {@link #exp} holds for every lane: no overflow, no result below the normal numbers, no NaN. */
    static boolean expHolds(DoubleVector x) {
        return x.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue();
    }

    /** e^x where {@link #expHolds}. */
    static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = x.fma(LOG2E, MAGIC);
        return expm1Reduced(x, shifted).add(ONE).mul(power(shifted));
    }

    /** e^r - 1 for r = x - k ln 2, where k is the integer in the low bits of {@code shifted}. */
    private static DoubleVector expm1Reduced(DoubleVector x, DoubleVector shifted) {
        DoubleVector k = shifted.sub(MAGIC);
        DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, x));
        DoubleVector p = EXP10.fma(r, EXP9).fma(r, EXP8).fma(r, EXP7).fma(r, EXP6).fma(r, EXP5).fma(r, EXP4)
                .fma(r, EXP3).fma(r, EXP2).fma(r, EXP1).fma(r, EXP0);
        return r.mul(r).fma(p, r);
    }

    /** 2^k for the integer k in the low bits. */
    private static DoubleVector power(DoubleVector shifted) {
        return shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52).add(BIAS).reinterpretAsDoubles();
    }

    /** tanh x = em / (em + 2) with em = e^(2|x|) - 1, for all x. */
    static DoubleVector tanh(DoubleVector x) {
        DoubleVector t = x.abs();
        t = t.add(t);
        t = t.blend(TANH_LIMIT, t.compare(VectorOperators.GT, TANH_LIMIT));
        DoubleVector shifted = t.fma(LOG2E, MAGIC);
        DoubleVector scale = power(shifted);
        DoubleVector em = expm1Reduced(t, shifted).fma(scale, scale.sub(ONE));
        return signed(em.div(em.add(TWO)), x);
    }

    /** A magnitude with the sign of another number. */
    private static DoubleVector signed(DoubleVector magnitude, DoubleVector sign) {
        return magnitude.reinterpretAsLongs().or(sign.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
    }

    /** 1 / (1 + e^(-x)) where {@link #expHolds}. */
    static DoubleVector sigmoid(DoubleVector x) {
        return ONE.div(exp(x.neg()).add(ONE));
    }

    /** max(x, 0) + log(1 + e^(-|x|)) where {@link #expHolds}. */
    static DoubleVector softplus(DoubleVector x) {
        DoubleVector e = exp(x.abs().neg());
        DoubleVector s = e.div(e.add(TWO));
        DoubleVector z = s.mul(s);
        DoubleVector p = TAIL10.fma(z, TAIL9).fma(z, TAIL8).fma(z, TAIL7).fma(z, TAIL6).fma(z, TAIL5).fma(z, TAIL4)
                .fma(z, TAIL3).fma(z, TAIL2).fma(z, TAIL1).fma(z, TAIL0);
        return p.fma(z, TWO).mul(s).add(x.max(0));
    }

    /**
     * True when {@link #sin} and {@link #cos} hold for every lane: arguments not so large that the reduction loses
     * digits.
     */
    static boolean angleHolds(DoubleVector x) {
        return x.abs().compare(VectorOperators.LE, ANGLE_LIMIT).allTrue();
    }

    /** sin x where {@link #angleHolds}. */
    static DoubleVector sin(DoubleVector x) {
        DoubleVector shifted = x.fma(TWO_BY_PI, MAGIC);
        return quadrant(x, shifted.sub(MAGIC), shifted.reinterpretAsLongs());
    }

    /** cos x = sin(x + pi/2) where {@link #angleHolds}. */
    static DoubleVector cos(DoubleVector x) {
        DoubleVector shifted = x.fma(TWO_BY_PI, MAGIC);
        return quadrant(x, shifted.sub(MAGIC), shifted.add(ONE).reinterpretAsLongs());
    }

    /** The sine or the cosine of x - k pi/2, as the two lowest bits of {@code bits} say. */
    private static DoubleVector quadrant(DoubleVector x, DoubleVector k, LongVector bits) {
        DoubleVector r = k.fma(HALF_PI_3, k.fma(HALF_PI_2, k.fma(HALF_PI_1, x)));
        DoubleVector z = r.mul(r);
        DoubleVector sine = SIN6.fma(z, SIN5).fma(z, SIN4).fma(z, SIN3).fma(z, SIN2).fma(z, SIN1).fma(z, SIN0);
        sine = sine.mul(z).fma(r, r);
        DoubleVector cosine = COS5.fma(z, COS4).fma(z, COS3).fma(z, COS2).fma(z, COS1).fma(z, COS0);
        cosine = cosine.mul(z).sub(HALF).fma(z, ONE);
        VectorMask<Double> odd = bits.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        LongVector sign = bits.lanewise(VectorOperators.LSHL, 62).and(SIGN);
        return sine.blend(cosine, odd).reinterpretAsLongs().lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
    }

    /** True when {@link #log} holds for every lane: positive normal numbers. */
    static boolean logHolds(DoubleVector x) {
        return x.compare(VectorOperators.GE, SMALLEST).and(x.compare(VectorOperators.LE, GREATEST)).allTrue();
    }

    /** log x where {@link #logHolds}: x = 2^k m with m around 1, log m from s = (m - 1) / (m + 1). */
    static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector k = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, 52);
        DoubleVector f = bits.sub(k.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles().sub(ONE);
        DoubleVector e = k.add(MAGIC.reinterpretAsLongs()).reinterpretAsDoubles().sub(MAGIC);
        DoubleVector s = f.div(f.add(TWO));
        DoubleVector z = s.mul(s);
        DoubleVector p = LOG7.fma(z, LOG6).fma(z, LOG5).fma(z, LOG4).fma(z, LOG3).fma(z, LOG2).fma(z, LOG1)
                .fma(z, LOG0);
        DoubleVector half = f.mul(f).mul(HALF);
        DoubleVector low = p.fma(z, half).fma(s, e.mul(LN2_LOW));
        return e.fma(LN2_HIGH, f.sub(half.sub(low)));
    }
}
