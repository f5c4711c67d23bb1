package lectern.grad;

import lectern.tensor.Tensor;
import lectern.tensor.op.Op;
import lectern.tensor.type.DType;

/** A value that stands in for another while a function is differentiated. */
abstract class Tracer extends Tensor {
    /** The transformation this value belongs to. */
    final Transformation home;

    /** The value one transformation further out; a tracer itself when transformations are nested. */
    final Tensor primal;

    Tracer(Transformation home, Tensor primal) {
        this.home = home;
        this.primal = primal;
    }

    @Override
    public final int level() {
        return home.level;
    }

    @Override
    public final Tensor trace(Op op, Tensor... args) {
        return home.apply(op, args);
    }

    @Override
    public final DType dtype() {
        return primal.dtype();
    }

    @Override
    public final int[] shape() {
        return primal.shape();
    }

    @Override
    public final int ndim() {
        return primal.ndim();
    }

    @Override
    public final int size() {
        return primal.size();
    }

    @Override
    public final boolean isWeak() {
        return primal.isWeak();
    }

    /**
     * Reading a value takes it out of every transformation, so branches and loops just work. Who writes into what comes
     * back does not change what a derivative remembers.
     */
    @Override
    public final Tensor value() {
        return apart(plain(this).value());
    }

    /** What stands behind all derivatives: numbers, or a symbol of a compiler. */
    static Tensor plain(Tensor tensor) {
        Tensor out = tensor;
        while (out instanceof Tracer t) {
            out = t.primal;
        }
        return out;
    }

    /** The numbers of now for later, whatever is written to the tensor. */
    static Tensor hold(Tensor tensor) {
        return kept(tensor);
    }

    /** The same numbers for hands that may write into them. */
    static Tensor apart(Tensor tensor) {
        return view(tensor);
    }

    /** The same for each of several tensors. */
    static Tensor[] apart(Tensor... tensors) {
        Tensor[] out = new Tensor[tensors.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = view(tensors[i]);
        }
        return out;
    }
}
