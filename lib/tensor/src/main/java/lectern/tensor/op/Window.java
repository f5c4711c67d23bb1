package lectern.tensor.op;

import java.util.List;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * A window that slides over the last axes of a tensor: its size, its steps, the margin before ({@code low}) and after
 * ({@code high}) each axis, and the distance of its taps; one entry for each of one or two axes.
 *
 * <p>Over an axis of length n it takes ⌊(n + low + high − dilation·(size − 1) − 1) / stride⌋ + 1 positions.
 */
public record Window(
        List<Integer> size, List<Integer> stride, List<Integer> low, List<Integer> high, List<Integer> dilation) {
    public Window {
        size = List.copyOf(size);
        stride = List.copyOf(stride);
        low = List.copyOf(low);
        high = List.copyOf(high);
        dilation = List.copyOf(dilation);
        int rank = size.size();
        if (rank < 1 || rank > 2) {
            throw new ShapeException("windows slide over one or two axes, got " + rank);
        }
        atLeast("size", size, rank, 1);
        atLeast("stride", stride, rank, 1);
        atLeast("padding", low, rank, 0);
        atLeast("padding", high, rank, 0);
        atLeast("dilation", dilation, rank, 1);
    }

    private static void atLeast(String what, List<Integer> numbers, int rank, int least) {
        if (numbers.size() != rank) {
            throw new ShapeException("the " + what + " of the window has " + numbers.size() + " entries " + numbers
                    + ", the window slides over " + rank + (rank == 1 ? " axis" : " axes"));
        }
        for (int n : numbers) {
            if (n < least) {
                throw new ShapeException("the " + what + " of a window is " + least + " or more, got " + n);
            }
        }
    }

    /** The number of axes the window slides over. */
    public int rank() {
        return size.size();
    }

    /** The length a window covers along an axis, gaps between its taps included. */
    public int extent(int axis) {
        return dilation.get(axis) * (size.get(axis) - 1) + 1;
    }

    /** The positions along the last axes of a shape of the form (n, channels, …). */
    public int[] positions(String name, int... shape) {
        int[] out = new int[rank()];
        for (int i = 0; i < out.length; i++) {
            int length = shape[i + 2] + low.get(i) + high.get(i);
            if (extent(i) > length) {
                throw new ShapeException(name + " of " + Shapes.text(shape) + ": a window of " + extent(i)
                        + (dilation.get(i) > 1 ? " (with its gaps)" : "") + " does not fit into the length "
                        + shape[i + 2] + (length > shape[i + 2] ? " with padding " + (length - shape[i + 2]) : "")
                        + " of axis " + (i + 2) + "; take a smaller window or more padding");
            }
            out[i] = (length - extent(i)) / stride.get(i) + 1;
        }
        return out;
    }

    /** Throws unless the tensor has the axes (n, channels, …). */
    public void demand(String name, String what, int... shape) {
        if (shape.length != rank() + 2) {
            String form = rank() == 1 ? "(n, channels, length)" : "(n, channels, height, width)";
            throw new ShapeException(name + ": the " + what + " must have the axes " + form + ", got "
                    + Shapes.text(shape) + hint(shape));
        }
    }

    private String hint(int... shape) {
        if (shape.length == rank() + 1) {
            return "; one picture alone becomes a batch with x.expandDims(0), pictures without channels with"
                    + " x.expandDims(1)";
        }
        return shape.length == rank() ? "; make it a batch of one with one channel: x.expandDims(0).expandDims(0)" : "";
    }
}
