package lectern.tensor.loops;

import lectern.tensor.op.Unary;

/**
 * A stream of random numbers that is a function of seed, stream and position alone.
 *
 * <p>Philox4x64-10: ten rounds of multiplication and exclusive or turn a counter into four 64-bit words (J. K. Salmon,
 * M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011). With stream 0 the
 * words are those of {@code numpy.random.Philox(key=seed)}. Splitting gives streams that do not overlap.
 */
public final class Generator {
    private static final long M0 = 0xD2E7470EE14C6C93L;
    private static final long M1 = 0xCA5A826395121157L;
    private static final long W0 = 0x9E3779B97F4A7C15L;
    private static final long W1 = 0xBB67AE8584CAA73BL;
    private static final double UNIT = 0x1p-53;

    private final long seed;
    private final long stream;
    private final long[] block = new long[4];
    private long position;
    private int used = 4;
    private long children;

    /** The first stream of a seed. */
    public Generator(long seed) {
        this(seed, 0);
    }

    private Generator(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
    }

    /** A generator whose numbers are independent of this one's; the n-th split of equal generators is equal. */
    public synchronized Generator split() {
        children++;
        long mixed = stream * M0 + children;
        mixed = (mixed ^ mixed >>> 32) * M1;
        return new Generator(seed, (mixed ^ mixed >>> 29) | 1);
    }

    /** A generator that goes on from here with the same numbers as this one. */
    public synchronized Generator copy() {
        Generator copy = new Generator(seed, stream);
        System.arraycopy(block, 0, copy.block, 0, block.length);
        copy.position = position;
        copy.used = used;
        copy.children = children;
        return copy;
    }

    /** The next 64 random bits. */
    public synchronized long nextLong() {
        if (used == 4) {
            words(++position);
            used = 0;
        }
        return block[used++];
    }

    /** The next number in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** The next integer in [0, bound), from the high half of a 128-bit product. */
    public long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("a random integer needs a positive bound, got " + bound);
        }
        return below(bound);
    }

    /**
     * The next integer below a bound without a sign. From 2³² on a draw that would favour some numbers is drawn again
     * (D. Lemire, 2019); below that nobody could notice.
     */
    public long below(long bound) {
        long bits = nextLong();
        if (bound >>> 32 != 0) {
            long least = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(bits * bound, least) < 0) {
                bits = nextLong();
            }
        }
        return Math.unsignedMultiplyHigh(bits, bound);
    }

    private void words(long counter) {
        long a = counter;
        long b = 0;
        long c = stream;
        long d = 0;
        long k = seed;
        long l = 0;
        for (int round = 0; round < 10; round++) {
            long high0 = Math.unsignedMultiplyHigh(M0, a);
            long low0 = M0 * a;
            long high1 = Math.unsignedMultiplyHigh(M1, c);
            long low1 = M1 * c;
            a = high1 ^ b ^ k;
            b = low1;
            c = high0 ^ d ^ l;
            d = low0;
            k += W0;
            l += W1;
        }
        block[0] = a;
        block[1] = b;
        block[2] = c;
        block[3] = d;
    }

    /** Fills an array with numbers in [0, 1), from a fresh block of the counter on. */
    public synchronized void uniform(double[] out) {
        used = 4;
        int i = 0;
        for (; i <= out.length - 4; i += 4) {
            words(++position);
            out[i] = (block[0] >>> 11) * UNIT;
            out[i + 1] = (block[1] >>> 11) * UNIT;
            out[i + 2] = (block[2] >>> 11) * UNIT;
            out[i + 3] = (block[3] >>> 11) * UNIT;
        }
        for (; i < out.length; i++) {
            out[i] = nextDouble();
        }
        used = 4;
    }

    /** Fills an array with standard normal numbers, in pairs by the polar angle and radius of Box and Muller (1958). */
    public void normal(double[] out) {
        int pairs = (out.length + 1) / 2;
        double[] radius = new double[pairs];
        double[] angle = new double[pairs];
        uniform(radius);
        uniform(angle);
        for (int i = 0; i < pairs; i++) {
            radius[i] = 1 - radius[i];
            angle[i] *= 2 * Math.PI;
        }
        VectorMath.apply(Unary.LOG, radius, 0, radius, 0, pairs);
        double[] sine = new double[pairs];
        VectorMath.apply(Unary.SIN, angle, 0, sine, 0, pairs);
        VectorMath.apply(Unary.COS, angle, 0, angle, 0, pairs);
        for (int i = 0; i < pairs; i++) {
            double r = Math.sqrt(-2 * radius[i]);
            out[2 * i] = r * angle[i];
            if (2 * i + 1 < out.length) {
                out[2 * i + 1] = r * sine[i];
            }
        }
    }

    /** The next standard normal number. */
    public double nextGaussian() {
        double[] one = new double[1];
        normal(one);
        return one[0];
    }

    /** The next number of a gamma distribution with scale 1 (G. Marsaglia and W. W. Tsang, 2000). */
    public double nextGamma(double shape) {
        if (!(shape > 0 && shape <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "the shape of a gamma distribution must be positive and finite, got " + shape);
        }
        if (shape < 1) {
            return Math.exp(nextLogGamma(shape));
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && Math.log(1 - nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** The logarithm of the next gamma distributed number, where the number itself may be too small for a double. */
    public double nextLogGamma(double shape) {
        return shape < 1 && shape > 0
                ? Math.log(nextGamma(shape + 1)) + Math.log(1 - nextDouble()) / shape
                : Math.log(nextGamma(shape));
    }
}
