package lectern.nn.dl4j;

import lectern.tensor.Seeds;
import org.nd4j.linalg.cpu.nativecpu.rng.CpuNativeRandom;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's generator of random numbers that starts anew with {@code seed(n)}.
 *
 * <p>ND4J has one for each thread: the thread that sets the seed gets it as it is, threads that draw later get seeds made of it.
 */
public final class SeededRandom extends CpuNativeRandom {
    /** The golden ratio in 64 bits, for seeds far from one another. */
    private static final long APART = 0x9E3779B97F4A7C15L;

    private static boolean seeded;
    private static long seed;
    private static int made;
    private static boolean any;

    static {
        Seeds.follow(SeededRandom::start);
    }

    /** Loaded by name by ND4J, once for every thread that draws. */
    public SeededRandom() {
        join();
    }

    /** A generator of its own with this seed. */
    public SeededRandom(long own) {
        super(own);
    }

    /** A generator of its own with this seed and so many numbers made at once. */
    public SeededRandom(long own, long numbers) {
        super(own, numbers);
    }

    private void join() {
        synchronized (SeededRandom.class) {
            any = true;
            if (seeded) {
                setSeed(seed + APART * made++);
            }
        }
    }

    private static void start(long value) {
        boolean there;
        synchronized (SeededRandom.class) {
            seeded = true;
            seed = value;
            made = 0;
            there = any;
        }
        if (there) {
            Nd4j.getRandom().setSeed(value);
            synchronized (SeededRandom.class) {
                made = Math.max(made, 1);
            }
        }
    }
}
