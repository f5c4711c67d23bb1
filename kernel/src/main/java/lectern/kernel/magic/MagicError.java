package lectern.kernel.magic;

/** A magic that was not understood or has failed; the message is for the person. */
public final class MagicError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MagicError(String message) {
        super(message, null, false, false);
    }
}
