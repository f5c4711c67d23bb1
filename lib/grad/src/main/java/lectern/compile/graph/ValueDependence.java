package lectern.compile.graph;

/** A traced program asked for a number that is only known when it runs: it cannot be compiled and is run as it is. */
public final class ValueDependence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ValueDependence(String message) {
        super(message, null, false, false);
    }
}
