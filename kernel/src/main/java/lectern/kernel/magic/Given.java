package lectern.kernel.magic;

/** The door through which a magic hands a value to the cell that declares it. */
public final class Given {
    private static Object value;

    private Given() {}

    static synchronized void give(Object given) {
        value = given;
    }

    /** The value, once. */
    public static synchronized Object take() {
        var taken = value;
        value = null;
        return taken;
    }
}
