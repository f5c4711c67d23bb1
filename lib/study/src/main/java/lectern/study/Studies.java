package lectern.study;

/** The verb that begins a study. */
public final class Studies {
    private Studies() {}

    /**
     * Begins a study: an experiment that is run again and again, with what is varied and with other random numbers.
     *
     * <p>{@code over("rate", 0.1, 0.3)} names what is varied, {@code seeds(10)} how often each is run,
     * {@code run((rate, seed) -> …)} what is measured; see {@link Study}.
     *
     * {@snippet :
     * var t = study().over("rate", 0.1, 0.3).seeds(3).run((rate, seed) -> Math.pow(1 - 2 * rate, 20));
     * t.median(0.3) < t.median(0.1) // → true
     * }
     *
     * @return a study that varies nothing yet
     */
    public static Study study() {
        return new Study(Settings.DEFAULT);
    }
}
