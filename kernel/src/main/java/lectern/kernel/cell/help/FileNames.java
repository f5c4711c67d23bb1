package lectern.kernel.cell.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.language.Interpreter.Completions;
import lectern.kernel.language.Interpreter.Suggestion;

/** Suggests names of files, inside a string of Java and behind a magic. */
public final class FileNames {
    private FileNames() {}

    /** Completes the path that stands at the end of a text from {@code from} on. */
    public static Completions complete(String before, int from) {
        var typed = before.substring(from);
        int slash = typed.lastIndexOf('/');
        var folder = Path.of(slash < 0 ? "." : slash == 0 ? "/" : typed.substring(0, slash));
        var prefix = typed.substring(slash + 1);
        int start = from + slash + 1;
        var found = new ArrayList<Suggestion>();
        if (Files.isDirectory(folder)) {
            try (var list = Files.list(folder)) {
                list.map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                        .filter(name -> name.startsWith(prefix) && (!name.startsWith(".") || prefix.startsWith(".")))
                        .sorted()
                        .limit(Completer.MOST)
                        .forEach(name -> found.add(new Suggestion(name, "path", "")));
            } catch (IOException e) {
                return new Completions(before.length(), before.length(), List.of());
            }
        }
        return new Completions(start, before.length(), found);
    }
}
