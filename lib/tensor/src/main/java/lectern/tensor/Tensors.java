package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.eval.Values;
import lectern.tensor.op.Binary;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Static verbs of this room: making tensors, joining and rearranging them, NumPy's functions by their names. */
public final class Tensors extends Rearranging {
    private Tensors() {}

    /** A float64 number without axes. */
    public static Tensor of(double number) {
        return new Scalar(number, false);
    }

    /** A number as a Java literal gives it: it takes the float type of its partner. */
    public static Tensor literal(double number) {
        return new Scalar(number, true);
    }

    /** A float64 vector; the numbers are copied. */
    public static Tensor of(double... numbers) {
        return Dense.around(numbers.clone(), numbers.length);
    }

    /** A float32 vector. */
    public static Tensor of(float... numbers) {
        return Dense.around(numbers.clone(), numbers.length);
    }

    /** An int64 vector. */
    public static Tensor of(long... numbers) {
        return Dense.around(numbers.clone(), numbers.length);
    }

    /** An int64 vector. */
    public static Tensor of(int... numbers) {
        return Dense.around(Arrays.stream(numbers).asLongStream().toArray(), numbers.length);
    }

    /** A boolean vector. */
    public static Tensor of(boolean... values) {
        return Dense.around(values.clone(), values.length);
    }

    /** A float64 matrix from its rows. */
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

    /** Zeros, float64. */
    public static Tensor zeros(int... shape) {
        return zeros(DType.FLOAT64, shape);
    }

    /** Zeros of a type. */
    public static Tensor zeros(DType dtype, int... shape) {
        return Dense.of(Values.zeros(dtype, shape.clone()));
    }

    /** Ones, float64. */
    public static Tensor ones(int... shape) {
        return full(1, shape);
    }

    /** Ones of a type. */
    public static Tensor ones(DType dtype, int... shape) {
        return full(dtype, 1, shape);
    }

    /** One number everywhere, float64. */
    public static Tensor full(double number, int... shape) {
        return full(DType.FLOAT64, number, shape);
    }

    /** One number everywhere, of a type. */
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

    /** Zeros of the shape and type of another tensor. */
    public static Tensor zerosLike(Tensor like) {
        return zeros(like.dtype(), like.shape());
    }

    /** Ones of the shape and type of another tensor. */
    public static Tensor onesLike(Tensor like) {
        return ones(like.dtype(), like.shape());
    }

    /** One number in the shape and type of another tensor. */
    public static Tensor fullLike(Tensor like, double number) {
        return full(like.dtype(), number, like.shape());
    }

    /** The identity matrix. */
    public static Tensor eye(int n) {
        Values out = Values.zeros(DType.FLOAT64, n, n);
        for (int i = 0; i < n; i++) {
            out.f64()[i * n + i] = 1;
        }
        return Dense.of(out);
    }

    /** The integers from 0 to {@code stop} (exclusive), int64. */
    public static Tensor arange(long stop) {
        return arange(0L, stop, 1L);
    }

    /** The integers from {@code start} to {@code stop} (exclusive), int64. */
    public static Tensor arange(long start, long stop) {
        return arange(start, stop, 1L);
    }

    /** The integers from {@code start} to {@code stop} (exclusive) in steps, int64. */
    public static Tensor arange(long start, long stop, long step) {
        if (step == 0) {
            throw new IllegalArgumentException("the step of arange must not be 0");
        }
        double length = Math.ceil(((double) stop - start) / step);
        long count = Math.max(0, length < 1L << 53 ? Math.ceilDiv(stop - start, step) : Long.MAX_VALUE);
        Values out = Values.zeros(DType.INT64, counted("arange", (double) count, start, stop, step));
        for (int i = 0; i < out.size; i++) {
            out.i64()[i] = start + i * step;
        }
        return Dense.of(out);
    }

    /** The numbers 0, 1, 2, … below {@code stop}, float64. */
    public static Tensor arange(double stop) {
        return arange(0.0, stop, 1.0);
    }

    /** The numbers from {@code start} to {@code stop} (exclusive) in steps, float64. */
    public static Tensor arange(double start, double stop, double step) {
        if (step == 0 || !Double.isFinite(step) || !Double.isFinite(start) || !Double.isFinite(stop)) {
            throw new IllegalArgumentException("arange wants finite bounds and a finite step other than 0, got start "
                    + start + ", stop " + stop + ", step " + step);
        }
        double count = Math.max(0, Math.ceil(stop / step - start / step));
        if (Double.isFinite(stop - start)) {
            count = Math.max(0, Math.ceil((stop - start) / step));
        }
        Values out = Values.zeros(DType.FLOAT64, counted("arange", count, start, stop, step));
        for (int i = 0; i < out.size; i++) {
            out.f64()[i] = start + i * step;
        }
        return Dense.of(out);
    }

    private static int counted(String verb, double count, Number start, Number stop, Number step) {
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    verb + " from " + start + " to " + stop + " in steps of " + step + " has "
                            + (count < 1L << 53 ? "%.0f".formatted(count) : "more than 9e15")
                            + " numbers; an array of Java holds 2147483639 at most");
        }
        return (int) count;
    }

    /** {@code n} equally spaced numbers from {@code start} to {@code stop}, both included. */
    public static Tensor linspace(double start, double stop, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("linspace wants a number of points that is not negative, got " + n);
        }
        Values out = Values.zeros(DType.FLOAT64, n);
        double step = (stop - start) / (n - 1);
        boolean wide = Double.isInfinite(step) && Double.isFinite(start) && Double.isFinite(stop);
        for (int i = 0; i < n; i++) {
            double share = (double) i / (n - 1);
            out.f64()[i] = wide ? (1 - share) * start + share * stop : start + i * step;
        }
        if (n > 1) {
            out.f64()[n - 1] = stop;
        } else if (n == 1) {
            out.f64()[0] = start;
        }
        return Dense.of(out);
    }

    /** Powers of ten with {@code n} equally spaced exponents from {@code start} to {@code stop}. */
    public static Tensor logspace(double start, double stop, int n) {
        return of(10.0).pow(linspace(start, stop, n));
    }

    /**
     * From a nested Java array or list of any depth and number type (rows of equal length), a list of tensors of one shape
     * (stacked along a new first axis), an image, a Tablesaw table or column, or an ND4J array.
     *
     * {@snippet :
     * array(List.of(List.of(1, 2), List.of(3, 4)))      // → [[1 2] [3 4]]
     * }
     */
    public static Tensor array(Object nested) {
        return Nested.toTensor(nested);
    }

    /** A copy of a tensor that shares nothing with it; a traced value, which nobody can write to, is its own copy. */
    public static Tensor copyOf(Tensor x) {
        return x.level() > 0 ? x : Dense.of(Dense.values(x).copy());
    }

    /**
     * A number plus a tensor, in the type of the tensor.
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor plus(double left, Tensor right) {
        return Tensor.apply(Binary.ADD, literal(left), right);
    }

    /**
     * A whole number plus a tensor, in the type of the tensor.
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor plus(long left, Tensor right) {
        return Tensor.apply(Binary.ADD, Scalar.beside(right, left), right);
    }

    /**
     * A number minus a tensor, in the type of the tensor.
     *
     * {@snippet :
     * minus(1, of(0.25, 1))      // → [0.75 0.]
     * }
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor minus(double left, Tensor right) {
        return Tensor.apply(Binary.SUB, literal(left), right);
    }

    /**
     * A whole number minus a tensor, in the type of the tensor.
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor minus(long left, Tensor right) {
        return Tensor.apply(Binary.SUB, Scalar.beside(right, left), right);
    }

    /**
     * A number times a tensor, in the type of the tensor.
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor times(double left, Tensor right) {
        return Tensor.apply(Binary.MUL, literal(left), right);
    }

    /**
     * A whole number times a tensor, in the type of the tensor.
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor times(long left, Tensor right) {
        return Tensor.apply(Binary.MUL, Scalar.beside(right, left), right);
    }

    /**
     * A number divided by a tensor, in the type of the tensor; of whole numbers in float64.
     *
     * {@snippet :
     * div(1, of(2.0, 4))         // → [0.5 0.25]
     * }
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor div(double left, Tensor right) {
        return Tensor.apply(Binary.DIV, literal(left), right);
    }

    /**
     * A whole number divided by a tensor; of whole numbers in float64.
     *
     * @param left the number
     * @param right the tensor
     * @return a tensor of the shape of {@code right}
     */
    public static Tensor div(long left, Tensor right) {
        return Tensor.apply(Binary.DIV, Scalar.beside(right, left), right);
    }
}
