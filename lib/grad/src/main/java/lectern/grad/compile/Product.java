package lectern.grad.compile;

import java.util.Arrays;
import lectern.tensor.Blas;
import lectern.tensor.HeapViews;
import lectern.tensor.MatMul;
import lectern.tensor.Parallel;
import lectern.tensor.Shapes;

/** Matrix products: whole ones split in two halves along the longer side of the result or along the batch. */
final class Product implements Instruction {
    /** From this many multiplications on a matrix product is given to two cores. */
    private static final long PARALLEL = 1_000_000;

    /** Up to this many multiplications the library has kernels without packing, half as fast again. */
    static final int SMALL = 1_000_000;

    private final boolean ta;
    private final boolean tb;
    private final int m;
    private final int n;
    private final int k;
    private final int count;
    private final int[] startsA;
    private final int[] startsB;
    private final int a;
    private final int b;
    private final int c;
    private final boolean two;
    private final Parallel.Range halves = this::halves;
    private final HeapViews[] views = {new HeapViews(), new HeapViews()};
    private Object[] slots;

    private Product(MatMul op, int m, int n, int k, int[] startsA, int[] startsB, int[] in, int out) {
        ta = op.transposeA();
        tb = op.transposeB();
        this.m = m;
        this.n = n;
        this.k = k;
        this.count = startsA.length;
        this.startsA = startsA;
        this.startsB = startsB;
        a = in[0];
        b = in[1];
        c = out;
        long work = (long) m * n * k * count;
        two = work >= PARALLEL && (count > 1 || Math.max(m, n) >= 32);
    }

    /** The instruction of a product of float arrays of one type with a positive inner length. */
    static Product of(MatMul op, Node node, int[] in, int out) {
        int rank = node.shape.length;
        int[] a = node.in.get(0).shape;
        int[] b = node.in.get(1).shape;
        int m = node.shape[rank - 2];
        int n = node.shape[rank - 1];
        int k = a[a.length - (op.transposeA() ? 2 : 1)];
        int[] batch = Arrays.copyOf(node.shape, rank - 2);
        int[] startsA = starts(Arrays.copyOf(a, a.length - 2), batch, m * k);
        int[] startsB = starts(Arrays.copyOf(b, b.length - 2), batch, k * n);
        return new Product(op, m, n, k, startsA, startsB, in, out);
    }

    private static int[] starts(int[] shape, int[] batch, int size) {
        int count = Shapes.size(batch);
        int[] own = Strides.of(shape);
        int[] strides = Strides.of(batch);
        int extra = batch.length - shape.length;
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            for (int axis = extra; axis < batch.length; axis++) {
                if (shape[axis - extra] != 1) {
                    starts[i] += i / strides[axis] % batch[axis] * own[axis - extra] * size;
                }
            }
        }
        return starts;
    }

    @Override
    public void run(Object[] arrays) {
        if (!two) {
            for (int i = 0; i < count; i++) {
                multiply(arrays, views[0], i, 0, m, 0, n);
            }
            return;
        }
        slots = arrays;
        Parallel.run(2, 1, halves);
        slots = null;
    }

    private void halves(int first, int last) {
        for (int part = first; part < last; part++) {
            half(part);
        }
    }

    private void half(int part) {
        if (count > 1) {
            int middle = count / 2;
            for (int i = part == 0 ? 0 : middle; i < (part == 0 ? middle : count); i++) {
                multiply(slots, views[part], i, 0, m, 0, n);
            }
        } else if (m >= n) {
            int middle = (m / 2 + 15) / 16 * 16;
            multiply(slots, views[part], 0, part == 0 ? 0 : middle, part == 0 ? middle : m, 0, n);
        } else {
            int middle = (n / 2 + 15) / 16 * 16;
            multiply(slots, views[part], 0, 0, m, part == 0 ? 0 : middle, part == 0 ? middle : n);
        }
    }

    private void multiply(Object[] arrays, HeapViews views, int i, int row, int rowEnd, int col, int colEnd) {
        int x = startsA[i] + (ta ? row : row * k);
        int y = startsB[i] + (tb ? col * k : col);
        int z = i * m * n + row * n + col;
        gemm(
                ta,
                tb,
                rowEnd - row,
                colEnd - col,
                k,
                arrays[a],
                x,
                ta ? m : k,
                arrays[b],
                y,
                tb ? k : n,
                0,
                arrays[c],
                z,
                n,
                views);
    }

    private static void gemm(
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
            int ldc,
            HeapViews views) {
        if (c instanceof double[] out) {
            Blas.gemm(
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    1.0,
                    (double[]) a,
                    x,
                    lda,
                    (double[]) b,
                    y,
                    ldb,
                    (double) beta,
                    out,
                    z,
                    ldc,
                    views);
        } else {
            Blas.gemm(
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    1f,
                    (float[]) a,
                    x,
                    lda,
                    (float[]) b,
                    y,
                    ldb,
                    (float) beta,
                    (float[]) c,
                    z,
                    ldc,
                    views);
        }
    }

    /**
     * Rows of the left factor times a fixed matrix: (batch, k)·(k, n), row by row. Where the products of the blocks are
     * small, a matrix that is taken transposed is transposed once in each run, since the library's kernels for those
     * are half as fast again on plain ones.
     */
    record Rows(boolean tb, boolean small, int n, int k, int a, int strideA, int b, int c, int strideC)
            implements Blockwise {
        @Override
        public void run(Object[] slots) {
            throw new IllegalStateException("runs in a batch only");
        }

        @Override
        public Worker worker() {
            return new RowsPart(this);
        }

        @Override
        public void finish(Worker[] workers, Object[] slots) {
            // Every worker wrote its own rows.
        }
    }

    private static final class RowsPart implements Blockwise.Worker {
        private final Rows plan;
        private final Strides turn;
        private final HeapViews views = new HeapViews();
        private Object matrix;

        RowsPart(Rows plan) {
            this.plan = plan;
            turn = new Strides(new int[] {plan.k, plan.n}, 0, new int[] {1, plan.k}, 0, new int[] {plan.n, 1});
        }

        @Override
        public void begin(Object[] slots) {
            if (plan.tb && plan.small) {
                if (matrix == null) {
                    int size = plan.n * plan.k;
                    matrix = slots[plan.b] instanceof double[] ? new double[size] : new float[size];
                }
                turn.run(slots[plan.b], matrix);
            }
        }

        @Override
        public void block(Object[] slots, int row, int height, int batch) {
            boolean turned = plan.tb && plan.small;
            boolean tb = plan.tb && !plan.small;
            gemm(
                    false,
                    tb,
                    height,
                    plan.n,
                    plan.k,
                    slots[plan.a],
                    row * plan.strideA,
                    plan.k,
                    turned ? matrix : slots[plan.b],
                    0,
                    tb ? plan.k : plan.n,
                    0,
                    slots[plan.c],
                    row * plan.strideC,
                    plan.n,
                    views);
        }
    }

    /** The sum over the batch of outer products of rows: (batch, m)ᵀ·(batch, n). */
    record Sum(int m, int n, int a, int strideA, int b, int strideB, int c) implements Blockwise {
        @Override
        public void run(Object[] slots) {
            throw new IllegalStateException("runs in a batch only");
        }

        @Override
        public Worker worker() {
            return new Part(this);
        }

        @Override
        public void finish(Worker[] workers, Object[] slots) {
            Object out = slots[c];
            for (int i = 0; i < workers.length; i++) {
                Part part = (Part) workers[i];
                if (i == 0) {
                    System.arraycopy(part.sum, 0, out, 0, m * n);
                } else if (out instanceof double[] x) {
                    Kernels64.accumulate((double[]) part.sum, 0, x, 0, m * n);
                } else {
                    Kernels32.accumulate((float[]) part.sum, 0, (float[]) out, 0, m * n);
                }
            }
        }

        private static final class Part implements Worker {
            private final Sum plan;
            private Object sum;
            private final HeapViews views = new HeapViews();
            private boolean empty;

            Part(Sum plan) {
                this.plan = plan;
            }

            @Override
            public void begin(Object[] slots) {
                if (sum == null) {
                    int size = plan.m * plan.n;
                    sum = slots[plan.c] instanceof double[] ? new double[size] : new float[size];
                }
                empty = true;
            }

            @Override
            public void block(Object[] slots, int row, int height, int batch) {
                gemm(
                        true,
                        false,
                        plan.m,
                        plan.n,
                        height,
                        slots[plan.a],
                        row * plan.strideA,
                        plan.m,
                        slots[plan.b],
                        row * plan.strideB,
                        plan.n,
                        empty ? 0 : 1,
                        sum,
                        0,
                        plan.n,
                        views);
                empty = false;
            }
        }
    }
}
