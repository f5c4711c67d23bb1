package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.eval.Values;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Static verbs of this room: making tensors, joining and rearranging them, NumPy's functions by their names. */
public final class Tensors extends Counting {
    private Tensors() {}

    /**
     * Makes a number without axes, float64.
     *
     * @param number the number
     * @return shape ()
     */
    public static Tensor of(double number) {
        return new Scalar(number, false);
    }

    /**
     * Makes a number as a literal of Java gives it: it takes the float type of its partner.
     *
     * {@snippet :
     * of(1.5f, 2).times(literal(2)).dtype() // → FLOAT32
     * }
     *
     * @param number the number
     * @return shape ()
     */
    public static Tensor literal(double number) {
        return new Scalar(number, true);
    }

    /**
     * Makes a float64 vector; the numbers are copied.
     *
     * {@snippet :
     * of(1.0, 2, 3) // → [1. 2. 3.]
     * }
     *
     * @param numbers the numbers
     * @return shape (n)
     */
    public static Tensor of(double... numbers) {
        return Dense.around(numbers.clone(), numbers.length);
    }

    /**
     * Makes a float32 vector.
     *
     * @param numbers the numbers
     * @return shape (n)
     */
    public static Tensor of(float... numbers) {
        return Dense.around(numbers.clone(), numbers.length);
    }

    /**
     * Makes an int64 vector of long integers.
     *
     * @param numbers the numbers
     * @return shape (n)
     */
    public static Tensor of(long... numbers) {
        return Dense.around(numbers.clone(), numbers.length);
    }

    /**
     * Makes an int64 vector of integers.
     *
     * @param numbers the numbers
     * @return shape (n)
     */
    public static Tensor of(int... numbers) {
        return Dense.around(Arrays.stream(numbers).asLongStream().toArray(), numbers.length);
    }

    /**
     * Makes a boolean vector, a mask.
     *
     * @param values the truth values
     * @return shape (n)
     */
    public static Tensor of(boolean... values) {
        return Dense.around(values.clone(), values.length);
    }

    /**
     * Makes a float64 matrix of its rows.
     *
     * @param rows the rows, all of one length
     * @return shape (rows, columns)
     * @throws ShapeException for rows that differ in length
     */
    public static Tensor of(double[]... rows) {
        int cols = rows.length == 0 ? 0 : rows[0].length;
        double[] data = new double[Shapes.size(rows.length, cols)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != cols) {
                throw new ShapeException("row " + i + " has " + rows[i].length + " numbers, row 0 has " + cols);
            }
            System.arraycopy(rows[i], 0, data, i * cols, cols);
        }
        return Dense.around(data, rows.length, cols);
    }

    /**
     * Makes zeros, float64.
     *
     * {@snippet :
     * zeros(2, 3) // → [[0. 0. 0.] [0. 0. 0.]]
     * }
     *
     * @param shape the lengths of the axes, each 0 or more; a single number without any
     * @return zeros
     */
    public static Tensor zeros(int... shape) {
        return zeros(DType.FLOAT64, shape);
    }

    /**
     * Makes zeros of a type.
     *
     * @param dtype the type of the elements, such as {@code DType.INT64}
     * @param shape the lengths of the axes, each 0 or more; a single number without any
     * @return zeros, or false
     */
    public static Tensor zeros(DType dtype, int... shape) {
        return Dense.of(Values.zeros(dtype, shape.clone()));
    }

    /**
     * Makes ones, float64.
     *
     * {@snippet :
     * ones(2) // → [1. 1.]
     * }
     *
     * @param shape the lengths of the axes, each 0 or more; a single number without any
     * @return ones
     */
    public static Tensor ones(int... shape) {
        return full(1, shape);
    }

    /**
     * Makes ones of a type.
     *
     * @param dtype the type of the elements, such as {@code DType.INT64}
     * @param shape the lengths of the axes, each 0 or more; a single number without any
     * @return ones, or true
     */
    public static Tensor ones(DType dtype, int... shape) {
        return full(dtype, 1, shape);
    }

    /**
     * Makes a tensor with one number everywhere, float64.
     *
     * {@snippet :
     * full(7, 2, 2) // → [[7. 7.] [7. 7.]]
     * }
     *
     * @param number the number
     * @param shape the lengths of the axes, each 0 or more; a single number without any
     * @return that number everywhere
     */
    public static Tensor full(double number, int... shape) {
        return full(DType.FLOAT64, number, shape);
    }

    /**
     * Makes a tensor of a type with one number everywhere.
     *
     * @param dtype the type of the elements, such as {@code DType.INT64}
     * @param number the number; whole numbers lose its decimals
     * @param shape the lengths of the axes, each 0 or more; a single number without any
     * @return that number everywhere
     */
    public static Tensor full(DType dtype, double number, int... shape) {
        Values out = Values.zeros(dtype, shape.clone());
        switch (out.data) {
            case double[] d -> Arrays.fill(d, number);
            case float[] f -> Arrays.fill(f, (float) number);
            case long[] l -> Arrays.fill(l, (long) number);
            case boolean[] b -> Arrays.fill(b, number != 0);
            default -> throw new IllegalStateException();
        }
        return Dense.of(out);
    }

    /**
     * Makes zeros of the shape and type of another tensor.
     *
     * {@snippet :
     * zerosLike(of(1, 2)) // → [0 0]
     * }
     *
     * @param like the other tensor
     * @return zeros
     */
    public static Tensor zerosLike(Tensor like) {
        return zeros(like.dtype(), like.shape());
    }

    /**
     * Makes ones of the shape and type of another tensor.
     *
     * {@snippet :
     * onesLike(of(5.0, 6)) // → [1. 1.]
     * }
     *
     * @param like the other tensor
     * @return ones
     */
    public static Tensor onesLike(Tensor like) {
        return ones(like.dtype(), like.shape());
    }

    /**
     * Makes a tensor with one number everywhere, of the shape and type of another.
     *
     * {@snippet :
     * fullLike(of(5.0, 6), 0.5) // → [0.5 0.5]
     * }
     *
     * @param like the other tensor
     * @param number the number
     * @return that number everywhere
     */
    public static Tensor fullLike(Tensor like, double number) {
        return full(like.dtype(), number, like.shape());
    }

    /**
     * Makes a tensor of what holds numbers otherwise.
     *
     * {@snippet :
     * array(List.of(List.of(1, 2), List.of(3, 4))) // → [[1 2] [3 4]]
     * }
     *
     * @param nested a nested array or list of any depth and number type (rows of equal length), a list of tensors of
     *     one shape (stacked along a new first axis), an image, a Tablesaw table or column, or an ND4J array
     * @return the tensor; whole numbers become int64
     * @throws IllegalArgumentException for rows that differ in length, or what holds no numbers
     */
    public static Tensor array(Object nested) {
        return Nested.toTensor(nested);
    }

    /**
     * Copies a tensor, so that what is written to one is not seen in the other.
     *
     * {@snippet :
     * copyOf(of(1.0, 2)) // → [1. 2.]
     * }
     *
     * @param x the tensor; a traced value, which nobody can write to, is its own copy
     * @return the copy
     */
    public static Tensor copyOf(Tensor x) {
        return x.level() > 0 ? x : Dense.of(Dense.values(x).copy());
    }
}
