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

    /**
     * Finds the positions that sort the last axis in ascending order; equal values keep their order.
     *
     * {@snippet :
     * argsort(of(3.0, 1, 2)) // → [1 2 0]
     * }
     *
     * @param x the tensor
     * @return int64, the shape of x
     */
    public static Tensor argsort(Tensor x) {
        return argsort(x, -1);
    }

    /**
     * Finds the positions that sort an axis in ascending order; equal values keep their order.
     *
     * @param x the tensor
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return int64, the shape of x
     */
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

    /** The order of two elements: whole numbers in all their digits, else as float64 with NaN last and one zero. */
    static int compare(Values x, int i, Values y, int j) {
        if (x.data instanceof long[] a && y.data instanceof long[] b) {
            return Long.compare(a[i], b[j]);
        }
        return Double.compare(x.at(i) + 0.0, y.at(j) + 0.0);
    }

    /** Merges two neighbouring runs; of equal values the earlier comes first. */
    private static void merge(Values in, int[] from, int[] to, int start, int middle, int end) {
        int i = start;
        int j = middle;
        for (int k = start; k < end; k++) {
            boolean left = j >= end || i < middle && compare(in, from[i], in, from[j]) <= 0;
            to[k] = left ? from[i++] : from[j++];
        }
    }

    /**
     * Sorts the last axis in ascending order, NaN at the end.
     *
     * {@snippet :
     * sort(of(3.0, 1, 2)) // → [1. 2. 3.]
     * }
     *
     * @param x the tensor
     * @return the shape of x
     */
    public static Tensor sort(Tensor x) {
        return sort(x, -1);
    }

    /**
     * Sorts an axis in ascending order, NaN at the end.
     *
     * @param x the tensor
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the shape of x
     */
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
     * Finds the greatest values of the last axis, descending, and their positions.
     *
     * <p>NaN counts as least, so that it is among them only where there is nothing else, as NumPy's sorted order has it
     * and unlike in PyTorch.
     *
     * {@snippet :
     * topk(of(3.0, 1, 2), 2).values() // → [3. 2.]
     * }
     *
     * @param x the tensor
     * @param k how many, from 0 to the length of the axis
     * @return {@code values()} and {@code indices()}, the last axis as long as k
     * @throws ShapeException for more than there are
     */
    public static TopK topk(Tensor x, int k) {
        int n = x.dim(-1);
        if (k < 0 || k > n) {
            throw new ShapeException(
                    "topk wants " + k + " of the " + n + " values along the last axis of " + Shapes.text(x.shape()));
        }
        // Of whole numbers -1 - x turns the order round without overflow.
        Tensor numbers = x.value();
        Tensor turned = numbers.dtype().isFloating()
                ? numbers.neg()
                : numbers.cast(DType.INT64).neg().minus(1);
        Tensor order = argsort(turned, -1).slice(-1, 0, k);
        return new TopK(x.takeAlong(order, -1), order);
    }

    /**
     * Finds the distinct values, ascending.
     *
     * {@snippet :
     * unique(of(2.0, 1, 2)) // → [1. 2.]
     * }
     *
     * @param x the tensor
     * @return a vector
     */
    public static Tensor unique(Tensor x) {
        return uniqueCounts(x).values();
    }

    /**
     * Finds the distinct values, ascending, and counts how often each comes.
     *
     * {@snippet :
     * uniqueCounts(of(2.0, 1, 2)).counts() // → [1 2]
     * }
     *
     * @param x the tensor
     * @return {@code values()} and {@code counts()}, vectors
     */
    public static Unique uniqueCounts(Tensor x) {
        Tensor ordered = sort(x.flatten(), 0);
        Values sorted = Dense.values(ordered);
        long[] first = new long[sorted.size];
        int n = 0;
        for (int i = 0; i < sorted.size; i++) {
            if (i == 0 || compare(sorted, i, sorted, i - 1) != 0) {
                first[n++] = i;
            }
        }
        long[] counts = new long[n];
        for (int i = 0; i < n; i++) {
            counts[i] = (i + 1 < n ? first[i + 1] : sorted.size) - first[i];
        }
        return new Unique(ordered.take(Dense.around(Arrays.copyOf(first, n), n)), Dense.around(counts, n));
    }

    /**
     * Finds the value below which a part of all values lies, interpolated linearly between neighbours.
     *
     * {@snippet :
     * quantile(of(1.0, 2, 4), 0.75) // → 3.0
     * }
     *
     * @param x the tensor
     * @param q the part: 0 for the smallest, 1 for the greatest
     * @return one number
     * @throws IllegalArgumentException for a part outside 0 to 1, or without values
     */
    public static Tensor quantile(Tensor x, double q) {
        return quantile(x.flatten(), q, 0);
    }

    /**
     * Finds the value below which a part lies along an axis, interpolated linearly, as NumPy does by default.
     *
     * @param x the tensor
     * @param q the part: 0 for the smallest, 1 for the greatest
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the axis is gone
     * @throws IllegalArgumentException for a part outside 0 to 1, or without values
     */
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
        if (classes < 0) {
            throw new IllegalArgumentException("oneHot: a number of classes is not negative, got " + classes);
        }
        double[] rows = new double[classes * classes];
        for (int i = 0; i < classes; i++) {
            rows[i * (classes + 1)] = 1;
        }
        return Dense.around(rows, classes, classes).take(labels);
    }

    /**
     * Finds the middle one of all values, or half way between the two in the middle.
     *
     * {@snippet :
     * median(of(3.0, 1, 10)) // → 3.0
     * }
     *
     * @param x the tensor
     * @return one number
     * @throws ShapeException without values
     */
    public static Tensor median(Tensor x) {
        return quantile(x, 0.5);
    }

    /**
     * Finds the middle value along an axis.
     *
     * @param x the tensor
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the axis is gone
     * @throws ShapeException without values
     */
    public static Tensor median(Tensor x, int axis) {
        return quantile(x, 0.5, axis);
    }

    /**
     * Counts values in equal bins from the smallest to the greatest value; the last bin is closed.
     *
     * {@snippet :
     * histogram(of(0.0, 1, 1, 2), 2).counts() // → [1 3]
     * }
     *
     * @param x the tensor
     * @param bins how many, 1 or more
     * @return {@code counts()}, and {@code edges()}, one more
     * @throws IllegalArgumentException for fewer than one bin, or values that are not finite
     */
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

    /**
     * Counts values in equal bins of an interval; values outside are not counted.
     *
     * @param x the tensor
     * @param bins how many, 1 or more
     * @param low the lower end
     * @param high the upper end, which belongs to the last bin
     * @return {@code counts()}, and {@code edges()}, one more
     * @throws IllegalArgumentException for fewer than one bin, or an interval that is empty or not finite
     */
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
