package lectern.plot.scale;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import lectern.notebook.Mesh;
import lectern.notebook.Numeric;

/** Values over grids: their shape, their axes, functions evaluated on them, and values between their points. */
public final class Grids {
    private Grids() {}

    /** The extents of nested arrays or of a tensor. */
    public static int[] shape(Object data) {
        if (data instanceof Numeric numeric) {
            return numeric.shape();
        }
        Object first = data;
        int[] shape = {};
        while (first != null && (first.getClass().isArray() || first instanceof List) && shape.length < 5) {
            int n = first instanceof List<?> list ? list.size() : java.lang.reflect.Array.getLength(first);
            shape = Arrays.copyOf(shape, shape.length + 1);
            shape[shape.length - 1] = n;
            first = n == 0
                    ? null
                    : first instanceof List<?> list ? list.getFirst() : java.lang.reflect.Array.get(first, 0);
        }
        return shape;
    }

    /** True for nested arrays, or lists, of integers. */
    public static boolean isIntegral(Object data) {
        Object first = data;
        while (first != null && (first instanceof Object[] || first instanceof List)) {
            first = first instanceof List<?> list
                    ? list.isEmpty() ? null : list.getFirst()
                    : ((Object[]) first).length == 0 ? null : ((Object[]) first)[0];
        }
        return first instanceof int[]
                || first instanceof byte[]
                || first instanceof short[]
                || first instanceof long[]
                || first instanceof Integer
                || first instanceof Long
                || first instanceof Short
                || first instanceof Byte;
    }

    /** The values of a function over a grid, row by row. */
    public static double[][] evaluate(Object x, Object y, DoubleBinaryOperator f) {
        double[] gx = Numbers.toDoubles(x);
        double[] gy = Numbers.toDoubles(y);
        return Arrays.stream(gy)
                .mapToObj(b -> Arrays.stream(gx).map(a -> f.applyAsDouble(a, b)).toArray())
                .toArray(double[][]::new);
    }

    /** Values over a mesh, row by row: a matrix, or as many values as there are points. */
    public static double[][] rows(Mesh mesh, Object values) {
        int columns = Numbers.toDoubles(mesh.x()).length;
        int rows = Numbers.toDoubles(mesh.y()).length;
        double[] all = Numbers.toDoubles(values);
        if (all.length != rows * columns) {
            throw new IllegalArgumentException("A grid of " + rows + " rows and " + columns + " columns needs "
                    + rows * columns + " values but got " + all.length + " of shape "
                    + Arrays.toString(shape(values)) + ".");
        }
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(all, i * columns, (i + 1) * columns);
        }
        return matrix;
    }

    /** Left, right, bottom and top edge of the cells around the points of a mesh whose places are evenly spaced. */
    public static double[] edges(Mesh mesh) {
        double[] across = ends("x", Numbers.toDoubles(mesh.x()));
        double[] up = ends("y", Numbers.toDoubles(mesh.y()));
        return new double[] {across[0], across[1], up[0], up[1]};
    }

    private static double[] ends(String name, double[] places) {
        int last = places.length - 1;
        double step = last == 0 ? 1 : (places[last] - places[0]) / last;
        for (int i = 1; i <= last; i++) {
            if (!(Math.abs(places[i] - places[i - 1] - step) <= 1e-6 * Math.abs(step))) {
                throw new IllegalArgumentException("imshow draws cells of one size, and the places along " + name
                        + " are not evenly spaced; pcolormesh draws such a grid.");
            }
        }
        return new double[] {places[0] - step / 2, places[last] + step / 2};
    }

    /** One axis of a grid, also when the grid is given as a matrix that repeats it. */
    public static double[] line(Object data, int n, boolean across) {
        if (!Numbers.isMatrix(data)) {
            return Numbers.toDoubles(data);
        }
        double[][] m = Numbers.toMatrix(data);
        if (m.length == 0) {
            return new double[0];
        }
        if (across) {
            return m[0];
        }
        return m.length == 1 && n != 1
                ? m[0]
                : Arrays.stream(m).mapToDouble(row -> row[0]).toArray();
    }

    /** The value between the four points of a matrix around column x and row y. */
    public static double bilinear(double[][] m, double x, double y) {
        int j = Math.clamp((int) x, 0, m[0].length - 2);
        int i = Math.clamp((int) y, 0, m.length - 2);
        double p = x - j;
        double q = y - i;
        return (m[i][j] * (1 - p) + m[i][j + 1] * p) * (1 - q) + (m[i + 1][j] * (1 - p) + m[i + 1][j + 1] * p) * q;
    }
}
