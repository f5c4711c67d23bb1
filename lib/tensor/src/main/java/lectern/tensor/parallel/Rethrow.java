package lectern.tensor.parallel;

/** What becomes of a failure caught as {@link Throwable}, as a method handle or another thread hands it over. */
public final class Rethrow {
    private Rethrow() {}

    /** The failure to be thrown on; an error is thrown at once, a checked exception travels as the cause. */
    public static RuntimeException of(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("a native call failed: " + failure.getMessage(), failure);
    }
}
