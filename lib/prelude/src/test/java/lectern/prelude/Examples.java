package lectern.prelude;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples that people read: snippets of documentation comments, blocks of the pages.
 *
 * <p>A line may end in {@code // → text}: what the expression on it must show, exactly.
 */
final class Examples {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern SNIPPET =
            Pattern.compile("\\{@snippet\\s*:\\s*\\R(.*?)\\R\\s*\\*\\s*\\}", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("(?m)^```java\\R(.*?)^```$", Pattern.DOTALL);

    private Examples() {}

    /** One example: where it stands and its lines. */
    record Example(String place, List<String> lines) {}

    /** All snippets in the documentation comments of the library. */
    static List<Example> inComments() throws IOException {
        var found = new ArrayList<Example>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("lib"))) {
            for (Path file : files.filter(path -> path.toString().contains("src/main/java")
                            && path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                SNIPPET.matcher(text)
                        .results()
                        .forEach(match -> found.add(new Example(
                                file.getFileName() + ":" + line(text, match.start()),
                                match.group(1)
                                        .lines()
                                        .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
                                        .toList())));
            }
        }
        return found;
    }

    /** The blocks of Java in a page. */
    static List<Example> inPage(String page) throws IOException {
        String text = Files.readString(ROOT.resolve(page));
        return BLOCK.matcher(text)
                .results()
                .map(match -> new Example(
                        page + ":" + line(text, match.start()),
                        match.group(1).lines().toList()))
                .toList();
    }

    /** The rows of the table of a page whose header begins with these cells; cells as written. */
    static List<List<String>> table(String page, String first, String second) throws IOException {
        var rows = new ArrayList<List<String>>();
        boolean inside = false;
        for (String line : Files.readAllLines(ROOT.resolve(page))) {
            List<String> cells = Stream.of(line.split("(?<!\\\\)\\|"))
                    .map(String::strip)
                    .skip(1)
                    .toList();
            if (cells.equals(List.of(first, second))) {
                inside = true;
            } else if (inside && !line.startsWith("|")) {
                return rows;
            } else if (inside && !line.startsWith("|--")) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static long line(String text, int at) {
        return text.substring(0, at).lines().count();
    }
}
