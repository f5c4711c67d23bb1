package lectern.grad.compile;

/**
 * Whether the vector form of one kernel is worth using yet.
 *
 * <p>Until the just-in-time compiler has reached them, vector registers are objects on the heap and a hundred times slower than
 * a plain loop, which is quick almost at once. So a kernel starts plain; after a while it does a small part of each
 * tile in the vector form, which is what warms that up, and takes it for good when it has measured it to be the
 * quicker one. Both forms give the same bits, so nobody can tell when that happens. Threads may lose each other's counts; that
 * only delays the change.
 */
final class Warmth {
    /** Calls that are plain only: a short program never loads the vector classes. */
    private static final int QUIET = 4_000;

    /** Calls with the least share that count towards the first compilation, where every register is interpreted. */
    private static final int FIRST = 250;

    /** Registers of the share afterwards: enough for the compiler to see a loop. */
    private static final int SHARE = 16;

    private static final int WINDOW = 32;

    /** True when the vector form is the quicker one. */
    boolean hot;

    private int calls;
    private double vector = Double.POSITIVE_INFINITY;
    private double plain = Double.POSITIVE_INFINITY;

    Warmth(boolean hot) {
        this.hot = hot;
    }

    /** How many of {@code n} elements, from the first on, are to be done in the vector form with registers of {@code step}. */
    int head(int n, int step) {
        calls++;
        if (calls <= QUIET) {
            return 0;
        }
        if (n < 2 * step) {
            return calls % 2 == 0 ? n / step * step : 0;
        }
        int registers = calls <= QUIET + FIRST ? 2 : SHARE;
        return Math.min(registers, n / step / 2) * step;
    }

    /** Takes note of how long both shares took, in nanoseconds. */
    void judge(int head, long vectorTime, int rest, long plainTime) {
        if (calls <= QUIET + FIRST) {
            return;
        }
        if (head > 0) {
            vector = Math.min(vector, (double) vectorTime / head);
        }
        if (rest > 0) {
            plain = Math.min(plain, (double) plainTime / rest);
        }
        if (calls % WINDOW == 0) {
            hot = vector < plain;
            vector = Double.POSITIVE_INFINITY;
            plain = Double.POSITIVE_INFINITY;
        }
    }
}
