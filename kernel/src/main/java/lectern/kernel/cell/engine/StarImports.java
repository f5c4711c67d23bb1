package lectern.kernel.cell.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
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
 * offer it. An import of all members is then written as imports of all but those.
 */
final class StarImports {
    private static final Pattern STAR = Pattern.compile("import\\s+static\\s+([\\w.]+)\\s*\\.\\s*\\*\\s*;?");

    private final Supplier<ClassLoader> loader;
    private final List<String> library;
    private final Map<String, Members> known = new ConcurrentHashMap<>();
    private final ImportFilter filter = new ImportFilter();

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
                            .map(Members::signature)
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
                        .map(one -> one.methodName().stringValue() + "["
                                + one.methodType().stringValue() + "]")
                        .collect(Collectors.toSet());
                return new Members(Set.of(), methods, Set.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String signature(Method method) {
            return method.getName() + Arrays.toString(method.getParameterTypes());
        }

        /** Names that mean two things where both are imported. */
        Set<String> clashes(Members other) {
            var names = new HashSet<>(fields);
            names.retainAll(other.fields);
            methods.stream()
                    .filter(other.methods::contains)
                    .map(StarImports::name)
                    .forEach(names::add);
            return names;
        }
    }

    /**
     * Knows what the library imports.
     *
     * @param library import lines that stand in every unit; the list may grow
     */
    StarImports(Supplier<ClassLoader> loader, List<String> library) {
        this.loader = loader;
        this.library = library;
    }

    /** Finds out what the library's imports offer, so that units can do without most of them. Takes longer than a small cell. */
    void look(CellCompiler compiler) {
        filter.forget();
        known.clear();
        filter.look(library, this::names, compiler::classNames);
    }

    /** The import lines of the library that a unit with these words may need. */
    List<String> needed(Set<String> words) {
        return filter.needed(library, words);
    }

    /** An import line of the library as it must read beside these types and what earlier cells have declared. */
    String ofLibrary(String line, Set<String> types, Memory memory) {
        return types.isEmpty() || !line.contains("*") ? line : written(line, types, memory, false);
    }

    /** The same of an import line that stands in a cell; what the library offers already stays the library's. */
    String ofCell(String line, Set<String> types, Memory memory) {
        return line.contains("*") ? written(line, types, memory, true) : line;
    }

    private String written(String line, Set<String> types, Memory memory, boolean besideLibrary) {
        return STAR.matcher(line)
                .replaceAll(found ->
                        Matcher.quoteReplacement(one(found.group(), found.group(1), types, memory, besideLibrary)));
    }

    private String one(String line, String owner, Set<String> types, Memory memory, boolean besideLibrary) {
        var members = members(owner);
        var hidden = members.fields().stream().filter(types::contains).collect(Collectors.toCollection(HashSet::new));
        if (besideLibrary && members != Members.NONE) {
            for (var other : library) {
                STAR.matcher(other)
                        .results()
                        .map(star -> star.group(1))
                        .filter(name -> !name.equals(owner))
                        .forEach(name -> hidden.addAll(members.clashes(members(name))));
            }
        }
        if (hidden.isEmpty()) {
            return line;
        }
        var names = new TreeSet<>(members.fields());
        names.removeAll(memory.variables.keySet());
        // Of what a cell has declared, an import of all would give way; one by name would stand beside it.
        members.methods().stream()
                .map(StarImports::name)
                .filter(name -> memory.methods(name).isEmpty())
                .forEach(names::add);
        members.types().stream().filter(name -> !memory.types.containsKey(name)).forEach(names::add);
        names.removeAll(hidden);
        return names.stream()
                .map(name -> "import static " + owner + "." + name + ";")
                .collect(Collectors.joining(" "));
    }

    /** Names of all static members of a type, or null where there is none of that name. */
    Set<String> names(String owner) {
        var members = members(owner);
        if (members == Members.NONE) {
            return null;
        }
        var names = new HashSet<>(members.fields());
        members.methods().forEach(signature -> names.add(name(signature)));
        names.addAll(members.types());
        return names;
    }

    private static String name(String signature) {
        return signature.substring(0, signature.indexOf('['));
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
