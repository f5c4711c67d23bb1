package lectern.tensor;

import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.notebook.Numeric;

/**
 * An n-dimensional array of numbers.
 *
 * <p>Dense tensors hold their values; the tracers of {@code lectern.grad} extend this class and stand in for values
 * while a function is differentiated or compiled. Values are row-major. Operations never change their arguments.
 */
public abstract class Tensor
        implements Numeric,
                Displayable,
                Arithmetic,
                Functions,
                Comparing,
                Reducing,
                Shaping,
                Indexing,
                Ordering,
                Algebra {
    /** For the dense tensors of this package and for tracers. */
    protected Tensor() {}

    /** The type of the elements. */
    public abstract DType dtype();

    /**
     * 0 for dense values; a tracer answers the depth of the transformation it belongs to, the innermost being highest.
     */
    public int level() {
        return 0;
    }

    /** Takes over an operation in which this tensor is an argument of highest level. */
    public Tensor trace(Op op, Tensor... args) {
        throw new IllegalStateException("a dense tensor is not traced");
    }

    /**
     * True for a number that came from a Java literal and takes the float type of its partner, as in NumPy and PyTorch.
     */
    public boolean isWeak() {
        return false;
    }

    /** The dense tensor behind a tracer; a dense tensor itself. Everything that reads values passes through here. */
    public Tensor value() {
        return this;
    }

    /** The joint element type of two arguments: a weak number does not widen float32 to float64. */
    public static DType promote(Tensor a, Tensor b) {
        if (a.isWeak() != b.isWeak()) {
            DType strong = a.isWeak() ? b.dtype() : a.dtype();
            if (strong.isFloating()) {
                return strong;
            }
        }
        return DType.promote(a.dtype(), b.dtype());
    }

    /** Number of axes. */
    public int ndim() {
        return shape().length;
    }

    /** Number of elements. */
    public int size() {
        return Shapes.size(shape());
    }

    /** The length of one axis; negative axes count from the end. */
    public int dim(int axis) {
        int[] shape = shape();
        return shape[Shapes.axis(axis, shape.length)];
    }

    /** The values in another element type. */
    public final Tensor cast(DType to) {
        return dtype() == to && !isWeak() ? this : Op.apply(new Cast(to), this);
    }

    /** The only element as a number; throws when there is not exactly one. */
    public final double item() {
        Tensor value = value();
        if (value instanceof Scalar s) {
            return s.value;
        }
        Dense dense = (Dense) value;
        if (dense.size != 1) {
            throw new ShapeException("item() wants exactly one element, the shape is " + Shapes.text(dense.dims)
                    + "; name the position: x.at(i, j)");
        }
        return dense.at(0);
    }

    /** The element at a position as a number; negative indices count from the end. */
    public final double at(int... index) {
        Dense dense = Dense.of(this);
        if (index.length != dense.dims.length) {
            throw new ShapeException(
                    index.length + " indices for an element of a tensor of shape " + Shapes.text(dense.dims));
        }
        int flat = 0;
        for (int i = 0; i < index.length; i++) {
            int n = dense.dims[i];
            if (index[i] < -n || index[i] >= n) {
                throw new IndexOutOfBoundsException(
                        "index " + index[i] + " is out of bounds for axis " + i + " with length " + n);
            }
            flat = flat * n + (index[i] < 0 ? index[i] + n : index[i]);
        }
        return dense.at(flat);
    }

    /** The only element as a truth value. */
    public final boolean isTrue() {
        return item() != 0;
    }

    @Override
    public final double[] toDoubleArray() {
        Dense dense = Dense.of(this);
        double[] out = new double[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** All elements in row-major order as float32, as a fresh array. */
    public final float[] toFloatArray() {
        Dense dense = Dense.of(this);
        float[] out = new float[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** All elements in row-major order as integers, as a fresh array. */
    public final long[] toLongArray() {
        Dense dense = Dense.of(this);
        long[] out = new long[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** All elements in row-major order as truth values, as a fresh array. */
    public final boolean[] toBooleanArray() {
        Dense dense = Dense.of(this);
        boolean[] out = new boolean[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** The numbers as nested double arrays, one level for each axis ({@code double[][]} for a matrix). */
    public final Object toArray() {
        return Nested.toArray(Dense.of(this));
    }

    /** The numbers of a matrix by rows. */
    public final double[][] toMatrix() {
        if (ndim() != 2) {
            throw new ShapeException("toMatrix() wants two axes, the shape is " + Shapes.text(shape()));
        }
        return (double[][]) toArray();
    }

    /** As NumPy prints it: columns aligned, more than a thousand elements summarised; a single number as a number. */
    @Override
    public String toString() {
        return Printer.text(Dense.of(this));
    }

    @Override
    public MimeBundle toMimeBundle() {
        Dense dense = Dense.of(this);
        String table = Printer.html(dense);
        MimeBundle text = MimeBundle.text(Printer.text(dense));
        String latex = Printer.latex(dense);
        MimeBundle shown = table == null ? text : text.with(MimeBundle.HTML, table);
        return latex == null ? shown : shown.with(MimeBundle.LATEX, latex);
    }
}
