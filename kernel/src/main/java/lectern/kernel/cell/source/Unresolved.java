package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import lectern.kernel.cell.source.Chunk.Kind;

/** Methods and types that use names which no cell has declared so far; they come alive when a later cell declares them. */
public final class Unresolved {
    private record Entry(Chunk chunk, Set<String> missing) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** What tells a declaration from others: the name of a type, name and parameter types of a method. */
    public static String key(Chunk chunk) {
        return chunk.kind() == Kind.METHOD
                ? chunk.name() + "(" + Signature.of(chunk).parameters() + ")"
                : chunk.name();
    }

    void add(Chunk chunk, Set<String> missing) {
        entries.put(key(chunk), new Entry(chunk, missing));
    }

    /** A declaration that is there now waits no longer, nor does an older one that it replaces. */
    public void remove(Chunk declared) {
        entries.remove(key(declared));
    }

    void clear() {
        entries.clear();
    }

    /** What may compile together with these chunks. */
    public List<Chunk> ready(List<Chunk> chunks) {
        var ready = new LinkedHashSet<Chunk>();
        var names = new HashSet<String>();
        var keys = new HashSet<String>();
        for (var chunk : chunks) {
            if (chunk.kind() == Kind.VARIABLE) {
                Declarator.of(chunk).forEach(declarator -> names.add(declarator.name()));
            } else if (chunk.name() != null) {
                names.add(chunk.name());
                keys.add(key(chunk));
            }
        }
        boolean imports = chunks.stream().anyMatch(chunk -> chunk.kind() == Kind.IMPORT);
        boolean more = true;
        while (more) {
            more = false;
            for (var entry : entries.values()) {
                boolean awaited = imports || entry.missing.stream().anyMatch(names::contains);
                if (awaited && !keys.contains(key(entry.chunk)) && ready.add(entry.chunk)) {
                    names.add(entry.chunk.name());
                    more = true;
                }
            }
        }
        return new ArrayList<>(ready);
    }

    /** Says why a name of a waiting declaration cannot be used yet; null for other names. */
    public String reason(String name) {
        for (var entry : entries.values()) {
            if (entry.chunk.name().equals(name)) {
                return name + " cannot be used yet: it needs " + String.join(", ", entry.missing)
                        + ", which no cell has declared";
            }
        }
        return null;
    }

    /** The names that keep a method or type from compiling, by chunk; chunks with any other error are not among them. */
    public static Map<Chunk, Set<String>> missing(
            UnitSource unit, List<? extends Diagnostic<?>> errors, List<Chunk> chunks) {
        var missing = new LinkedHashMap<Chunk, Set<String>>();
        var wrong = new HashSet<Chunk>();
        for (var error : errors) {
            var place = error.getPosition() == Diagnostic.NOPOS ? null : unit.place(error.getPosition());
            for (var chunk : chunks) {
                boolean here = place != null
                        && chunk.cell() == place.cell()
                        && chunk.start() <= place.offset()
                        && place.offset() < chunk.end();
                if (here && (chunk.kind() == Kind.METHOD || chunk.kind() == Kind.TYPE)) {
                    var name = error.getCode().startsWith("compiler.err.cant.resolve")
                            ? simpleName(chunk, place.offset())
                            : null;
                    if (name == null) {
                        wrong.add(chunk);
                    } else {
                        missing.computeIfAbsent(chunk, key -> new LinkedHashSet<>())
                                .add(name);
                    }
                }
            }
        }
        missing.keySet().removeAll(wrong);
        return missing;
    }

    /** The name at an offset where it stands alone: a member of something else is that one's affair. */
    private static String simpleName(Chunk chunk, int offset) {
        for (int i = 0; i < chunk.tokens().size(); i++) {
            var token = chunk.tokens().get(i);
            if (token.start() == offset) {
                boolean member = i > 0
                        && (chunk.tokens().get(i - 1).is(".")
                                || chunk.tokens().get(i - 1).is("::"));
                return token.isWord() && !member ? token.text() : null;
            }
        }
        return null;
    }
}
