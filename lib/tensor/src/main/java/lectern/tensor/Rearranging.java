package lectern.tensor;

import lectern.tensor.op.Unslice;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Choosing, joining, splitting and repeating tensors, as static verbs; all can be differentiated. */
public abstract class Rearranging extends Joining {
    Rearranging() {}

    /**
     * Chooses between two tensors, element by element.
     *
     * {@snippet :
     * where(of(true, false), of(1.0, 2), of(10.0, 20)) // → [1. 20.]
     * }
     *
     * @param condition truth values
     * @param a what is taken where the condition is true
     * @param b what is taken elsewhere
     * @return the shape to which all three broadcast
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return Tensor.apply(new Where(), condition, a, b);
    }

    /**
     * Chooses between the elements of a tensor and a number.
     *
     * @param condition truth values
     * @param a what is taken where the condition is true
     * @param b the number that is taken elsewhere
     * @return the shape to which condition and tensor broadcast
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor where(Tensor condition, Tensor a, double b) {
        return where(condition, a, new Scalar(b, true));
    }

    /**
     * Chooses between a number and the elements of a tensor.
     *
     * @param condition truth values
     * @param a the number that is taken where the condition is true
     * @param b what is taken elsewhere
     * @return the shape to which condition and tensor broadcast
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor where(Tensor condition, double a, Tensor b) {
        return where(condition, new Scalar(a, true), b);
    }

    /**
     * Chooses between two numbers.
     *
     * @param condition truth values
     * @param a the number that is taken where the condition is true
     * @param b the number that is taken elsewhere
     * @return the shape of the condition
     */
    public static Tensor where(Tensor condition, double a, double b) {
        return where(condition, new Scalar(a, true), new Scalar(b, true));
    }

    /**
     * Makes the coordinates of a rectangular grid, as NumPy's indexing "xy" has them; {@code grid(x, y)} makes more of
     * it.
     *
     * {@snippet :
     * meshgrid(of(1.0, 2), of(3.0, 4))[0] // → [[1. 2.] [1. 2.]]
     * }
     *
     * @param x n places along the columns
     * @param y m places along the rows
     * @return two matrices (m, n), the first varying along columns, the second along rows
     */
    public static Tensor[] meshgrid(Tensor x, Tensor y) {
        int n = x.size();
        int m = y.size();
        return new Tensor[] {x.reshape(1, n).broadcastTo(m, n), y.reshape(m, 1).broadcastTo(m, n)};
    }

    /**
     * Surrounds a tensor by a number.
     *
     * {@snippet :
     * pad(of(1.0, 2), 0, new int[][] {{1, 2}}) // → [0. 1. 2. 0. 0.]
     * }
     *
     * @param x the tensor
     * @param value the number
     * @param widths for each axis how many before and after
     * @return every axis longer by its widths
     * @throws IllegalArgumentException for widths that are not as many as axes
     */
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

    /**
     * Keeps the upper triangle of the last two axes, zeros below.
     *
     * {@snippet :
     * triu(ones(2, 2)) // → [[1. 1.] [0. 1.]]
     * }
     *
     * @param x the tensor
     * @param offset the lowest diagonal that is kept: 0 the main one, positive ones above it
     * @return the same shape
     */
    public static Tensor triu(Tensor x, int offset) {
        return where(triangle(x.dim(-2), x.dim(-1), offset, true), x, 0);
    }

    /**
     * Keeps the upper triangle of the last two axes with the main diagonal, zeros below.
     *
     * @param x the tensor
     * @return the same shape
     */
    public static Tensor triu(Tensor x) {
        return triu(x, 0);
    }

    /**
     * Keeps the lower triangle of the last two axes, zeros above.
     *
     * {@snippet :
     * tril(ones(2, 2)) // → [[1. 0.] [1. 1.]]
     * }
     *
     * @param x the tensor
     * @param offset the highest diagonal that is kept: 0 the main one, negative ones below it
     * @return the same shape
     */
    public static Tensor tril(Tensor x, int offset) {
        return where(triangle(x.dim(-2), x.dim(-1), offset, false), x, 0);
    }

    /**
     * Keeps the lower triangle of the last two axes with the main diagonal, zeros above.
     *
     * @param x the tensor
     * @return the same shape
     */
    public static Tensor tril(Tensor x) {
        return tril(x, 0);
    }

    private static Tensor triangle(int rows, int cols, int offset, boolean upper) {
        Tensor distance = Tensors.arange(cols).minus(Tensors.arange(rows).reshape(-1, 1));
        return upper ? distance.ge(offset) : distance.le(offset);
    }

    /**
     * Makes the diagonal matrix of a vector, or takes the diagonal of a matrix.
     *
     * {@snippet :
     * diag(of(1.0, 2)) // → [[1. 0.] [0. 2.]]
     * }
     *
     * @param x a vector (n) or a matrix (…, m, n)
     * @return shape (n, n), or (…, k) where k is the lesser of m and n
     */
    public static Tensor diag(Tensor x) {
        return x.ndim() == 1 ? where(Tensors.eye(x.size()).ne(0), x.expandDims(1), 0) : Linalg.diagonal(x);
    }

    /**
     * Takes the differences of neighbours along an axis.
     *
     * {@snippet :
     * diff(of(1.0, 4, 9)) // → [3. 5.]
     * }
     *
     * @param x the tensor
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the axis loses one element
     */
    public static Tensor diff(Tensor x, int axis) {
        return x.slice(axis, 1, Integer.MAX_VALUE).minus(x.slice(axis, 0, -1));
    }

    /**
     * Takes the differences of neighbours along the last axis.
     *
     * @param x the tensor
     * @return the last axis loses one element
     */
    public static Tensor diff(Tensor x) {
        return diff(x, -1);
    }

    /**
     * Multiplies tensors with named axes and sums over the names that the result lacks.
     *
     * <p>{@code "ij,jk->ik"} is the matrix product, {@code "ii->"} the trace, {@code "bi,bj->bij"} a batch of outer
     * products.
     *
     * {@snippet :
     * einsum("ij,j->i", eye(2), of(3.0, 4)) // → [3. 4.]
     * }
     *
     * @param formula a letter for each axis of each argument, separated by commas, then the letters of the result
     * @param arguments the tensors
     * @return the axes that the formula names
     * @throws IllegalArgumentException for a formula that does not fit the shapes
     */
    public static Tensor einsum(String formula, Tensor... arguments) {
        return Einsum.evaluate(formula, arguments);
    }
}
