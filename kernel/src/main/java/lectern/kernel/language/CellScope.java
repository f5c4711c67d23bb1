package lectern.kernel.language;

import lectern.kernel.language.Interpreter.CellIo;

/**
 * Which request a thread works for.
 *
 * <p>Threads inherit the scope of the thread that starts them, so that late output lands in the cell that caused it. Threads
 * without a scope (pool threads of the platform) count for the cell that was entered last.
 */
public final class CellScope {
    private static final InheritableThreadLocal<CellIo> OWN = new InheritableThreadLocal<>();
    private static volatile CellIo latest;

    private CellScope() {}

    /** Binds the calling thread, and those it starts from now on, to this request. */
    public static void enter(CellIo io) {
        OWN.set(io);
        latest = io;
    }

    /** Unbinds the calling thread; threads it has started stay bound. */
    public static void exit() {
        OWN.remove();
    }

    /** The request the calling thread works for; null before the first request. */
    public static CellIo current() {
        CellIo own = OWN.get();
        return own != null ? own : latest;
    }
}
