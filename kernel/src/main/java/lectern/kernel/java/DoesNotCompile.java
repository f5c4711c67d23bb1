package lectern.kernel.java;

import lectern.kernel.Interpreter.Outcome;

/** Java text that does not compile. */
final class DoesNotCompile extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Outcome failure;

    DoesNotCompile(Outcome failure) {
        super("does not compile", null, false, false);
        this.failure = failure;
    }

    Outcome failure() {
        return failure;
    }
}
