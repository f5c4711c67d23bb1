package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.op.Gather;
import lectern.tensor.op.Slice;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Parts of a tensor: single elements, ranges, selections by index or by condition; and writing into them. */
public interface Indexing {
    private Tensor self() {
        return (Tensor) this;
    }

    private Tensor part(Ranges.Part part) {
        return Tensor.apply(part.slice(), self()).reshape(part.shape());
    }

    /**
     * The part at these positions of the leading axes: {@code x.get(1)} is a row of a matrix; negative ones count from
     * the end.
     */
    default Tensor get(int... index) {
        return part(Ranges.at(self().shape(), index));
    }

    /** A part in Python's notation: {@code x.get("1:3, ::-1")}, {@code x.get("..., 0")}, {@code x.get(":, None")}. */
    default Tensor get(String index) {
        return part(Ranges.parse(self().shape(), index));
    }

    /** The elements where the condition is true, in row-major order; its shape equals the leading axes of this one. */
    default Tensor mask(Tensor condition) {
        int[] shape = self().shape();
        int[] covered = condition.shape();
        if (covered.length > shape.length || !Arrays.equals(covered, Arrays.copyOf(shape, covered.length))) {
            throw new ShapeException("mask of shape " + Shapes.text(covered) + " does not cover the leading axes of "
                    + Shapes.text(shape));
        }
        int[] merged = new int[shape.length - covered.length + 1];
        merged[0] = Shapes.product(covered, 0, covered.length);
        System.arraycopy(shape, covered.length, merged, 1, merged.length - 1);
        return self().reshape(merged).take(Selections.positions(condition), 0);
    }

    /** A row of a matrix. */
    default Tensor row(int i) {
        return get(i);
    }

    /** A column of a matrix: position {@code j} of the second axis. */
    default Tensor col(int j) {
        int axis = Shapes.axis(1, self().ndim());
        int n = self().dim(axis);
        if (j < -n || j >= n) {
            throw new IndexOutOfBoundsException("column " + j + " of a tensor of shape " + Shapes.text(self().shape()));
        }
        int at = j < 0 ? j + n : j;
        return slice(axis, at, at + 1).squeeze(axis);
    }

    /**
     * The elements from {@code start} to {@code stop} (exclusive) of the first axis; negative bounds count from the
     * end.
     */
    default Tensor slice(int start, int stop) {
        return slice(0, start, stop, 1);
    }

    /** The elements from {@code start} to {@code stop} (exclusive) of an axis. */
    default Tensor slice(int axis, int start, int stop) {
        return slice(axis, start, stop, 1);
    }

    /** As Python's {@code start:stop:step} on one axis: bounds beyond the ends are cut, the step may be negative. */
    default Tensor slice(int axis, int start, int stop, int step) {
        int[] shape = self().shape();
        int along = Shapes.axis(axis, shape.length);
        int[] starts = new int[shape.length];
        int[] steps = new int[shape.length];
        Arrays.fill(steps, 1);
        Ranges.resolve(start, stop, step, along, starts, shape, steps);
        return Tensor.apply(new Slice(Shapes.list(starts), Shapes.list(shape), Shapes.list(steps)), self());
    }

    /** The elements at integer positions of an axis; the axis is replaced by the axes of the indices. */
    default Tensor take(Tensor indices, int axis) {
        return Tensor.apply(new Gather(Shapes.axis(axis, self().ndim())), self(), indices);
    }

    /** The parts at integer positions of the first axis. */
    default Tensor take(Tensor indices) {
        return take(indices, 0);
    }

    /** The parts at integer positions of the first axis. */
    default Tensor take(int... rows) {
        return take(Dense.around(Arrays.stream(rows).asLongStream().toArray(), rows.length), 0);
    }

    /**
     * The elements at pairs of positions: {@code x[rows, cols]} of NumPy; the positions broadcast against each other.
     */
    default Tensor take(Tensor rows, Tensor cols) {
        int[] shape = self().shape();
        if (shape.length < 2) {
            throw new ShapeException("take(rows, cols) wants two axes at least, the shape is " + Shapes.text(shape));
        }
        int[] merged = Arrays.copyOfRange(shape, 1, shape.length);
        merged[0] = shape[0] * shape[1];
        Tensor flat = Selections.wrapped(rows, shape[0], 0)
                .times((long) shape[1])
                .plus(Selections.wrapped(cols, shape[1], 1));
        return self().reshape(merged).take(flat, 0);
    }

    /**
     * The elements that lie along an axis at the positions given by a tensor of as many axes (NumPy's take_along_axis).
     */
    default Tensor takeAlong(Tensor indices, int axis) {
        return Selections.takeAlong(self(), indices, Shapes.axis(axis, self().ndim()));
    }

    /** Writes numbers into a part, changing this tensor; refused while a function is traced. Answers this tensor. */
    default Tensor set(String index, Tensor values) {
        return Selections.set(self(), Ranges.parse(self().shape(), index), values);
    }

    /** Writes one number everywhere in a part, changing this tensor. */
    default Tensor set(String index, double value) {
        return set(index, new Scalar(value, true));
    }

    /** Writes numbers at a position of the first axis, changing this tensor. */
    default Tensor set(int index, Tensor values) {
        return Selections.set(self(), Ranges.at(self().shape(), index), values);
    }

    /**
     * Writes one number at positions of the leading axes, changing this tensor: {@code x.set(1, 0.5)} is NumPy's
     * {@code x[1] = 0.5}, and a whole row where the tensor is a matrix. Negative positions count from the end.
     *
     * {@snippet :
     * zeros(3).set(1, 5)           // → [0. 5. 0.]
     * zeros(2, 2).set(-1, 7)       // → [[0. 0.] [7. 7.]]
     * }
     *
     * @param index the position on the first axis
     * @param value what is written there
     * @return this tensor
     * @throws IndexOutOfBoundsException when there is no such position
     */
    default Tensor set(int index, double value) {
        return set(new int[] {index}, value);
    }

    /** Writes one number at positions of the first two axes, index first, as {@link #set(int, double)}. */
    default Tensor set(int i, int j, double value) {
        return set(new int[] {i, j}, value);
    }

    /** Writes one number at positions of the first three axes, index first, as {@link #set(int, double)}. */
    default Tensor set(int i, int j, int k, double value) {
        return set(new int[] {i, j, k}, value);
    }

    /** Writes one number at positions of the first four axes, index first, as {@link #set(int, double)}. */
    default Tensor set(int i, int j, int k, int l, double value) {
        return set(new int[] {i, j, k, l}, value);
    }

    /** Writes one number at positions of any number of leading axes, changing this tensor. */
    default Tensor set(int[] index, double value) {
        return Selections.set(self(), Ranges.at(self().shape(), index), new Scalar(value, true));
    }

    /**
     * The old spelling with the value first, for values with a decimal point: {@code x.set(0.5, 1)}. Whole numbers are read
     * index first, so write {@code x.set(1, 0.5)} always.
     *
     * @throws IllegalArgumentException for more than four positions, where whole numbers could be misread
     */
    default Tensor set(double value, int... index) {
        if (index.length > 4) {
            throw new IllegalArgumentException("set with " + (index.length + 1)
                    + " numbers could mean two things; write" + " x.set(new int[] {i, j, …}, value)");
        }
        return set(index, value);
    }

    /**
     * Writes numbers where the condition is true, in row-major order, changing this tensor: NumPy's {@code x[mask] = values}.
     *
     * {@snippet :
     * of(1.0, 8, 2, 9).set(of(1.0, 8, 2, 9).gt(5), of(0.5, 0.25))      // → [1. 0.5 2. 0.25]
     * }
     *
     * @param condition a mask of this shape, or one that broadcasts to it
     * @param values as many numbers as the mask is true, or one
     * @return this tensor
     * @throws ShapeException when there are more or fewer of them
     */
    default Tensor set(Tensor condition, Tensor values) {
        return Selections.set(self(), condition, values);
    }

    /**
     * Adds numbers at integer positions of the first axis, changing this tensor; a position that comes twice is added to
     * twice, unlike in NumPy's {@code x[index] += values}, and as in its {@code np.add.at}.
     *
     * {@snippet :
     * zeros(3).addAt(of(0, 2, 2), of(1.0, 10, 100))      // → [1. 0. 110.]
     * }
     *
     * @param index integer positions; negative ones count from the end
     * @param values one part for each position, or what broadcasts to that
     * @return this tensor
     */
    default Tensor addAt(Tensor index, Tensor values) {
        return Selections.addAt(self(), index, values);
    }

    /** Writes one number where the condition is true, changing this tensor. */
    default Tensor set(Tensor condition, double value) {
        return Selections.set(self(), condition, value);
    }
}
