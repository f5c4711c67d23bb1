package lectern.kernel.log;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.SubstituteLogger;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The kernel as SLF4J's provider: hands on to {@link CellLogger}, and to a provider of the class path of the cells as soon as there is
 * one. Loggers that libraries hold already follow.
 */
public final class Logging implements SLF4JServiceProvider {
    private static final Map<String, SubstituteLogger> LOGGERS = new ConcurrentHashMap<>();
    private static volatile ILoggerFactory factory = Logging::logger;
    private static volatile boolean added;

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new BasicMDCAdapter();

    /** Has SLF4J take this provider, unless the one who started the kernel has named another. */
    public static void install() {
        if (System.getProperty("slf4j.provider") == null) {
            System.setProperty("slf4j.provider", Logging.class.getName());
            // SLF4J would tell of it in every notebook.
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }

    /** Takes the first provider that this loader itself has, if any; what was logged by way of the kernel goes there from now on. */
    public static void look(ClassLoader loader) {
        if (added || !Logging.class.getName().equals(System.getProperty("slf4j.provider"))) {
            return;
        }
        ServiceLoader.load(SLF4JServiceProvider.class, loader).stream()
                .filter(found -> found.type().getClassLoader() == loader)
                .findFirst()
                .ifPresent(found -> use(found.get()));
    }

    private static void use(SLF4JServiceProvider provider) {
        provider.initialize();
        added = true;
        factory = provider.getLoggerFactory();
        LOGGERS.forEach((name, logger) -> logger.setDelegate(factory.getLogger(name)));
    }

    private static SubstituteLogger logger(String name) {
        return LOGGERS.computeIfAbsent(name, key -> {
            var logger = new SubstituteLogger(key, null, true);
            logger.setDelegate(new CellLogger(key));
            return logger;
        });
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return factory;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // There is nothing to prepare: loggers are made as they are asked for.
    }
}
