package lectern.tensor.type;

import java.util.Locale;

/** The type of a tensor's elements, in the order of promotion. */
public enum DType {
    BOOL(1),
    INT64(8),
    FLOAT32(4),
    FLOAT64(8);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes an element takes. */
    public int bytes() {
        return bytes;
    }

    /** The name NumPy uses: {@code "float64"}, {@code "bool"}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for float32 and float64. */
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /**
     * Finds the type that holds values of both, as NumPy promotes them.
     *
     * {@snippet :
     * promote(DType.INT64, DType.FLOAT32) // → FLOAT64
     * }
     *
     * @param a one type
     * @param b the other
     * @return the narrowest type that holds both; int64 with float32 gives float64
     */
    public static DType promote(DType a, DType b) {
        if (a == b) {
            return a;
        }
        if ((a == INT64 && b == FLOAT32) || (a == FLOAT32 && b == INT64)) {
            return FLOAT64;
        }
        return a.ordinal() > b.ordinal() ? a : b;
    }
}
