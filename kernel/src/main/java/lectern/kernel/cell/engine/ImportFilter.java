package lectern.kernel.cell.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Token;

/**
 * Leaves out of a unit those imports of all members that can mean nothing in it, because none of its words is among what they offer.
 *
 * <p>The compiler goes through all that is imported for every unit, which for the imports of a notebook is a fifth of the time of a
 * small cell, and at the start of a kernel most of it.
 */
final class ImportFilter {
    private static final Pattern STAR = Pattern.compile("import\\s+(static\\s+)?([\\w.]+)\\.\\*\\s*;?");
    private static final Pattern END = Pattern.compile("(?<=;)\\s*");

    /** What each import offers; null as long as nobody has looked. */
    private volatile Map<String, Set<String>> offered;

    /**
     * Finds out what these lines offer.
     *
     * @param members names of the static members of a type, or null where it is unknown
     * @param classes names of the classes of a package, or null where it is unknown
     */
    void look(List<String> lines, Function<String, Set<String>> members, Function<String, Set<String>> classes) {
        var names = new HashMap<String, Set<String>>();
        for (var line : lines) {
            for (var one : END.split(line)) {
                var star = STAR.matcher(one);
                if (star.matches()) {
                    var found = (star.group(1) == null ? classes : members).apply(star.group(2));
                    if (found != null) {
                        names.put(one, found);
                    }
                }
            }
        }
        offered = names;
    }

    /** Forgets what has been found out: the class path has grown. */
    void forget() {
        offered = null;
    }

    /** Those of these imports that a unit with these words may need. */
    List<String> needed(List<String> lines, Set<String> words) {
        var known = offered;
        if (words.contains(Lexer.HOLE) || known == null && !words.isEmpty()) {
            return lines;
        }
        var needed = new ArrayList<String>();
        for (var line : lines) {
            for (var one : END.split(line)) {
                boolean useless = words.isEmpty()
                        ? one.endsWith("*;")
                        : known.containsKey(one) && Collections.disjoint(known.get(one), words);
                if (!useless) {
                    needed.add(one);
                }
            }
        }
        return needed;
    }

    /**
     * All words of a unit that may name something: those of its chunks, and those of types that are written for variables.
     *
     * @param types types that are written where a chunk says {@code var}
     */
    static Set<String> words(List<Chunk> chunks, Collection<String> types, Memory memory) {
        var words = new HashSet<String>();
        for (var chunk : chunks) {
            chunk.tokens().stream().filter(Token::isWord).forEach(token -> words.add(token.text()));
            if (asksForMember(chunk)) {
                words.remove(Lexer.HOLE);
            }
            if (chunk.text().contains("\\u")) {
                // A name may be written in escapes, so anything may be meant.
                words.add(Lexer.HOLE);
            }
        }
        var written = new ArrayList<>(types);
        words.stream()
                .map(memory.variables::get)
                .filter(Objects::nonNull)
                .forEach(variable -> written.add(variable.type()));
        written.forEach(
                type -> Lexer.tokens(type).stream().filter(Token::isWord).forEach(token -> words.add(token.text())));
        return words;
    }

    /** Is the hole of a completion behind a dot? Then what is in sight does not matter. */
    private static boolean asksForMember(Chunk chunk) {
        var tokens = chunk.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is(Lexer.HOLE) && tokens.get(i - 1).is(".")) {
                return true;
            }
        }
        return false;
    }
}
