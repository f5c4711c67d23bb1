package lectern.data.prepare;

/**
 * Categories as zeros with a single one: a column of k categories becomes k numbers.
 *
 * {@snippet :
 * var t = readCsvText("color\nred\nblue\nred\n");
 * new OneHotEncoder("color").fitTransform(t)      // → [[0. 1.] [1. 0.] [0. 1.]]
 * }
 */
public final class OneHotEncoder extends Encoder<OneHotEncoder> {
    /**
     * Encodes columns.
     *
     * @param columns their names; all columns when none is named
     */
    public OneHotEncoder(String... columns) {
        super(columns);
    }

    @Override
    OneHotEncoder self() {
        return this;
    }

    @Override
    int width(int categories) {
        return categories;
    }

    @Override
    void write(int place, double[] data, int from) {
        data[from + place] = 1;
    }
}
