package lectern.compile.run;

import lectern.tensor.type.Shapes;

/** Copies between float arrays along strides, without allocating. */
final class Strides {
    private static final int BLOCK = 16;

    private final int[] shape;
    private final int[] from;
    private final int[] to;
    private final int source;
    private final int target;

    /** A copy of a block of the given shape: element offsets and one stride per axis on both sides. */
    Strides(int[] shape, int source, int[] from, int target, int[] to) {
        this.shape = shape;
        this.source = source;
        this.from = from;
        this.target = target;
        this.to = to;
    }

    /** The strides of a row-major array. */
    static int[] of(int... shape) {
        return Shapes.strides(shape);
    }

    void run(Object x, Object y) {
        if (shape.length == 0) {
            System.arraycopy(x, source, y, target, 1);
        } else if (Shapes.size(shape) > 0) {
            walk(0, x, source, y, target);
        }
    }

    private void walk(int axis, Object x, int i, Object y, int k) {
        int left = shape.length - axis;
        if (left == 1) {
            line(x, i, from[axis], y, k, to[axis], shape[axis]);
        } else if (left == 2 && from[axis] == 1 && from[axis + 1] != 1) {
            crosswise(axis, x, i, y, k);
        } else {
            for (int j = 0; j < shape[axis]; j++) {
                walk(axis + 1, x, i + j * from[axis], y, k + j * to[axis]);
            }
        }
    }

    /** A transposition in blocks, so that both sides stay in cache. */
    private void crosswise(int axis, Object x, int i, Object y, int k) {
        int rows = shape[axis];
        int cols = shape[axis + 1];
        for (int r = 0; r < rows; r += BLOCK) {
            int height = Math.min(BLOCK, rows - r);
            for (int c = 0; c < cols; c++) {
                line(x, i + r + c * from[axis + 1], 1, y, k + r * to[axis] + c * to[axis + 1], to[axis], height);
            }
        }
    }

    private static void line(Object x, int i, int step, Object y, int k, int stride, int n) {
        if (step == 1 && stride == 1) {
            System.arraycopy(x, i, y, k, n);
        } else if (x instanceof double[] a && y instanceof double[] b) {
            for (int j = 0; j < n; j++) {
                b[k + j * stride] = a[i + j * step];
            }
        } else if (x instanceof float[] a && y instanceof float[] b) {
            for (int j = 0; j < n; j++) {
                b[k + j * stride] = a[i + j * step];
            }
        } else {
            throw new IllegalStateException("only float arrays of one type are copied along strides");
        }
    }
}
