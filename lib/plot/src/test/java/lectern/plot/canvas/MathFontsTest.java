package lectern.plot.canvas;

import static org.junit.jupiter.api.Assertions.*;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In processes of their own, because fonts are loaded once, and because the end of a process is what it is about. */
class MathFontsTest {
    /** From each font of the typesetter, and from an alphabet that it loads later. */
    private static final List<String> FORMULAS = List.of(
            "x^2 + \\frac{a}{b}",
            "\\|\\nabla f_i^2\\| \\leq \\sum_{k=0}^\\infty",
            "\\mathbb{R} \\mathcal{L} \\mathfrak{g} \\mathscr{F}",
            "\\mathbf{A} \\mathrm{sin} \\mathsf{s} \\mathtt{t} \\mathit{it}",
            "\\boldsymbol{\\alpha} \\text{words} \\textbf{b} \\textit{i}",
            "\\text{жук}",
            "\\text{αβγ}",
            "\\left( \\int_0^1 \\sqrt{x}\\,dx \\right) \\twoheadrightarrow \\circledR");

    @Test
    void noTemporaryFileIsMade(@TempDir Path folder) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        draw(home, temporary);
        assertEquals(List.of(), names(temporary));
        List<String> fonts = names(home.resolve(".cache").resolve("lectern"));
        assertTrue(fonts.size() > 5, fonts::toString);
        draw(home, temporary);
        assertEquals(
                fonts, names(home.resolve(".cache").resolve("lectern")), "the second process takes the same files");
    }

    @Test
    void aFileThatWasCutShortIsWrittenAnew(@TempDir Path folder) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        String drawn = draw(home, temporary);
        Path cache = home.resolve(".cache").resolve("lectern");
        for (String name : names(cache)) {
            Files.write(cache.resolve(name), new byte[100]);
        }
        assertEquals(drawn, draw(home, temporary));
    }

    @Test
    void formulasLookAsTheTypesetterDrawsThemByItself(@TempDir Path folder) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path blocked = Files.createFile(folder.resolve("a file"));
        Files.createFile(temporary.resolve("lectern-" + System.getProperty("user.name")));
        String own = draw(blocked, temporary);
        assertTrue(names(temporary).size() > 1, "without a folder the copies of Java are there");
        assertEquals(own, draw(home, temporary));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String draw(Path home, Path temporary) throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CACHE_HOME");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(FORMULAS.size(), printed.lines().count(), printed);
        return printed;
    }

    /** Prints what the formulas look like and is gone, as a process that is killed. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            for (String tex : FORMULAS) {
                var outline = Mathematics.formula(tex, 20).outline();
                var numbers = new double[6];
                long sum = 0;
                int parts = 0;
                for (PathIterator at = outline.getPathIterator(null); !at.isDone(); at.next()) {
                    Arrays.fill(numbers, 0);
                    sum = 31 * sum + at.currentSegment(numbers);
                    sum = 31 * sum + Arrays.hashCode(numbers);
                    parts++;
                }
                IO.println(parts + " " + sum);
            }
            Runtime.getRuntime().halt(0);
        }
    }
}
