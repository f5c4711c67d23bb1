package lectern.tensor.eval;

import java.util.Arrays;
import lectern.tensor.blas.BlasF32;
import lectern.tensor.blas.BlasF64;
import lectern.tensor.loops.Field;
import lectern.tensor.loops.Im2colF32;
import lectern.tensor.loops.Im2colF64;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * The three loops of the convolution family as matrix products over tiles: the numbers under every position of the
 * window are written into the columns of a small matrix that stays in the cache, and one product does the arithmetic.
 *
 * <p>Source: K. Chellapilla, S. Puri, P. Simard, "High performance convolutional neural networks for document
 * processing" (2006).
 */
abstract class ConvWork implements Work {
    /** Multiplications of a tile: up to here the library multiplies without packing its arguments first. */
    private static final int TILE = 1_000_000;
    /** Multiplications from which two threads pay. */
    private static final long LARGE = 1_000_000;

    final Field field;
    final DType dtype;
    final int count;
    final int channels;
    final int filters;
    final int groups;
    /** Channels and filters of a group. */
    final int in;

    final int out;
    /** Rows of the matrix of a tile. */
    final int depth;
    /** Rows of window positions in a tile. */
    final int tile;

    private final Object[] columns = new Object[2];

    private ConvWork(Field field, DType dtype, int count, int channels, int filters, int groups) {
        this.field = field;
        this.dtype = dtype;
        this.count = count;
        this.channels = channels;
        this.filters = filters;
        this.groups = groups;
        in = channels / groups;
        out = filters / groups;
        depth = in * field.taps();
        long row = Math.max(1, (long) out * depth * field.cols);
        int most = Math.clamp(TILE / row, 1, field.rows);
        tile = Math.ceilDiv(field.rows, Math.ceilDiv(field.rows, most));
    }

    @Override
    public boolean isLarge() {
        return count > 1 && (long) count * filters * depth * field.positions() >= LARGE;
    }

    @Override
    public void part(int index, Object[] args, Object result) {
        if (columns[index] == null) {
            columns[index] = array(Shapes.size(depth, tile, field.cols) + Im2colF32.SLACK);
        }
        int middle = count / 2;
        int first = index == 0 ? 0 : middle;
        int last = index == 0 ? middle : count;
        begin(index, first, last, result);
        for (int n = first; n < last; n++) {
            for (int g = 0; g < groups; g++) {
                for (int row = 0; row < field.rows; row += tile) {
                    tile(index, n, g, row, Math.min(row + tile, field.rows), columns[index], args, result);
                }
            }
        }
    }

    void begin(int index, int first, int last, Object result) {}

    /** The rows of window positions from (inclusive) to (exclusive) of one sample and group. */
    abstract void tile(int index, int n, int g, int from, int to, Object columns, Object[] args, Object result);

    Object array(int size) {
        return dtype == DType.FLOAT64 ? new double[size] : new float[size];
    }

    /** Where the planes of a sample and group begin. */
    int image(int n, int g) {
        return (n * channels + g * in) * field.plane();
    }

    int result(int n, int g, int row) {
        return (n * filters + g * out) * field.positions() + row * field.cols;
    }

    void lower(Object x, int n, int g, int from, int to, Object columns) {
        if (x instanceof double[] d) {
            Im2colF64.lower(d, image(n, g), field, in, from, to, (double[]) columns);
        } else {
            Im2colF32.lower((float[]) x, image(n, g), field, in, from, to, (float[]) columns);
        }
    }

    static void gemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            Object a,
            int x,
            int lda,
            Object b,
            int y,
            int ldb,
            int beta,
            Object c,
            int z,
            int ldc) {
        if (c instanceof double[] d) {
            BlasF64.gemm(ta, tb, m, n, k, 1.0, (double[]) a, x, lda, (double[]) b, y, ldb, (double) beta, d, z, ldc);
        } else {
            BlasF32.gemm(
                    ta, tb, m, n, k, 1f, (float[]) a, x, lda, (float[]) b, y, ldb, (float) beta, (float[]) c, z, ldc);
        }
    }

    static void clear(Object array, int from, int to) {
        if (array instanceof double[] d) {
            Arrays.fill(d, from, to, 0);
        } else {
            Arrays.fill((float[]) array, from, to, 0);
        }
    }

    /** Images times filters. */
    static final class Forward extends ConvWork {
        Forward(Field field, DType dtype, int count, int channels, int filters, int groups) {
            super(field, dtype, count, channels, filters, groups);
        }

        @Override
        void tile(int index, int n, int g, int from, int to, Object columns, Object[] args, Object result) {
            int size = (to - from) * field.cols;
            int positions = field.positions();
            if (field.isPlain()) {
                gemm(
                        false,
                        false,
                        out,
                        size,
                        depth,
                        args[1],
                        g * out * depth,
                        depth,
                        args[0],
                        image(n, g) + from * field.cols,
                        positions,
                        0,
                        result,
                        result(n, g, from),
                        positions);
                return;
            }
            lower(args[0], n, g, from, to, columns);
            gemm(
                    false,
                    false,
                    out,
                    size,
                    depth,
                    args[1],
                    g * out * depth,
                    depth,
                    columns,
                    0,
                    size,
                    0,
                    result,
                    result(n, g, from),
                    positions);
        }
    }

    /** The adjoint for the images: the product with the transposed filters, its columns added where they came from. */
    static final class Input extends ConvWork {
        Input(Field field, DType dtype, int count, int channels, int filters, int groups) {
            super(field, dtype, count, channels, filters, groups);
        }

        @Override
        void begin(int index, int first, int last, Object result) {
            clear(result, first * channels * field.plane(), last * channels * field.plane());
        }

        @Override
        void tile(int index, int n, int g, int from, int to, Object columns, Object[] args, Object result) {
            int size = (to - from) * field.cols;
            if (field.isPlain()) {
                gemm(
                        true,
                        false,
                        depth,
                        size,
                        out,
                        args[1],
                        g * out * depth,
                        depth,
                        args[0],
                        result(n, g, from),
                        field.positions(),
                        0,
                        result,
                        image(n, g) + from * field.cols,
                        field.plane());
                return;
            }
            gemm(
                    true,
                    false,
                    depth,
                    size,
                    out,
                    args[1],
                    g * out * depth,
                    depth,
                    args[0],
                    result(n, g, from),
                    field.positions(),
                    0,
                    columns,
                    0,
                    size);
            if (result instanceof double[] d) {
                Im2colF64.raise((double[]) columns, field, in, from, to, d, image(n, g));
            } else {
                Im2colF32.raise((float[]) columns, field, in, from, to, (float[]) result, image(n, g));
            }
        }
    }

    /** The adjoint for the filters: a sum over samples and positions; every part has a sum of its own. */
    static final class Filter extends ConvWork {
        /** The sum of the second part; made when that part begins. */
        private @Nullable Object other;

        Filter(Field field, DType dtype, int count, int channels, int filters, int groups) {
            super(field, dtype, count, channels, filters, groups);
        }

        @Override
        void begin(int index, int first, int last, Object result) {
            clear(sum(index, result), 0, filters * depth);
        }

        private Object sum(int index, Object result) {
            if (index == 0) {
                return result;
            }
            if (other == null) {
                other = array(filters * depth);
            }
            return other;
        }

        @Override
        void tile(int index, int n, int g, int from, int to, Object columns, Object[] args, Object result) {
            int size = (to - from) * field.cols;
            if (field.isPlain()) {
                gemm(
                        false,
                        true,
                        out,
                        depth,
                        size,
                        args[1],
                        result(n, g, from),
                        field.positions(),
                        args[0],
                        image(n, g) + from * field.cols,
                        field.plane(),
                        1,
                        sum(index, result),
                        g * out * depth,
                        depth);
                return;
            }
            lower(args[0], n, g, from, to, columns);
            gemm(
                    false,
                    true,
                    out,
                    depth,
                    size,
                    args[1],
                    result(n, g, from),
                    field.positions(),
                    columns,
                    0,
                    size,
                    1,
                    sum(index, result),
                    g * out * depth,
                    depth);
        }

        @Override
        public void finish(Object[] args, Object result) {
            if (result instanceof double[] sum) {
                double[] part = (double[]) sum(1, result);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i];
                }
            } else {
                float[] sum = (float[]) result;
                float[] part = (float[]) sum(1, result);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i];
                }
            }
        }
    }
}
