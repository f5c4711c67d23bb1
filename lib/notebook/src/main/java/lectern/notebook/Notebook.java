package lectern.notebook;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The one place where a program finds the notebook it runs in. */
public final class Notebook {
    private static final AtomicReference<Host> HOST = new AtomicReference<>(new ConsoleHost());

    private Notebook() {}

    /** The kernel when there is one, a plain console otherwise. */
    public static Host host() {
        return HOST.get();
    }

    /** Called once by a kernel when it starts. */
    public static void install(Host host) {
        HOST.set(Objects.requireNonNull(host));
    }
}
