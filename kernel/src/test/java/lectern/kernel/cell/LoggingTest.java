package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingTest {
    private static final String PROVIDER = """
            package own;

            import org.slf4j.ILoggerFactory;
            import org.slf4j.helpers.*;
            import org.slf4j.spi.*;

            public class Provider implements SLF4JServiceProvider {
                public static class Loud extends LegacyAbstractLogger {
                    Loud(String name) { this.name = name; }
                    public boolean isTraceEnabled() { return name.length() == 1; }
                    public boolean isDebugEnabled() { return name.length() == 1; }
                    public boolean isInfoEnabled() { return name.length() == 1; }
                    public boolean isWarnEnabled() { return name.length() == 1; }
                    public boolean isErrorEnabled() { return name.length() == 1; }
                    protected String getFullyQualifiedCallerName() { return null; }
                    protected void handleNormalizedLoggingCall(
                            org.slf4j.event.Level level, org.slf4j.Marker marker, String text, Object[] all, Throwable t) {
                        System.out.print("own " + text);
                    }
                }
                public ILoggerFactory getLoggerFactory() { return Loud::new; }
                public org.slf4j.IMarkerFactory getMarkerFactory() { return new BasicMarkerFactory(); }
                public MDCAdapter getMDCAdapter() { return new NOPMDCAdapter(); }
                public String getRequestedApiVersion() { return "2.0.99"; }
                public void initialize() { }
            }
            """;

    @Test
    void warningsReachTheCellUntilAProviderIsAdded(@TempDir Path folder) throws IOException {
        // One of its own: the class path of the one for all tests must not name a folder that goes with this test.
        var notebook = new Notebook();
        notebook.run("var log = org.slf4j.LoggerFactory.getLogger(\"q\");");
        assertEquals(
                "WARN q: x is 3\n",
                notebook.run("log.debug(\"no\"); log.info(\"no\"); log.warn(\"x is {}\", 3);")
                        .io()
                        .text("err"));
        assertEquals(
                "ERROR q: failed\n  java.io.IOException: gone\n",
                notebook.run("log.error(\"failed\", new IOException(\"gone\"));")
                        .io()
                        .text("err"));
        assertEquals("false", notebook.run("log.isInfoEnabled()").value());

        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.slf4j.spi.SLF4JServiceProvider"), "own.Provider");
        var source = Files.writeString(folder.resolve("Provider.java"), PROVIDER);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString()));
        assertEquals("", notebook.run("%classpath " + folder).traceback());
        assertEquals("own x", notebook.run("log.info(\"x\");").out());
        assertEquals(
                "own y",
                notebook.run("org.slf4j.LoggerFactory.getLogger(\"r\").info(\"y\");")
                        .out());
        assertEquals("", notebook.run("log.warn(\"z\");").io().text("err"));
    }
}
