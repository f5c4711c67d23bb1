package lectern.grad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** The transformations behind {@link Grad}, in terms of tape and dual numbers. */
final class Operators {
    private Operators() {}

    /** Value and gradient of a function of one tensor. */
    static ValueAndGrad<Tensor> valueAndGrad(Function<? super Tensor, ? extends Tensor> f, Tensor at) {
        Tensor x = floating(at);
        try (Tape tape = new Tape()) {
            tape.taken.watch(f);
            Untouched point = new Untouched(x);
            Tensor y = f.apply(tape.input(x));
            requireScalar(y);
            point.check();
            Tensor g = null;
            if (tape.owns(y)) {
                g = tape.pull(y, one(y), 1)[0];
            }
            if (g == null) {
                if (x.level() == 0 && !tape.owns(y)) {
                    Warnings.independent("grad", f, x, tape.isUnused(1), tape.taken);
                }
                g = Tensors.zeros(x.dtype(), x.shape());
            }
            return new ValueAndGrad<>(tape.outside(y), g);
        }
    }

    /** Value and gradient of a function of structured parameters; a word where the value does not depend on them. */
    @SuppressWarnings("unchecked")
    static <P> ValueAndGrad<P> valueAndGradOf(Function<? super P, ? extends Tensor> f, P at) {
        if (at instanceof Tensor t) {
            return (ValueAndGrad<P>) valueAndGrad((Function<? super Tensor, ? extends Tensor>) f, t);
        }
        try (Vjp<P> vjp = record(f, at)) {
            requireScalar(vjp.result());
            vjp.demandDependence(f);
            return new ValueAndGrad<>(vjp.value(), vjp.pull(one(vjp.result())));
        }
    }

    /** Runs a function once and keeps the tape for any number of pulls. */
    @SuppressWarnings("unchecked")
    static <P> Vjp<P> record(Function<? super P, ? extends Tensor> f, P at) {
        Tree tree = Tree.of(at instanceof Tensor t ? floating(t) : at);
        if (tree.leaves().isEmpty()) {
            throw new IllegalArgumentException("nothing to differentiate with respect to: no floating-point tensor in "
                    + (at == null ? "null" : at.getClass().getSimpleName()));
        }
        Tape tape = new Tape();
        try {
            List<Tensor> inputs = new ArrayList<>();
            for (Tensor leaf : tree.leaves()) {
                inputs.add(tape.input(leaf));
            }
            tape.taken.watch(f);
            Untouched point = new Untouched(tree.leaves().toArray(Tensor[]::new));
            Tensor y = f.apply((P) tree.rebuild(inputs));
            requireResult(y);
            point.check();
            return new Vjp<>(tape, tree, y);
        } catch (RuntimeException | Error e) {
            tape.close();
            throw e;
        }
    }

    /** Value and directional derivative. */
    @SuppressWarnings("unchecked")
    static <P> Jvp jvp(Function<? super P, ? extends Tensor> f, P at, Object direction) {
        Tree tree = Tree.of(at instanceof Tensor t ? floating(t) : at);
        List<Tensor> tangents = Tree.leaves(direction instanceof Tensor t ? floating(t) : direction);
        if (tangents.size() != tree.leaves().size()) {
            throw new IllegalArgumentException(
                    "the point has " + tree.leaves().size() + " tensors, the direction " + tangents.size());
        }
        try (Forward forward = new Forward()) {
            List<Tensor> inputs = new ArrayList<>();
            for (int i = 0; i < tangents.size(); i++) {
                Tensor x = tree.leaves().get(i);
                Tensor dx = tangents.get(i);
                if (!Arrays.equals(x.shape(), dx.shape())) {
                    throw new IllegalArgumentException("the point has shape " + Shapes.text(x.shape())
                            + " and the direction " + Shapes.text(dx.shape()) + "; they must be the same");
                }
                Tensor direct = dx.dtype() == x.dtype() ? dx : dx.cast(x.dtype());
                inputs.add(new Dual(forward, Tracer.hold(x), Tracer.hold(direct)));
            }
            forward.taken.watch(f);
            Untouched point = new Untouched(tree.leaves().toArray(Tensor[]::new));
            Tensor y = f.apply((P) tree.rebuild(inputs));
            requireResult(y);
            point.check();
            Tensor dy = forward.tangent(y);
            Tensor tangent = dy == null ? Tensors.zeros(y.dtype(), y.shape()) : Tracer.apart(dy);
            return new Jvp(Tracer.apart(forward.outside(y)), tangent);
        }
    }

    /** The derivative along ones: the derivative of a function of a number, or of each element by itself. */
    static Tensor derivative(Fn f, Tensor at) {
        Tensor x = floating(at);
        return jvp(f, x, Tensors.ones(x.dtype(), x.shape())).tangent();
    }

    /** The n-th derivative along ones, by power series where every operation has one. */
    static Tensor derivative(Fn f, int n, Tensor at) {
        Tensor x = floating(at);
        try (Taylor taylor = new Taylor(n)) {
            taylor.taken.watch(f);
            Untouched point = new Untouched(x);
            Tensor y = f.apply(taylor.variable(Tracer.hold(x)));
            requireResult(y);
            point.check();
            Tensor[] c = taylor.coefficients(y);
            if (c == null || c[n] == null) {
                return Tensors.zeros(y.dtype(), y.shape());
            }
            double factorial = 1;
            for (int k = 2; k <= n; k++) {
                factorial *= k;
            }
            return c[n].times(factorial);
        }
    }

    /** All partial derivatives, shape of the result followed by shape of the argument. */
    static Tensor jacobian(Fn f, Tensor at) {
        Tensor x = floating(at);
        try (Vjp<Tensor> vjp = record(f, x)) {
            Tensor y = vjp.value();
            int m = y.size();
            int n = x.size();
            int[] shape = joined(y.shape(), x.shape());
            if (m == 0 || n == 0) {
                return Tensors.zeros(x.dtype(), shape);
            }
            Tensor[] parts = new Tensor[Math.min(m, n)];
            boolean reverse = m <= n;
            for (int i = 0; i < parts.length; i++) {
                parts[i] = reverse
                        ? vjp.pull(unit(y, i)).reshape(1, n)
                        : vjp.push(unit(x, i)).reshape(m, 1);
            }
            return Tensors.concat(reverse ? 0 : 1, parts).reshape(shape);
        }
    }

    /**
     * Second derivatives of a scalar function: each row one forward push through the gradient. The function itself runs
     * once, so that all rows belong to the same random numbers and the same state of whatever it captures.
     */
    static Tensor hessian(Fn f, Tensor at) {
        Tensor x = floating(at);
        try (Vjp<Tensor> gradient = record(t -> valueAndGrad(f, t).grad(), x)) {
            Tensor[] rows = new Tensor[x.size()];
            int[] shape = joined(x.shape(), x.shape());
            if (rows.length == 0) {
                return Tensors.zeros(x.dtype(), shape);
            }
            for (int j = 0; j < rows.length; j++) {
                rows[j] = gradient.push(unit(x, j)).reshape(1, x.size());
            }
            return Tensors.concat(0, rows).reshape(shape);
        }
    }

    /** Takes the value out from under every derivative. */
    static Tensor stopGradient(Tensor x) {
        return x instanceof Tracer ? Tracer.apart(Tracer.plain(x)) : x;
    }

    static Tensor custom(String name, Custom.FnOf f, Rule rule, Tensor... x) {
        return Tensor.apply(new Custom(name, f, rule), x);
    }

    static Tensor floating(Tensor x) {
        return x.dtype().isFloating() ? x : x.cast(DType.FLOAT64);
    }

    static Tensor one(Tensor y) {
        return Tensors.ones(y.dtype(), y.shape());
    }

    /** Zeros of the shape with a one at a flat position. */
    private static Tensor unit(Tensor like, int position) {
        double[] e = new double[like.size()];
        e[position] = 1;
        return Raw.wrap(e, like.shape()).cast(like.dtype());
    }

    private static int[] joined(int[] a, int[] b) {
        int[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    static void requireResult(Tensor y) {
        if (y == null) {
            throw new IllegalArgumentException("the function returned null; it must return a tensor");
        }
        if (!y.dtype().isFloating()) {
            throw new IllegalArgumentException(
                    "the function returned " + y.dtype().label()
                            + " values, which have no derivative; cast to float64 before the last operations");
        }
    }

    private static void requireScalar(Tensor y) {
        requireResult(y);
        if (y.size() != 1) {
            throw new ShapeException("grad needs a function with a single value, this one returned shape "
                    + Shapes.text(y.shape())
                    + "; reduce it with sum() or mean(), or use jacobian(f) or elementwiseGrad(f)");
        }
    }
}
