// Generated from Pass64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.grad.compile;

import java.util.Arrays;
import lectern.grad.compile.PassPlan.Fold;
import lectern.grad.compile.PassPlan.Load;
import lectern.grad.compile.PassPlan.Step;
import lectern.grad.compile.PassPlan.Store;
import lectern.tensor.Binary;
import lectern.tensor.Parallel;
import lectern.tensor.Unary;
import lectern.tensor.VectorMath;

/**
 * A fused loop over float32 values: tile by tile all operations are applied while the tile lies in the first-level
 * cache.
 *
 * <p>One array is read once and written once however long the chain of operations is, and every operation is a
 * compiled vector kernel that all programs share, so a new program needs no warming up.
 */
final class Pass32 implements Blockwise {
    private static final int TARGET = 1024;
    private static final int PARALLEL = 400_000;

    private final PassPlan plan;
    private final Load[] loads;
    private final Step[] steps;
    private final Store[] stores;
    private final Fold[] folds;
    private final int[] tileOf;
    private final int[] storeOf;
    private final int tileRows;
    private final int tileCols;
    private final int tileSize;
    private final int segments;
    private final int tileCount;
    private final Lane[] lanes;
    private final Parallel.Range halves = this::halves;
    private Object[] arrays;

    Pass32(PassPlan plan) {
        this.plan = plan;
        loads = plan.loads.toArray(Load[]::new);
        steps = plan.steps.toArray(Step[]::new);
        stores = plan.stores.toArray(Store[]::new);
        folds = plan.folds.toArray(Fold[]::new);
        int[] count = new int[1];
        tileOf = plan.tiles(count);
        tileCount = count[0];
        tileRows = plan.tileRows(TARGET);
        tileCols = Math.min(plan.cols, plan.cols >= TARGET ? TARGET : plan.cols);
        tileSize = (tileRows * tileCols + PassPlan.LANES - 1) / PassPlan.LANES * PassPlan.LANES;
        segments = (plan.cols + tileCols - 1) / tileCols;
        storeOf = new int[tileOf.length];
        Arrays.fill(storeOf, -1);
        for (int s = 0; s < stores.length; s++) {
            if (!stores[s].bool() && stores[s].value() >= loads.length) {
                storeOf[stores[s].value()] = s;
            }
        }
        boolean rowwise = false;
        for (Fold fold : folds) {
            rowwise |= fold.extent() == PassPlan.OVER_COLS;
        }
        long work = (long) plan.rows * plan.cols * Math.max(plan.weight, 1);
        boolean two = work >= PARALLEL && (rowwise ? plan.rows / tileRows : tiles(plan.rows)) >= 4;
        lanes = new Lane[two ? 2 : 1];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane();
        }
    }

    private int tiles(int rows) {
        return (rows + tileRows - 1) / tileRows * segments;
    }

    @Override
    public void run(Object[] slots) {
        if (lanes.length == 1) {
            lanes[0].begin(slots);
            lanes[0].run(slots, 0, plan.rows, 0, tiles(plan.rows));
        } else {
            arrays = slots;
            Parallel.run(2, 1, halves);
            arrays = null;
        }
        finish(lanes, slots);
    }

    private void halves(int first, int last) {
        for (int part = first; part < last; part++) {
            half(part);
        }
    }

    private void half(int part) {
        int all = tiles(plan.rows);
        int middle = all / segments / 2 * segments;
        if (middle == 0) {
            middle = all / 2;
        }
        lanes[part].begin(arrays);
        lanes[part].run(arrays, 0, plan.rows, part == 0 ? 0 : middle, part == 0 ? middle : all);
    }

    @Override
    public Worker worker() {
        return new Lane();
    }

    @Override
    public void finish(Worker[] workers, Object[] slots) {
        for (int f = 0; f < folds.length; f++) {
            if (folds[f].extent() != PassPlan.OVER_COLS) {
                float[] all = ((Lane) workers[0]).accumulated(f);
                for (int i = 1; i < workers.length; i++) {
                    merge(folds[f].kind(), ((Lane) workers[i]).accumulated(f), 0, all, 0, all.length);
                }
                combine(folds[f], all, (float[]) slots[folds[f].slot()]);
            }
        }
    }

    private void combine(Fold fold, float[] acc, float[] out) {
        if (fold.extent() == PassPlan.EVERYTHING) {
            out[0] = total(fold.kind(), acc, 0, acc.length);
            return;
        }
        int cols = plan.cols;
        // By halves, so that each number takes part in few additions.
        for (int rows = acc.length / cols; rows > 1; rows -= rows / 2) {
            int upper = rows / 2;
            merge(fold.kind(), acc, (rows - upper) * cols, acc, 0, upper * cols);
        }
        System.arraycopy(acc, 0, out, 0, cols);
    }

    private static void merge(int kind, float[] from, int i, float[] to, int k, int n) {
        if (kind == PassPlan.SUM) {
            Kernels32.accumulate(from, i, to, k, n);
        } else {
            Kernels32.extreme(kind == PassPlan.MAX, from, i, to, k, n);
        }
    }

    private static float total(int kind, float[] a, int i, int n) {
        return kind == PassPlan.SUM ? VectorMath.sum(a, i, n) : Kernels32.extreme(kind == PassPlan.MAX, a, i, n);
    }

    /** The part of the loop that one thread does, with scratch tiles of its own. */
    private final class Lane implements Worker {
        private final float[][] scratch = new float[tileCount][];
        private final float[][] accumulators = new float[folds.length][];
        private final Cascade32[] sums = new Cascade32[folds.length];
        private final float[] whole = new float[1];
        private final float[][] base = new float[tileOf.length][];
        private final int[] offset = new int[tileOf.length];
        private Object[] slots;
        /** The first row of the batch in this block. */
        private int start;
        /** Rows of the loop in this block. */
        private int rows;

        Lane() {
            for (int f = 0; f < folds.length; f++) {
                accumulators[f] = switch (folds[f].extent()) {
                    case PassPlan.EVERYTHING -> new float[tileRows * tileCols];
                    case PassPlan.OVER_ROWS -> new float[tileRows * plan.cols];
                    default -> null;
                };
                if (folds[f].kind() == PassPlan.SUM) {
                    sums[f] = switch (folds[f].extent()) {
                        case PassPlan.EVERYTHING -> new Cascade32(tileRows * tileCols, tileRows * tileCols);
                        case PassPlan.OVER_ROWS -> new Cascade32(tileRows * plan.cols, tileRows * tileCols);
                        default -> new Cascade32(1, 1);
                    };
                }
            }
        }

        /** What the tiles of this thread come to. */
        private float[] accumulated(int f) {
            if (sums[f] != null) {
                sums[f].total(accumulators[f]);
            }
            return accumulators[f];
        }

        private float[] tile(int value) {
            int t = tileOf[value];
            if (scratch[t] == null) {
                scratch[t] = new float[tileSize];
            }
            return scratch[t];
        }

        @Override
        public void begin(Object[] current) {
            slots = current;
            for (int f = 0; f < folds.length; f++) {
                if (sums[f] != null) {
                    sums[f].clear();
                } else if (accumulators[f] != null) {
                    float neutral =
                            folds[f].kind() == PassPlan.MAX ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
                    Arrays.fill(accumulators[f], neutral);
                }
            }
            for (int v = 0; v < loads.length; v++) {
                prepare(v);
            }
            slots = null;
        }

        @Override
        public void block(Object[] current, int row, int height, int batch) {
            int blockRows = (int) ((long) plan.rows * height / batch);
            run(current, row, blockRows, 0, tiles(blockRows));
        }

        void run(Object[] current, int row, int count, int from, int to) {
            slots = current;
            start = row;
            rows = count;
            for (int t = from; t < to; t++) {
                int r = t / segments * tileRows;
                int col = t % segments * tileCols;
                step(r, col, Math.min(tileRows, rows - r), Math.min(tileCols, plan.cols - col));
            }
            slots = null;
        }

        /** Loads that are the same in every tile. */
        private void prepare(int v) {
            Load load = loads[v];
            Object source = slots[load.slot()];
            if (load.isScalar()) {
                float[] tile = tile(v);
                Arrays.fill(tile, Arrays32.at(source, 0));
                base[v] = tile;
                offset[v] = 0;
            } else if (load.spread() && load.mod() == 1 && plan.rows > 1 && segments == 1) {
                float[] tile = tile(v);
                for (int i = 0; i < tileRows; i++) {
                    Arrays32.copy(source, 0, tile, i * plan.cols, plan.cols);
                }
                base[v] = tile;
                offset[v] = 0;
            }
        }

        private void step(int row, int col, int height, int width) {
            int n = height * width;
            boolean even = n % PassPlan.LANES == 0;
            for (int v = 0; v < loads.length; v++) {
                fetch(v, row, col, height, width, even);
            }
            int padded = even ? n : (n + PassPlan.LANES - 1) / PassPlan.LANES * PassPlan.LANES;
            for (int s = 0; s < steps.length; s++) {
                int v = loads.length + s;
                int store = storeOf[v];
                if (store >= 0 && even) {
                    base[v] = (float[]) slots[stores[store].slot()];
                    offset[v] = start * stores[store].stride() + row * plan.cols + col;
                } else {
                    base[v] = tile(v);
                    offset[v] = 0;
                }
                compute(steps[s], v, padded);
            }
            for (Store store : stores) {
                put(store, start * store.stride() + row * plan.cols + col, n, even);
            }
            for (int f = 0; f < folds.length; f++) {
                fold(f, row, col, height, width);
            }
        }

        private void fetch(int v, int row, int col, int height, int width, boolean even) {
            Load load = loads[v];
            if (load.isScalar() || (load.spread() && load.mod() == 1 && plan.rows > 1 && segments == 1)) {
                return;
            }
            Object source = slots[load.slot()];
            if (load.spread()) {
                int first = start * load.stride() + col;
                boolean covers = plan.covers(load);
                if (covers || height == 1) {
                    int at = first + (covers ? row : row / load.div() % load.mod()) * plan.cols;
                    if (even && source instanceof float[] direct) {
                        base[v] = direct;
                        offset[v] = at;
                        return;
                    }
                    Arrays32.copy(source, at, tile(v), 0, height * width);
                } else {
                    float[] tile = tile(v);
                    for (int i = 0; i < height; i++) {
                        int at = first + (row + i) / load.div() % load.mod() * plan.cols;
                        Arrays32.copy(source, at, tile, i * width, width);
                    }
                }
            } else {
                spreadColumn(load, source, tile(v), row, height, width);
            }
            base[v] = tile(v);
            offset[v] = 0;
        }

        private void spreadColumn(Load load, Object source, float[] tile, int row, int height, int width) {
            int first = start * load.stride();
            if (source instanceof float[] x && load.div() == 1 && load.mod() == plan.rows) {
                for (int i = 0; i < height; i++) {
                    Arrays.fill(tile, i * width, (i + 1) * width, x[first + row + i]);
                }
                return;
            }
            for (int i = 0; i < height; i++) {
                float x = Arrays32.at(source, first + (row + i) / load.div() % load.mod());
                Arrays.fill(tile, i * width, (i + 1) * width, x);
            }
        }

        private void compute(Step step, int v, int n) {
            int a = step.a();
            int b = step.b();
            int c = step.c();
            switch (step.form()) {
                case PassPlan.COPY -> System.arraycopy(base[a], offset[a], base[v], offset[v], n);
                case PassPlan.UNARY -> Kernels32.unary((Unary) step.op(), base[a], offset[a], base[v], offset[v], n);
                case PassPlan.BINARY ->
                    Kernels32.binary((Binary) step.op(), base[a], offset[a], base[b], offset[b], base[v], offset[v], n);
                case PassPlan.WHERE ->
                    Kernels32.where(base[a], offset[a], base[b], offset[b], base[c], offset[c], base[v], offset[v], n);
                case PassPlan.FMA ->
                    Kernels32.fma(base[a], offset[a], base[b], offset[b], base[c], offset[c], base[v], offset[v], n);
                default ->
                    Kernels32.negatedFma(
                            base[a], offset[a], base[b], offset[b], base[c], offset[c], base[v], offset[v], n);
            }
        }

        private void put(Store store, int at, int n, boolean even) {
            int v = store.value();
            if (store.bool()) {
                boolean[] out = (boolean[]) slots[store.slot()];
                for (int i = 0; i < n; i++) {
                    out[at + i] = base[v][offset[v] + i] != 0;
                }
            } else if (!even || base[v] != slots[store.slot()]) {
                System.arraycopy(base[v], offset[v], slots[store.slot()], at, n);
            }
        }

        private void fold(int f, int row, int col, int height, int width) {
            Fold fold = folds[f];
            float[] x = base[fold.value()];
            int at = offset[fold.value()];
            switch (fold.extent()) {
                case PassPlan.EVERYTHING -> add(f, x, at, height * width, 0);
                case PassPlan.OVER_ROWS -> add(f, x, at, height * width, col);
                default -> {
                    float[] out = (float[]) slots[fold.slot()];
                    int first = start * fold.stride() + row;
                    for (int i = 0; i < height; i++) {
                        float part = total(fold.kind(), x, at + i * width, width);
                        out[first + i] = segments == 1 ? part : joined(f, col, part, out[first + i]);
                    }
                }
            }
        }

        private void add(int f, float[] x, int at, int n, int start) {
            if (sums[f] != null) {
                sums[f].add(x, at, n, start);
            } else {
                merge(folds[f].kind(), x, at, accumulators[f], start, n);
            }
        }

        /** The result of a row of several tiles up to the tile that starts at {@code col}. */
        private float joined(int f, int col, float part, float old) {
            if (sums[f] == null) {
                boolean max = folds[f].kind() == PassPlan.MAX;
                return col == 0 ? part : max ? Math.max(old, part) : Math.min(old, part);
            }
            if (col == 0) {
                sums[f].clear();
            }
            whole[0] = part;
            sums[f].add(whole, 0, 1, 0);
            sums[f].total(whole);
            return whole[0];
        }
    }
}
