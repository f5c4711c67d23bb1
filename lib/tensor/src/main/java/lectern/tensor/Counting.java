package lectern.tensor;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import lectern.tensor.eval.Values;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Verbs that find and count: where numbers are not zero, in which bin they fall, how often each comes. */
abstract class Counting extends Sequences {
    Counting() {}

    /**
     * Counts the elements that are not 0.
     *
     * {@snippet :
     * countNonzero(of(0.0, 3, -0.0, 2)) // → 2
     * }
     *
     * @param x any shape and type; true counts, and so does NaN
     * @param axes the axes along which is counted; all without any
     * @return int64, the shape of x without these axes
     */
    public static Tensor countNonzero(Tensor x, int... axes) {
        return x.ne(0).sum(axes);
    }

    /**
     * Finds the positions of the elements that are not 0, in row-major order.
     *
     * {@snippet :
     * nonzero(of(0.0, 3, 0, 2))[0] // → [1 3]
     * }
     *
     * @param x a tensor with axes, of any type; a condition such as {@code x.gt(2)} as well
     * @return for each axis an int64 tensor of the positions along it; {@code x.take(nonzero(x)[0])} of a vector, and
     *     {@code x.take(rows, columns)} of a matrix pick the elements themselves
     * @throws IllegalArgumentException for a single number
     */
    public static Tensor[] nonzero(Tensor x) {
        int[] shape = x.shape();
        if (shape.length == 0) {
            throw new ShapeException("nonzero wants a tensor with axes, got a single number of shape ()");
        }
        long[] flat = Dense.values(Selections.positions(x.value().ne(0))).i64();
        Tensor[] positions = new Tensor[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            int inner = Shapes.product(shape, axis + 1, shape.length);
            int length = shape[axis];
            positions[axis] = Dense.around(
                    Arrays.stream(flat).map(at -> at / inner % length).toArray(), flat.length);
        }
        return positions;
    }

    /**
     * Tells of every element whether it is among given values.
     *
     * {@snippet :
     * isin(of(1, 2, 3, 2), of(2, 5)) // → [False  True False  True]
     * }
     *
     * @param x any shape
     * @param values the values that are looked for, of any shape; NaN is equal to nothing
     * @return booleans in the shape of x
     */
    public static Tensor isin(Tensor x, Tensor values) {
        Values in = Dense.values(x.value());
        Values among = Dense.values(values.value());
        boolean[] found = new boolean[in.size];
        if (whole(in) && whole(among)) {
            long[] sorted = among.as(DType.INT64).i64().clone();
            Arrays.sort(sorted);
            long[] numbers = in.as(DType.INT64).i64();
            for (int i = 0; i < found.length; i++) {
                found[i] = Arrays.binarySearch(sorted, numbers[i]) >= 0;
            }
        } else {
            double[] sorted = new double[among.size];
            Arrays.setAll(sorted, i -> among.at(i) + 0.0);
            Arrays.sort(sorted);
            for (int i = 0; i < found.length; i++) {
                double number = in.at(i);
                found[i] = number == number && Arrays.binarySearch(sorted, number + 0.0) >= 0;
            }
        }
        return Dense.around(found, in.dims.clone());
    }

    private static boolean whole(Values x) {
        return !x.dtype.isFloating();
    }

    /**
     * Counts how often each of the numbers 0, 1, 2, … comes.
     *
     * {@snippet :
     * bincount(of(0, 2, 2, 3)) // → [1 0 2 1]
     * }
     *
     * @param x whole numbers that are not negative, of any shape
     * @return int64, one more than the greatest of them
     * @throws IllegalArgumentException for negative numbers and for numbers with decimals
     */
    public static Tensor bincount(Tensor x) {
        return bincount(x, 0);
    }

    /**
     * Counts how often each of the numbers 0, 1, 2, … comes.
     *
     * @param x whole numbers that are not negative, of any shape
     * @param atLeast the smallest length of the result; numbers that do not come have count 0
     * @return int64, one more than the greatest of them, or longer
     * @throws IllegalArgumentException for negative numbers and for numbers with decimals
     */
    public static Tensor bincount(Tensor x, int atLeast) {
        Tensor numbers = x.value().flatten();
        long[] ones = new long[numbers.size()];
        Arrays.fill(ones, 1);
        return summed(numbers, Dense.around(ones, ones.length), atLeast);
    }

    /**
     * Sums weights for each of the numbers 0, 1, 2, …; the sums can be differentiated in the weights.
     *
     * {@snippet :
     * bincount(of(0, 2, 2), of(0.5, 1, 4)) // → [0.5 0.  5. ]
     * }
     *
     * @param x whole numbers that are not negative, of any shape
     * @param weights what each of them adds, of the same shape
     * @return the type of the weights, one more than the greatest number
     * @throws IllegalArgumentException for negative numbers, for numbers with decimals, and for other shapes
     */
    public static Tensor bincount(Tensor x, Tensor weights) {
        if (!Arrays.equals(x.shape(), weights.shape())) {
            throw new ShapeException("bincount wants a weight for each number: the numbers are "
                    + Shapes.text(x.shape()) + ", the weights " + Shapes.text(weights.shape()));
        }
        return summed(x.value().flatten(), weights.flatten(), 0);
    }

    private static Tensor summed(Tensor numbers, Tensor weights, int atLeast) {
        if (numbers.dtype().isFloating()) {
            throw new IllegalArgumentException("bincount wants whole numbers, got " + numbers.dtype()
                    + "; cast(INT64) cuts the decimals off, histogram and digitize take intervals");
        }
        Tensor positions = numbers.cast(DType.INT64);
        double least = numbers.size() == 0 ? 0 : positions.min().item();
        if (least < 0) {
            throw new IllegalArgumentException("bincount wants numbers that are not negative, got " + (long) least);
        }
        double most = numbers.size() == 0 ? -1 : positions.max().item();
        int length = counted("bincount", Math.max(most + 1, atLeast), 0, (long) most, 1);
        return Tensor.apply(new ScatterAdd(0, length), weights, positions);
    }

    /**
     * Finds where values belong in a sorted vector: before the first element that is not smaller.
     *
     * {@snippet :
     * searchsorted(of(1.0, 2, 4), of(2.0, 3, 9)) // → [1 2 3]
     * }
     *
     * @param sorted a vector in ascending order
     * @param values what is looked for, of any shape; NaN belongs to the end
     * @return int64 positions from 0 to the length of the vector, in the shape of the values
     * @throws IllegalArgumentException where the vector is not in ascending order, or no vector
     */
    public static Tensor searchsorted(Tensor sorted, Tensor values) {
        return searchsorted(sorted, values, false);
    }

    /**
     * Finds where values belong in a sorted vector.
     *
     * @param sorted a vector in ascending order
     * @param values what is looked for, of any shape; NaN belongs to the end
     * @param right true for the place behind equal elements, false for that before them
     * @return int64 positions from 0 to the length of the vector, in the shape of the values
     * @throws IllegalArgumentException where the vector is not in ascending order, or no vector
     */
    public static Tensor searchsorted(Tensor sorted, Tensor values, boolean right) {
        Values in = vector("searchsorted", sorted);
        for (int i = 1; i < in.size; i++) {
            if (Sorting.compare(in, i - 1, in, i) > 0) {
                throw new IllegalArgumentException("searchsorted wants ascending numbers; number " + (i - 1) + " is "
                        + in.at(i - 1) + ", the next one " + in.at(i) + "; sort(x) sorts them");
            }
        }
        Values wanted = Dense.values(values.value());
        return each(wanted, i -> place(in, wanted, i, right));
    }

    /**
     * Tells of every number into which bin it falls: {@code i} where {@code edges[i - 1] <= x < edges[i]}.
     *
     * {@snippet :
     * digitize(of(-1.0, 0, 0.5, 7), of(0.0, 1, 2)) // → [0 1 1 3]
     * }
     *
     * @param x any shape
     * @param edges a vector in ascending or in descending order
     * @return int64 in the shape of x: 0 before the first edge, the number of edges after the last
     * @throws IllegalArgumentException where the edges are in no order, or no vector
     */
    public static Tensor digitize(Tensor x, Tensor edges) {
        return digitize(x, edges, false);
    }

    /**
     * Tells of every number into which bin it falls.
     *
     * @param x any shape
     * @param edges a vector in ascending or in descending order
     * @param right true where a bin contains its upper edge, false where it contains its lower one
     * @return int64 in the shape of x: 0 before the first edge, the number of edges after the last
     * @throws IllegalArgumentException where the edges are in no order, or no vector
     */
    public static Tensor digitize(Tensor x, Tensor edges, boolean right) {
        Values in = vector("digitize", edges);
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < in.size; i++) {
            int order = Sorting.compare(in, i - 1, in, i);
            up &= order <= 0;
            down &= order >= 0;
        }
        boolean falling = !up;
        if (falling && !down) {
            throw new IllegalArgumentException("digitize wants edges in ascending or descending order, got "
                    + Arrays.toString(edges.value().toDoubleArray()) + "; sort(edges) sorts them");
        }
        Values wanted = Dense.values(x.value());
        Values ascending = falling ? Dense.values(edges.value().get("::-1")) : in;
        return each(wanted, i -> {
            int place = place(ascending, wanted, i, !right);
            return falling ? in.size - place : place;
        });
    }

    private static Values vector(String verb, Tensor x) {
        if (x.ndim() != 1) {
            throw new ShapeException(verb + " wants a vector to look in, got the shape " + Shapes.text(x.shape()));
        }
        return Dense.values(x.value());
    }

    private static Tensor each(Values of, IntUnaryOperator position) {
        long[] out = new long[of.size];
        for (int i = 0; i < out.length; i++) {
            out[i] = position.applyAsInt(i);
        }
        return Dense.around(out, of.dims.clone());
    }

    /** How many elements of a sorted vector come before a value; of equal ones all when it belongs to their right. */
    private static int place(Values sorted, Values values, int i, boolean right) {
        int low = 0;
        int high = sorted.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Sorting.compare(sorted, middle, values, i);
            if (order < 0 || right && order == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
