package lectern.kernel.cell.compile;

import lectern.kernel.language.Interpreter.Outcome;

/** Java text that does not compile. */
public final class DoesNotCompile extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Outcome failure;

    public DoesNotCompile(Outcome failure) {
        super("does not compile", null, false, false);
        this.failure = failure;
    }

    public Outcome failure() {
        return failure;
    }
}
