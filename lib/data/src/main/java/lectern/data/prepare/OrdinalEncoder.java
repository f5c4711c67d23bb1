package lectern.data.prepare;

/**
 * Categories as their places in sorted order, counted from zero.
 *
 * {@snippet :
 * var t = readCsvText("color\nred\nblue\nred\n");
 * new OrdinalEncoder("color").fitTransform(t).col(0)      // → [1. 0. 1.]
 * }
 */
public final class OrdinalEncoder extends Encoder<OrdinalEncoder> {
    /**
     * Encodes columns.
     *
     * @param columns their names; all columns when none is named
     */
    public OrdinalEncoder(String... columns) {
        super(columns);
    }

    @Override
    OrdinalEncoder self() {
        return this;
    }

    @Override
    int width(int categories) {
        return 1;
    }

    @Override
    void write(int place, double[] data, int from) {
        data[from] = place;
    }
}
