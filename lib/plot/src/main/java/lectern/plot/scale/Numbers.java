package lectern.plot.scale;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.notebook.Numeric;

/**
 * Turns whatever a cell holds into numbers for a figure: arrays of any primitive type, boxed arrays, lists, table
 * columns, and everything {@link Numeric}. Missing values become NaN; times become days, see {@link Times}.
 */
public final class Numbers {
    private Numbers() {}

    /** The values in row-major order. */
    public static double[] toDoubles(Object data) {
        switch (data) {
            case null -> throw new IllegalArgumentException("A figure got null where it expected numbers.");
            case double[] values -> {
                return values.clone();
            }
            case Numeric numeric -> {
                return numeric.toDoubleArray();
            }
            case Number number -> {
                return new double[] {number.doubleValue()};
            }
            case Iterable<?> items -> {
                var boxed = new ArrayList<Object>();
                items.forEach(boxed::add);
                return flatten(boxed.toArray());
            }
            default -> {
                if (!data.getClass().isArray()) {
                    throw new IllegalArgumentException(
                            "A figure needs numbers (an array, a list, a column or a tensor), texts or values of an enum as"
                                    + " categories, or times (LocalDate, LocalDateTime, Instant, LocalTime, Duration),"
                                    + " but got " + data.getClass().getSimpleName() + ".");
                }
                return data instanceof Object[] items ? flatten(items) : primitives(data);
            }
        }
    }

    private static double[] primitives(Object array) {
        int n = Array.getLength(array);
        var out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = array instanceof boolean[] flags
                    ? (flags[i] ? 1 : 0)
                    : array instanceof char[] letters ? letters[i] : Array.getDouble(array, i);
        }
        return out;
    }

    private static double[] flatten(Object[] items) {
        var out = new double[items.length];
        boolean nested = false;
        for (int i = 0; i < items.length && !nested; i++) {
            switch (items[i]) {
                case null -> out[i] = Double.NaN;
                case Number number -> out[i] = number.doubleValue();
                case Boolean flag -> out[i] = flag ? 1 : 0;
                case Object text
                when isWord(text) ->
                    throw new IllegalArgumentException(
                            "A figure needs numbers here but got the text \"" + text + "\".");
                case Object time when Times.isDate(time) || Times.isClock(time) -> out[i] = Times.days(time);
                default -> nested = true;
            }
        }
        return nested
                ? Arrays.stream(items)
                        .map(Numbers::toDoubles)
                        .flatMapToDouble(Arrays::stream)
                        .toArray()
                : out;
    }

    /** True for text categories: an array, list or column whose first value is a text, a character or of an enum. */
    public static boolean isText(Object data) {
        return data instanceof char[] || isWord(first(data));
    }

    private static boolean isWord(Object value) {
        return value instanceof CharSequence || value instanceof Enum<?> || value instanceof Character;
    }

    /** The first value that is there; null where there is none, or where the data are plain numbers. */
    static Object first(Object data) {
        if (data instanceof Object[] || data instanceof Iterable<?> && !(data instanceof Numeric)) {
            for (Object item : data instanceof Object[] array ? Arrays.asList(array) : (Iterable<?>) data) {
                if (item != null) {
                    return item;
                }
            }
        }
        return null;
    }

    /** The values one by one, null where one is missing. */
    static List<Object> items(Object data) {
        var out = new ArrayList<Object>();
        switch (data) {
            case Object[] array -> out.addAll(Arrays.asList(array));
            case char[] letters -> {
                for (char letter : letters) {
                    out.add(letter);
                }
            }
            case Iterable<?> values -> values.forEach(out::add);
            default -> Arrays.stream(toDoubles(data)).forEach(out::add);
        }
        return out;
    }

    /** The texts of a text array, list or column. */
    public static List<String> toTexts(Object data) {
        var out = new ArrayList<String>();
        boolean plain = !(data instanceof Object[] || data instanceof char[] || data instanceof Iterable<?>);
        for (Object item : items(data)) {
            out.add(item == null ? "" : plain ? Ticks.plain((Double) item) : item.toString());
        }
        return out;
    }

    /** True when the data has two dimensions or more. */
    public static boolean isMatrix(Object data) {
        if (data instanceof Numeric numeric) {
            return numeric.shape().length >= 2;
        }
        Object first = first(data);
        return first != null
                && (first.getClass().isArray()
                        || first instanceof Iterable
                        || first instanceof Numeric row && row.shape().length == 1);
    }

    /** Rows of a matrix; one row when the data has one dimension. */
    public static double[][] toMatrix(Object data) {
        if (data instanceof Numeric numeric) {
            int[] shape = numeric.shape();
            double[] flat = numeric.toDoubleArray();
            if (shape.length > 2) {
                shape = squeeze(shape);
            }
            if (shape.length > 2) {
                throw new IllegalArgumentException("A figure needs a matrix here but got an array of shape "
                        + Arrays.toString(numeric.shape()) + "; pick one slice of it.");
            }
            int rows = shape.length == 2 ? shape[0] : 1;
            int cols = rows == 0 ? 0 : flat.length / rows;
            var out = new double[rows][];
            for (int i = 0; i < rows; i++) {
                out[i] = Arrays.copyOfRange(flat, i * cols, (i + 1) * cols);
            }
            return out;
        }
        if (!isMatrix(data)) {
            return new double[][] {toDoubles(data)};
        }
        var rows = new ArrayList<double[]>();
        if (data instanceof Object[] items) {
            for (Object row : items) {
                rows.add(toDoubles(row));
            }
        } else {
            ((Iterable<?>) data).forEach(row -> rows.add(toDoubles(row)));
        }
        var out = rows.toArray(double[][]::new);
        for (double[] row : out) {
            if (row.length != out[0].length) {
                throw new IllegalArgumentException("A matrix needs rows of one length but got rows of " + out[0].length
                        + " and of " + row.length + " values.");
            }
        }
        return out;
    }

    private static int[] squeeze(int[] shape) {
        return Arrays.stream(shape).filter(extent -> extent != 1).toArray();
    }

    /** The columns of a matrix as series; a vector, or a matrix of one column or one row, is one series. */
    public static double[][] toSeries(Object data) {
        if (!isMatrix(data)) {
            return new double[][] {toDoubles(data)};
        }
        double[][] m = toMatrix(data);
        if (m.length == 1) {
            return m;
        }
        int cols = m.length == 0 ? 0 : m[0].length;
        var out = new double[cols][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < cols; j++) {
                out[j][i] = m[i][j];
            }
        }
        return out;
    }

    /** So many values, or a single one for all places. */
    public static double[] spread(Object data, int n) {
        double[] values = Numbers.toDoubles(data);
        if (values.length == 1 && n != 1) {
            var out = new double[n];
            Arrays.fill(out, values[0]);
            return out;
        }
        if (values.length != n) {
            throw new IllegalArgumentException("A curve over " + n
                    + " places needs as many values or a single one but got "
                    + values.length + ".");
        }
        return values;
    }

    /**
     * Lengths of error bars downwards (or to the left) and upwards (or to the right): one number, one for each of n
     * points, or two rows of them; two nulls where there are none.
     */
    public static double[][] errors(Object data, int n) {
        if (data == null) {
            return new double[][] {null, null};
        }
        double[][] rows = isMatrix(data) ? toMatrix(data) : new double[][] {spread(data, n)};
        if (rows.length > 2 || rows[0].length != n) {
            throw new IllegalArgumentException(
                    "Error bars of " + n + " points need one length, " + n + " lengths, or 2 x " + n
                            + " of them (down and up) but got " + rows.length + " x " + rows[0].length + ".");
        }
        for (double[] row : rows) {
            for (double length : row) {
                if (length < 0) {
                    throw new IllegalArgumentException("Lengths of error bars are 0 or more but got " + length + ".");
                }
            }
        }
        return new double[][] {rows[0], rows[rows.length - 1]};
    }

    /** Values of two series that belong together must be equally many. */
    public static void sameLength(String what, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    what + " needs as many x as y values but got " + x.length + " x and " + y.length + " y values.");
        }
    }

    /** 0, 1, 2 … n−1. */
    public static double[] index(int n) {
        var out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = i;
        }
        return out;
    }
}
