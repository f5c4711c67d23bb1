package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the pandas of this machine, and knows what it answered elsewhere. */
final class LivePandas {
    /** The environment variable that names a Python with pandas; without it {@code python3} of the path is tried. */
    static final String VARIABLE = "LECTERN_PANDAS_PYTHON";

    private static final Path SCRIPTS = Path.of("src", "test", "python");
    private static final int LIMIT_SECONDS = 150;
    /** What a Python without pandas ends a script with. */
    private static final int NO_PANDAS = 3;

    private LivePandas() {}

    /** The lines that a script writes; empty where there is no pandas. */
    static List<String> answers(String script, String... arguments) throws IOException, InterruptedException {
        String named = System.getenv(VARIABLE);
        boolean wanted = named != null && !named.isBlank();
        Path answers = Files.createTempFile("pandas-answers-", ".txt");
        try {
            var command = new ArrayList<String>(
                    List.of(wanted ? named : "python3", SCRIPTS.resolve(script).toString()));
            command.addAll(List.of(arguments));
            Process python;
            try {
                python = new ProcessBuilder(command)
                        .redirectOutput(answers.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                assertTrue(!wanted, VARIABLE + " names " + named + ", which does not start: " + e.getMessage());
                return List.of();
            }
            try {
                assertTrue(
                        python.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS),
                        "pandas did not answer within " + LIMIT_SECONDS + " s");
            } finally {
                python.destroyForcibly();
            }
            if (python.exitValue() == NO_PANDAS && !wanted) {
                return List.of();
            }
            assertEquals(0, python.exitValue(), "exit code of " + script);
            return Files.readAllLines(answers);
        } finally {
            Files.delete(answers);
        }
    }

    /** The lines that were recorded. */
    static List<String> recorded(String resource) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(LivePandas.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
