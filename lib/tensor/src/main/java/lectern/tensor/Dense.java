package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.eval.Values;
import lectern.tensor.type.DType;
import lectern.tensor.type.Witness;
import org.jspecify.annotations.Nullable;

/** A tensor that holds its values: one contiguous row-major Java array. */
final class Dense extends Eager {
    /** Replaced by a copy before the first write when another tensor reads the array, too. */
    private Values values;

    private boolean shared;

    /** How often it was written to. */
    private int version;

    /** The tensor whose numbers these are or were, for {@link #version}. */
    private @Nullable Dense origin;

    /** These numbers for whoever reads them later, until they are written to. */
    private @Nullable Dense kept;

    private Dense(Values values) {
        this.values = values;
        Witness witness = Witness.current();
        if (witness != null) {
            witness.made(this);
        }
    }

    /** A tensor around values, which nobody else may write to. */
    static Tensor of(Values values) {
        return values.dims.length == 0 && values.dtype == DType.FLOAT64
                ? new Scalar(values.f64()[0], false)
                : new Dense(values);
    }

    /** Around an existing array, without copying. */
    static Dense around(Object data, int... shape) {
        return new Dense(Values.around(data, shape));
    }

    /** The values behind any tensor. */
    static Values values(Tensor tensor) {
        Tensor value = tensor.value();
        if (value instanceof Scalar s) {
            return Values.number(s.value, s.isWeak());
        }
        Dense dense = (Dense) value;
        Witness witness = Witness.current();
        if (witness != null) {
            dense.tell(witness);
        }
        return dense.values;
    }

    /** The values behind any tensor in the type wanted. */
    static Values values(Tensor tensor, DType dtype) {
        return values(tensor).as(dtype);
    }

    /** A tensor around what was computed from this one: itself, its array under another shape, or something new. */
    Tensor with(Values computed) {
        if (computed == values) {
            return this;
        }
        Tensor out = of(computed);
        if (computed.data == values.data && out instanceof Dense dense) {
            dense.shared = true;
            shared = true;
        }
        return out;
    }

    /**
     * The numbers as they are now, whatever is written here later; the same tensor until then. Nobody writes to it.
     */
    Dense kept() {
        if (kept == null) {
            kept = view();
            kept.kept = kept;
        }
        return kept;
    }

    /** The same numbers as a tensor of its own: what is written to one does not change the other. */
    Dense view() {
        Dense out = new Dense(values);
        Witness witness = Witness.current();
        if (witness != null) {
            tell(witness);
        }
        out.origin = this;
        out.shared = true;
        shared = true;
        return out;
    }

    /** That these numbers, which may be those of another tensor, were read. */
    private void tell(Witness witness) {
        for (Dense each = this; each != null; each = each.origin) {
            witness.read(each);
        }
    }

    /** The values, to be written into. */
    Values own() {
        Witness witness = Witness.current();
        if (witness != null) {
            witness.writes(this);
        }
        version++;
        kept = null;
        if (shared) {
            values = values.copy();
            shared = false;
        }
        return values;
    }

    /** Grows with every write to this tensor or to the one whose numbers it took. */
    int version() {
        return origin == null ? version : version + origin.version();
    }

    @Override
    public DType dtype() {
        return values.dtype;
    }

    @Override
    public int[] shape() {
        return values.dims.clone();
    }

    @Override
    public int ndim() {
        return values.dims.length;
    }

    @Override
    public int size() {
        return values.size;
    }

    /** Equal type, shape and values; NaN equals NaN here, as in Java's collections. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Dense that)
                || dtype() != that.dtype()
                || !Arrays.equals(values.dims, that.values.dims)) {
            return false;
        }
        return switch (values.data) {
            case double[] d -> Arrays.equals(d, that.values.f64());
            case float[] f -> Arrays.equals(f, that.values.f32());
            case long[] l -> Arrays.equals(l, that.values.i64());
            default -> Arrays.equals(values.bool(), that.values.bool());
        };
    }

    @Override
    public int hashCode() {
        int hash = switch (values.data) {
            case double[] d -> Arrays.hashCode(d);
            case float[] f -> Arrays.hashCode(f);
            case long[] l -> Arrays.hashCode(l);
            default -> Arrays.hashCode(values.bool());
        };
        return 31 * Arrays.hashCode(values.dims) + hash;
    }
}
