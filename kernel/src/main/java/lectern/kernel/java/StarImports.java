package lectern.kernel.java;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets the types of a notebook come before the constants of {@code import static some.Type.*}.
 *
 * <p>Where {@code E} may be a variable or a type, Java takes the variable (JLS 6.4.2), so {@code E.A} of one's own {@code enum E}
 * would ask for a field of the number {@code Math.E}. An import of all members is then written as imports of all but that one.
 */
final class StarImports {
    private static final Pattern STAR = Pattern.compile("import\\s+static\\s+([\\w.]+)\\s*\\.\\s*\\*\\s*;");

    private final Supplier<ClassLoader> loader;
    private final Map<String, Members> known = new HashMap<>();

    /** The static members of a type: fields by name, and the names of methods and types. */
    private record Members(Set<String> fields, Set<String> others) {
        static final Members NONE = new Members(Set.of(), Set.of());

        static Members of(Class<?> type) {
            var others = Arrays.stream(type.getMethods()).filter(one -> isStatic(one.getModifiers())).map(one -> one.getName())
                    .collect(Collectors.toCollection(HashSet::new));
            Arrays.stream(type.getClasses()).filter(one -> isStatic(one.getModifiers())).map(Class::getSimpleName).forEach(others::add);
            return new Members(Arrays.stream(type.getFields()).filter(one -> isStatic(one.getModifiers())).map(one -> one.getName())
                    .collect(Collectors.toSet()), others);
        }

        private static boolean isStatic(int modifiers) {
            return java.lang.reflect.Modifier.isStatic(modifiers);
        }
    }

    StarImports(Supplier<ClassLoader> loader) {
        this.loader = loader;
    }

    /** An import line as it must read beside these types and what earlier cells have declared. */
    String beside(Set<String> types, Memory memory, String line) {
        if (types.isEmpty() || !line.contains("static") || !line.contains("*")) {
            return line;
        }
        return STAR.matcher(line).replaceAll(found -> Matcher.quoteReplacement(
                without(types, memory, found.group(1), found.group())));
    }

    private String without(Set<String> types, Memory memory, String owner, String line) {
        var members = known.computeIfAbsent(owner, this::members);
        var hidden = members.fields().stream().filter(types::contains).collect(Collectors.toSet());
        if (hidden.isEmpty()) {
            return line;
        }
        var names = new TreeSet<>(members.fields());
        names.removeAll(memory.variables.keySet());
        names.removeAll(hidden);
        // Of what a cell has declared, an import of all would give way; one by name would stand beside it.
        members.others().stream().filter(name -> memory.methods(name).isEmpty() && !memory.types.containsKey(name))
                .forEach(names::add);
        return names.stream().map(name -> "import static " + owner + "." + name + ";").collect(Collectors.joining(" "));
    }

    private Members members(String owner) {
        var names = new ArrayList<>(List.of(owner));
        for (int dot = owner.lastIndexOf('.'); dot > 0; dot = owner.lastIndexOf('.', dot - 1)) {
            names.add(owner.substring(0, dot) + "$" + owner.substring(dot + 1).replace('.', '$'));
        }
        for (var name : names) {
            try {
                return Members.of(Class.forName(name, false, loader.get()));
            } catch (ClassNotFoundException | LinkageError e) {
                // Not this spelling; a type that is nowhere is the compiler's to complain about.
                continue;
            }
        }
        return Members.NONE;
    }
}
