package lectern.tensor;

import java.lang.reflect.Array;
import lectern.tensor.eval.Values;
import lectern.tensor.type.Shapes;

/** Values as nested arrays of Java, one level for each axis. */
final class Rows {
    private Rows() {}

    /** The numbers as nested double arrays, one level for each axis; a Double for a number without axes. */
    static Object toArray(Values x) {
        return x.dims.length == 0 ? (Object) x.at(0) : build(x, 0, 0);
    }

    private static Object build(Values x, int axis, int from) {
        int n = x.dims[axis];
        int step = Shapes.product(x.dims, axis + 1, x.dims.length);
        if (axis == x.dims.length - 1) {
            double[] row = new double[n];
            for (int i = 0; i < n; i++) {
                row[i] = x.at(from + i);
            }
            return row;
        }
        int[] lengths = new int[x.dims.length - axis];
        lengths[0] = n;
        Object out = Array.newInstance(double.class, lengths);
        for (int i = 0; i < n; i++) {
            Array.set(out, i, build(x, axis + 1, from + i * step));
        }
        return out;
    }
}
