package lectern.kernel.protocol;

import java.util.Map;

/**
 * Names the JDK's own selectors before anybody asks for them.
 *
 * <p>Where none are named the JDK looks for a service on the class path, and so opens every jar there before the first socket can
 * be bound: for a hundred jars that is a fifth of a kernel's start.
 */
final class Selectors {
    private static final String PROPERTY = "java.nio.channels.spi.SelectorProvider";
    private static final Map<String, String> BY_SYSTEM =
            Map.of("Linux", "sun.nio.ch.EPollSelectorProvider", "Mac OS X", "sun.nio.ch.KQueueSelectorProvider");

    private Selectors() {}

    /** Does nothing where somebody has chosen, or where this JDK has no class of that name. */
    static void choose() {
        var name = BY_SYSTEM.get(System.getProperty("os.name"));
        if (name == null || System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            Class.forName(name, false, null);
            System.setProperty(PROPERTY, name);
        } catch (ClassNotFoundException e) {
            // The service search finds whatever this JDK has instead.
            return;
        }
    }
}
