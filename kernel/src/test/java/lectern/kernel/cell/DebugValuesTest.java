package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values in a stopped cell: what they consist of, and expressions over them. */
@Timeout(300)
class DebugValuesTest {
    private Notebook notebook;
    private DebugSession session;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
        session = new DebugSession(notebook);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void expressionsSeeLocalsAndTheNotebookAndMayFail() {
        notebook.run("int factor = 3;\nint scaled(int n) { return factor * n; }");
        var cell = "List<Integer> xs = new ArrayList<>(List.of(1, 2));\nfor (var x : xs) {\n    factor += 0;\n}\nxs";
        session.breakAt(cell, Map.of("line", 3, "condition", "x == 2"));
        session.start(cell);
        var stop = session.stopped();
        assertEquals("6", session.evaluate(stop, 0, "scaled(x)"));
        assertEquals("3", session.evaluate(stop, 0, "xs.stream().mapToInt(one -> one).sum()"));
        assertEquals("5", session.evaluate(stop, 0, "factor = 5;"));
        assertEquals("", session.evaluate(stop, 0, "if (x > 1) System.out.println(x);"));
        assertEquals("10", session.evaluate(stop, 0, "scaled(x)"));
        var id = stop.frames().getFirst().get("id");
        var wrong = session.answer("evaluate", Map.of("expression", "x +", "frameId", id));
        assertEquals(false, wrong.get("success"));
        var assigned = session.answer("evaluate", Map.of("expression", "x = 9", "frameId", id));
        assertTrue(assigned.get("message").toString().contains("x keeps its value"), assigned.toString());
        var thrown = session.answer("evaluate", Map.of("expression", "1 / 0", "frameId", id));
        assertTrue(thrown.get("message").toString().contains("by zero"), thrown.toString());
        session.ask("copyToGlobals", Map.of("srcVariableName", "x", "dstVariableName", "kept", "srcFrameId", id));
        assertEquals("2\n", session.finish().out());
        assertEquals("2", notebook.run("kept").value());
    }

    @Test
    void anInterruptEndsAnExpressionThatDoesNotEnd() throws InterruptedException {
        session.breakAt("int n = 1;", 1);
        session.start("int n = 1;");
        var stop = session.stopped();
        var asked = Thread.ofPlatform()
                .daemon()
                .start(() -> session.answer(
                        "evaluate",
                        Map.of(
                                "expression",
                                "while (true) n++;",
                                "frameId",
                                stop.frames().getFirst().get("id"))));
        notebook.interpreter.interrupt();
        assertTrue(session.result().traceback().contains("Interrupted"));
        asked.join(DebugSession.PATIENCE * 1000);
        assertFalse(asked.isAlive());
    }

    @Test
    void valuesOpenByTheirParts() {
        notebook.run("record P(int x, String name) {} class Node { int v = 1; Node next; }");
        notebook.run("var p = new P(3, \"a\\nb\"); var node = new Node(); node.next = new Node();");
        notebook.run("var big = new int[25_000]; big[10_105] = 7;");
        notebook.run(
                "var map = new TreeMap<>(Map.of(\"k\", List.of(1, 2))); var hole = (String) null; double[][] m = {{1, 2}, {3}};");
        var shown = new HashMap<String, Map<?, ?>>();
        for (var one : (List<?>) session.ask("inspectVariables", Map.of()).get("variables")) {
            shown.put((String) ((Map<?, ?>) one).get("name"), (Map<?, ?>) one);
        }
        assertEquals(Map.of("x", "3", "name", "\"a\\nb\""), session.values(reference(shown.get("p"))));
        assertEquals("P", shown.get("p").get("type"));
        var next = session.children(reference(shown.get("node"))).stream()
                .filter(one -> one.get("name").equals("next"))
                .findFirst();
        assertEquals("1", session.values(reference(next.orElseThrow())).get("v"));
        assertEquals("null", shown.get("hole").get("value"));
        assertEquals(0, shown.get("hole").get("variablesReference"));
        var pages = session.children(reference(shown.get("big")));
        assertEquals(3, pages.size());
        var page = session.children(reference(pages.get(1)));
        assertEquals("[10100 … 10199]", page.get(1).get("name"));
        assertEquals("7", session.values(reference(page.get(1))).get("[10105]"));
        var part = session.ask(
                "variables", Map.of("variablesReference", reference(shown.get("big")), "start", 10_105, "count", 2));
        assertEquals(2, ((List<?>) part.get("variables")).size());
        var key = session.children(reference(shown.get("map"))).getFirst();
        assertEquals("[1, 2]", key.get("value"));
        assertEquals(Map.of("[0]", "1", "[1]", "2"), session.values(reference(key)));
        assertEquals("[3.0]", session.values(reference(shown.get("m"))).get("[1]"));
        var rich = session.ask("richInspectVariables", Map.of("variableName", "p"));
        assertTrue(rich.get("data").toString().contains("text/plain"), rich.toString());
        assertEquals(
                false,
                session.answer("richInspectVariables", Map.of("variableName", "nosuch"))
                        .get("success"));
    }

    private static int reference(Map<?, ?> variable) {
        int reference = (int) variable.get("variablesReference");
        assertNotEquals(0, reference, variable.toString());
        return reference;
    }
}
