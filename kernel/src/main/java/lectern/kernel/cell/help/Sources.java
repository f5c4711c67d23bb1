package lectern.kernel.cell.help;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lectern.kernel.cell.source.TypeText;

/**
 * Finds documentation comments in sources: the JDK's {@code src.zip}, a {@code -sources.jar} beside a jar or in the folder
 * {@code sources} there, and folders or jars of the
 * property {@code lectern.sources}.
 */
final class Sources {
    /** A comment and the declaration that it belongs to; either may be null. */
    record Text(String comment, String source) {
        static final Text NONE = new Text(null, null);
    }

    private final Supplier<List<Path>> classPath;
    private final Map<String, Map<String, Text>> texts = new ConcurrentHashMap<>();
    private final Map<Path, ZipFile> archives = new HashMap<>();

    Sources(Supplier<List<Path>> classPath) {
        this.classPath = classPath;
    }

    /** What the sources say of a type, method or field that lies in this type. */
    Text of(TypeElement outermost, Element element) {
        var name = outermost.getQualifiedName().toString();
        return texts.computeIfAbsent(name, this::read).getOrDefault(key(element), Text.NONE);
    }

    static String key(Element element) {
        if (element instanceof TypeElement type) {
            return type.getSimpleName().toString();
        }
        var owner = element.getEnclosingElement().getSimpleName();
        if (element instanceof ExecutableElement method) {
            return owner + "." + method.getSimpleName() + parameters(method);
        }
        return owner + "." + element.getSimpleName();
    }

    /** The types of a method's parameters without their own, in brackets. */
    static String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> erasedType(TypeText.brief(parameter.asType())))
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** The same of parameters as a comment names them: {@code (Object, Option...)}. */
    static String erased(String parameters) {
        var inner = parameters.substring(1, parameters.length() - 1).replaceAll("<[^<>]*>", "");
        return inner.isBlank()
                ? "()"
                : Arrays.stream(inner.split(","))
                        .map(one -> erasedType(one.strip().split("\\s+")[0]))
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static String erasedType(String type) {
        return type.replaceAll("<.*>", "").replace("...", "[]").replaceAll("^.*\\.", "");
    }

    private Map<String, Text> read(String typeName) {
        var file = typeName.replace('.', '/') + ".java";
        for (var place : places()) {
            var text = text(place, file);
            if (text != null) {
                return parse(text);
            }
        }
        return Map.of();
    }

    private List<Path> places() {
        var places = new ArrayList<Path>();
        for (var extra : System.getProperty("lectern.sources", "").split(java.io.File.pathSeparator)) {
            if (!extra.isBlank()) {
                places.add(Path.of(extra));
            }
        }
        for (var path : classPath.get()) {
            var name = path.getFileName() == null ? "" : path.getFileName().toString();
            if (name.endsWith(".jar")) {
                var sources = name.replaceFirst("\\.jar$", "-sources.jar");
                places.add(path.resolveSibling(sources));
                places.add(path.resolveSibling("sources").resolve(sources));
            }
        }
        places.add(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        return places;
    }

    /** An archive that stays open: to read the directory of the JDK's sources takes longer than to read one of them. */
    private ZipFile archive(Path place) throws IOException {
        var open = archives.get(place);
        if (open == null) {
            open = new ZipFile(place.toFile());
            archives.put(place, open);
        }
        return open;
    }

    private synchronized String text(Path place, String file) {
        try {
            if (Files.isDirectory(place)) {
                var path = place.resolve(file);
                return Files.exists(path) ? Files.readString(path) : null;
            }
            if (!Files.exists(place)) {
                return null;
            }
            var zip = archive(place);
            var entry = zip.getEntry(file);
            for (var module : List.of(
                    "java.base", "java.desktop", "java.net.http", "java.sql", "java.logging", "jdk.incubator.vector")) {
                entry = entry == null ? zip.getEntry(module + "/" + file) : entry;
            }
            return entry == null
                    ? null
                    : new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }

    /** What a source says of its declarations, by {@link #key}. */
    static Map<String, Text> parse(String text) {
        var found = new ConcurrentHashMap<String, Text>();
        var source = new SimpleJavaFileObject(URI.create("doc:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        try {
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(source));
            var unit = task.parse().iterator().next();
            var trees = DocTrees.instance(task);
            var positions = trees.getSourcePositions();
            new TreePathScanner<Void, Void>() {
                private void keep(String key, TreePath path) {
                    int from = (int) positions.getStartPosition(unit, path.getLeaf());
                    int to = (int) positions.getEndPosition(unit, path.getLeaf());
                    found.put(
                            key,
                            new Text(trees.getDocComment(path), from < 0 || to < from ? null : declaration(from, to)));
                }

                /** A declaration with its lines as far to the left as they go. */
                private String declaration(int from, int to) {
                    int line = text.lastIndexOf('\n', from) + 1;
                    var before = text.substring(line, from);
                    return (before.isBlank() ? before : "")
                            .concat(text.substring(from, to))
                            .stripIndent();
                }

                private String owner() {
                    for (var path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
                        if (path.getLeaf() instanceof ClassTree type) {
                            return type.getSimpleName().toString();
                        }
                    }
                    return "";
                }

                @Override
                public Void visitClass(ClassTree node, Void nothing) {
                    keep(node.getSimpleName().toString(), getCurrentPath());
                    return super.visitClass(node, nothing);
                }

                @Override
                public Void visitMethod(MethodTree node, Void nothing) {
                    var types = new ArrayList<String>();
                    node.getParameters()
                            .forEach(parameter ->
                                    types.add(erasedType(parameter.getType().toString())));
                    keep(owner() + "." + node.getName() + "(" + String.join(",", types) + ")", getCurrentPath());
                    return null;
                }

                @Override
                public Void visitVariable(VariableTree node, Void nothing) {
                    Tree parent = getCurrentPath().getParentPath().getLeaf();
                    if (parent instanceof ClassTree type) {
                        keep(type.getSimpleName() + "." + node.getName(), getCurrentPath());
                    }
                    return null;
                }
            }.scan(unit, null);
        } catch (IOException e) {
            return Map.of();
        }
        return found;
    }
}
