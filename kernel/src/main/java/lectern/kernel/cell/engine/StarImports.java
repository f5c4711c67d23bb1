package lectern.kernel.cell.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.source.Memory;

/**
 * Keeps {@code import static some.Type.*} from getting into the way of names that are there already.
 *
 * <p>Where {@code E} may be a variable or a type, Java takes the variable (JLS 6.4.2), so {@code E.A} of one's own {@code enum E}
 * would ask for a field of the number {@code Math.E}. And {@code sqrt(2.0)} is ambiguous where the library and {@code Math.*} both
 * offer it. An import of all members is then written as imports of all but those. Where a cell imports a method that the library has
 * with the same parameters, the cell's counts, and the library's other methods of that name stay in sight.
 */
final class StarImports {
    private static final Pattern STAR = Pattern.compile("import\\s+static\\s+([\\w.]+)\\s*\\.\\s*\\*\\s*;?");

    private final Supplier<ClassLoader> loader;
    private final List<String> library;
    private final Map<String, Members> known = new ConcurrentHashMap<>();
    private final Map<String, View> views = new ConcurrentHashMap<>();
    private final ImportFilter filter = new ImportFilter();
    private final BiConsumer<String, byte[]> keep;
    private int made;

    /** What stands for the library beside a type whose members a cell imports: names that both have, and the class to use for them. */
    private record View(Set<String> fields, Set<String> methods, String className) {
        static final View NONE = new View(Set.of(), Set.of(), null);
    }

    /** The static members of a type: names of fields, signatures of methods, names of types. */
    private record Members(Set<String> fields, Set<String> methods, Set<String> types) {
        static final Members NONE = new Members(Set.of(), Set.of(), Set.of());

        static Members of(Class<?> type) {
            return new Members(
                    Arrays.stream(type.getFields())
                            .filter(one -> Modifier.isStatic(one.getModifiers()))
                            .map(one -> one.getName())
                            .collect(Collectors.toSet()),
                    Arrays.stream(type.getMethods())
                            .filter(one -> Modifier.isStatic(one.getModifiers()))
                            .map(Members::key)
                            .collect(Collectors.toSet()),
                    Arrays.stream(type.getClasses())
                            .filter(one -> Modifier.isStatic(one.getModifiers()))
                            .map(Class::getSimpleName)
                            .collect(Collectors.toSet()));
        }

        /** The same from the class file, which asks for no other class. */
        static Members ofFile(String type, ClassLoader loader) {
            try (var file = loader.getResourceAsStream(type.replace('.', '/') + ".class")) {
                var methods = ClassFile.of().parse(file.readAllBytes()).methods().stream()
                        .filter(one -> one.flags().has(AccessFlag.STATIC)
                                && one.flags().has(AccessFlag.PUBLIC))
                        .map(LibraryView::key)
                        .collect(Collectors.toSet());
                return new Members(Set.of(), methods, Set.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String key(Method method) {
            var type = MethodType.methodType(void.class, method.getParameterTypes())
                    .descriptorString();
            return method.getName() + type.substring(0, type.length() - 1);
        }
    }

    /**
     * Knows what the library imports.
     *
     * @param library import lines that stand in every unit; the list may grow
     * @param keep takes the name and the class file of a class that units are going to use
     */
    StarImports(Supplier<ClassLoader> loader, List<String> library, BiConsumer<String, byte[]> keep) {
        this.loader = loader;
        this.library = library;
        this.keep = keep;
    }

    /** Finds out what the library's imports offer, so that units can do without most of them. Takes longer than a small cell. */
    void look(CellCompiler compiler) {
        filter.forget();
        known.clear();
        views.clear();
        filter.look(library, this::names, compiler::classNames);
    }

    /** The import lines of the library that a unit with these words may need. */
    List<String> needed(Set<String> words) {
        return filter.needed(library, words);
    }

    /**
     * An import line of the library as it must read beside these types and what earlier cells have declared.
     *
     * @param taken names that {@link #ofCell} imports for the library
     */
    String ofLibrary(String line, Set<String> types, Set<String> taken, Memory memory) {
        return types.isEmpty() || !line.contains("*") ? line : written(line, types, taken, memory, false);
    }

    /** Names of methods that these imports of cells share with the library. */
    Set<String> taken(List<String> imports) {
        return imports.stream()
                .flatMap(line -> STAR.matcher(line).results().map(star -> star.group(1)))
                .flatMap(owner -> views.computeIfAbsent(owner, this::view).methods().stream())
                .collect(Collectors.toSet());
    }

    /** The same of an import line that stands in a cell; what it names goes before what the library has under the same name. */
    String ofCell(String line, Set<String> types, Memory memory) {
        return line.contains("*") ? written(line, types, Set.of(), memory, true) : line;
    }

    private String written(String line, Set<String> types, Set<String> taken, Memory memory, boolean besideLibrary) {
        return STAR.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        one(found.group(), found.group(1), types, taken, memory, besideLibrary)));
    }

    private String one(
            String line, String owner, Set<String> types, Set<String> taken, Memory memory, boolean besideLibrary) {
        var members = members(owner);
        var hidden = members.fields().stream().filter(types::contains).collect(Collectors.toSet());
        var view = besideLibrary ? views.computeIfAbsent(owner, this::view) : View.NONE;
        if (hidden.isEmpty() && view == View.NONE) {
            return line;
        }
        var names = new TreeSet<>(hidden.isEmpty() ? view.fields() : members.fields());
        names.removeAll(memory.variables.keySet());
        // Of what a cell has declared, an import of all would give way; one by name would stand beside it.
        var methods = (hidden.isEmpty() ? view.methods() : names(members.methods()))
                .stream()
                        .filter(name ->
                                !taken.contains(name) && memory.methods(name).isEmpty())
                        .toList();
        names.addAll(methods);
        if (!hidden.isEmpty()) {
            members.types().stream()
                    .filter(name -> !memory.types.containsKey(name))
                    .forEach(names::add);
        }
        names.removeAll(hidden);
        var lines = new StringBuilder(hidden.isEmpty() ? line.endsWith(";") ? line : line + ";" : "");
        names.forEach(name -> lines.append(" import static ")
                .append(owner)
                .append('.')
                .append(name)
                .append(';'));
        methods.stream()
                .filter(name -> view.className() != null && view.methods().contains(name))
                .forEach(name -> lines.append(" import static ")
                        .append(view.className())
                        .append('.')
                        .append(name)
                        .append(';'));
        return lines.toString().strip();
    }

    /** Looks for what the library has under the names of a type's members, and makes the class that stands for it. */
    private View view(String owner) {
        var members = members(owner);
        var others = library.stream()
                .flatMap(other -> STAR.matcher(other).results().map(star -> star.group(1)))
                .filter(name -> !name.equals(owner))
                .toList();
        var fields = new HashSet<String>();
        var methods = new HashSet<String>();
        for (var other : others) {
            fields.addAll(members(other).fields());
            methods.addAll(names(members(other).methods()));
        }
        fields.retainAll(members.fields());
        methods.retainAll(names(members.methods()));
        if (fields.isEmpty() && methods.isEmpty()) {
            return View.NONE;
        }
        var name = Memory.PACKAGE + ".Library" + ++made;
        var view = LibraryView.of(name, others, methods, members.methods(), loader.get());
        if (view != null) {
            keep.accept(name, view);
        }
        return new View(fields, methods, view == null ? null : name);
    }

    /** Names of all static members of a type, or null where there is none of that name. */
    Set<String> names(String owner) {
        var members = members(owner);
        if (members == Members.NONE) {
            return null;
        }
        var names = new HashSet<>(members.fields());
        names.addAll(names(members.methods()));
        names.addAll(members.types());
        return names;
    }

    private static Set<String> names(Set<String> keys) {
        return keys.stream().map(key -> key.substring(0, key.indexOf('('))).collect(Collectors.toSet());
    }

    private Members members(String owner) {
        return known.computeIfAbsent(owner, this::look);
    }

    private Members look(String owner) {
        var names = new ArrayList<>(List.of(owner));
        for (int dot = owner.lastIndexOf('.'); dot > 0; dot = owner.lastIndexOf('.', dot - 1)) {
            names.add(owner.substring(0, dot) + "$" + owner.substring(dot + 1).replace('.', '$'));
        }
        for (var name : names) {
            try {
                return Members.of(Class.forName(name, false, loader.get()));
            } catch (NoClassDefFoundError e) {
                // What some of its methods take or give is in a library that is still to come.
                return Members.ofFile(name, loader.get());
            } catch (ClassNotFoundException | LinkageError e) {
                // Not this spelling; a type that is nowhere is the compiler's to complain about.
                continue;
            }
        }
        return Members.NONE;
    }
}
