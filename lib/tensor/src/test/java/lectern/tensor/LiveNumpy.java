package lectern.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the NumPy of this machine. */
final class LiveNumpy {
    /** The environment variable that names a Python with NumPy; without it {@code python3} of the path is tried. */
    static final String VARIABLE = "LECTERN_NUMPY_PYTHON";

    private static final Path QUESTIONS = Path.of("src", "test", "python", "make_numpy_oracle.py");
    private static final int LIMIT_SECONDS = 120;
    /** What a Python without NumPy ends the script with. */
    private static final int NO_NUMPY = 3;

    private LiveNumpy() {}

    /** The questions with NumPy's answers, a line each; empty where there is no NumPy. */
    static List<String> answers() throws IOException, InterruptedException {
        String named = System.getenv(VARIABLE);
        boolean wanted = named != null && !named.isBlank();
        Path answers = Files.createTempFile("numpy-answers-", ".txt");
        try {
            Process python;
            try {
                python = new ProcessBuilder(wanted ? named : "python3", QUESTIONS.toString())
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
                        "NumPy did not answer within " + LIMIT_SECONDS + " s");
            } finally {
                python.destroyForcibly();
            }
            if (python.exitValue() == NO_NUMPY && !wanted) {
                return List.of();
            }
            assertEquals(0, python.exitValue(), "exit code of " + QUESTIONS);
            return Files.readAllLines(answers);
        } finally {
            Files.delete(answers);
        }
    }
}
