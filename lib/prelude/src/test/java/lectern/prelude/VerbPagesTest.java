package lectern.prelude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the help key and the API pages show of a verb is all that a caller needs. */
class VerbPagesTest {
    private static final Path ROOT = Path.of("..", "..");

    /** What the compiler adds to every enum. */
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    /** Verbs that wait for a person or for a download; their examples cannot run in a test. */
    private static final Set<String> WAITING = Set.of("input", "readPassword", "mnist");

    @TestFactory
    List<DynamicTest> verbsSayAllThatACallerNeeds() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (Class<?> type : classes()) {
            var missing = missing(type, source(type));
            tests.add(DynamicTest.dynamicTest(type.getSimpleName(), () -> assertEquals(List.of(), missing)));
        }
        assertTrue(tests.size() > 40, "classes found: " + tests.size());
        return tests;
    }

    @Test
    void everyMethodIsFoundInTheSources() throws IOException {
        int found = 0;
        for (Class<?> type : classes()) {
            var compiled = Stream.of(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers())
                            && Modifier.isStatic(method.getModifiers())
                            && !method.isSynthetic()
                            && !OF_EVERY_ENUM.contains(method.getName()))
                    .map(method -> method.getName() + "/" + method.getParameterCount())
                    .sorted()
                    .toList();
            var written = verbs(source(type), type).stream()
                    .map(verb -> verb.method().getName() + "/"
                            + verb.method().getParameters().size())
                    .sorted()
                    .toList();
            assertEquals(compiled, written, type.getName());
            found += compiled.size();
        }
        assertTrue(found > 600, "methods found: " + found);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        String text = """
                package p;
                public class C {
                    /** As {@link D#a(int)}. */
                    public static int a(int x) { return x; }
                    /**
                     * Doubles.
                     * {@snippet :
                     * b(2) // → 4
                     * }
                     * @param x a number
                     * @return twice the number
                     */
                    public static int b(int x) { return 2 * x; }
                    /** Trebles.
                     * @param x a number
                     * @return thrice the number */
                    public static int b(int x, int y) { return 3 * x; }
                    public static void c() {}
                    /** Halves.
                     * {@snippet :
                     * d();
                     * } */
                    public static int d() { return 0; }
                }
                """;
        assertEquals(
                List.of(
                        "a(x) has no sentence of its own",
                        "a(x) has no @param x",
                        "a(x) has no @return",
                        "b(x, y) has no @param y",
                        "c() has no sentence of its own",
                        "d() has no @return",
                        "a has no example",
                        "c has no example",
                        "d has no example that shows a value"),
                missing(String.class, new Source("C", text)));
    }

    private record Source(String name, String text) {}

    private record Verb(MethodTree method, DocCommentTree comment) {}

    /** The classes of verbs and what they inherit from. */
    private static List<Class<?>> classes() {
        var found = new ArrayList<Class<?>>();
        for (String name : LecternExtension.VERBS) {
            try {
                for (Class<?> type = Class.forName(name);
                        type != null && type.getName().startsWith("lectern.");
                        type = type.getSuperclass()) {
                    if (!found.contains(type)) {
                        found.add(type);
                    }
                }
            } catch (ClassNotFoundException e) {
                throw new AssertionError(name, e);
            }
        }
        return found;
    }

    private static Source source(Class<?> type) throws IOException {
        Path inside = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        try (Stream<Path> rooms = Files.list(ROOT.resolve("lib"))) {
            Path file = rooms.map(room -> room.resolve(inside))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            return new Source(type.getSimpleName(), Files.readString(file));
        }
    }

    /** The public static methods of a source with their comments. */
    private static List<Verb> verbs(Source source, Class<?> type) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var file =
                new javax.tools.SimpleJavaFileObject(
                        java.net.URI.create("string:///" + source.name() + ".java"),
                        javax.tools.JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source.text();
                    }
                };
        var task = (JavacTask) compiler.getTask(null, null, null, null, null, List.of(file));
        var found = new ArrayList<Verb>();
        for (CompilationUnitTree unit : task.parse()) {
            for (var declared : unit.getTypeDecls()) {
                var path = new TreePath(new TreePath(unit), declared);
                for (var member : ((ClassTree) declared).getMembers()) {
                    if (member instanceof MethodTree method
                            && method.getModifiers()
                                    .getFlags()
                                    .containsAll(Set.of(
                                            javax.lang.model.element.Modifier.PUBLIC,
                                            javax.lang.model.element.Modifier.STATIC))) {
                        found.add(new Verb(
                                method, DocTrees.instance(task).getDocCommentTree(new TreePath(path, method))));
                    }
                }
            }
        }
        assertTrue(type.isEnum() || !found.isEmpty(), source.name());
        return found;
    }

    /** What a caller would look for in vain, one line each: of methods first, then of names. */
    private static List<String> missing(Class<?> type, Source source) throws IOException {
        var lines = new ArrayList<String>();
        Map<String, String> examples = new LinkedHashMap<>();
        var answering = new HashSet<String>();
        for (Verb verb : verbs(source, type)) {
            MethodTree method = verb.method();
            String call = method.getName()
                    + method.getParameters().stream()
                            .map(parameter -> parameter.getName().toString())
                            .collect(Collectors.joining(", ", "(", ")"));
            DocCommentTree comment = verb.comment();
            String sentence = comment == null ? "" : text(comment.getFirstSentence());
            if (sentence.isEmpty() || sentence.startsWith("As {@link")) {
                lines.add(call + " has no sentence of its own");
            }
            var described = new HashSet<String>();
            boolean returns = false;
            String snippets = "";
            if (comment != null) {
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree parameter
                            && !text(parameter.getDescription()).isEmpty()) {
                        described.add(parameter.getName().toString());
                    }
                    returns |= tag instanceof ReturnTree value
                            && !text(value.getDescription()).isEmpty();
                }
                for (DocTree part : comment.getFullBody()) {
                    snippets += part instanceof SnippetTree snippet
                            ? snippet.getBody().getBody()
                            : "";
                }
            }
            for (var parameter : method.getParameters()) {
                if (!described.contains(parameter.getName().toString())) {
                    lines.add(call + " has no @param " + parameter.getName());
                }
            }
            boolean answers = !method.getReturnType().toString().equals("void");
            if (!returns && answers) {
                lines.add(call + " has no @return");
            }
            if (answers) {
                answering.add(method.getName().toString());
            }
            examples.merge(method.getName().toString(), snippets, String::concat);
        }
        examples.keySet().removeAll(WAITING);
        examples.forEach((name, text) -> {
            if (text.isEmpty()) {
                lines.add(name + " has no example");
            } else if (answering.contains(name) && !text.contains("→")) {
                lines.add(name + " has no example that shows a value");
            }
        });
        return lines;
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(DocTree::toString)
                .collect(Collectors.joining())
                .strip();
    }
}
