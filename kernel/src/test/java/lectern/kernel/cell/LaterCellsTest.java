package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What later cells change for earlier ones: names that come late, and variables that are declared anew. */
class LaterCellsTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "int f() { return g() + 1; }~int g() { return 2; }~f()                                          # 3",
                "boolean even(int n) { return n == 0 || odd(n - 1); }~boolean odd(int n) { return n != 0 && even(n - 1); }~even(7) # false",
                "int a() { return b() + 1; } int b() { return c() + 1; }~int c() { return 1; }~a()              # 3",
                "int a() { return b(); }~int b() { return c(); }~int c() { return 4; }~a()                      # 4",
                "double loss() { return w * 2; }~double w = 3;~loss()                                           # 6.0",
                "class A { B b = new B(); }~class B { int v = 3; }~new A().b.v                                  # 3",
                "record Tree(Leaf l) {}~record Leaf(int v) {}~new Tree(new Leaf(2)).l().v()                     # 2",
                "Object at() { return new Point(1, 2); }~import java.awt.Point;~at() != null                    # true",
                "int f() { return 1; }~int f() { return g(); }~int f() { return 3; }~f()                        # 3",
                "int f() { return g(\"abc\"); }~int g(int n) { return n; }~int g(String s) { return s.length(); }~f() # 3",
            })
    void namesMayComeLater(String cells, String expected) {
        var result = notebook.all(cells.split("~"));
        assertEquals(expected, result.value(), result::traceback);
    }

    @Test
    void whatWaitsSaysForWhat() {
        var declared = notebook.run("int f() { return prinln(3); }");
        assertTrue(declared.io()
                .text("err")
                .contains("f can be used once a cell declares prinln (did you mean println?)"));
        assertTrue(notebook.run("1 + f()").error().contains("f cannot be used yet: it needs prinln"));
    }

    @Test
    void aCellThatUsesWhatWaitsTellsTheRootOfIt() {
        var result = notebook.run("int f() { return nowhere(3); }\nf()");
        assertTrue(result.error().contains("there is no method nowhere(int)"), result.error());
        assertFalse(result.traceback().contains("method f"), result::traceback);
    }

    @Test
    void otherErrorsDoNotWait() {
        assertTrue(notebook.run("int f() { return later() + \"a\".length(1); }").error() != null);
        assertTrue(notebook.run("int f() { return \"a\".lenght(); }").error().contains("lenght"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "int x = 1; int f() { return x; }~int x = 5;~f()                                                # 5",
                "int x = 1; int f() { return x; }~int x;~f()                                                    # 0",
                "int x = 1; Supplier<Integer> f = () -> x;~int x = 5;~f.get()                                   # 5",
                "int x = 1; class A { int get() { return x; } } A a = new A();~int x = 5;~a.get()               # 5",
                "int x = 1; String f() { return x + \"!\"; }~String x = \"a\";~f()                              # a!",
                "int x = 1; class A { String s() { return \"\" + x; } }~double x = 5;~new A().s()               # 5.0",
                "record P(double x) {} P p = new P(3); int x = 1;~String x = \"\";~P q = p; q.x()               # 3.0",
                "var l = List.of(1); int n() { return l.size(); }~List<Integer> l = List.of(1, 2);~n()          # 2",
                "double x = 2; Function<Double, Double> f = t -> t * x;~double x = x * 10;~f.apply(1.0)         # 20.0",
                "record P(int x) {} P p = new P(1);~record P(int x, int y) {} P p = new P(1, 2);~p.y()          # 2",
                "int n = 0; for (int i = 0; i < 5; i++) n += i;~int n = 0; for (int i = 0; i < 6; i++) n += i; n # 15",
                "int[] a = {1, 2}; int f() { return a[0]; }~int b[] = {4}, a[] = {5, 6};~f()                    # 5",
            })
    void olderCodeSeesTheNewVariable(String cells, String expected) {
        var result = notebook.all(cells.split("~"));
        assertEquals(expected, result.value(), result::traceback);
    }

    @Test
    void codeThatDoesNotFitTheNewVariableIsNamed() {
        var result = notebook.all("int x = 1; int f() { return x; }", "String x = \"a\";");
        assertTrue(
                result.io().text("err").contains("f does not fit the new x"),
                result.io().text("err"));
        assertEquals("1", notebook.run("f()").value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "var broken = undefinedThing();⏎broken.foo();⏎System.out.println(broken);  # there is no method undefinedThing()",
                "Strng s = \"a\";⏎s.length();                                              # there is no type Strng",
                "int q = foo(3);⏎q + 1                                                     # there is no method foo(int)",
                "int k = \"text\"; int l = k + 1; l                                        # an int is wanted here",
                "double v = 3⏎v + 1                                                        # a semicolon is missing here",
                "var n = 3 +;⏎n.foo();                                                     # illegal start of expression",
                "var a = List.of(1).get(\"0\");⏎var b = a + 1;⏎b                           # a String",
            })
    void onlyTheRootErrorIsTold(String cell, String words) {
        var result = notebook.run(cell.replace('⏎', '\n'));
        assertTrue(result.traceback().contains(words), result::traceback);
        assertEquals(
                1,
                result.traceback()
                        .lines()
                        .filter(line -> line.startsWith("CompileError"))
                        .count(),
                result::traceback);
    }

    @Test
    void assertionsHold() {
        assertTrue(notebook.run("assert 1 > 2 : \"no\";").error().startsWith("AssertionError"));
    }

    @Test
    void stringTemplatesAreNamed() {
        assertTrue(notebook.run("String s = STR.\"hello \\{1}\";").error().contains("no string templates"));
    }
}
