package lectern.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.kernel.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernelspec as Jupyter reads it. */
class InstallTest {
    @TempDir
    Path prefix;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int install(String... arguments) throws IOException {
        return Install.run(arguments, new PrintStream(out, true));
    }

    @Test
    void writesAKernelspec() throws IOException {
        assertEquals(
                0,
                install(
                        "--prefix",
                        prefix.toString(),
                        "--name",
                        "other",
                        "--display-name",
                        "Other",
                        "--java",
                        "/a b/java",
                        "--class-path",
                        "x.jar",
                        "--jvm-arg",
                        "-Xmx1g",
                        "--env",
                        "A=b=c"));
        Map<String, Object> spec =
                Json.parseObject(Files.readAllBytes(prefix.resolve("share/jupyter/kernels/other/kernel.json")));
        var argv = (List<?>) spec.get("argv");
        assertEquals("/a b/java", argv.getFirst());
        assertEquals(
                List.of("-Xmx1g", "-cp", "x.jar", "lectern.kernel.Main", "{connection_file}"),
                argv.subList(argv.size() - 5, argv.size()));
        assertEquals("message", spec.get("interrupt_mode"));
        assertEquals("java", spec.get("language"));
        assertEquals("Other", spec.get("display_name"));
        assertEquals(Map.of("A", "b=c"), spec.get("env"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        assertEquals(2, install("--prefix"));
        assertEquals(2, install("--nonsense", "x"));
        assertEquals(2, install("--name", "../up"));
        assertEquals(2, install("--env", "novalue"));
        assertFalse(Files.exists(prefix.resolve("share")));
        assertTrue(out.toString().contains("only letters"));
        assertEquals(0, install("--help"));
    }
}
