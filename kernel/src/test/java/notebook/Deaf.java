package notebook;

import java.util.function.BooleanSupplier;

/** Stands for code of a cell, by its package, that takes no notice of an interrupt. */
public final class Deaf {
    private Deaf() {}

    /** Is busy as long as the condition holds. */
    public static void whileTrue(BooleanSupplier condition) {
        while (condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Is busy for some milliseconds. */
    public static void spin(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
