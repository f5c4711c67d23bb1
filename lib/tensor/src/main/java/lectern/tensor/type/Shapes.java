package lectern.tensor.type;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Arithmetic on shapes: sizes, strides, axes and NumPy's broadcasting rule, with errors that say what to do. */
public final class Shapes {
    private Shapes() {}

    /** Number of elements; throws when an axis is negative or when no Java array could hold so many. */
    public static int size(int... shape) {
        long size = 1;
        boolean empty = false;
        for (int n : shape) {
            if (n < 0) {
                throw new ShapeException("shape " + text(shape) + " has a negative length");
            }
            empty |= n == 0;
        }
        if (empty) {
            return 0;
        }
        for (int n : shape) {
            size *= n;
            if (size > Integer.MAX_VALUE - 8) {
                throw new ShapeException("shape " + text(shape) + " has more elements than a tensor can hold ("
                        + (Integer.MAX_VALUE - 8) + "); work in batches");
            }
        }
        return (int) size;
    }

    /** Row-major strides, counted in elements. */
    public static int[] strides(int... shape) {
        int[] strides = new int[shape.length];
        int step = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= Math.max(shape[i], 1);
        }
        return strides;
    }

    /** The shape two shapes broadcast to: aligned at the last axis, lengths equal or one of them 1. */
    public static int[] broadcast(int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] out = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int m = i <= a.length ? a[a.length - i] : 1;
            int n = i <= b.length ? b[b.length - i] : 1;
            if (m != n && m != 1 && n != 1) {
                throw new ShapeException("shapes " + text(a) + " and " + text(b) + " do not broadcast: axis " + -i
                        + " has length " + m + " in the first and " + n
                        + " in the second; lengths must be equal or 1. " + suggestion(a, b));
            }
            out[rank - i] = m == 1 ? n : m;
        }
        return out;
    }

    private static String suggestion(int[] a, int[] b) {
        if (a.length >= 2 && b.length == 1 && a[0] == b[0]) {
            return "To match the rows, write second.reshape(-1, 1).";
        }
        if (b.length >= 2 && a.length == 1 && a[0] == b[0]) {
            return "To match the rows, write first.reshape(-1, 1).";
        }
        if (a.length == 2 && b.length == 2 && a[0] == b[1] && a[1] == b[0]) {
            return "One of them may have to be transposed: x.T().";
        }
        if (a.length == 2 && b.length == 2 && a[1] == b[0]) {
            return "For the matrix product write first.matmul(second).";
        }
        return "Insert axes of length 1 with reshape or expandDims, or slice to a common length.";
    }

    /** The strides that walk an array of this shape as if it had the broadcast shape: 0 along repeated axes. */
    public static int[] broadcastStrides(int[] shape, int[] to) {
        int[] own = strides(shape);
        int[] out = new int[to.length];
        int shift = to.length - shape.length;
        for (int i = 0; i < shape.length; i++) {
            out[i + shift] = shape[i] == 1 ? 0 : own[i];
        }
        return out;
    }

    /** An axis counted from the front; negative ones count from the end. */
    public static int axis(int axis, int rank) {
        int found = axis < 0 ? axis + rank : axis;
        if (found < 0 || found >= rank) {
            throw new ShapeException("axis " + axis + " does not exist in a tensor with " + rank
                    + (rank == 1 ? " axis" : " axes")
                    + (rank == 0 ? "" : "; valid are " + -rank + " to " + (rank - 1)));
        }
        return found;
    }

    /** Several axes, counted from the front, in ascending order; none given means all of them. */
    public static int[] axes(int rank, int... axes) {
        if (axes.length == 0) {
            int[] all = new int[rank];
            for (int i = 0; i < rank; i++) {
                all[i] = i;
            }
            return all;
        }
        int[] found = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            found[i] = axis(axes[i], rank);
        }
        Arrays.sort(found);
        for (int i = 1; i < found.length; i++) {
            if (found[i] == found[i - 1]) {
                throw new ShapeException("axis " + found[i] + " is given twice");
            }
        }
        return found;
    }

    /** A wanted shape with one length -1 completed so that it holds {@code size} elements. */
    public static int[] complete(int[] wanted, int size, int[] from) {
        int[] shape = wanted.clone();
        int open = -1;
        long known = 1;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == -1) {
                if (open >= 0) {
                    throw new ShapeException("reshape" + text(wanted) + ": only one length may be -1");
                }
                open = i;
            } else if (shape[i] < 0) {
                throw new ShapeException("reshape" + text(wanted) + ": a length is negative");
            } else {
                known = Math.min(known * shape[i], Long.MAX_VALUE >> 32);
            }
        }
        if (open >= 0 && known > 0 && size % known == 0) {
            shape[open] = (int) (size / known);
            known *= shape[open];
        }
        if (known != size || (open >= 0 && shape[open] < 0)) {
            throw new ShapeException("a tensor of shape " + text(from) + " has " + size
                    + " elements and cannot be reshaped to " + text(wanted));
        }
        return shape;
    }

    /** The shape as NumPy writes it: {@code ()}, {@code (3,)}, {@code (3, 4)}. */
    public static String text(int... shape) {
        if (shape.length == 1) {
            return "(" + shape[0] + ",)";
        }
        var joined = new StringJoiner(", ", "(", ")");
        for (int n : shape) {
            joined.add(Integer.toString(n));
        }
        return joined.toString();
    }

    /** The numbers as an immutable list, as the records of operations hold them. */
    public static List<Integer> list(int... numbers) {
        Integer[] boxed = new Integer[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            boxed[i] = numbers[i];
        }
        return List.of(boxed);
    }

    /** The numbers of a list as an array. */
    public static int[] array(List<Integer> numbers) {
        int[] out = new int[numbers.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = numbers.get(i);
        }
        return out;
    }

    /** The shape without some axes, or with length 1 in their place. */
    public static int[] reduce(int[] shape, int[] axes, boolean keepDims) {
        int[] out = new int[shape.length];
        int rank = 0;
        for (int i = 0; i < shape.length; i++) {
            boolean reduced = false;
            for (int axis : axes) {
                reduced |= axis == i;
            }
            if (!reduced) {
                out[rank++] = shape[i];
            } else if (keepDims) {
                out[rank++] = 1;
            }
        }
        return rank == out.length ? out : Arrays.copyOf(out, rank);
    }

    /** The product of a part of a shape, from (inclusive) to (exclusive). */
    public static int product(int[] shape, int from, int to) {
        int product = 1;
        for (int i = from; i < to; i++) {
            product *= shape[i];
        }
        return product;
    }
}
