package lectern.tensor;

import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.notebook.Numeric;
import lectern.tensor.eval.Values;
import lectern.tensor.loops.Conversions;
import lectern.tensor.op.Cast;
import lectern.tensor.op.Op;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * An n-dimensional array of numbers.
 *
 * <p>Dense tensors hold their values; the tracers of {@code lectern.grad} extend this class and stand in for values
 * while a function is differentiated or compiled. Values are row-major. Operations never change their arguments.
 */
public abstract class Tensor
        implements Numeric,
                Displayable,
                Operand,
                Arithmetic,
                Functions,
                Comparing,
                Reducing,
                Shaping,
                Indexing,
                Ordering,
                Algebra,
                Formats {
    /** For the dense tensors of this package and for tracers. */
    protected Tensor() {}

    /** The type of the elements. */
    @Override
    public abstract DType dtype();

    /**
     * 0 for dense values; a tracer answers the depth of the transformation it belongs to, the innermost being highest.
     */
    public int level() {
        return 0;
    }

    /** Computes, records or writes down an operation in which this tensor is the first argument of highest level. */
    public abstract Tensor trace(Op op, Tensor... args);

    /** The one dispatcher: the argument of highest level takes over, the first of several. */
    public static Tensor apply(Op op, Tensor a) {
        return a.trace(op, a);
    }

    /** As {@link #apply(Op, Tensor)} for two arguments. */
    public static Tensor apply(Op op, Tensor a, Tensor b) {
        return (b.level() > a.level() ? b : a).trace(op, a, b);
    }

    /** As {@link #apply(Op, Tensor)} for any number of arguments. */
    public static Tensor apply(Op op, Tensor... args) {
        Tensor top = args[0];
        for (Tensor arg : args) {
            if (arg.level() > top.level()) {
                top = arg;
            }
        }
        return top.trace(op, args);
    }

    /**
     * True for a number that came from a Java literal and takes the float type of its partner, as in NumPy and PyTorch.
     */
    @Override
    public boolean isWeak() {
        return false;
    }

    /**
     * The dense tensor behind a tracer; a dense tensor itself. Everything that reads values passes through here; what is
     * computed from it is constant for a derivative, without a word.
     */
    public Tensor value() {
        return this;
    }

    /** For rooms of compilers and bridges: the array behind a tensor in a type, without copying where it has the type. */
    protected static Object array(Tensor tensor, DType dtype) {
        return Dense.values(tensor, dtype).data;
    }

    /** For rooms of compilers and bridges: a tensor around an array, without copying. */
    protected static Tensor tensorAround(Object array, int... shape) {
        Values values = Values.around(array, shape.clone());
        if (Shapes.size(shape) != values.size) {
            throw new ShapeException(values.size + " numbers do not fill shape " + Shapes.text(shape));
        }
        return Dense.of(values);
    }

    /** For rooms of compilers: how often a tensor was written to with {@code set}. */
    protected static int version(Tensor tensor) {
        return tensor instanceof Dense dense ? dense.version() : 0;
    }

    /**
     * For rooms that read a tensor later: its numbers as they are now, whatever is written to it meanwhile. What comes
     * back is the same tensor until something is written, costs no copy, and must not be written to.
     */
    protected static Tensor kept(Tensor tensor) {
        return tensor instanceof Dense dense ? dense.kept() : tensor;
    }

    /** The same numbers as a tensor of its own, copied when either is written to. */
    protected static Tensor view(Tensor tensor) {
        return tensor instanceof Dense dense ? dense.view() : tensor;
    }

    /**
     * The p-th root, p above 1, of a sum of powers, as in norms and deviations. Where the sum is 0 the root has a corner;
     * its slope there is 0, one of the subgradients and PyTorch's, where a plain root gives 0 · ∞. Slopes of higher order
     * do not exist there and are NaN.
     */
    static Tensor root(double p, Tensor sum) {
        if (sum.level() == 0 || !(p > 1)) {
            return p == 2 ? sum.sqrt() : sum.pow(1 / p);
        }
        Tensor zero = sum.eq(0);
        Tensor safe = apply(new Where(), zero, new Scalar(1, true), sum);
        // This power is 0 at 0 with its slope, and the slope of its slope is infinite.
        return apply(new Where(), zero, sum.pow(1.5), p == 2 ? safe.sqrt() : safe.pow(1 / p));
    }

    /**
     * Throws while a verb that sees numbers alone meets a tensor that is traced for a derivative, which it would lose
     * without a word. A compiler hears that numbers were asked for and runs the function as written.
     */
    static void demandUntraced(String verb, Tensor x, String remedy) {
        if (x.level() > 0 && x.value().level() == 0) {
            throw new UnsupportedOperationException(verb + " has no derivative, and its argument of shape "
                    + Shapes.text(x.shape()) + " is being differentiated; " + remedy
                    + ", and stopGradient(x) takes the argument as a constant");
        }
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
        return dtype() == to && !isWeak() ? this : apply(new Cast(to), this);
    }

    /** Told when a verb takes numbers out of this tensor, which a tracer loses sight of. */
    protected void taken(String verb) {}

    /**
     * The only element as a number; throws when there is not exactly one. What is computed from the number is constant
     * for a derivative: right for a branch, and said in a warning where it goes on into a computation.
     */
    public final double item() {
        taken("item()");
        return number();
    }

    private double number() {
        Tensor value = value();
        if (value instanceof Scalar s) {
            return s.value;
        }
        Values dense = Dense.values(value);
        if (dense.size != 1) {
            throw new ShapeException("item() wants exactly one element, the shape is " + Shapes.text(dense.dims)
                    + "; name the position: x.at(i, j)");
        }
        return dense.at(0);
    }

    /** The element at a position as a number; negative indices count from the end. */
    public final double at(int... index) {
        taken("at(...)");
        Values dense = Dense.values(this);
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
        return number() != 0;
    }

    @Override
    public final double[] toDoubleArray() {
        taken("toDoubleArray()");
        Values dense = Dense.values(this);
        double[] out = new double[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** All elements in row-major order as float32, as a fresh array. */
    public final float[] toFloatArray() {
        taken("toFloatArray()");
        Values dense = Dense.values(this);
        float[] out = new float[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** All elements in row-major order as integers, as a fresh array. */
    public final long[] toLongArray() {
        Values dense = Dense.values(this);
        long[] out = new long[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** All elements in row-major order as truth values, as a fresh array. */
    public final boolean[] toBooleanArray() {
        Values dense = Dense.values(this);
        boolean[] out = new boolean[dense.size];
        Conversions.convert(dense.data, out, out.length);
        return out;
    }

    /** The numbers as nested double arrays, one level for each axis ({@code double[][]} for a matrix). */
    public final Object toArray() {
        taken("toArray()");
        return Rows.toArray(Dense.values(this));
    }

    /** The numbers of a matrix by rows. */
    public final double[][] toMatrix() {
        if (ndim() != 2) {
            throw new ShapeException("toMatrix() wants two axes, the shape is " + Shapes.text(shape()));
        }
        taken("toMatrix()");
        return (double[][]) Rows.toArray(Dense.values(this));
    }

    /** As NumPy prints it: columns aligned, more than a thousand elements summarised; a single number as a number. */
    @Override
    public String toString() {
        return Printer.text(Dense.values(this));
    }

    @Override
    public MimeBundle toMimeBundle() {
        Values dense = Dense.values(this);
        String table = Printer.html(dense);
        MimeBundle text = MimeBundle.text(Printer.text(dense));
        String latex = Printer.latex(dense);
        MimeBundle shown = table == null ? text : text.with(MimeBundle.HTML, table);
        return latex == null ? shown : shown.with(MimeBundle.LATEX, latex);
    }
}
