package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.eval.Values;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Order among numbers: sorting, ranks, quantiles, counting. NaN sorts to the end, as in NumPy. */
public final class Sorting {
    private Sorting() {}

    /** The greatest values, descending, and where they stood. */
    public record TopK(Tensor values, Tensor indices) {}

    /** The distinct values ascending, and how often each comes. */
    public record Unique(Tensor values, Tensor counts) {}

    /** How many values fall into each bin, and the edges of the bins (one more than counts). */
    public record Histogram(Tensor counts, Tensor edges) {}

    /** The positions that sort the last axis in ascending order; equal values keep their order. */
    public static Tensor argsort(Tensor x) {
        return argsort(x, -1);
    }

    /** The positions that sort an axis in ascending order; equal values keep their order. */
    public static Tensor argsort(Tensor x, int axis) {
        int along = Shapes.axis(axis, x.ndim());
        if (along != x.ndim() - 1) {
            return argsort(x.value().swapAxes(along, -1), -1).swapAxes(along, -1);
        }
        Values in = Dense.values(x);
        int n = in.dims[along];
        Values out = Values.zeros(DType.INT64, in.dims);
        for (int row = 0; row < in.size; row += Math.max(n, 1)) {
            order(in, row, n, out.i64());
        }
        return Dense.of(out);
    }

    private static void order(Values in, int row, int n, long[] out) {
        int[] positions = new int[n];
        for (int i = 0; i < n; i++) {
            positions[i] = row + i;
        }
        int[] sorted = merged(in, positions);
        for (int i = 0; i < n; i++) {
            out[row + i] = (long) sorted[i] - row;
        }
    }

    /** The positions in the order of their values: runs of doubling length, merged from one array into the other. */
    private static int[] merged(Values in, int[] positions) {
        int n = positions.length;
        int[] from = positions;
        int[] to = new int[n];
        for (int run = 1; run > 0 && run < n; run *= 2) {
            for (int start = 0; start < n; start += 2 * run) {
                int middle = Math.min(start + run, n);
                merge(in, from, to, start, middle, Math.min(middle + run, n));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** Merges two neighbouring runs; of equal values the earlier comes first. */
    private static void merge(Values in, int[] from, int[] to, int start, int middle, int end) {
        int i = start;
        int j = middle;
        for (int k = start; k < end; k++) {
            boolean left = j >= end || i < middle && compare(in, from[i], from[j]) <= 0;
            to[k] = left ? from[i++] : from[j++];
        }
    }

    private static int compare(Values x, int i, int j) {
        if (x.data instanceof long[] integers) {
            return Long.compare(integers[i], integers[j]);
        }
        // -0.0 and 0.0 are equal here, unlike in Double.compare.
        return Double.compare(x.at(i) + 0.0, x.at(j) + 0.0);
    }

    /** The values ascending along the last axis. */
    public static Tensor sort(Tensor x) {
        return sort(x, -1);
    }

    /** The values ascending along an axis. */
    public static Tensor sort(Tensor x, int axis) {
        if (x.ndim() != 1 || x.level() > 0) {
            return x.takeAlong(argsort(x, axis), axis);
        }
        Shapes.axis(axis, 1);
        Values out = Dense.values(x).copy();
        switch (out.data) {
            case double[] d -> Arrays.sort(d);
            case float[] f -> Arrays.sort(f);
            case long[] l -> Arrays.sort(l);
            default -> {
                return x.takeAlong(argsort(x, axis), axis);
            }
        }
        return Dense.of(out);
    }

    /**
     * The k greatest values of the last axis, descending, and their positions; NaN counts as least, so that it is among them
     * only where there is nothing else, as NumPy's sorted order has it and unlike in PyTorch.
     */
    public static TopK topk(Tensor x, int k) {
        int n = x.dim(-1);
        if (k < 0 || k > n) {
            throw new ShapeException(
                    "topk wants " + k + " of the " + n + " values along the last axis of " + Shapes.text(x.shape()));
        }
        Tensor order = argsort(x.value().cast(DType.FLOAT64).neg(), -1).slice(-1, 0, k);
        return new TopK(x.takeAlong(order, -1), order);
    }

    /** The distinct values, ascending. */
    public static Tensor unique(Tensor x) {
        return uniqueCounts(x).values();
    }

    /** The distinct values, ascending, with their counts. */
    public static Unique uniqueCounts(Tensor x) {
        Tensor ordered = sort(x.flatten(), 0);
        Values sorted = Dense.values(ordered);
        long[] first = new long[sorted.size];
        int n = 0;
        for (int i = 0; i < sorted.size; i++) {
            if (i == 0 || compare(sorted, i, i - 1) != 0) {
                first[n++] = i;
            }
        }
        long[] counts = new long[n];
        for (int i = 0; i < n; i++) {
            counts[i] = (i + 1 < n ? first[i + 1] : sorted.size) - first[i];
        }
        return new Unique(ordered.take(Dense.around(Arrays.copyOf(first, n), n)), Dense.around(counts, n));
    }

    /** The q-quantile of all values, interpolated between neighbours: q = 0 is the smallest, q = 1 the greatest. */
    public static Tensor quantile(Tensor x, double q) {
        return quantile(x.flatten(), q, 0);
    }

    /** The q-quantile along an axis, interpolated linearly (NumPy's default). */
    public static Tensor quantile(Tensor x, double q, int axis) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1, got " + q);
        }
        int along = Shapes.axis(axis, x.ndim());
        int n = x.dim(along);
        if (n == 0) {
            throw new ShapeException(
                    "quantile along axis " + axis + " of shape " + Shapes.text(x.shape()) + ": there are no values");
        }
        Tensor sorted = sort(x.dtype().isFloating() ? x : x.cast(DType.FLOAT64), along);
        double at = q * (n - 1);
        int low = (int) Math.floor(at);
        int high = Math.min(low + 1, n - 1);
        Tensor a = sorted.slice(along, low, low + 1).squeeze(along);
        Tensor b = sorted.slice(along, high, high + 1).squeeze(along);
        Tensor last = sorted.slice(along, n - 1, n).squeeze(along);
        Tensor value = between(a, b, at - low);
        return last.value().isNaN().any().isTrue()
                ? Tensor.apply(new Where(), last.value().isNaN(), last, value)
                : value;
    }

    /** A point between two neighbours in order; of infinities no difference can be taken. */
    private static Tensor between(Tensor a, Tensor b, double share) {
        if (share == 0) {
            return a;
        }
        Tensor value = a.plus(b.minus(a).times(share));
        Tensor infinite = a.value().isFinite().and(b.value().isFinite()).not();
        return infinite.any().isTrue()
                ? Tensor.apply(new Where(), infinite, a.times(1 - share).plus(b.times(share)), value)
                : value;
    }

    /**
     * Rows of zeros with a one at the place of the class: NumPy's {@code eye(classes)[labels]}.
     *
     * {@snippet :
     * oneHot(of(0, 2), 3)      // → [[1. 0. 0.] [0. 0. 1.]]
     * }
     *
     * @param labels class numbers from 0 on, int64 of any shape
     * @param classes how many there are
     * @return float64, with an axis of that length behind those of the labels
     * @throws IndexOutOfBoundsException when a label is not below the number of classes
     */
    public static Tensor oneHot(Tensor labels, int classes) {
        if (labels.size() > 0 && labels.dtype() == DType.INT64 && labels.min().item() < 0) {
            throw new IndexOutOfBoundsException("oneHot: class numbers begin with 0, got "
                    + (long) labels.min().item());
        }
        return Tensors.eye(classes).take(labels);
    }

    /** The middle value of all. */
    public static Tensor median(Tensor x) {
        return quantile(x, 0.5);
    }

    /** The middle value along an axis. */
    public static Tensor median(Tensor x, int axis) {
        return quantile(x, 0.5, axis);
    }

    /** Counts in {@code bins} equal bins from the smallest to the greatest value; the last bin is closed. */
    public static Histogram histogram(Tensor x, int bins) {
        Tensor numbers = x.value();
        double low = x.size() == 0 ? 0 : numbers.min().item();
        double high = x.size() == 0 ? 1 : numbers.max().item();
        double margin = low == high ? 0.5 : 0;
        Histogram found = histogram(numbers, bins, low - margin, high + margin);
        if (x.level() == 0 || x.size() == 0) {
            return found;
        }
        // The counts are constant, the edges move with the smallest and the greatest value.
        double[] shares = new double[bins + 1];
        Arrays.setAll(shares, i -> (double) i / bins);
        Tensor share = Dense.around(shares, bins + 1);
        Tensor edges = x.min()
                .minus(margin)
                .times(share.neg().plus(1))
                .plus(x.max().plus(margin).times(share));
        return new Histogram(found.counts(), edges);
    }

    /** Counts in {@code bins} equal bins of [low, high]; values outside are not counted. */
    public static Histogram histogram(Tensor x, int bins, double low, double high) {
        if (bins < 1 || !(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("histogram wants at least one bin in a finite interval, got " + bins
                    + " in [" + low + ", " + high + "]");
        }
        double[] edge = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edge[i] = low + i * ((high - low) / bins);
        }
        edge[bins] = high;
        long[] counts = new long[bins];
        for (double value : x.value().toDoubleArray()) {
            if (value >= low && value <= high) {
                int bin = Math.min((int) ((value - low) / (high - low) * bins), bins - 1);
                // The division may miss an edge by a rounding error.
                if (value < edge[bin]) {
                    bin--;
                } else if (bin < bins - 1 && value >= edge[bin + 1]) {
                    bin++;
                }
                counts[bin]++;
            }
        }
        return new Histogram(Dense.around(counts, bins), Dense.around(edge, bins + 1));
    }
}
