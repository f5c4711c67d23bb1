package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What the cells so far have declared, and in which class each of it lives. */
public final class Memory {
    public static final String PACKAGE = "notebook";
    private static final Pattern QUALIFIED = Pattern.compile(
            "\\b(?:java\\.(?:lang|util|util\\.function|util\\.stream|io|math|nio\\.file|time)|lectern\\.\\w+|notebook\\.Cell\\w+)\\.(?=[A-Z])");
    private static final Pattern WORD = Pattern.compile("\\b\\w+\\b");

    /** A variable of a cell; its value is the static field {@code name} of the class {@code holder}. */
    public record Variable(String name, String type, String key, String holder, CellText cell) {}

    /** A method of a cell; {@code forward} numbers the fields by which an old version hands on to its successor. */
    public record Method(Chunk chunk, String parameters, String holder, int forward) {
        public String name() {
            return chunk.name();
        }

        /** What tells a method from others: its name and the types of its parameters. */
        public String key() {
            return name() + "(" + parameters + ")";
        }
    }

    /** A class, interface, enum or record of a cell. */
    public record Type(Chunk chunk, String holder) {
        public String name() {
            return chunk.name();
        }
    }

    public final Set<String> imports = new LinkedHashSet<>();
    public final Map<String, Variable> variables = new LinkedHashMap<>();
    /** Names of variables that were declared final. */
    public final Set<String> finals = new HashSet<>();

    public final List<Method> methods = new ArrayList<>();
    public final Map<String, Type> types = new LinkedHashMap<>();
    public final Unresolved unresolved = new Unresolved();
    /** Names that code which may run on another thread or later could see: lambdas, methods and types of all cells. */
    public final Set<String> captured = new HashSet<>();

    /** Remembers an import; of two types with one simple name the later counts. */
    public void addImport(String line) {
        imports.removeAll(replacedBy(List.of(line)));
        imports.add(line);
    }

    /** The imports so far that others take the place of. */
    public List<String> replacedBy(List<String> lines) {
        var names = lines.stream()
                .map(ChunkForms::importedType)
                .filter(Objects::nonNull)
                .toList();
        return imports.stream()
                .filter(line -> names.contains(ChunkForms.importedType(line)))
                .toList();
    }

    /** Classes that hold something of this name. */
    public Set<String> holders(String name) {
        var holders = new LinkedHashSet<String>();
        if (variables.containsKey(name)) {
            holders.add(variables.get(name).holder());
        }
        if (types.containsKey(name)) {
            holders.add(types.get(name).holder());
        }
        for (var method : methods) {
            if (method.name().equals(name)) {
                holders.add(method.holder());
            }
        }
        return holders;
    }

    /** Classes that hold anything. */
    public Set<String> holders() {
        var holders = new HashSet<String>();
        variables.values().forEach(variable -> holders.add(variable.holder()));
        types.values().forEach(type -> holders.add(type.holder()));
        methods.forEach(method -> holders.add(method.holder()));
        return holders;
    }

    public List<Method> methods(String name) {
        return methods.stream().filter(method -> method.name().equals(name)).toList();
    }

    /**
     * Text that is the same for two spellings of one type, {@code List<P>} and {@code java.util.List<notebook.Cell3_1.P>}, and
     * another one when {@code P} has been declared anew in between.
     */
    public String typeKey(String type) {
        var simple = QUALIFIED.matcher(type.replaceAll("\\s+", "")).replaceAll("");
        return WORD.matcher(simple)
                .replaceAll(word -> types.containsKey(word.group())
                        ? types.get(word.group()).holder() + "." + word.group()
                        : word.group());
    }

    public Set<String> names() {
        var names = new LinkedHashSet<>(variables.keySet());
        names.addAll(types.keySet());
        methods.forEach(method -> names.add(method.name()));
        return names;
    }

    /** Keeps a declaration until the names that it lacks are there; the one that it replaces is gone at once. */
    public void await(Chunk chunk, Set<String> missing) {
        unresolved.add(chunk, missing);
        if (chunk.kind() == Chunk.Kind.TYPE) {
            types.remove(chunk.name());
        } else {
            methods.removeIf(known -> known.key().equals(Unresolved.key(chunk)));
        }
    }

    public void clear() {
        imports.clear();
        variables.clear();
        finals.clear();
        methods.clear();
        types.clear();
        captured.clear();
        unresolved.clear();
    }
}
