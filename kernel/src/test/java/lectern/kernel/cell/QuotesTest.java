package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Terms;
import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks and claims that fail quote their condition. */
class QuotesTest {
    private static final String QUICK = "import static lectern.notebook.Quick.*;";
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
        notebook.run(QUICK);
    }

    @Test
    void aCheckTellsItsConditionAndTheValuesInIt() {
        notebook.run("int size = 171; var parts = List.of(1, 2);");
        var error =
                notebook.run("check(parts.size() == 2 && size == 142, size);").error();
        assertEquals(
                "AssertionError: This does not hold: parts.size() == 2 && size == 142\n  found: 171\n"
                        + "  values: parts.size() = 2, size = 171, parts = [1, 2]",
                error);
    }

    @Test
    void variablesOfTheSameCellAreKnown() {
        var error = notebook.run("double error = 0.25, limit = 0.1;\ncheck(error\n    < limit, \"error\");")
                .error();
        assertTrue(error.contains("This does not hold: error < limit\n"), error);
        assertTrue(error.contains("values: error = 0.25, limit = 0.1"), error);
    }

    @Test
    void twoChecksInALineAreToldApart() {
        var error =
                notebook.run("int a = 1; check(a == 1, a); check(a == 2, a);").error();
        assertTrue(error.contains("hold: a == 2\n"), error);
    }

    @Test
    void namesOfALoopAreNotTakenForVariables() {
        var error = notebook.all("int k = 77;", "for (int k = 0; k < 3; k++) check(k < 2, \"k\");")
                .error();
        assertEquals("AssertionError: This does not hold: k < 2\n  found: k", error);
    }

    @Test
    void aMethodOfAnotherCellIsQuoted() {
        notebook.run("int x = 5;\nvoid hold(int x) {\n  check(x > 1, \"small\");\n}");
        assertEquals(
                "AssertionError: This does not hold: x > 1\n  found: small",
                notebook.run("hold(0);").error());
    }

    @Test
    void theCellGoesOnAfterANote() {
        var result = notebook.run("double a = 2, b = 1;\n"
                + "claim(\"less\", \"It is less than $b$.\", () -> a < b);\nint after = 3; after");
        assertEquals("3", result.value());
        var note = (MimeBundle) result.io().events.element().content();
        assertEquals(
                "With these numbers this sentence no longer holds: It is less than $b$. (a = 2.0, b = 1.0)",
                note.toString());
        assertTrue(note.data().get(MimeBundle.HTML).toString().contains("<code>a = 2.0, b = 1.0</code>"));
        assertEquals(
                Map.of("claim", Map.of("id", "less", "sentence", "It is less than $b$.", "held", false)),
                note.metadata().get("lectern"));
        assertEquals("3", notebook.run("after").value());
    }

    @Test
    void aConditionThatThrowsCountsAsNo() {
        var result = notebook.run("claim(\"empty\", \"There is one.\", () -> List.<Double>of().getFirst() > 0);");
        assertNull(result.error());
        var note = result.io().events.element().content().toString();
        assertTrue(note.contains("List.<Double>of().getFirst() > 0 = java.util.NoSuchElementException"), note);
    }

    @Test
    void aClaimMayBeMadeAgainInOtherWords() {
        notebook.run("claim(\"one\", \"First.\", () -> true);");
        var last = notebook.all(
                "claim(\"one\", \"Third.\", () -> true);",
                "claims().stream().filter(c -> c.id().equals(\"one\")).toList()");
        assertEquals("[Third.]", last.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "~",
            value = {
                "a < b ~ a; b",
                "!(a.x() <= 2 * b) ~ a.x(); 2 * b; a; b",
                "maxAbs(a.minus(b)) < 1e-6 ~ maxAbs(a.minus(b)); a; b",
                "isClose(f(a), 3) ~ f(a); a",
                "all.stream().allMatch(a -> a < b) ~ b",
                "a++ < 3 || new Foo(b) == null ~ a; b",
                "(quick() ? 1 : 2) > a ~ (quick() ? 1 : 2); a",
                "a ~ a",
                "1 < 2 ~",
                "xs.forEach(x -> { int a = 3; }) ~"
            })
    void termsOfAConditionAreThoseWorthTelling(String condition, String expected) {
        var terms = Terms.of(condition, Lexer.tokens(condition), List.of("a", "b")::contains);
        assertEquals(expected == null ? "" : expected, String.join("; ", terms));
    }
}
