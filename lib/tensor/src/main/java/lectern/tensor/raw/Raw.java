package lectern.tensor.raw;

import lectern.tensor.Tensor;
import lectern.tensor.type.DType;

/**
 * The arrays behind tensors, without copying. Who writes into one changes every tensor that shares it, and no
 * derivative or compiled program notices.
 */
public abstract class Raw extends Tensor {
    // A subclass only for what tensors show their heirs; there is no instance.
    private Raw() {}

    /** The float64 array behind a tensor, a converted copy where it has another type. */
    public static double[] f64(Tensor tensor) {
        return (double[]) array(tensor, DType.FLOAT64);
    }

    /** The float32 array behind a tensor, a converted copy where it has another type. */
    public static float[] f32(Tensor tensor) {
        return (float[]) array(tensor, DType.FLOAT32);
    }

    /** The int64 array behind a tensor, a converted copy where it has another type. */
    public static long[] i64(Tensor tensor) {
        return (long[]) array(tensor, DType.INT64);
    }

    /** The boolean array behind a tensor, a converted copy where it has another type. */
    public static boolean[] bool(Tensor tensor) {
        return (boolean[]) array(tensor, DType.BOOL);
    }

    /** A tensor around this array. */
    public static Tensor wrap(double[] data, int... shape) {
        return tensorAround(data, shape);
    }

    /** A tensor around this array. */
    public static Tensor wrap(float[] data, int... shape) {
        return tensorAround(data, shape);
    }

    /** A tensor around this array. */
    public static Tensor wrap(long[] data, int... shape) {
        return tensorAround(data, shape);
    }

    /** A tensor around this array. */
    public static Tensor wrap(boolean[] data, int... shape) {
        return tensorAround(data, shape);
    }

    /** How often a tensor was written to with {@code set}. */
    public static int writes(Tensor tensor) {
        return version(tensor);
    }
}
