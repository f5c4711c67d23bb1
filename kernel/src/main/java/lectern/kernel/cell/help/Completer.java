package lectern.kernel.cell.help;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lectern.kernel.cell.compile.PackageIndex;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Receiver;
import lectern.kernel.cell.source.Token;
import lectern.kernel.language.Interpreter.Completions;
import lectern.kernel.language.Interpreter.Suggestion;

/**
 * Suggests how to go on at the cursor.
 *
 * <p>The text before the cursor is closed with a made-up name, attributed by the compiler and asked what could stand in its place.
 */
public final class Completer {
    static final int MOST = 400;
    private static final int ANSWERS = 64;
    private static final Set<String> OF_OBJECT =
            Set.of("equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Engine engine;
    private final KnownPackages packages;
    /** The last answers, the one asked for longest ago first, and the version of the notebook that they belong to. */
    private final Map<Place, Fitting> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Fitting> eldest) {
            return size() > ANSWERS;
        }
    };

    private long answered;

    /** A place that names are sought for; whoever types on asks there again, with a longer beginning of the name. */
    private record Place(String text, boolean reference) {}

    /**
     * What fits at a place.
     *
     * @param whole whether {@code found} is all that could stand there, and not only what begins with {@code prefix}
     */
    private record Fitting(String prefix, boolean whole, Map<String, Suggestion> found) {
        boolean answers(String beginning) {
            return whole || beginning.equals(prefix) || !prefix.isEmpty() && begins(beginning, prefix);
        }
    }

    public Completer(Engine engine, PackageIndex index) {
        this.engine = engine;
        packages = new KnownPackages(index);
    }

    public Completions complete(String code, int cursor) {
        var before = code.substring(0, cursor);
        var tokens = Lexer.tokens(before);
        if (!tokens.isEmpty()
                && tokens.getLast().end() == cursor
                && tokens.getLast().kind() == Token.Kind.BROKEN) {
            var last = tokens.getLast();
            return last.text().startsWith("\"") && !last.text().startsWith("\"\"\"")
                    ? FileNames.complete(before, last.start() + 1)
                    : none(cursor);
        }
        int comment = before.lastIndexOf("//");
        if (comment > before.lastIndexOf('\n')
                && tokens.stream().noneMatch(t -> t.start() <= comment && comment < t.end())) {
            return none(cursor);
        }
        int start = Lexer.wordStart(before, cursor);
        var prefix = before.substring(start);
        if (start > 0 && before.charAt(start - 1) == '@') {
            return new Completions(start, cursor, annotations(prefix));
        }
        var found = new LinkedHashMap<String, Suggestion>();
        boolean member = start > 0 && (before.charAt(start - 1) == '.' || before.startsWith("::", start - 2));
        if (!member) {
            remembered(prefix, found);
        }
        boolean reference = before.startsWith("::", start - 2);
        var text = reference ? before.substring(0, start - 2) + "." : before.substring(0, start);
        var receiver = member ? Receiver.alone(text) : null;
        var rest = fitting(new Place(Hole.in(receiver != null ? receiver : text), reference), prefix);
        rest.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Suggestion> entry) -> OF_OBJECT.contains(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue()));
        if (!member && !prefix.isEmpty()) {
            Lexer.KEYWORDS.stream()
                    .sorted()
                    .filter(word -> word.startsWith(prefix))
                    .forEach(word -> found.putIfAbsent(word, new Suggestion(word, "keyword", "")));
            List.of("var", "record", "sealed", "permits", "yield").stream()
                    .filter(word -> word.startsWith(prefix))
                    .forEach(word -> found.putIfAbsent(word, new Suggestion(word, "keyword", "")));
        }
        // Letters as they were typed count; where nothing begins with them, their case does not.
        var exact = found.values().stream()
                .filter(one -> one.text().startsWith(prefix))
                .limit(MOST)
                .toList();
        return new Completions(
                start,
                cursor,
                exact.isEmpty() ? found.values().stream().limit(MOST).toList() : exact);
    }

    /** Does a name begin like this, in small letters or large ones? */
    static boolean begins(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** Behind an at sign: the annotations of the language and those of cells. */
    private List<Suggestion> annotations(String prefix) {
        var own = engine.memory().types.values().stream()
                .filter(type -> type.chunk().text().contains("@interface"))
                .map(type -> type.chunk().name());
        return Stream.concat(
                        Stream.of("Override", "Deprecated", "FunctionalInterface", "SafeVarargs", "SuppressWarnings"),
                        own)
                .filter(name -> begins(name, prefix))
                .map(name -> new Suggestion(name, "interface", ""))
                .toList();
    }

    private synchronized Map<String, Suggestion> fitting(Place place, String prefix) {
        long version = engine.version();
        if (version != answered) {
            answers.clear();
            answered = version;
        }
        var known = answers.get(place);
        if (known == null || !known.answers(prefix)) {
            var found = new LinkedHashMap<String, Suggestion>();
            var unit = engine.probe(new CellText(0, place.text()));
            boolean whole = engine.compiler()
                    .analyze(
                            unit.className,
                            unit.text(),
                            analysis -> new Candidates(analysis, packages, prefix, place.reference(), found).find());
            known = new Fitting(prefix, whole, found);
            answers.put(place, known);
        }
        var fitting = new LinkedHashMap<>(known.found());
        fitting.keySet().removeIf(name -> !begins(name, prefix));
        return fitting;
    }

    private static Completions none(int cursor) {
        return new Completions(cursor, cursor, List.of());
    }

    private void remembered(String prefix, Map<String, Suggestion> found) {
        var memory = engine.memory();
        memory.variables.values().stream()
                .filter(variable -> begins(variable.name(), prefix))
                .forEach(variable -> found.put(
                        variable.name(),
                        new Suggestion(variable.name(), "instance", Inspector.brief(variable.type()))));
        memory.methods.stream()
                .filter(method -> begins(method.name(), prefix))
                .forEach(method ->
                        found.put(method.name(), new Suggestion(method.name(), "function", Inspector.head(method))));
        memory.types.keySet().stream()
                .filter(name -> begins(name, prefix))
                .forEach(name -> found.put(name, new Suggestion(name, "class", "")));
    }
}
