package lectern.tensor.eval;

import lectern.tensor.loops.Conversions;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Numbers in one contiguous row-major Java array under a shape: what a dense tensor holds and the evaluator computes. */
public final class Values implements Operand {
    private static final int[] NO_AXES = {};

    public final DType dtype;
    /** Not to be written to. */
    public final int[] dims;

    public final int size;
    public final Object data;
    private final boolean weak;

    private Values(DType dtype, Object data, int size, int[] dims, boolean weak) {
        this.dtype = dtype;
        this.data = data;
        this.size = size;
        this.dims = dims;
        this.weak = weak;
    }

    /** Around an array of the type and size, without copying. */
    public static Values of(DType dtype, Object data, int size, int... dims) {
        return new Values(dtype, data, size, dims, false);
    }

    /** Around an existing array, without copying. */
    public static Values around(Object data, int... dims) {
        return switch (data) {
            case double[] d -> of(DType.FLOAT64, d, d.length, dims);
            case float[] f -> of(DType.FLOAT32, f, f.length, dims);
            case long[] l -> of(DType.INT64, l, l.length, dims);
            case boolean[] b -> of(DType.BOOL, b, b.length, dims);
            default ->
                throw new IllegalArgumentException(
                        "no tensor around a " + data.getClass().getSimpleName());
        };
    }

    /** A float64 number without axes. */
    public static Values number(double value, boolean weak) {
        return new Values(DType.FLOAT64, new double[] {value}, 1, NO_AXES, weak);
    }

    /** Fresh zeros; a shape beyond the memory at hand is refused before anything breaks. */
    public static Values zeros(DType dtype, int... dims) {
        int size = Shapes.size(dims);
        return of(dtype, allocate(dtype, size, dims), size, dims);
    }

    /** An array of the type, refused with a sentence when the heap cannot hold it. */
    public static Object allocate(DType dtype, int size, int... shape) {
        long bytes = (long) size * dtype.bytes();
        if (bytes > 1 << 20 && bytes > Runtime.getRuntime().maxMemory()) {
            throw tooLarge(shape, dtype, bytes);
        }
        try {
            return switch (dtype) {
                case FLOAT64 -> new double[size];
                case FLOAT32 -> new float[size];
                case INT64 -> new long[size];
                case BOOL -> new boolean[size];
            };
        } catch (OutOfMemoryError e) {
            throw tooLarge(shape, dtype, bytes);
        }
    }

    private static ShapeException tooLarge(int[] shape, DType dtype, long bytes) {
        return new ShapeException(
                "a " + dtype.label() + " tensor of shape " + Shapes.text(shape) + " needs "
                        + megabytes(bytes) + " MB and the Java heap has at most "
                        + megabytes(Runtime.getRuntime().maxMemory())
                        + " MB; use float32, work in batches, or start with a larger -Xmx (notebooks: LECTERN_HEAP=4g make lab)");
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 19)) >> 20;
    }

    @Override
    public DType dtype() {
        return dtype;
    }

    @Override
    public int[] shape() {
        return dims.clone();
    }

    @Override
    public boolean isWeak() {
        return weak;
    }

    public double[] f64() {
        return (double[]) data;
    }

    public float[] f32() {
        return (float[]) data;
    }

    public long[] i64() {
        return (long[]) data;
    }

    public boolean[] bool() {
        return (boolean[]) data;
    }

    /** The element at a flat position as a double. */
    public double at(int i) {
        return switch (data) {
            case double[] d -> d[i];
            case float[] f -> f[i];
            case long[] l -> l[i];
            case boolean[] b -> b[i] ? 1 : 0;
            default -> throw new IllegalStateException();
        };
    }

    /** Writes an element at a flat position, converted to the type. */
    public void put(int i, double value) {
        switch (data) {
            case double[] d -> d[i] = value;
            case float[] f -> f[i] = (float) value;
            case long[] l -> l[i] = (long) value;
            case boolean[] b -> b[i] = value != 0;
            default -> throw new IllegalStateException();
        }
    }

    /** The same values in an array of their own. */
    public Values copy() {
        Values out = zeros(dtype, dims);
        System.arraycopy(data, 0, out.data, 0, size);
        return out;
    }

    /** The same array under another shape of as many elements. */
    public Values reshaped(int... shape) {
        return of(dtype, data, size, shape);
    }

    /** The same number as one that did not come from a Java literal. */
    public Values strong() {
        return of(dtype, data, size, dims);
    }

    /** These values in another type; the values themselves when they have the type. */
    public Values as(DType to) {
        if (to == dtype) {
            return this;
        }
        Values out = zeros(to, dims);
        Conversions.convert(data, out.data, size);
        return out;
    }
}
