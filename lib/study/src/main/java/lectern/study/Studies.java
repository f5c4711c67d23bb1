package lectern.study;

/** The verb that begins a study. */
public final class Studies {
    private Studies() {}

    /** Begins a study; see {@link Study}. */
    public static Study study() {
        return new Study(Settings.DEFAULT);
    }
}
