package lectern.tensor;

/**
 * Whether so many numbers have gone through a loop that its vector form is worth compiling.
 *
 * <p>Until the just-in-time compiler has reached them, vector registers are objects on the heap and a hundred times slower than
 * a plain loop, which is quick almost at once. Long arrays get the compiler there in one or two calls, so they are done in
 * registers from the first one on; many short ones are done plainly before. Both forms give the same bits, so nobody can
 * tell. Threads may lose each other's counts; that only delays the change.
 */
final class Heat {
    /** Length of a long array: that of the parts which threads share. */
    static final int LONG = Parallel.GRAIN;

    /** Numbers in short arrays that are done plainly. */
    static final int ENOUGH = 1 << 24;

    /** A number in a long array counts so often, for it warms the vector form up. */
    private static final int WEIGHT = 4;

    private long done;
    private boolean hot;

    /** True when an array of {@code n} numbers, which it counts, is best done plainly. */
    boolean isCold(int n) {
        if (hot) {
            return false;
        }
        boolean isLong = n >= LONG;
        done += isLong ? (long) WEIGHT * n : n;
        hot = done >= ENOUGH;
        return !isLong && !hot;
    }
}
