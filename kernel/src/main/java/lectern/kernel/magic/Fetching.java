package lectern.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.notebook.Lazy;

/** {@code %fetch}: libraries that come when a cell first needs them, fetched beforehand. */
final class Fetching {
    private final MagicContext context;
    private final Map<String, String> repositories;

    Fetching(MagicContext context, Map<String, String> repositories) {
        this.context = context;
        this.repositories = repositories;
    }

    void register(Magics magics) {
        magics.line(
                "fetch",
                "%fetch [name …] – fetches libraries that else come when a cell first needs them, or lists them",
                this::fetch);
    }

    /** The checked jars of a library. */
    List<Path> jars(Lazy library) {
        return new PinnedJars(repositories, System.out).of(library);
    }

    private Object fetch(String arguments) {
        if (arguments.isBlank()) {
            return list(context.libraries());
        }
        for (var name : arguments.strip().split("\\s+")) {
            var library = named(name, context.libraries());
            boolean there = context.isThere(library);
            if (!there) {
                context.bring(library);
            }
            System.out.println(library.title() + (there ? " is there already." : " is there."));
        }
        return null;
    }

    /** The library of this name. */
    static Lazy named(String name, List<Lazy> libraries) {
        return libraries.stream()
                .filter(library -> library.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MagicError(
                        "There is no library \"" + name + "\" to fetch; there are:\n" + list(libraries)));
    }

    /** One line for each library. */
    static String list(List<Lazy> libraries) {
        return libraries.stream()
                .map(library -> String.format(
                        Locale.ROOT, "%-6s %s (%.0f MB)", library.name(), library.title(), library.size() / 1e6))
                .collect(Collectors.joining("\n"));
    }
}
