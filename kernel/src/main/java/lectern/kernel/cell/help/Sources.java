package lectern.kernel.cell.help;

import com.sun.source.doctree.DocCommentTree;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
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
    private final Supplier<List<Path>> classPath;
    private final Map<String, Map<String, String>> comments = new ConcurrentHashMap<>();
    private final Map<Path, ZipFile> archives = new HashMap<>();

    Sources(Supplier<List<Path>> classPath) {
        this.classPath = classPath;
    }

    /** The comment of a type, method or field, or null. */
    String comment(Element element, int detail) {
        var type = element;
        while (type != null
                && !(type instanceof TypeElement one
                        && one.getEnclosingElement().getKind() == ElementKind.PACKAGE)) {
            type = type.getEnclosingElement();
        }
        if (type == null) {
            return null;
        }
        var name = ((TypeElement) type).getQualifiedName().toString();
        return comments.computeIfAbsent(name, this::read).get(key(element));
    }

    private static String key(Element element) {
        if (element instanceof TypeElement type) {
            return type.getSimpleName().toString();
        }
        var owner = element.getEnclosingElement().getSimpleName();
        if (element instanceof ExecutableElement method) {
            var types = new ArrayList<String>();
            method.getParameters().forEach(parameter -> types.add(erased(TypeText.brief(parameter.asType()))));
            return owner + "." + method.getSimpleName() + "(" + String.join(",", types) + ")";
        }
        return owner + "." + element.getSimpleName();
    }

    private static String erased(String type) {
        return type.replaceAll("<.*>", "").replace("...", "[]").replaceAll("^.*\\.", "");
    }

    private Map<String, String> read(String typeName) {
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

    private static Map<String, String> parse(String text) {
        var found = new ConcurrentHashMap<String, String>();
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
            new TreePathScanner<Void, Void>() {
                private void keep(String key, TreePath path) {
                    DocCommentTree comment = trees.getDocCommentTree(path);
                    if (comment != null) {
                        found.put(key, trees.getDocComment(path));
                    }
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
                                    types.add(erased(parameter.getType().toString())));
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
