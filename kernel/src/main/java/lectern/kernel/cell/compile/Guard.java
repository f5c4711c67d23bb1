package lectern.kernel.cell.compile;

/** What woven cell code calls; public because cells are classes of another loader. */
public final class Guard {
    private static volatile boolean stop;
    private static volatile boolean threadsCanBeStopped;
    private static volatile Thread cell;

    private Guard() {}

    /** Thrown through a cell that the user has interrupted. */
    public static final class CellInterrupted extends Error {
        private static final long serialVersionUID = 1;

        public CellInterrupted() {
            super("the cell was interrupted");
        }
    }

    public static void request(boolean wanted) {
        stop = wanted;
    }

    /** The thread that runs code of a cell at this moment, null while the kernel is busy itself. */
    public static void cell(Thread thread) {
        cell = thread;
    }

    /** Ends the cell when the user has asked for it and this is its thread; threads it has started go on. */
    public static void checkCell() {
        if (stop && Thread.currentThread() == cell) {
            throw new CellInterrupted();
        }
    }

    static boolean stopsThreads() {
        return threadsCanBeStopped;
    }

    public static void threadsCanBeStopped(boolean can) {
        threadsCanBeStopped = can;
    }

    /** Ends the cell when the user has asked for it. */
    public static void check() {
        if (stop) {
            throw new CellInterrupted();
        }
    }

    /** At the head of every handler: an interrupt is not to be swallowed. */
    public static void caught(Throwable thrown) {
        if (stop) {
            throw thrown instanceof CellInterrupted interrupted ? interrupted : new CellInterrupted();
        }
    }

    /** Stands for {@code System.exit}. */
    public static void refuseExit(int status) {
        throw new UnsupportedOperationException(
                "System.exit(" + status + ") would end the kernel and lose all variables. "
                        + "Leave a method with return, or restart the kernel from the menu.");
    }
}
