package lectern.optim;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lectern.grad.Fn;
import lectern.grad.FnN;
import lectern.grad.Grad;
import lectern.grad.Tree;
import lectern.grad.ValueAndGrad;
import lectern.notebook.Notebook;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;

/** A function of structured parameters as the solvers see it: of one array of numbers, with its gradient. */
final class Objective<P> {
    private final Function<? super P, ? extends Tensor> f;
    private final Tree tree;
    private final List<Tensor> leaves;
    private final FnN program;

    /** How many numbers the parameters are. */
    final int size;

    private int evaluations;

    /** Compiled where possible. */
    Objective(Function<? super P, ? extends Tensor> f, P start) {
        this(f, start, Programs::compiled);
    }

    /** Run as written, for functions that are used only a few times. */
    static <P> Objective<P> plain(Function<? super P, ? extends Tensor> f, P start) {
        return new Objective<>(f, start, program -> program);
    }

    private Objective(Function<? super P, ? extends Tensor> f, P start, UnaryOperator<FnN> compiler) {
        this.f = f;
        tree = Tree.of(start);
        leaves = tree.leaves();
        size = leaves.stream().mapToInt(Tensor::size).sum();
        if (size == 0) {
            throw new IllegalArgumentException("nothing to minimise over: no floating-point numbers in the start;"
                    + " whole numbers cannot move in small steps, write of(1.0, 2.0) instead of of(1, 2)");
        }
        program = compiler.apply(arguments -> {
            ValueAndGrad<List<Tensor>> result = Grad.valueAndGrad(this::call, Arrays.asList(arguments));
            Tensor[] out = new Tensor[1 + arguments.length];
            out[0] = result.value();
            for (int i = 0; i < arguments.length; i++) {
                out[1 + i] = result.grad().get(i);
            }
            return out;
        });
    }

    @SuppressWarnings("unchecked")
    private Tensor call(List<Tensor> parts) {
        return f.apply((P) tree.rebuild(parts));
    }

    /** The start as one array. */
    double[] start() {
        double[] x = new double[size];
        gather(leaves, x);
        return x;
    }

    /** Value, and the gradient written into {@code gradient}. */
    double evaluate(double[] x, double[] gradient) {
        evaluations++;
        Tensor[] out = program.apply(parts(x).toArray(new Tensor[0]));
        gather(Arrays.asList(out).subList(1, out.length), gradient);
        return out[0].item();
    }

    /** The gradient alone, in a fresh array. */
    double[] gradient(double[] x) {
        double[] gradient = new double[x.length];
        evaluate(x, gradient);
        return gradient;
    }

    /** True when some of the parameters are rounded to less than double precision. */
    boolean isSingle() {
        return leaves.stream().anyMatch(leaf -> leaf.dtype() != DType.FLOAT64);
    }

    /** Why a start is no start: its value, or which entries of its gradient, have none. */
    String trouble(double value, double[] gradient) {
        return Double.isFinite(value)
                ? NotFinite.gradient(parts(gradient))
                : NotFinite.sentence(StopReason.NOT_FINITE, value);
    }

    /** Value alone. */
    double value(double[] x) {
        return call(parts(x)).item();
    }

    int evaluations() {
        return evaluations;
    }

    /** The parameters in their structure. */
    @SuppressWarnings("unchecked")
    P parameters(double[] x) {
        return (P) tree.rebuild(parts(x));
    }

    /** The function of one vector, for Jacobians and Hessians. */
    Fn flat() {
        return vector -> {
            Tensor[] parts = new Tensor[leaves.size()];
            int from = 0;
            for (int i = 0; i < parts.length; i++) {
                Tensor leaf = leaves.get(i);
                Tensor part = vector.slice(from, from + leaf.size()).reshape(leaf.shape());
                parts[i] = leaf.dtype() == DType.FLOAT64 ? part : part.cast(leaf.dtype());
                from += leaf.size();
            }
            return call(Arrays.asList(parts));
        };
    }

    private List<Tensor> parts(double[] x) {
        Tensor[] parts = new Tensor[leaves.size()];
        int from = 0;
        for (int i = 0; i < parts.length; i++) {
            Tensor leaf = leaves.get(i);
            Tensor part = Raw.wrap(Arrays.copyOfRange(x, from, from + leaf.size()), leaf.shape());
            parts[i] = leaf.dtype() == DType.FLOAT64 ? part : part.cast(leaf.dtype());
            from += leaf.size();
        }
        return Arrays.asList(parts);
    }

    private static void gather(List<Tensor> parts, double[] into) {
        int from = 0;
        for (Tensor part : parts) {
            double[] values = part.toDoubleArray();
            System.arraycopy(values, 0, into, from, values.length);
            from += values.length;
        }
    }

    static boolean interrupted() {
        return Notebook.host().interruptRequested();
    }
}
