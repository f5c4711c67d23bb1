package lectern.kernel.magic;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import lectern.notebook.Extension;
import lectern.notebook.Lazy;

/** {@code fetch} on the command line: the libraries of all extensions, fetched into the local repository. */
public final class FetchCommand {
    private FetchCommand() {}

    /** Fetches these libraries, or lists them where none is named; returns the exit status of the process. */
    public static int run(List<String> names, PrintStream out) {
        List<Lazy> libraries = ServiceLoader.load(Extension.class).stream()
                .flatMap(extension -> extension.get().lazy().stream())
                .toList();
        if (names.isEmpty()) {
            out.println(Fetching.list(libraries));
            return 0;
        }
        try {
            var jars = new PinnedJars(Map.of(), out);
            for (var name : names) {
                var library = Fetching.named(name, libraries);
                jars.of(library);
                out.println(library.title() + " is there.");
            }
            return 0;
        } catch (MagicError e) {
            out.println(e.getMessage());
            return 1;
        }
    }
}
