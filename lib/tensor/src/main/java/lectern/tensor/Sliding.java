package lectern.tensor;

import java.util.ArrayList;
import java.util.List;
import lectern.tensor.op.Window;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * How a window slides, for the verbs of {@link Convolutions}: {@code stride(2).padding(1)}. One number stands for all
 * axes.
 *
 * <p>An empty list stands for what is usual: stride 1 for convolutions and the window's own size for pooling, no
 * padding, dilation 1. With {@code same}, results have the length ⌈n / stride⌉.
 */
public record Sliding(
        List<Integer> stride,
        List<Integer> padding,
        boolean same,
        List<Integer> dilation,
        int groups,
        List<Integer> outputPadding) {
    static final Sliding USUAL = new Sliding(List.of(), List.of(), false, List.of(), 1, List.of());

    public Sliding {
        stride = List.copyOf(stride);
        padding = List.copyOf(padding);
        dilation = List.copyOf(dilation);
        outputPadding = List.copyOf(outputPadding);
    }

    /** The steps of the window. */
    public Sliding stride(int... steps) {
        return new Sliding(Shapes.list(steps), padding, same, dilation, groups, outputPadding);
    }

    /** Zeros put before and after every axis (pooling by maximum: nothing that could win). */
    public Sliding padding(int... margins) {
        return new Sliding(stride, Shapes.list(margins), false, dilation, groups, outputPadding);
    }

    /** {@code "valid"} for no padding, {@code "same"} for as much as makes the result of stride 1 as long as the argument. */
    public Sliding padding(String name) {
        return switch (name) {
            case "same" -> new Sliding(stride, List.of(), true, dilation, groups, outputPadding);
            case "valid" -> new Sliding(stride, List.of(), false, dilation, groups, outputPadding);
            default ->
                throw new IllegalArgumentException("padding is \"same\", \"valid\" or a number, got \"" + name + "\"");
        };
    }

    /** The distances of the taps of the window. */
    public Sliding dilation(int... distances) {
        return new Sliding(stride, padding, same, Shapes.list(distances), groups, outputPadding);
    }

    /** Groups of channels that do not see one another. */
    public Sliding groups(int count) {
        return new Sliding(stride, padding, same, dilation, count, outputPadding);
    }

    /** Transposed convolutions: how much longer than the shortest possible the result is. */
    public Sliding outputPadding(int... lengths) {
        return new Sliding(stride, padding, same, dilation, groups, Shapes.list(lengths));
    }

    /** The window of a size over planes of a shape (n, channels, …). */
    Window window(String name, List<Integer> size, List<Integer> usualStride, int... shape) {
        int rank = size.size();
        List<Integer> steps = all(name, "stride", stride, usualStride);
        List<Integer> gaps = all(name, "dilation", dilation, ones(rank));
        List<Integer> low = all(name, "padding", padding, zeros(rank));
        List<Integer> high = low;
        if (same && shape.length == rank + 2) {
            low = new ArrayList<>();
            high = new ArrayList<>();
            for (int i = 0; i < rank; i++) {
                int n = shape[i + 2];
                int step = Math.max(1, steps.get(i));
                int extent = gaps.get(i) * (size.get(i) - 1) + 1;
                int total = Math.max(0, (Math.ceilDiv(n, step) - 1) * step + extent - n);
                low.add(total / 2);
                high.add(total - total / 2);
            }
        }
        return new Window(size, steps, low, high, gaps);
    }

    /** The lengths of the result of a transposed convolution of planes of a shape (n, channels, …). */
    List<Integer> transposed(Window window, int... shape) {
        int rank = window.rank();
        List<Integer> extra = all("convTranspose", "outputPadding", outputPadding, zeros(rank));
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            int length = same
                    ? shape[i + 2] * window.stride().get(i)
                    : (shape[i + 2] - 1) * window.stride().get(i)
                            + window.extent(i)
                            - window.low().get(i)
                            - window.high().get(i);
            lengths.add(length + extra.get(i));
        }
        return lengths;
    }

    private static List<Integer> all(String name, String what, List<Integer> given, List<Integer> usual) {
        if (given.isEmpty()) {
            return usual;
        }
        if (given.size() == usual.size()) {
            return given;
        }
        if (given.size() != 1) {
            throw new ShapeException(name + ": " + what + " takes one number or " + usual.size() + ", got " + given);
        }
        return List.copyOf(java.util.Collections.nCopies(usual.size(), given.getFirst()));
    }

    static List<Integer> ones(int n) {
        return List.copyOf(java.util.Collections.nCopies(n, 1));
    }

    private static List<Integer> zeros(int n) {
        return List.copyOf(java.util.Collections.nCopies(n, 0));
    }
}
