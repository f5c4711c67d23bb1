package lectern.notebook;

import java.util.Objects;

/** The one place where a program finds the notebook it runs in. */
public final class Notebook {
    private static volatile Host host = new ConsoleHost();

    private Notebook() {}

    /** The kernel when there is one, a plain console otherwise. */
    public static Host host() {
        return host;
    }

    /** Called once by a kernel when it starts. */
    public static void install(Host kernel) {
        host = Objects.requireNonNull(kernel);
    }
}
