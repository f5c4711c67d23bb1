package lectern.kernel.log;

import java.util.Set;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Prints warnings and errors where the cell prints its own. */
final class CellLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;
    /** They warn of what is as it should be: ND4J tells of every backend that it passes over on its way to the right one. */
    private static final Set<String> ANXIOUS = Set.of("org.nd4j.linalg.factory.Nd4jBackend");

    CellLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return !ANXIOUS.contains(name);
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
        System.err.println(level + " " + name + ": " + MessageFormatter.basicArrayFormat(message, arguments)
                + (thrown == null ? "" : "\n  " + thrown));
    }
}
