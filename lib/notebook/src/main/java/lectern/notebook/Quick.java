package lectern.notebook;

/** Whether a notebook runs in earnest or only to see that it runs, and how it holds itself to its word. */
public final class Quick {
    private Quick() {}

    /** True when {@code LECTERN_QUICK=1} is set: the notebook runs with smaller numbers, as in a test. */
    public static boolean quick() {
        return "1".equals(System.getenv("LECTERN_QUICK"));
    }

    /**
     * Holds a lecture to its word: stops the cell when what its text says does not hold.
     *
     * @param claim what must be true
     * @param found what was found instead, for the message
     */
    public static void check(boolean claim, Object found) {
        if (!claim) {
            throw new AssertionError("This does not hold: " + found);
        }
    }
}
