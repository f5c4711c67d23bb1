package lectern.tensor;

import java.util.Arrays;

/** Copies between arrays along strides: the one kernel behind transposing, slicing, broadcasting and joining. */
final class Strided {
    private static final int BLOCK = 32;

    private Strided() {}

    /** Copies a block of the given shape; both sides have an offset and one stride per axis, in elements. */
    static void copy(Object src, int from, int[] srcStrides, Object dst, int to, int[] dstStrides, int[] shape) {
        int[] n = new int[shape.length];
        int[] s = new int[shape.length];
        int[] d = new int[shape.length];
        int rank = 0;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == 0) {
                return;
            }
            if (shape[i] == 1) {
                continue;
            }
            boolean mergeable =
                    rank > 0 && s[rank - 1] == srcStrides[i] * shape[i] && d[rank - 1] == dstStrides[i] * shape[i];
            if (mergeable) {
                n[rank - 1] *= shape[i];
                s[rank - 1] = srcStrides[i];
                d[rank - 1] = dstStrides[i];
            } else {
                n[rank] = shape[i];
                s[rank] = srcStrides[i];
                d[rank++] = dstStrides[i];
            }
        }
        if (rank == 0) {
            run(src, from, 0, dst, to, 1, 1);
        } else if (rank == 1) {
            run(src, from, s[0], dst, to, d[0], n[0]);
        } else {
            walk(src, from, s, dst, to, d, n, rank);
        }
    }

    /** Steps through the outer axes like an odometer and copies planes. */
    private static void walk(Object src, int from, int[] s, Object dst, int to, int[] d, int[] n, int rank) {
        int outer = rank - 2;
        int[] at = new int[outer];
        int x = from;
        int y = to;
        while (true) {
            plane(src, x, s[rank - 2], s[rank - 1], dst, y, d[rank - 2], d[rank - 1], n[rank - 2], n[rank - 1]);
            int k = outer - 1;
            while (k >= 0) {
                x += s[k];
                y += d[k];
                if (++at[k] < n[k]) {
                    break;
                }
                x -= s[k] * n[k];
                y -= d[k] * n[k];
                at[k--] = 0;
            }
            if (k < 0) {
                return;
            }
        }
    }

    private static void plane(
            Object src, int x, int sRow, int sCol, Object dst, int y, int dRow, int dCol, int rows, int cols) {
        boolean crosswise = sRow == 1 && sCol > BLOCK && cols >= BLOCK && rows >= BLOCK;
        if (!crosswise) {
            if (cols < rows && cols < 8) {
                for (int j = 0; j < cols; j++) {
                    run(src, x + j * sCol, sRow, dst, y + j * dCol, dRow, rows);
                }
                return;
            }
            for (int i = 0; i < rows; i++) {
                run(src, x + i * sRow, sCol, dst, y + i * dRow, dCol, cols);
            }
            return;
        }
        // A transposition in tiles, so that both sides stay in cache.
        for (int i = 0; i < rows; i += BLOCK) {
            int iEnd = Math.min(i + BLOCK, rows);
            for (int j = 0; j < cols; j += BLOCK) {
                int width = Math.min(BLOCK, cols - j);
                for (int k = i; k < iEnd; k++) {
                    run(src, x + k * sRow + j * sCol, sCol, dst, y + k * dRow + j * dCol, dCol, width);
                }
            }
        }
    }

    /** Copies one line of {@code n} elements. */
    static void run(Object src, int x, int xStep, Object dst, int y, int yStep, int n) {
        if (xStep == 1 && yStep == 1) {
            System.arraycopy(src, x, dst, y, n);
            return;
        }
        switch (src) {
            case double[] a -> {
                double[] b = (double[]) dst;
                if (xStep == 0 && yStep == 1) {
                    Arrays.fill(b, y, y + n, a[x]);
                    return;
                }
                for (int i = 0; i < n; i++) {
                    b[y + i * yStep] = a[x + i * xStep];
                }
            }
            case float[] a -> {
                float[] b = (float[]) dst;
                if (xStep == 0 && yStep == 1) {
                    Arrays.fill(b, y, y + n, a[x]);
                    return;
                }
                for (int i = 0; i < n; i++) {
                    b[y + i * yStep] = a[x + i * xStep];
                }
            }
            case long[] a -> {
                long[] b = (long[]) dst;
                for (int i = 0; i < n; i++) {
                    b[y + i * yStep] = a[x + i * xStep];
                }
            }
            case boolean[] a -> {
                boolean[] b = (boolean[]) dst;
                for (int i = 0; i < n; i++) {
                    b[y + i * yStep] = a[x + i * xStep];
                }
            }
            default -> throw new IllegalStateException();
        }
    }
}
