package lectern.tensor;

import java.util.Arrays;

/** A tensor that holds its values: one contiguous row-major Java array. */
final class Dense extends Tensor {
    final DType dtype;
    final int[] dims;
    final int size;
    /** Replaced by a copy before the first write when another tensor reads it, too. */
    Object data;

    private boolean shared;

    /** How often it was written to. */
    private int version;

    private Dense(DType dtype, Object data, int size, int[] dims) {
        this.dtype = dtype;
        this.data = data;
        this.size = size;
        this.dims = dims;
    }

    /** The same array under another shape, until one of both is written to. */
    Tensor sharing(int... shape) {
        shared = true;
        Dense view = new Dense(dtype, data, size, shape);
        view.shared = true;
        return view.lean();
    }

    /** To be called before writing. */
    void own() {
        version++;
        if (shared) {
            data = copy().data;
            shared = false;
        }
    }

    int version() {
        return version;
    }

    /** Fresh zeros; a shape beyond the memory at hand is refused before anything breaks. */
    static Dense zeros(DType dtype, int... shape) {
        int size = Shapes.size(shape);
        return new Dense(dtype, allocate(dtype, size, shape), size, shape);
    }

    /** An array of the type, refused with a sentence when the heap cannot hold it. */
    static Object allocate(DType dtype, int size, int... shape) {
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

    /** Around an existing array, without copying. */
    static Dense around(Object data, int... shape) {
        return switch (data) {
            case double[] d -> new Dense(DType.FLOAT64, d, d.length, shape);
            case float[] f -> new Dense(DType.FLOAT32, f, f.length, shape);
            case long[] l -> new Dense(DType.INT64, l, l.length, shape);
            case boolean[] b -> new Dense(DType.BOOL, b, b.length, shape);
            default ->
                throw new IllegalArgumentException(
                        "no tensor around a " + data.getClass().getSimpleName());
        };
    }

    /** As {@link #around}, but a float64 number without axes becomes the lean {@link Scalar}. */
    static Tensor wrap(Object data, int... shape) {
        if (shape.length == 0 && data instanceof double[] d) {
            return new Scalar(d[0], false);
        }
        return around(data, shape);
    }

    /** The values behind any tensor. */
    static Dense of(Tensor tensor) {
        Tensor value = tensor.value();
        return value instanceof Scalar s ? around(new double[] {s.value}) : (Dense) value;
    }

    /** The values behind any tensor in the type wanted. */
    static Dense of(Tensor tensor, DType dtype) {
        return of(tensor).as(dtype);
    }

    /** This tensor, lean where it is a single float64. */
    Tensor lean() {
        return dims.length == 0 && dtype == DType.FLOAT64 ? new Scalar(f64()[0], false) : this;
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
    public int size() {
        return size;
    }

    double[] f64() {
        return (double[]) data;
    }

    float[] f32() {
        return (float[]) data;
    }

    long[] i64() {
        return (long[]) data;
    }

    boolean[] bool() {
        return (boolean[]) data;
    }

    /** The element at a flat position as a double. */
    double at(int i) {
        return switch (data) {
            case double[] d -> d[i];
            case float[] f -> f[i];
            case long[] l -> l[i];
            case boolean[] b -> b[i] ? 1 : 0;
            default -> throw new IllegalStateException();
        };
    }

    /** Writes an element at a flat position, converted to the type of this tensor. */
    void put(int i, double value) {
        switch (data) {
            case double[] d -> d[i] = value;
            case float[] f -> f[i] = (float) value;
            case long[] l -> l[i] = (long) value;
            case boolean[] b -> b[i] = value != 0;
            default -> throw new IllegalStateException();
        }
    }

    /** The same values in an array of their own. */
    Dense copy() {
        Dense out = zeros(dtype, dims);
        System.arraycopy(data, 0, out.data, 0, size);
        return out;
    }

    /** These values in another type; this tensor itself when it has the type. */
    Dense as(DType to) {
        if (to == dtype) {
            return this;
        }
        Dense out = zeros(to, dims);
        Conversions.convert(data, out.data, size);
        return out;
    }

    /** Equal type, shape and values; NaN equals NaN here, as in Java's collections. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Dense that) || dtype != that.dtype || !Arrays.equals(dims, that.dims)) {
            return false;
        }
        return switch (data) {
            case double[] d -> Arrays.equals(d, that.f64());
            case float[] f -> Arrays.equals(f, that.f32());
            case long[] l -> Arrays.equals(l, that.i64());
            default -> Arrays.equals(bool(), that.bool());
        };
    }

    @Override
    public int hashCode() {
        int values = switch (data) {
            case double[] d -> Arrays.hashCode(d);
            case float[] f -> Arrays.hashCode(f);
            case long[] l -> Arrays.hashCode(l);
            default -> Arrays.hashCode(bool());
        };
        return 31 * Arrays.hashCode(dims) + values;
    }
}
