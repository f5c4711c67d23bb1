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

    /** Reading a value takes it out of every transformation, so branches and loops just work. */
    @Override
    public final Tensor value() {
        return primal.value();
    }
}
