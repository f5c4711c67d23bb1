package lectern.kernel.cell.compile;

/** Colours of messages: few, and readable on white, on black and on paper. */
public final class Ansi {
    private static final String RESET = "\u001b[0m";

    private Ansi() {}

    public static String red(String text) {
        return "\u001b[1;31m" + text + RESET;
    }

    public static String bold(String text) {
        return "\u001b[1m" + text + RESET;
    }
}
