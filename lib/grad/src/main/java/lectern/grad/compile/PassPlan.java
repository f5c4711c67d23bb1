package lectern.grad.compile;

import java.util.ArrayList;
import java.util.List;
import lectern.tensor.Op;
import lectern.tensor.Unary;

/**
 * What a fused loop does, before and independent of the element type: which arrays it walks through, which operations
 * it applies
 * to a tile, what it stores and reduces.
 *
 * <p>The loop space is a matrix of {@code rows} × {@code cols}. A load either covers it, or repeats: its element for
 * (row, col)
 * lies at {@code (row / div % mod) * (spread ? cols : 1) + (spread ? col : 0)}. Values are numbered, loads first.
 */
final class PassPlan {
    /** An array read by the loop; {@code stride} elements are skipped for each row of the batch before the block. */
    record Load(int slot, boolean spread, int div, int mod, int stride) {
        /** One number for the whole loop. */
        boolean isScalar() {
            return !spread && mod == 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Load that
                    && slot == that.slot
                    && spread == that.spread
                    && div == that.div
                    && mod == that.mod
                    && stride == that.stride;
        }

        @Override
        public int hashCode() {
            return (((slot * 31 + div) * 31 + mod) * 31 + stride) * 2 + (spread ? 1 : 0);
        }
    }

    /** One operation on a tile; unused arguments are -1. {@code op} null copies. */
    record Step(Op op, int form, int a, int b, int c) {}

    /** A value written to an array that covers the loop space. */
    record Store(int value, int slot, boolean bool, int stride) {}

    /** A value reduced over everything, over the rows (one result a column) or over the columns (one result a row). */
    record Fold(int value, int slot, int extent, int kind, int stride) {}

    static final int COPY = 0;
    static final int UNARY = 1;
    static final int BINARY = 2;
    static final int WHERE = 3;
    static final int FMA = 4;
    static final int NEGATED_FMA = 5;

    static final int EVERYTHING = 0;
    static final int OVER_ROWS = 1;
    static final int OVER_COLS = 2;

    static final int SUM = 0;
    static final int MAX = 1;
    static final int MIN = 2;

    /** Tiles are padded to this many elements, the longest vector in use. */
    static final int LANES = 16;

    final int rows;
    final int cols;
    final List<Load> loads = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<Store> stores = new ArrayList<>();
    final List<Fold> folds = new ArrayList<>();
    /** Work for one element, in units of a simple operation. */
    int weight;

    PassPlan(int rows, int cols) {
        this.rows = rows;
        this.cols = cols;
    }

    boolean covers(Load load) {
        return load.spread() && load.mod() == rows && load.div() == 1;
    }

    /** Rows of a tile that holds whole rows; 1 when a row is longer than a tile. */
    int tileRows(int target) {
        if (cols >= target) {
            return 1;
        }
        int unit = LANES / gcd(cols, LANES);
        int fit = target / cols;
        int k = fit >= unit ? fit / unit * unit : unit * cols <= 2 * target ? unit : fit;
        return Math.min(k, rows);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /**
     * The scratch tile of every value (-1: needs none, lies in an array when tiles are even), and their number in
     * the end.
     */
    int[] tiles(int[] count) {
        int values = loads.size() + steps.size();
        int[] last = new int[values];
        for (int s = 0; s < steps.size(); s++) {
            Step step = steps.get(s);
            for (int v : new int[] {step.a(), step.b(), step.c()}) {
                if (v >= 0) {
                    last[v] = s;
                }
            }
        }
        for (Store store : stores) {
            last[store.value()] = Integer.MAX_VALUE;
        }
        for (Fold fold : folds) {
            last[fold.value()] = Integer.MAX_VALUE;
        }
        int[] tile = new int[values];
        int next = 0;
        for (int v = 0; v < loads.size(); v++) {
            tile[v] = next++;
        }
        List<Integer> free = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            int v = loads.size() + s;
            tile[v] = free.isEmpty() ? next++ : free.removeLast();
            Step step = steps.get(s);
            int[] args = {step.a(), step.b(), step.c()};
            for (int i = 0; i < 3; i++) {
                int u = args[i];
                boolean again = i > 0 && u == args[0] || i > 1 && u == args[1];
                if (u >= loads.size() && last[u] == s && !again) {
                    free.add(tile[u]);
                }
            }
            if (last[v] < s) {
                last[v] = s;
            }
        }
        count[0] = next;
        return tile;
    }

    /** The work of a function for one element. */
    static int weight(Unary op) {
        return switch (op) {
            case NEG, ABS, SQUARE, SIGN, RECIPROCAL, SQRT, FLOOR, CEIL, ROUND, NOT, IS_NAN, IS_FINITE -> 1;
            case EXP, TANH, SIGMOID, LOG, SIN, COS -> 8;
            default -> 40;
        };
    }
}
