package lectern.plot.scale;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.notebook.Numeric;

/**
 * Turns whatever a cell holds into numbers for a figure: arrays of any primitive type, boxed arrays, lists, table
 * columns, and everything {@link Numeric}. Missing values become NaN; dates become days since 1970-01-01.
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
                    throw new IllegalArgumentException("A figure needs numbers (an array, a list, a column or a "
                            + "tensor) "
                            + "but got "
                            + data.getClass().getSimpleName() + ".");
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
                case LocalDate day -> out[i] = day.toEpochDay();
                case LocalDateTime time -> out[i] = time.toEpochSecond(ZoneOffset.UTC) / 86400.0;
                case CharSequence text ->
                    throw new IllegalArgumentException(
                            "A figure needs numbers here but got the text \"" + text + "\".");
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

    /** True for text categories: an array, list or column whose first value is text. */
    public static boolean isText(Object data) {
        return first(data) instanceof CharSequence;
    }

    /** True for dates. */
    public static boolean isDate(Object data) {
        Object first = first(data);
        return first instanceof LocalDate || first instanceof LocalDateTime;
    }

    private static Object first(Object data) {
        if (data instanceof Object[] items) {
            return items.length > 0 ? items[0] : null;
        }
        if (data instanceof Iterable<?> items && !(data instanceof Numeric)) {
            var it = items.iterator();
            return it.hasNext() ? it.next() : null;
        }
        return null;
    }

    /** The texts of a text array, list or column. */
    public static List<String> toTexts(Object data) {
        var out = new ArrayList<String>();
        if (data instanceof Object[] items) {
            for (Object item : items) {
                out.add(String.valueOf(item));
            }
        } else if (data instanceof Iterable<?> items) {
            items.forEach(item -> out.add(String.valueOf(item)));
        } else {
            for (double value : toDoubles(data)) {
                out.add(Ticks.plain(value));
            }
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
