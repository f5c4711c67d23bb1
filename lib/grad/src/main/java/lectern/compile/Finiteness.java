package lectern.compile;

/** Looks for NaN and infinities in whole arrays, without a branch for each number. */
final class Finiteness {
    private static final long DOUBLE_EXPONENT = 0x7FF0_0000_0000_0000L;
    private static final int FLOAT_EXPONENT = 0x7F80_0000;

    private Finiteness() {}

    /** A full exponent carries into the sign when one more is added. */
    static boolean holds(double... values) {
        long found = 0;
        for (double v : values) {
            found |= (Double.doubleToRawLongBits(v) & DOUBLE_EXPONENT) + 0x0010_0000_0000_0000L;
        }
        return found >= 0;
    }

    static boolean holds(float... values) {
        int found = 0;
        for (float v : values) {
            found |= (Float.floatToRawIntBits(v) & FLOAT_EXPONENT) + 0x0080_0000;
        }
        return found >= 0;
    }
}
