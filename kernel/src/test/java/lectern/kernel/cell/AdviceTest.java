package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write who come from another language, and where Java's compiler is obscure: what they are told. */
class AdviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "x = 5                                   # a new one is declared with its type or with var: var x = …",
                "for i in range(3):                      # for (int i = 0; i < n; i++) { … }",
                "for x in values:                        # for (var x : list) { … }",
                "while True:                             # while (…) { … }",
                "def f(x): return x                      # a method names its types",
                "import numpy as np                      # what the notebook offers is imported already",
                "from math import sqrt                   # what the notebook offers is imported already",
                "2 ** 3                                  # powers are written pow(x, 2)",
                "true and false                          # &&, ||, !",
                "None                                    # in Java that is null",
                "len(\"abc\")                            # text.length()",
                "int[] a = [1, 2, 3];                    # new double[] {1, 2}",
                "var a = {1, 2, 3};                      # write var a = new int[] {1, 2};",
                "List<int> l = new ArrayList<>();        # between < and > stands a class: Integer, not int",
                "var l = List.of(1); l[0]                # write get(i)",
                "\"abc\".length                          # call it with brackets: length()",
                "float f = 0.1;                          # write f behind the number",
                "String s = f\"x\";                      # by \"x = \" + x",
                "lambda x: x + 1                         # a function is written x -> x + 1",
                "x -> x + 1                              # a function needs a type",
                "var v;                                  # give it one, or name the type: double v;",
                "var v = null;                           # name the type: String v = null;",
                "const int c = 3;                        # a constant with final in front",
                "int f(n) { return n; }                  # every parameter has a type",
                "double d = 1,5;                         # decimals have a point",
                "long big = 3000000000;                  # with L behind it, it is a long",
                "char c = \"a\";                         # a character stands between single quotes",
                "int n = 1; if (n = 5) {}                # == compares, = assigns",
                "return 5;                               # a cell returns nothing",
                "elif (true) {}                          # write } else if (…) {",
                "Math.sqrt(1, 2)                         # sqrt wants (double) and is given (int, int)",
                "new Object() * 2                        # there is no * for Object and int",
            })
    void isTold(String code, String advice) {
        var result = Notebook.fresh().run(code);
        assertNotNull(result.error(), code);
        assertTrue(result.error().contains(advice), result.error());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var d = {\"a\": 1};",
                "var q = {1: 2};",
                "var q = {1: 2, 3: 4}",
                "var nested = {\"a\": {\"b\": 1}};",
                "d = {'a': 1}",
                "println({\"a\": 1});",
                "int first = 1;\nvar d = {\"a\": 1};\nfirst",
            })
    void aDictIsAMap(String code) {
        var result = Notebook.fresh().run(code);
        assertTrue(result.error().startsWith("CompileError"), result.error());
        assertTrue(result.traceback().contains("write Map.of("), result.traceback());
        int line = code.startsWith("int first") ? 2 : 1;
        assertTrue(result.traceback().contains("line " + line), result.traceback());
    }

    /** Whatever it is, it is the text that is wrong, and not the kernel. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "var s = {1, 2};",
                "var e = {};",
                "var t = (1, 2);",
                "var l = [1, 2];",
                "var c = [x * x for x in range(3)];",
                "var f = lambda x: x;",
                "var x = if (true) 1 else 2;",
                "var a = {{{;",
                "var b = }{;",
                "var g = x ? : y;",
                "var class = 3;",
                "var h = @;",
                "var i = {\"a\": };",
                "def f(x):\n    return {\"a\": x}",
                "class A { int f( }",
                "}",
                "var k = 1; } { class B",
                "var z = new Object() { : };",
            })
    void aTextThatIsNoJavaIsACompileError(String code) {
        var result = Notebook.fresh().run(code);
        assertNotNull(result.error(), code);
        assertTrue(result.error().startsWith("CompileError"), result.error());
        assertTrue(result.traceback().contains("│"), result.traceback());
    }

    @Test
    void operatorsOfTensorsAreMethods() {
        var error = Notebook.fresh().run("of(1.0, 2) + of(3.0, 4)").error();
        assertTrue(error.contains("there is no + for Tensor and Tensor; write a.plus(b)"), error);
        assertTrue(Notebook.fresh()
                .run("linspace(0, 1)")
                .error()
                .contains("linspace wants (double, double, int) and is given (int, int)"));
        assertTrue(Notebook.fresh().run("Tensor t = 3;").error().contains("of(…) makes a tensor"));
    }

    @Test
    void aFunctionInAVariableIsCalledByItsMethod() {
        var notebook = Notebook.fresh();
        notebook.run("Function<Double, Double> g = x -> x * x;");
        assertTrue(notebook.run("g(3)").error().contains("g.apply(…)"));
    }

    @Test
    void whatIsJavaIsLeftAlone() {
        var notebook = Notebook.fresh();
        assertEquals(
                "CompileError: there is no variable anders",
                notebook.run("anders + 1").error());
        assertEquals(
                "CompileError: a semicolon is missing here",
                notebook.run("int a = 1\nint b = 2;").error());
    }

    @Test
    void printingNeedsNoPrefix() {
        assertEquals(
                "a\nb", Notebook.fresh().run("println(\"a\"); print(\"b\")").out());
        assertEquals(
                "mine",
                Notebook.fresh()
                        .run("void print(String s) { System.out.print(\"mine\"); }\nprint(\"x\");")
                        .out());
    }
}
