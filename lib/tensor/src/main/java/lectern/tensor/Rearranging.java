package lectern.tensor;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.op.Concat;
import lectern.tensor.op.Unslice;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Choosing, joining, splitting and repeating tensors, as static verbs; all can be differentiated. */
public abstract class Rearranging extends Elementary {
    private static final int MOST_EMPTY_PARTS = 1 << 16;

    Rearranging() {}

    /** Elements of {@code a} where the condition is true, of {@code b} elsewhere; broadcast. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return Tensor.apply(new Where(), condition, a, b);
    }

    /** Elements of {@code a} where the condition is true, a number elsewhere. */
    public static Tensor where(Tensor condition, Tensor a, double b) {
        return where(condition, a, new Scalar(b, true));
    }

    /** A number where the condition is true, elements of {@code b} elsewhere. */
    public static Tensor where(Tensor condition, double a, Tensor b) {
        return where(condition, new Scalar(a, true), b);
    }

    /** One of two numbers, by the condition. */
    public static Tensor where(Tensor condition, double a, double b) {
        return where(condition, new Scalar(a, true), new Scalar(b, true));
    }

    /** Tensors joined along an existing axis. */
    public static Tensor concat(int axis, Tensor... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("concat wants at least one tensor");
        }
        return Tensor.apply(new Concat(Shapes.axis(axis, parts[0].ndim())), parts);
    }

    /** Tensors of one shape joined along a new axis. */
    public static Tensor stack(int axis, Tensor... parts) {
        Tensor[] expanded = new Tensor[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!Arrays.equals(parts[i].shape(), parts[0].shape())) {
                throw new ShapeException(
                        "stack: shape " + Shapes.text(parts[i].shape()) + " (argument " + i + ") differs from "
                                + Shapes.text(parts[0].shape()) + "; to join along an axis there is concat");
            }
            expanded[i] = parts[i].expandDims(axis);
        }
        return concat(axis, expanded);
    }

    /** Joined along the first axis. */
    public static Tensor concat(Tensor... parts) {
        return concat(0, parts);
    }

    /** Joined along a new first axis. */
    public static Tensor stack(Tensor... parts) {
        return stack(0, parts);
    }

    /** The tensors of a list joined along a new first axis. */
    public static Tensor stack(List<Tensor> parts) {
        return stack(0, parts);
    }

    /** The tensors of a list joined along a new axis. */
    public static Tensor stack(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("stack wants at least one tensor; the list is empty");
        }
        return stack(axis, parts.toArray(Tensor[]::new));
    }

    /** Equal parts along an axis, whose length is a multiple of their number; an empty axis has some empty ones. */
    public static Tensor[] split(Tensor x, int parts, int axis) {
        int n = x.dim(axis);
        if (parts < 1 || n % parts != 0 || parts > Math.max(n, MOST_EMPTY_PARTS)) {
            throw new ShapeException("split: axis " + axis + " of shape " + Shapes.text(x.shape())
                    + " does not divide into " + parts + " equal parts; splitAt takes positions");
        }
        int[] at = new int[parts - 1];
        for (int i = 0; i < at.length; i++) {
            at[i] = (i + 1) * (n / parts);
        }
        return splitAt(x, axis, at);
    }

    /** The parts between the positions given. */
    public static Tensor[] splitAt(Tensor x, int axis, int... positions) {
        Tensor[] out = new Tensor[positions.length + 1];
        for (int i = 0; i < out.length; i++) {
            int from = i == 0 ? 0 : positions[i - 1];
            out[i] = x.slice(axis, from, i < positions.length ? positions[i] : Integer.MAX_VALUE);
        }
        return out;
    }

    /**
     * The coordinates of a rectangular grid, one matrix for each vector: with {@code x} (n) and {@code y} (m) two
     * matrices (m, n), the first varying along columns (NumPy's indexing "xy").
     */
    public static Tensor[] meshgrid(Tensor x, Tensor y) {
        int n = x.size();
        int m = y.size();
        return new Tensor[] {x.reshape(1, n).broadcastTo(m, n), y.reshape(m, 1).broadcastTo(m, n)};
    }

    /** The whole tensor repeated like tiles, so many times along each of the last axes. */
    public static Tensor tile(Tensor x, int... repeats) {
        int[] shape = x.shape();
        int rank = Math.max(shape.length, repeats.length);
        int[] from = new int[2 * rank];
        int[] wide = new int[2 * rank];
        int[] to = new int[rank];
        for (int i = 0; i < rank; i++) {
            int own = i - (rank - shape.length);
            int times = i - (rank - repeats.length);
            int length = own < 0 ? 1 : shape[own];
            int count = times < 0 ? 1 : repeats[times];
            from[2 * i] = 1;
            from[2 * i + 1] = length;
            wide[2 * i] = count;
            wide[2 * i + 1] = length;
            to[i] = Math.multiplyExact(count, length);
        }
        return x.reshape(from).broadcastTo(wide).reshape(to);
    }

    /** Every element repeated along an axis. */
    public static Tensor repeat(Tensor x, int times, int axis) {
        int[] shape = x.shape();
        int along = Shapes.axis(axis, shape.length);
        int[] wide = Arrays.copyOf(shape, shape.length + 1);
        System.arraycopy(shape, along + 1, wide, along + 2, shape.length - along - 1);
        wide[along + 1] = times;
        shape[along] = Math.multiplyExact(shape[along], times);
        return x.expandDims(along + 1).broadcastTo(wide).reshape(shape);
    }

    /** Reversed along an axis. */
    public static Tensor flip(Tensor x, int axis) {
        return x.slice(axis, Integer.MAX_VALUE, Integer.MIN_VALUE, -1);
    }

    /** Shifted along an axis; what leaves at one end comes in at the other. */
    public static Tensor roll(Tensor x, int shift, int axis) {
        int n = x.dim(axis);
        int cut = n == 0 ? 0 : Math.floorMod(-shift, n);
        return cut == 0
                ? x
                : concat(Shapes.axis(axis, x.ndim()), x.slice(axis, cut, Integer.MAX_VALUE), x.slice(axis, 0, cut));
    }

    /** Surrounded by a number: for each axis how many before and after. */
    public static Tensor pad(Tensor x, double value, int[]... widths) {
        int[] shape = x.shape();
        if (widths.length != shape.length) {
            throw new ShapeException("pad wants {before, after} for each axis of shape " + Shapes.text(shape) + ", got "
                    + widths.length);
        }
        int[] to = shape.clone();
        int[] starts = new int[shape.length];
        int[] steps = new int[shape.length];
        for (int i = 0; i < to.length; i++) {
            starts[i] = widths[i][0];
            to[i] = shape[i] + widths[i][0] + widths[i][1];
            steps[i] = 1;
        }
        var embed = new Unslice(Shapes.list(to), Shapes.list(starts), Shapes.list(steps));
        Tensor padded = Tensor.apply(embed, x);
        if (value == 0) {
            return padded;
        }
        Tensor inside = Tensor.apply(embed, Tensors.ones(DType.BOOL, shape));
        return where(inside, padded, value);
    }

    /** The upper triangle from the diagonal {@code offset}, zeros below. */
    public static Tensor triu(Tensor x, int offset) {
        return where(triangle(x.dim(-2), x.dim(-1), offset, true), x, 0);
    }

    /** The upper triangle with the diagonal, zeros below. */
    public static Tensor triu(Tensor x) {
        return triu(x, 0);
    }

    /** The lower triangle up to the diagonal {@code offset}, zeros above. */
    public static Tensor tril(Tensor x, int offset) {
        return where(triangle(x.dim(-2), x.dim(-1), offset, false), x, 0);
    }

    /** The lower triangle with the diagonal, zeros above. */
    public static Tensor tril(Tensor x) {
        return tril(x, 0);
    }

    private static Tensor triangle(int rows, int cols, int offset, boolean upper) {
        Tensor distance = Tensors.arange(cols).minus(Tensors.arange(rows).reshape(-1, 1));
        return upper ? distance.ge(offset) : distance.le(offset);
    }

    /** The diagonal matrix of a vector, or the diagonal of a matrix. */
    public static Tensor diag(Tensor x) {
        return x.ndim() == 1 ? where(Tensors.eye(x.size()).ne(0), x.expandDims(1), 0) : Linalg.diagonal(x);
    }

    /** Differences of neighbours along an axis; the axis loses one element. */
    public static Tensor diff(Tensor x, int axis) {
        return x.slice(axis, 1, Integer.MAX_VALUE).minus(x.slice(axis, 0, -1));
    }

    /** Differences of neighbours along the last axis. */
    public static Tensor diff(Tensor x) {
        return diff(x, -1);
    }

    /**
     * Products with named axes, summed over the names that the result lacks: {@code einsum("ij,jk->ik", a, b)} is the
     * matrix product, {@code "ii->"} the trace, {@code "bi,bj->bij"} a batch of outer products.
     */
    public static Tensor einsum(String formula, Tensor... arguments) {
        return Einsum.evaluate(formula, arguments);
    }
}
