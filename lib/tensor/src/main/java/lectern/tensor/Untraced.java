package lectern.tensor;

/** Refusals by verbs that compute on numbers alone and would lose a derivative without a word. */
final class Untraced {
    private Untraced() {}

    /**
     * Throws while the tensor is traced for a derivative. A compiler, which cannot know numbers, hears that one was asked
     * for and runs the function as written.
     */
    static void demand(String verb, Tensor x, String remedy) {
        if (x.level() > 0 && x.value().level() == 0) {
            throw new UnsupportedOperationException(verb + " has no derivative, and its argument of shape "
                    + lectern.tensor.type.Shapes.text(x.shape()) + " is being differentiated; " + remedy
                    + ", and stopGradient(x) takes the argument as a constant");
        }
    }
}
