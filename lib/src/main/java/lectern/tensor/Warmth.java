package lectern.tensor;

/**
 * Whether the vector form of one loop is worth using yet.
 *
 * <p>Until the just-in-time compiler has reached them, vector registers are objects on the heap and a hundred times slower than
 * a plain loop, which is quick almost at once. So a loop starts plain; after so many numbers that the vector form may pay
 * for its own compilation, a small part of each array is done in that form, which is what warms it up, and it is taken for good
 * when it has measured quicker. Both forms give the same bits, so nobody can tell when that happens. Threads may lose
 * each other's counts; that only delays the change.
 */
public final class Warmth {
    /** Numbers that a loop of single instructions does plainly first: a short program never compiles the vector classes. */
    private static final long QUIET = 1L << 27;

    /** Numbers, where each takes many instructions. */
    private static final long QUIET_FUNCTION = 1L << 25;

    /** Calls with the least share that count towards the first compilation, where every register is interpreted. */
    private static final int FIRST = 250;

    /** Registers of the share afterwards: enough for the compiler to see a loop. */
    private static final int SHARE = 16;

    /** Of long arrays one part in so many. */
    private static final int PART = 64;

    private static final int WINDOW = 32;

    private volatile boolean hot;
    private final long quiet;
    private long done;
    private int calls;
    private long spentOnVector;
    private long spentOnPlain;
    private double vector = Double.POSITIVE_INFINITY;
    private double plain = Double.POSITIVE_INFINITY;

    /** {@code quiet} numbers are done plainly before the vector form is tried. */
    Warmth(long quiet) {
        this.quiet = quiet;
    }

    /** For a loop of single instructions. */
    public static Warmth ofInstruction() {
        return new Warmth(QUIET);
    }

    /** For a loop over a function of many instructions a number. */
    public static Warmth ofFunction() {
        return new Warmth(QUIET_FUNCTION);
    }

    /** For a loop that has no plain form. */
    public static Warmth none() {
        Warmth warmth = new Warmth(0);
        warmth.hot = true;
        return warmth;
    }

    /** True when the vector form is the quicker one. */
    public boolean isHot() {
        return hot;
    }

    /** True while {@code n} more elements, which it counts, are best done plainly without a look at the clock. */
    public boolean isQuiet(int n) {
        done += n;
        return done <= quiet;
    }

    /** How many of {@code n} elements, from the first on, are to be done in the vector form with registers of {@code step}. */
    public int head(int n, int step) {
        if (spentOnVector > spentOnPlain) {
            return 0;
        }
        calls++;
        if (n < 2 * step) {
            return calls % 2 == 0 ? n / step * step : 0;
        }
        int registers = calls <= FIRST ? 2 : Math.max(SHARE, n / step / PART);
        return Math.min(registers, n / step / 2) * step;
    }

    /** Takes note of how long both shares took, in nanoseconds. */
    public void judge(int head, long vectorTime, int rest, long plainTime) {
        spentOnVector += vectorTime;
        spentOnPlain += plainTime;
        if (calls <= FIRST) {
            return;
        }
        if (head > 0) {
            vector = Math.min(vector, (double) vectorTime / head);
        }
        if (rest > 0) {
            plain = Math.min(plain, (double) plainTime / rest);
        }
        if (head > 0 && calls % WINDOW == 0) {
            hot = vector < plain;
            vector = Double.POSITIVE_INFINITY;
            plain = Double.POSITIVE_INFINITY;
        }
    }
}
