package lectern.nn;

import java.util.function.Supplier;

/** The verbs of this room, visible in every notebook. */
public final class Nn {
    private Nn() {}

    /**
     * A multilayer perceptron of these layer sizes, drawn from the seed of the notebook: inputs, hidden layers, outputs.
     *
     * <p>{@code mlp(2, 30, 30, 1)} has two inputs, two hidden layers of 30 tanh neurons and one linear output. It is a value that
     * {@code grad} and {@code minimize} take as parameters; see {@link Mlp}.
     */
    public static Mlp mlp(int... sizes) {
        return Mlp.of(sizes);
    }

    /** Runs this without progress lines, for many short trainings in one cell. */
    public static <T> T quietly(Supplier<T> work) {
        return ProgressLine.quietly(work);
    }
}
