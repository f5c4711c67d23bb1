package lectern.nn;

import java.util.function.Supplier;

/** The verbs of this room, visible in every notebook. */
public final class Nn {
    private Nn() {}

    /**
     * Makes a multilayer perceptron of these layer sizes, its weights drawn from the seed of the notebook.
     *
     * <p>It is a value that {@code grad} and {@code minimize} take as parameters; {@code activation}, {@code output}
     * and {@code init} give changed ones, see {@link Mlp}.
     *
     * {@snippet :
     * var net = mlp(2, 30, 30, 1);
     * net.count() // → 1051
     * net.apply(zeros(5, 2)).shape() // → int[2] { 5, 1 }
     * }
     *
     * @param sizes the number of inputs, of the neurons of each hidden layer (tanh unless said), and of outputs (linear
     *     unless said)
     * @return the network, a function of rows of shape (samples, inputs)
     * @throws IllegalArgumentException for fewer than two sizes, or a layer without neurons
     */
    public static Mlp mlp(int... sizes) {
        return Mlp.of(sizes);
    }

    /**
     * Runs something without lines of progress, for many short trainings in one cell.
     *
     * {@snippet :
     * quietly(() -> minimize(t -> t.square(), 1.0, sgd(0.1), 5).steps()) // → 5
     * }
     *
     * @param work what is to be done
     * @return what it answers
     */
    public static <T> T quietly(Supplier<T> work) {
        return ProgressLine.quietly(work);
    }
}
