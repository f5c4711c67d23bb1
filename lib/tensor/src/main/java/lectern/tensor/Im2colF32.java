// Generated from Im2colF64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.tensor;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Planes to columns of numbers under a window and back, float32: the columns are a matrix with a row for every channel
 * and tap and a column for every position.
 */
final class Im2colF32 {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Numbers that whole registers may write beyond the end of the columns. */
    static final int SLACK = 16;

    private Im2colF32() {}

    /** Writes the columns of the rows of positions from {@code first} up to {@code last}. */
    static void lower(float[] x, int start, Field f, int channels, int first, int last, float[] columns) {
        int at = 0;
        for (int c = 0; c < channels; c++) {
            int plane = start + c * f.height * f.width;
            for (int i = 0; i < f.windowHeight; i++) {
                for (int j = 0; j < f.windowWidth; j++) {
                    at = tap(x, plane, f, i, j, first, last, columns, at);
                }
            }
        }
    }

    private static int tap(
            float[] x, int plane, Field f, int i, int j, int first, int last, float[] columns, int start) {
        int at = start;
        int from = f.from[j];
        int to = f.to[j];
        int cols = f.cols;
        int step = f.strideX;
        for (int row = first; row < last; row++) {
            int y = row * f.strideY + i * f.dilationY - f.top;
            if (y < 0 || y >= f.height) {
                Arrays.fill(columns, at, at + cols, 0);
            } else {
                int source = plane + y * f.width + j * f.dilationX - f.left + from * step;
                if (step == 1) {
                    copy(x, source, columns, at + from, to - from);
                } else {
                    for (int k = from; k < to; k++) {
                        columns[at + k] = x[source];
                        source += step;
                    }
                }
                for (int k = 0; k < from; k++) {
                    columns[at + k] = 0;
                }
                for (int k = to; k < cols; k++) {
                    columns[at + k] = 0;
                }
            }
            at += cols;
        }
        return at;
    }

    /** Copies whole registers; what they write too much is overwritten by the next row. */
    private static void copy(float[] x, int from, float[] out, int to, int n) {
        if (from + n + LANES > x.length) {
            System.arraycopy(x, from, out, to, n);
            return;
        }
        for (int k = 0; k < n; k += LANES) {
            FloatVector.fromArray(SPECIES, x, from + k).intoArray(out, to + k);
        }
    }

    /** Adds the columns where {@link #lower} would have read them. */
    static void raise(float[] columns, Field f, int channels, int first, int last, float[] x, int start) {
        int at = 0;
        int step = f.strideX;
        for (int c = 0; c < channels; c++) {
            int plane = start + c * f.height * f.width;
            for (int i = 0; i < f.windowHeight; i++) {
                for (int j = 0; j < f.windowWidth; j++) {
                    int from = f.from[j];
                    int n = f.to[j] - from;
                    for (int row = first; row < last; row++) {
                        int y = row * f.strideY + i * f.dilationY - f.top;
                        if (y >= 0 && y < f.height) {
                            int target = plane + y * f.width + j * f.dilationX - f.left + from * step;
                            add(columns, at + from, x, target, step, n);
                        }
                        at += f.cols;
                    }
                }
            }
        }
    }

    private static void add(float[] columns, int from, float[] x, int to, int step, int n) {
        if (step > 1) {
            int target = to;
            for (int k = from; k < from + n; k++) {
                x[target] += columns[k];
                target += step;
            }
            return;
        }
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            FloatVector.fromArray(SPECIES, x, to + k)
                    .add(FloatVector.fromArray(SPECIES, columns, from + k))
                    .intoArray(x, to + k);
        }
        if (k < n) {
            var rest = SPECIES.indexInRange(0, n - k);
            FloatVector.fromArray(SPECIES, x, to + k, rest)
                    .add(FloatVector.fromArray(SPECIES, columns, from + k, rest))
                    .intoArray(x, to + k, rest);
        }
    }
}
