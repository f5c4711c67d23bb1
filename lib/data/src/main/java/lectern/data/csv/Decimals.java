package lectern.data.csv;

import java.math.BigInteger;

/**
 * The double nearest to {@code w · 10^q}.
 *
 * <p>Small cases are exact in double arithmetic (W. D. Clinger, 1990). The others multiply w by a power of five of 128 bits;
 * where the bits left over cannot decide the rounding the answer is NaN, and a slower way must be taken. Source: D. Lemire,
 * "Number parsing at a gigabyte per second", Software: Practice and Experience 51 (2021).
 */
final class Decimals {
    private static final int LEAST = -80;
    private static final int MOST = 80;
    private static final double[] EXACT = new double[23];
    private static final long[] HIGH = new long[MOST - LEAST + 1];
    private static final long[] LOW = new long[MOST - LEAST + 1];

    static {
        for (int i = 0; i < EXACT.length; i++) {
            EXACT[i] = Double.parseDouble("1e" + i);
        }
        for (int q = LEAST; q <= MOST; q++) {
            BigInteger five = BigInteger.valueOf(5).pow(Math.abs(q));
            BigInteger bits;
            if (q >= 0) {
                int shift = 128 - five.bitLength();
                bits = shift >= 0 ? five.shiftLeft(shift) : five.shiftRight(-shift);
            } else {
                // The reciprocal with 128 bits; rounded up where a power of five may divide w.
                bits = BigInteger.ONE.shiftLeft(five.bitLength() + 127).divide(five);
                bits = q >= -27 ? bits.add(BigInteger.ONE) : bits;
            }
            HIGH[q - LEAST] = bits.shiftRight(64).longValue();
            LOW[q - LEAST] = bits.longValue();
        }
    }

    private Decimals() {}

    /** The double nearest to {@code w · 10^q}, w without sign; NaN when this way cannot tell. */
    static double toDouble(long w, int q) {
        if (w == 0) {
            return 0;
        }
        if (w > 0 && w <= 1L << 53 && q >= -22 && q <= 22) {
            return q < 0 ? w / EXACT[-q] : w * EXACT[q];
        }
        if (q < LEAST || q > MOST) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(w);
        long shifted = w << zeros;
        long high = Math.unsignedMultiplyHigh(shifted, HIGH[q - LEAST]);
        long low = shifted * HIGH[q - LEAST];
        if ((high & 0x1FF) == 0x1FF) {
            long second = Math.unsignedMultiplyHigh(shifted, LOW[q - LEAST]);
            low += second;
            if (Long.compareUnsigned(low, second) < 0) {
                high++;
            }
            if (low == -1) {
                return Double.NaN;
            }
        }
        int upper = (int) (high >>> 63);
        long mantissa = high >>> (upper + 9);
        int exponent = ((217_706 * q) >> 16) + 63 + upper - zeros + 1023;
        // Just half way between two doubles, as far as these bits tell: the slow way decides.
        if (Long.compareUnsigned(low, 1) <= 0 && (mantissa & 3) == 1 && mantissa << (upper + 9) == high) {
            return Double.NaN;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 1L << 53) {
            mantissa = 1L << 52;
            exponent++;
        }
        if (exponent <= 0 || exponent >= 2047) {
            return Double.NaN;
        }
        return Double.longBitsToDouble((mantissa & ~(1L << 52)) | (long) exponent << 52);
    }
}
