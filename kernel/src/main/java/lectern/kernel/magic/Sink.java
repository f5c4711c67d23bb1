package lectern.kernel.magic;

/** Takes values that are only computed to be timed, so that the compiler cannot leave the computation out. */
@SuppressWarnings("UnusedVariable") // what is never read is the point
public final class Sink {
    private static volatile Object object;
    private static volatile double number;
    private static volatile long whole;

    private Sink() {}

    public static void take(Object value) {
        object = value;
    }

    public static void take(double value) {
        number = value;
    }

    public static void take(long value) {
        whole = value;
    }
}
