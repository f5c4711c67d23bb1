package lectern.grad.compile;

/** A traced program asked for a number that is only known when it runs: it cannot be compiled and is run as it is. */
final class ValueDependence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ValueDependence(String message) {
        super(message, null, false, false);
    }
}
