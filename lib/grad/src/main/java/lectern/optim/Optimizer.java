package lectern.optim;

import java.util.ArrayList;
import java.util.List;
import lectern.grad.Tree;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * A rule that turns a gradient into a change of the parameters: a pure function of tensors.
 *
 * <p>Step by step: {@code var state = adam(0.01).init(theta)}, then {@code state = state.step(grad(cost,
 * state.parameters()))}. In one line: {@code minimize(cost, theta, adam(0.01), 1000)}.
 */
public interface Optimizer {
    /** How many tensors of its own shape each parameter carries along, such as a momentum; zeros at the start. */
    int slots();

    /** The numbers that a step needs, such as the learning rate; steps are counted from 1. */
    double[] coefficients(int step);

    /**
     * The new parameter, followed by its new slots.
     *
     * @param coefficients the numbers of this step as tensors of the parameter's type
     */
    Tensor[] update(Tensor parameter, Tensor gradient, Tensor[] slots, Tensor[] coefficients);

    /** What happens to all gradients together before the update. */
    default List<Tensor> prepare(List<Tensor> gradients) {
        return gradients;
    }

    /** A start with parameters of any structure (see {@link Tree}). */
    default <P> State<P> init(P parameters) {
        List<List<Tensor>> slots = new ArrayList<>();
        for (Tensor leaf : Tree.leaves(parameters)) {
            List<Tensor> own = new ArrayList<>();
            for (int i = 0; i < slots(); i++) {
                own.add(Tensors.zeros(leaf.dtype(), leaf.shape()));
            }
            slots.add(List.copyOf(own));
        }
        return new State<>(this, parameters, List.copyOf(slots), 0);
    }

    /** This optimiser on gradients scaled down whenever their joint Euclidean norm exceeds the limit. */
    default Optimizer clipNorm(double limit) {
        return new Clipped(this, limit, true);
    }

    /** This optimiser on gradients whose elements are limited to [−limit, limit]. */
    default Optimizer clipValue(double limit) {
        return new Clipped(this, limit, false);
    }

    /**
     * Parameters on their way, with what the optimiser remembers. Stepping makes a new state and leaves this one as it
     * is.
     */
    record State<P>(Optimizer optimizer, P parameters, List<List<Tensor>> slots, int steps) {
        /** The state after one step along a gradient of the same structure as the parameters. */
        @SuppressWarnings("unchecked")
        public State<P> step(Object gradient) {
            Tree tree = Tree.of(parameters);
            List<Tensor> old = tree.leaves();
            List<Tensor> gradients = optimizer.prepare(Tree.leaves(gradient));
            if (gradients.size() != old.size()) {
                throw new IllegalArgumentException(
                        "the parameters have " + old.size() + " tensors, the gradient " + gradients.size());
            }
            double[] coefficients = optimizer.coefficients(steps + 1);
            List<Tensor> moved = new ArrayList<>();
            List<List<Tensor>> kept = new ArrayList<>();
            for (int i = 0; i < old.size(); i++) {
                Tensor p = old.get(i);
                Tensor[] numbers = new Tensor[coefficients.length];
                for (int k = 0; k < numbers.length; k++) {
                    numbers[k] = Tensors.full(p.dtype(), coefficients[k]);
                }
                Tensor[] out =
                        optimizer.update(p, gradients.get(i), slots.get(i).toArray(new Tensor[0]), numbers);
                moved.add(out[0]);
                kept.add(List.of(out).subList(1, out.length));
            }
            return new State<>(optimizer, (P) tree.rebuild(moved), kept, steps + 1);
        }

        /** What the optimiser remembers set back to zero while the count of steps goes on. */
        public State<P> forget() {
            return new State<>(optimizer, parameters, optimizer.init(parameters).slots(), steps);
        }
    }
}
