package lectern.tensor;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.op.Concat;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Joining, splitting and repeating tensors, as static verbs; all can be differentiated. */
abstract class Joining extends Elementary {
    private static final int MOST_EMPTY_PARTS = 1 << 16;

    Joining() {}

    /**
     * Joins tensors along an axis that they have.
     *
     * {@snippet :
     * concat(of(1.0, 2), of(3.0, 4)) // → [1. 2. 3. 4.]
     * }
     *
     * @param axis the axis, counted from 0, or from −1 for the last
     * @param parts the tensors, one or more
     * @return as long along the axis as all together
     * @throws IllegalArgumentException where other axes differ, or without tensors
     */
    public static Tensor concat(int axis, Tensor... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("concat wants at least one tensor");
        }
        return Tensor.apply(new Concat(Shapes.axis(axis, parts[0].ndim())), parts);
    }

    /**
     * Joins tensors of one shape along a new axis.
     *
     * {@snippet :
     * stack(of(1.0, 2), of(3.0, 4)) // → [[1. 2.] [3. 4.]]
     * }
     *
     * @param axis where the new axis comes
     * @param parts the tensors, one or more
     * @return one axis more, as long as there are tensors
     * @throws IllegalArgumentException for shapes that differ, or without tensors
     */
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

    /**
     * Joins tensors along the first axis.
     *
     * @param parts the tensors, one or more
     * @return as long along the first axis as all together
     * @throws IllegalArgumentException where other axes differ, or without tensors
     */
    public static Tensor concat(Tensor... parts) {
        return concat(0, parts);
    }

    /**
     * Joins tensors of one shape along a new first axis.
     *
     * @param parts the tensors, one or more
     * @return one axis more, as long as there are tensors
     * @throws IllegalArgumentException for shapes that differ, or without tensors
     */
    public static Tensor stack(Tensor... parts) {
        return stack(0, parts);
    }

    /**
     * Joins the tensors of a list along a new first axis.
     *
     * @param parts the tensors, one or more
     * @return one axis more, as long as there are tensors
     * @throws IllegalArgumentException for shapes that differ, or an empty list
     */
    public static Tensor stack(List<Tensor> parts) {
        return stack(0, parts);
    }

    /**
     * Joins the tensors of a list along a new axis.
     *
     * @param axis where the new axis comes
     * @param parts the tensors, one or more
     * @return one axis more, as long as there are tensors
     * @throws IllegalArgumentException for shapes that differ, or an empty list
     */
    public static Tensor stack(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("stack wants at least one tensor; the list is empty");
        }
        return stack(axis, parts.toArray(Tensor[]::new));
    }

    /**
     * Cuts a tensor into equal parts along an axis.
     *
     * {@snippet :
     * split(of(1.0, 2, 3, 4), 2, 0)[1] // → [3. 4.]
     * }
     *
     * @param x the tensor
     * @param parts how many; the length of the axis is a multiple of it
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the parts in order
     * @throws IllegalArgumentException for a number that does not divide the length
     */
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

    /**
     * Cuts a tensor along an axis at positions.
     *
     * {@snippet :
     * splitAt(of(1.0, 2, 3, 4), 0, 1)[1] // → [2. 3. 4.]
     * }
     *
     * @param x the tensor
     * @param axis the axis, counted from 0, or from −1 for the last
     * @param positions where the parts after the first begin
     * @return one part more than positions
     */
    public static Tensor[] splitAt(Tensor x, int axis, int... positions) {
        Tensor[] out = new Tensor[positions.length + 1];
        for (int i = 0; i < out.length; i++) {
            int from = i == 0 ? 0 : positions[i - 1];
            out[i] = x.slice(axis, from, i < positions.length ? positions[i] : Integer.MAX_VALUE);
        }
        return out;
    }

    /**
     * Repeats the whole tensor like tiles.
     *
     * {@snippet :
     * tile(of(1.0, 2), 2) // → [1. 2. 1. 2.]
     * }
     *
     * @param x the tensor
     * @param repeats how often along each of the last axes
     * @return every axis so many times as long
     */
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

    /**
     * Repeats every element along an axis.
     *
     * {@snippet :
     * repeat(of(1.0, 2), 2, 0) // → [1. 1. 2. 2.]
     * }
     *
     * @param x the tensor
     * @param times how often each comes
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the axis so many times as long
     */
    public static Tensor repeat(Tensor x, int times, int axis) {
        int[] shape = x.shape();
        int along = Shapes.axis(axis, shape.length);
        int[] wide = Arrays.copyOf(shape, shape.length + 1);
        System.arraycopy(shape, along + 1, wide, along + 2, shape.length - along - 1);
        wide[along + 1] = times;
        shape[along] = Math.multiplyExact(shape[along], times);
        return x.expandDims(along + 1).broadcastTo(wide).reshape(shape);
    }

    /**
     * Reverses a tensor along an axis.
     *
     * {@snippet :
     * flip(of(1.0, 2, 3), 0) // → [3. 2. 1.]
     * }
     *
     * @param x the tensor
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the same shape
     */
    public static Tensor flip(Tensor x, int axis) {
        return x.slice(axis, Integer.MAX_VALUE, Integer.MIN_VALUE, -1);
    }

    /**
     * Shifts a tensor along an axis; what leaves at one end comes in at the other.
     *
     * {@snippet :
     * roll(of(1.0, 2, 3), 1, 0) // → [3. 1. 2.]
     * }
     *
     * @param x the tensor
     * @param shift by how many places, negative towards the beginning
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the same shape
     */
    public static Tensor roll(Tensor x, int shift, int axis) {
        int n = x.dim(axis);
        int cut = n == 0 ? 0 : Math.floorMod(-shift, n);
        return cut == 0
                ? x
                : concat(Shapes.axis(axis, x.ndim()), x.slice(axis, cut, Integer.MAX_VALUE), x.slice(axis, 0, cut));
    }
}
