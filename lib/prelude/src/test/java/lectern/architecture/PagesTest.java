package lectern.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for contributors name is there, and what they promise of the sources holds. */
class PagesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
    private static final int LONGEST_FILE = 400;

    private static Stream<Path> sources() throws IOException {
        try (var lib = Files.walk(ROOT.resolve("lib"));
                var kernel = Files.walk(ROOT.resolve("kernel"))) {
            return Stream.concat(lib, kernel)
                    .filter(path -> path.toString().matches(".*/src/(main|test)/java/.*\\.java"))
                    .toList()
                    .stream();
        }
    }

    private static Set<String> quoted(String page) throws IOException {
        return QUOTED.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void classesPackagesAndFilesOfTheArchitectureExist() throws IOException {
        var types = sources()
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        var packages = sources()
                .map(path ->
                        path.getParent().toString().replaceFirst(".*/java/", "").replace('/', '.'))
                .collect(Collectors.toSet());
        var names = quoted("docs/ARCHITECTURE.md");
        assertTrue(names.size() > 50, names.toString());
        var missing = new TreeSet<String>();
        for (String name : names) {
            if (name.matches("lectern(\\.[a-z]\\w*)+")) {
                if (packages.stream().noneMatch(known -> known.equals(name) || known.startsWith(name + "."))) {
                    missing.add(name);
                }
            } else if (name.matches("lectern(\\.[a-z]\\w*)+\\.[A-Z]\\w*")) {
                if (!types.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    missing.add(name);
                }
            } else if (name.matches("[A-Z]\\w*[a-z]\\w*")) {
                if (!types.contains(name) && !List.of("ServiceLoader").contains(name)) {
                    missing.add(name);
                }
            } else if (name.matches("[\\w.]+(/[\\w.-]+)+") && !name.startsWith("dist/")) {
                if (!Files.exists(ROOT.resolve(name))) {
                    missing.add(name);
                }
            }
        }
        assertEquals(Set.of(), missing, "named in docs/ARCHITECTURE.md and nowhere in the sources");
    }

    @Test
    void noFileIsLong() throws IOException {
        var files = sources().toList();
        assertTrue(files.size() > 500, "files found: " + files.size());
        var tooLong = new TreeSet<String>();
        for (Path file : files) {
            long lines = Files.readString(file).lines().count();
            if (lines > LONGEST_FILE) {
                tooLong.add(file.getFileName() + " " + lines);
            }
        }
        assertEquals(Set.of(), tooLong, "files of more than " + LONGEST_FILE + " lines");
    }
}
