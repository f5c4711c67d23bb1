package lectern.grad.compile;

import java.util.Arrays;
import lectern.grad.compile.PassPlan.Fold;
import lectern.grad.compile.PassPlan.Load;
import lectern.grad.compile.PassPlan.Step;
import lectern.grad.compile.PassPlan.Store;
import lectern.tensor.Binary;
import lectern.tensor.Unary;

/**
 * A fused loop over float32 values: tile by tile all operations are applied while the tile lies in the first-level
 * cache.
 *
 * <p>One array is read once and written once however long the chain of operations is, and every operation is a
 * compiled vector
 * kernel that all programs share, so a new program needs no warming up. {@link Pass64} is the twin for float64.
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
    private final Gang.Task half = this::half;
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
            Gang.both(half);
            arrays = null;
        }
        finish(lanes, slots);
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
                for (int i = 1; i < workers.length; i++) {
                    float[] part = ((Lane) workers[i]).accumulators[f];
                    merge(folds[f].kind(), part, 0, ((Lane) workers[0]).accumulators[f], 0, part.length);
                }
                Lane first = (Lane) workers[0];
                combine(folds[f], first.accumulators[f], (float[]) slots[folds[f].slot()], first.lanes);
            }
        }
    }

    private void combine(Fold fold, float[] acc, float[] out, float[] scratch) {
        if (fold.extent() == PassPlan.EVERYTHING) {
            out[0] = total(fold.kind(), acc, 0, acc.length, scratch);
            return;
        }
        int cols = plan.cols;
        System.arraycopy(acc, 0, out, 0, cols);
        for (int at = cols; at + cols <= acc.length; at += cols) {
            merge(fold.kind(), acc, at, out, 0, cols);
        }
    }

    private static void merge(int kind, float[] from, int i, float[] to, int k, int n) {
        if (kind == PassPlan.SUM) {
            Loops32.accumulate(from, i, to, k, n);
        } else {
            Plain32.extreme(kind == PassPlan.MAX, from, i, to, k, n);
        }
    }

    private static float total(int kind, float[] a, int i, int n, float[] lanes) {
        return kind == PassPlan.SUM ? Loops32.sum(a, i, n, lanes) : Plain32.extreme(kind == PassPlan.MAX, a, i, n);
    }

    private static float neutral(int kind) {
        return kind == PassPlan.SUM ? 0 : kind == PassPlan.MAX ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    }

    /** The part of the loop that one thread does, with scratch tiles of its own. */
    private final class Lane implements Worker {
        private final float[][] scratch = new float[tileCount][];
        private final float[][] accumulators = new float[folds.length][];
        private final float[][] base = new float[tileOf.length][];
        private final int[] offset = new int[tileOf.length];
        private final float[] lanes = new float[PassPlan.LANES];
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
            }
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
                if (accumulators[f] != null) {
                    Arrays.fill(accumulators[f], neutral(folds[f].kind()));
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
                case PassPlan.UNARY -> Loops32.unary((Unary) step.op(), base[a], offset[a], base[v], offset[v], n);
                case PassPlan.BINARY ->
                    Loops32.binary((Binary) step.op(), base[a], offset[a], base[b], offset[b], base[v], offset[v], n);
                case PassPlan.WHERE ->
                    Loops32.where(base[a], offset[a], base[b], offset[b], base[c], offset[c], base[v], offset[v], n);
                case PassPlan.FMA ->
                    Loops32.fma(base[a], offset[a], base[b], offset[b], base[c], offset[c], base[v], offset[v], n);
                default ->
                    Loops32.negatedFma(
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
                case PassPlan.EVERYTHING -> merge(fold.kind(), x, at, accumulators[f], 0, height * width);
                case PassPlan.OVER_ROWS -> merge(fold.kind(), x, at, accumulators[f], col, height * width);
                default -> {
                    float[] out = (float[]) slots[fold.slot()];
                    int first = start * fold.stride() + row;
                    for (int i = 0; i < height; i++) {
                        float part = total(fold.kind(), x, at + i * width, width, lanes);
                        if (col > 0) {
                            float old = out[first + i];
                            part = fold.kind() == PassPlan.SUM
                                    ? old + part
                                    : fold.kind() == PassPlan.MAX ? Math.max(old, part) : Math.min(old, part);
                        }
                        out[first + i] = part;
                    }
                }
            }
        }
    }
}
