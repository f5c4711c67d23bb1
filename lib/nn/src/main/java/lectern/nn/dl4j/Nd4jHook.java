package lectern.nn.dl4j;

import org.nd4j.common.io.Resource;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * What ND4J looks at first when it searches for a backend, and never takes: it only names the classes of ours that watch over
 * memory and seeds, before the backend for the processor is loaded.
 *
 * <p>ND4J reads the names of its parts from the system's properties; one that somebody has set already is left as it is. With a
 * backend for graphics cards on the class path nothing is named.
 */
public final class Nd4jHook extends Nd4jBackend {
    private static final String GRAPHICS = "org.nd4j.linalg.jcublas.JCublasBackend";

    @Override
    public boolean isAvailable() {
        if (!exists(GRAPHICS)) {
            System.getProperties().putIfAbsent("native.ops", "lectern.nn.dl4j.GuardedNative");
            System.getProperties().putIfAbsent("random", "lectern.nn.dl4j.SeededRandom");
        }
        return false;
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, Nd4jHook.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean canRun() {
        return false;
    }

    @Override
    public boolean allowsOrder() {
        return false;
    }

    @Override
    public Resource getConfigurationResource() {
        throw neverTaken();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class getNDArrayClass() {
        throw neverTaken();
    }

    @Override
    public Environment getEnvironment() {
        throw neverTaken();
    }

    @Override
    public String buildInfo() {
        return "";
    }

    @Override
    public void logBackendInit() {}

    private static UnsupportedOperationException neverTaken() {
        return new UnsupportedOperationException("This is no backend of ND4J; it only prepares for one.");
    }
}
