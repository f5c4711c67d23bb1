package lectern.kernel;

import java.lang.reflect.InvocationTargetException;

/**
 * Brings the incubating Vector API into the running JVM.
 *
 * <p>Named on the command line it would cost every start a third of a second: the JVM then passes over the module graph in its
 * start-up cache, and with it over the classes that are linked there already. Loaded here it costs some milliseconds.
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Loads the module unless the command line has done so. Tensors cannot do without. */
    static void load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return;
        }
        try {
            // An internal class, exported to us in the manifest of the kernel; attached agents come in the same way.
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            System.err.println(
                    "The Vector API is missing, tensors will not work: start the kernel with --add-modules " + NAME);
        }
    }
}
