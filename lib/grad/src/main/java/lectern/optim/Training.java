package lectern.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.compile.Trace;
import lectern.compile.TrainingProgram;
import lectern.grad.FnN;
import lectern.grad.Grad;
import lectern.grad.Tree;
import lectern.grad.ValueAndGrad;
import lectern.tensor.RandomPosition;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;

/**
 * A training loop's inner part: each {@link #step} computes the loss, its gradient and the update as one program,
 * compiled where a compiler is at hand.
 *
 * <p>At steps 2, 4, 8, … the loss is followed again; one that changes from call to call (fresh random numbers, captured
 * variables that were replaced) shows there and is from then on run as written. Give data that change as arguments of
 * {@code step}, then they are compiled too. A captured tensor that is written to is noticed at once. From step
 * {@value #CAREFUL} on the value of the compiled loss is also compared with that of the loss as written at such steps.
 */
public final class Training<P> {
    /** By then a loss runs warm, so that the comparison costs no more than a step. */
    private static final int CAREFUL = 256;

    /** A loss whose values need more memory than this is not run as written beside its compiled form. */
    private static final long LARGE = 1L << 26;

    private final Loss<P> loss;
    private final Optimizer optimizer;
    private final Tree tree;
    private final DType[] dtypes;
    private final FnN plain;
    private final int count;
    private final TrainingProgram program;

    /** Parameters and slots while the loss is run as written; null while the program has them. */
    private Tensor[] state;

    /** One step back, where a loss that is not finite returns to. */
    private Tensor[] previous;

    private int steps;

    /** What the loss did when it was followed last. */
    private Trace course;

    private String trouble;

    Training(Loss<P> loss, P start, Optimizer optimizer) {
        this.loss = loss;
        this.optimizer = optimizer;
        tree = Tree.of(start);
        List<Tensor> leaves = tree.leaves();
        count = leaves.size();
        if (count == 0) {
            throw new IllegalArgumentException("nothing to train: no floating-point tensor among the parameters;"
                    + " whole numbers cannot move in small steps, write of(1.0, 2.0) instead of of(1, 2)");
        }
        dtypes = leaves.stream().map(Tensor::dtype).toArray(DType[]::new);
        List<Tensor> all = new ArrayList<>(leaves);
        for (Tensor leaf : leaves) {
            for (int i = 0; i < optimizer.slots(); i++) {
                all.add(Tensors.zeros(leaf.dtype(), leaf.shape()));
            }
        }
        int numbers = optimizer.coefficients(1).length;
        plain = arguments -> step(arguments, numbers);
        program = new TrainingProgram(plain, all.toArray(new Tensor[0]));
    }

    /** Arguments: parameters, slots, coefficients, data. Results: loss, parameters, slots. */
    @SuppressWarnings("unchecked")
    private Tensor[] step(Tensor[] arguments, int numbers) {
        int slots = optimizer.slots();
        List<Tensor> parameters = Arrays.asList(arguments).subList(0, count);
        Tensor[] data = Arrays.copyOfRange(arguments, count * (1 + slots) + numbers, arguments.length);
        ValueAndGrad<List<Tensor>> result =
                Grad.valueAndGrad(leaves -> loss.apply((P) tree.rebuild(leaves), data), parameters);
        List<Tensor> gradients = optimizer.prepare(result.grad());
        Tensor[] out = new Tensor[1 + count * (1 + slots)];
        out[0] = result.value();
        for (int i = 0; i < count; i++) {
            Tensor[] own = new Tensor[slots];
            System.arraycopy(arguments, count + i * slots, own, 0, slots);
            Tensor[] coefficients = new Tensor[numbers];
            for (int k = 0; k < numbers; k++) {
                coefficients[k] = arguments[count * (1 + slots) + k].cast(dtypes[i]);
            }
            Tensor[] moved = optimizer.update(parameters.get(i), gradients.get(i), own, coefficients);
            out[1 + i] = moved[0];
            System.arraycopy(moved, 1, out, 1 + count + i * slots, slots);
        }
        return out;
    }

    /**
     * One step on a batch of data (none, where the loss has its data in itself); returns the loss before the step.
     * Where that is NaN or infinite no step is made and the parameters go back to those before. Where the loss is
     * finite and its gradient is not, no step is made either, the parameters stay and {@link #trouble} says why.
     */
    public double step(Tensor... data) {
        double[] coefficients = optimizer.coefficients(steps + 1);
        double loss = state == null ? fastStep(coefficients, data) : plainStep(coefficients, data);
        boolean moved = Double.isFinite(loss) && isFinite();
        if (moved) {
            steps++;
            trouble = null;
        } else if (Double.isFinite(loss)) {
            back();
            explain(data);
        }
        return loss;
    }

    /** Why the last step was not made although its loss is finite; null when it was made. */
    public String trouble() {
        return trouble;
    }

    private boolean isFinite() {
        return state == null
                ? program.isFinite(count)
                : NotFinite.allFinite(Arrays.asList(state).subList(0, count));
    }

    /** Returns to the parameters before the last step. */
    private void back() {
        if (state == null) {
            program.back();
        } else {
            state = previous;
        }
    }

    /** Finds out what has no value at the parameters as they stand. */
    @SuppressWarnings("unchecked")
    private void explain(Tensor... data) {
        Tensor[] here = state == null ? program.state() : state;
        List<Tensor> gradient = Sampling.randomPosition()
                .aside(() -> Grad.valueAndGrad(
                                leaves -> loss.apply((P) tree.rebuild(leaves), data),
                                Arrays.asList(here).subList(0, count))
                        .grad());
        boolean first = trouble == null;
        trouble = NotFinite.allFinite(gradient)
                ? "the step leads to NaN or infinity although loss and gradient are finite; try a smaller learning rate"
                : NotFinite.gradient(gradient);
        if (first) {
            System.getLogger("lectern.optim").log(System.Logger.Level.WARNING, "no step was made: " + trouble);
        }
    }

    private double fastStep(double[] coefficients, Tensor... data) {
        int number = steps + 1;
        boolean milestone = Integer.bitCount(number) == 1;
        if (milestone && number > 1 && program.isCompiled() && changes(data)) {
            return runAsWritten(program.state(), coefficients, data);
        }
        RandomPosition start = milestone ? Sampling.randomPosition() : null;
        boolean careful = milestone && number >= CAREFUL && course != null && course.bytes() <= LARGE;
        Tensor[] before = careful ? program.state() : null;
        double loss = program.step(coefficients, data);
        if (!Double.isFinite(loss)) {
            program.back();
            if (steps > 0) {
                program.back();
            }
        } else if (number == 1 && program.isCompiled()) {
            course = course(start, data);
        } else if (before != null && program.isCompiled() && !same(loss, start.aside(() -> value(before, data)))) {
            return runAsWritten(before, coefficients, data);
        }
        return loss;
    }

    private double runAsWritten(Tensor[] from, double[] coefficients, Tensor... data) {
        System.getLogger("lectern.optim")
                .log(
                        System.Logger.Level.INFO,
                        "the loss changes from call to call, so it is "
                                + "run as written instead of compiled; give changing data as arguments of step(...)");
        state = from;
        previous = from;
        return plainStep(coefficients, data);
    }

    /** True when the loss takes another course than the last time. */
    private boolean changes(Tensor... data) {
        Trace now = course(Sampling.randomPosition(), data);
        Trace before = course;
        course = now;
        return before != null && now != null && now.isComparable(before) && !now.isSame(before);
    }

    /** Follows the loss with random numbers from a generator, and takes none from those of the program around. */
    @SuppressWarnings("unchecked")
    private Trace course(RandomPosition random, Tensor... data) {
        Tensor[] arguments = tree.leaves().toArray(Tensor[]::new);
        Tensor[] all = Arrays.copyOf(arguments, count + data.length);
        System.arraycopy(data, 0, all, count, data.length);
        FnN function = x -> new Tensor[] {
            loss.apply((P) tree.rebuild(Arrays.asList(x).subList(0, count)), Arrays.copyOfRange(x, count, x.length))
        };
        return random.aside(() -> Trace.of(function, all));
    }

    /** The loss at the parameters as they stand. */
    double loss(Tensor... data) {
        if (state == null && program.isCompiled()) {
            return Sampling.randomPosition().aside(() -> {
                double loss = program.step(optimizer.coefficients(steps + 1), data);
                program.back();
                return loss;
            });
        }
        return lookedAt(state == null ? program.state() : state, data).item();
    }

    /** The loss run as written, beside the course of the program: its random numbers are drawn again afterwards. */
    private Tensor lookedAt(Tensor[] state, Tensor... data) {
        return Sampling.randomPosition().aside(() -> value(state, data));
    }

    /** The loss itself, run as written. */
    @SuppressWarnings("unchecked")
    private Tensor value(Tensor[] state, Tensor... data) {
        return loss.apply((P) tree.rebuild(Arrays.asList(state).subList(0, count)), data);
    }

    private double plainStep(double[] coefficients, Tensor... data) {
        Tensor[] results = plain.apply(arguments(state, coefficients, data));
        double loss = results[0].item();
        Tensor[] next = Arrays.copyOfRange(results, 1, results.length);
        Tensor[] kept = state;
        state = Double.isFinite(loss) ? next : previous;
        previous = kept;
        return loss;
    }

    private static Tensor[] arguments(Tensor[] state, double[] coefficients, Tensor... data) {
        Tensor[] arguments = Arrays.copyOf(state, state.length + coefficients.length + data.length);
        for (int k = 0; k < coefficients.length; k++) {
            arguments[state.length + k] = Tensors.of(coefficients[k]);
        }
        System.arraycopy(data, 0, arguments, state.length + coefficients.length, data.length);
        return arguments;
    }

    private static boolean same(double fast, Tensor plain) {
        double slow = plain.item();
        double tolerance = plain.dtype() == DType.FLOAT32 ? 1e-3 : 1e-8;
        return Math.abs(fast - slow) <= tolerance * (1 + Math.abs(slow));
    }

    /** The parameters as they stand, in the structure of the start. */
    @SuppressWarnings("unchecked")
    public P parameters() {
        return (P) tree.rebuild(
                Arrays.asList(state == null ? program.state() : state).subList(0, count));
    }

    /** Steps done. */
    public int steps() {
        return steps;
    }
}
