package lectern.kernel.cell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.kernel.cell.Notebook;
import lectern.kernel.language.Interpreter.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When what stands before a dot means the same in every text. */
class ReceiverTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Math. # Math.",
                "int n = 3; Math. # Math.",
                "foo(a, x. # x.",
                "x.size() + x. # x.",
                "y = x; y + x. # x.",
                "if (a) { return x.y. # x.y.",
                "xs.map(n -> x. # x.",
                "var a = new Pt(1, 2); Math. # Math.",
                "(double) x. # x.",
                "x.f(); int[] a = {1}; java.util. # java.util.",
                "var s = \"x\"; x. # x.",
            })
    void standsAlone(String text, String receiver) {
        assertEquals(receiver, Receiver.alone(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 3; x.",
                "x -> x.",
                "f = x -> x.",
                "(a, x) -> x.",
                "for (var x : xs) x.",
                "void f(String x) { x.",
                "f(x); x.",
                "if (o instanceof Pt x) x.",
                "<T> void f(List<T> xs) { T.",
                "int a = 1, x = 2; x.",
                "try (var x = open()) { x.",
                "class A { void f() { x.",
                "record P(int n) { int f() { x.",
                "import java.util.*; List.",
                "import java.",
                "new java.util.",
                "new Thread() { public void run() { x.",
                "f().",
                "f().x.",
                "\"text\".",
                "a[0].x.",
                "List<java.util.",
                "x::",
                "3.",
                "",
                ".",
                "@java.lang.",
                "this.",
                "int x; x.",
            })
    void dependsOnTheText(String text) {
        assertNull(Receiver.alone(text));
    }

    @Test
    void aNameThatTheTextDeclaresHidesThatOfTheNotebook() {
        var notebook = Notebook.fresh();
        notebook.run("var text = \"abc\";");
        assertTrue(completions(notebook, "int n = 1; text.").contains("length"));
        assertTrue(completions(notebook, "int n = 2; text.le").contains("length"));
        assertTrue(completions(notebook, "var text = List.of(1); text.").contains("size"));
        assertTrue(completions(notebook, "int n = 3; text.").contains("length"));
        notebook.run("var text = List.of(1);");
        var now = completions(notebook, "int n = 1; text.");
        assertTrue(now.contains("size") && !now.contains("length"), now::toString);
    }

    private static List<String> completions(Notebook notebook, String code) {
        return notebook.interpreter.complete(code, code.length()).suggestions().stream()
                .map(Suggestion::text)
                .toList();
    }
}
