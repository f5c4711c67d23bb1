package lectern.tensor.op;

import java.util.List;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * A regular part of a tensor: along every axis {@code size} elements from {@code start} in steps of {@code step}, which
 * may be negative. All three lists have one entry for each axis; starts are counted from the front.
 */
public record Slice(List<Integer> starts, List<Integer> sizes, List<Integer> steps) implements Op {
    public Slice {
        starts = List.copyOf(starts);
        sizes = List.copyOf(sizes);
        steps = List.copyOf(steps);
    }

    @Override
    public String label() {
        return "slice";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        check(args[0].shape(), starts, sizes, steps);
        return Shapes.array(sizes);
    }

    /** Throws unless every index named lies inside the shape. */
    static void check(int[] shape, List<Integer> starts, List<Integer> sizes, List<Integer> steps) {
        if (starts.size() != shape.length || sizes.size() != shape.length || steps.size() != shape.length) {
            throw new ShapeException(
                    "a slice of shape " + Shapes.text(shape) + " needs one range for each axis, got " + starts.size());
        }
        for (int i = 0; i < shape.length; i++) {
            long last = starts.get(i) + (sizes.get(i) - 1L) * steps.get(i);
            boolean empty = sizes.get(i) == 0;
            if (!empty
                    && (sizes.get(i) < 0
                            || starts.get(i) < 0
                            || starts.get(i) >= shape[i]
                            || last < 0
                            || last >= shape[i])) {
                throw new ShapeException("slice of axis " + i + " reaches from " + starts.get(i) + " to " + last
                        + ", outside its length " + shape[i]);
            }
        }
    }

    /** Where the first element lies in an array of the shape. */
    public static int offset(int[] strides, List<Integer> starts) {
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            offset += starts.get(i) * strides[i];
        }
        return offset;
    }

    /** The strides of the slice in an array with the strides given. */
    public static int[] strides(int[] strides, List<Integer> steps) {
        int[] out = new int[strides.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = strides[i] * steps.get(i);
        }
        return out;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype();
    }
}
