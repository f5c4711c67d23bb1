package lectern.kernel.debug;

/** A request that cannot be served; the message is for the person in front of the notebook. */
final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    RequestRefused(String message) {
        super(message, null, false, false);
    }
}
