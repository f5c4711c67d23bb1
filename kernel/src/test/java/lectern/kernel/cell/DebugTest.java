package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Breakpoints and steps in cells that run under the debugger. */
@Timeout(300)
class DebugTest {
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
    void stopsInALoopAndShowsItsVariables() {
        var cell = "int sum = 0;\nfor (int i = 0; i < 3; i++) {\n    double half = i / 2.0;\n    sum += i;\n}\nsum";
        session.breakAt(cell, 4);
        session.start(cell);
        for (int i = 0; i < 3; i++) {
            var stop = session.stopped();
            assertEquals("breakpoint", stop.reason());
            assertEquals("cell:4", stop.where());
            assertEquals(
                    session.path(cell), ((Map<?, ?>) stop.frames().getFirst().get("source")).get("path"));
            var locals = session.locals(stop);
            assertEquals(String.valueOf(i), locals.get("i"));
            assertEquals(String.valueOf(i / 2.0), locals.get("half"));
            assertEquals(String.valueOf(i * (i - 1) / 2), locals.get("sum"));
            session.resume();
        }
        assertEquals("3", session.result().value());
    }

    @Test
    void stopsBelowAMagic() {
        var cell = "%%time\nint sum = 0;\nfor (int i = 0; i < 2; i++) {\n    sum += i;\n}";
        session.breakAt(cell, 4);
        session.start(cell);
        for (int i = 0; i < 2; i++) {
            var stop = session.stopped();
            assertEquals("cell:4", stop.where());
            assertEquals(String.valueOf(i), session.locals(stop).get("i"));
            session.resume();
        }
        assertEquals(null, session.result().error());
    }

    @Test
    void stepsOverIntoAndOutOfMethods() {
        var method = "int twice(int n) {\n    int result = 2 * n;\n    return result;\n}";
        notebook.run(method);
        var cell = "int a = twice(4);\nint b = twice(a)\n    + 1;\na + b";
        session.breakAt(cell, 1);
        session.start(cell);
        var stop = session.stopped();
        assertEquals("cell:1", stop.where());
        stop = session.go("stepIn");
        assertEquals("twice:2", stop.where());
        assertEquals("step", stop.reason());
        assertEquals(session.path(method), ((Map<?, ?>) stop.frames().getFirst().get("source")).get("path"));
        assertEquals(
                List.of("twice", "cell"),
                stop.frames().stream().map(frame -> frame.get("name")).toList());
        stop = session.go("next");
        assertEquals("twice:3", stop.where());
        assertEquals(Map.of("n", "4", "result", "8"), session.locals(stop));
        stop = session.go("stepOut");
        assertEquals("cell:2", stop.where());
        stop = session.go("next");
        assertEquals("cell:4", stop.where());
        assertEquals("8", session.scope(stop, 0, "Globals").get("a"));
        session.ask("next", Map.of("threadId", 1));
        assertEquals("25", session.result().value());
        session.event("continued");
    }

    @Test
    void recursionHasAFrameForEachCall() {
        var method = "int fac(int n) {\n    if (n <= 1) {\n        return 1;\n    }\n    return n * fac(n - 1);\n}";
        session.breakAt(method, 3);
        notebook.run(method);
        session.start("fac(4)");
        var stop = session.stopped();
        assertEquals("fac:3", stop.where());
        assertEquals(
                List.of("fac", "fac", "fac", "fac", "cell"),
                stop.frames().stream().map(frame -> frame.get("name")).toList());
        for (int i = 0; i < 4; i++) {
            assertEquals(String.valueOf(i + 1), session.scope(stop, i, "Locals").get("n"));
        }
        assertEquals("10", session.evaluate(stop, 2, "n * n + 1"));
        session.ask("stepOut", Map.of("threadId", 1));
        assertEquals("24", session.result().value());
    }

    @Test
    void methodsOfEarlierCellsAndLambdasAndRecordsAreTraced() {
        var cell = """
                record Point(int x, int y) {
                    Point {
                        if (x < 0) throw new IllegalArgumentException("x");
                    }
                    int norm() {
                        return x * x + y * y;
                    }
                }
                var points = List.of(new Point(1, 2), new Point(3, 4));
                points.stream().map(p -> {
                    int n = p.norm();
                    return n + 1;
                }).toList()""";
        session.breakAt(cell, Map.of("line", 6), Map.of("line", 12, "condition", "n > 10"));
        session.start(cell);
        var stop = session.stopped();
        assertEquals("Point.norm:6", stop.where());
        assertEquals("lambda", stop.frames().get(1).get("name"));
        assertEquals("Point[x=1, y=2]", session.locals(stop).get("this"));
        session.ask("continue", Map.of("threadId", 1));
        assertEquals("Point.norm:6", session.stopped().where());
        session.ask("continue", Map.of("threadId", 1));
        stop = session.stopped();
        assertEquals("lambda:12", stop.where());
        assertEquals("25", session.locals(stop).get("n"));
        assertEquals("28", session.evaluate(stop, 0, "p.x() + n"));
        assertEquals("[6, 26]", session.finish().value());
    }

    @Test
    void conditionsHitCountsAndMessages() {
        var cell = "for (int i = 0; i < 10; i++) {\n    int k = i * i;\n    String s = \"\" + k;\n}\n1";
        session.breakAt(
                cell, Map.of("line", 2, "condition", "i == 7"), Map.of("line", 3, "logMessage", "k is {k}, {k + i}"));
        session.start(cell);
        var stop = session.stopped();
        assertEquals("7", session.locals(stop).get("i"));
        var result = session.finish();
        assertTrue(result.out().startsWith("k is 0, 0\nk is 1, 2\nk is 4, 6\n"), result.out());
        var other = "int n = 0;\nwhile (n < 9)\n    n++;\nn";
        session.breakAt(other, Map.of("line", 3, "hitCondition", ">= 8"));
        session.start(other);
        stop = session.stopped();
        assertEquals("7", session.locals(stop).get("n"));
        assertEquals("8", session.locals(session.go("continue")).get("n"));
        assertEquals("9", session.finish().value());
    }

    @Test
    void aConditionThatCannotBeEvaluatedStopsAndSaysWhy() {
        var cell = "int q = 1;\nint r = 2;";
        session.breakAt(cell, Map.of("line", 2, "condition", "nosuch > 1"));
        session.start(cell);
        var stop = session.stopped();
        assertTrue(
                stop.body().get("text").toString().contains("nosuch"),
                stop.body().toString());
        session.finish();
    }

    @Test
    void exceptionsStopWhereNobodyCatchesThem() {
        session.ask("setExceptionBreakpoints", Map.of("filters", List.of("uncaught")));
        notebook.run("int risky(int n) {\n    return 10 / n;\n}");
        session.start(
                "int caught = 0;\ntry {\n    risky(0);\n} catch (ArithmeticException e) {\n    caught = 1;\n}\nrisky(0)");
        var stop = session.stopped();
        assertEquals("exception", stop.reason());
        assertEquals("risky:2", stop.where());
        assertEquals("cell", stop.frames().get(1).get("name"));
        assertEquals(7, stop.frames().get(1).get("line"));
        assertTrue(stop.body().get("text").toString().contains("by zero"));
        assertEquals("1", session.scope(stop, 0, "Globals").get("caught"));
        assertTrue(session.finish().error().contains("ArithmeticException"));
        session.ask("setExceptionBreakpoints", Map.of("filters", List.of("raised")));
        session.start("try {\n    risky(0);\n} catch (ArithmeticException e) {\n    caught = 2;\n}\ncaught");
        assertEquals("risky:2", session.stopped().where());
        assertEquals("2", session.finish().value());
    }

    @Test
    void threadsStopOneAfterTheOther() {
        var cell = """
                var done = new java.util.concurrent.atomic.AtomicInteger();
                var workers = new ArrayList<Thread>();
                for (int k = 0; k < 3; k++) {
                    workers.add(Thread.ofPlatform().name("worker-" + k).start(() -> {
                        done.incrementAndGet();
                    }));
                }
                for (var worker : workers) worker.join();
                done""";
        session.breakAt(cell, 5);
        session.start(cell);
        for (int i = 0; i < 3; i++) {
            var stop = session.stopped();
            assertNotEquals(1, stop.thread());
            assertEquals("lambda:5", stop.where());
            var threads = (List<?>) session.ask("threads", Map.of()).get("threads");
            assertTrue(threads.toString().contains("worker-"), threads.toString());
            session.ask("continue", Map.of("threadId", stop.thread()));
        }
        assertEquals("3", session.result().value());
    }

    @Test
    void disconnectLetsEverythingRun() {
        var cell = "int n = 0;\nfor (int i = 0; i < 100; i++)\n    n++;\nn";
        session.breakAt(cell, 3);
        session.start(cell);
        session.stopped();
        session.ask("disconnect", Map.of());
        assertEquals("100", session.result().value());
        assertEquals(false, session.answer("threads", Map.of()).get("success"));
        assertEquals("100", notebook.run(cell).value());
    }

    @Test
    void aPauseStopsALoopAndAnInterruptEndsAStoppedCell() {
        session.start("long n = 0;\nwhile (true) {\n    n++;\n}");
        long end = System.nanoTime() + DebugSession.PATIENCE * 1_000_000_000L;
        while (!Boolean.TRUE.equals(
                session.answer("pause", Map.of("threadId", 1)).get("success"))) {
            assertTrue(System.nanoTime() < end, "nothing runs that could be paused");
            Thread.onSpinWait();
        }
        var stop = session.stopped();
        assertEquals("pause", stop.reason());
        assertFalse(session.locals(stop).get("n").isEmpty());
        notebook.interpreter.interrupt();
        assertTrue(session.result().traceback().contains("Interrupted"));
        session.event("continued");
        assertEquals("2", notebook.run("1 + 1").value());
    }

    @Test
    void methodsFromBeforeTheDebuggerStopToo() {
        session.close();
        var method =
                "int half(int n) {\n    int h = n / 2;\n    return h;\n}\nint half(double d) {\n    return half((int) d);\n}";
        notebook.run(method);
        notebook.run("int quarter(int n) { return half(half(n)); }");
        session = new DebugSession(notebook);
        session.breakAt(method, 3);
        session.start("quarter(20)");
        assertEquals("10", session.locals(session.stopped()).get("h"));
        session.ask("continue", Map.of("threadId", 1));
        var stop = session.stopped();
        assertEquals("5", session.locals(stop).get("h"));
        assertEquals(
                List.of("half", "quarter", "cell"),
                stop.frames().stream().map(frame -> frame.get("name")).toList());
        assertEquals("5", session.finish().value());
        session.close();
        assertEquals("5", notebook.run("quarter(20) + half(1.0)").value());
        session = new DebugSession(notebook);
    }

    @Test
    void aTypeFromBeforeTheDebuggerStopsWhenItsCellRunsAgain() {
        session.close();
        var type = "class Counter {\n    int n;\n    void up() {\n        n++;\n    }\n}";
        notebook.run(type);
        session = new DebugSession(notebook);
        var told = session.breakAt(type, Map.of("line", 4)).getFirst();
        assertEquals(false, told.get("verified"));
        assertTrue(told.get("message").toString().contains("run its cell again"), told.toString());
        notebook.run(type);
        assertEquals(true, session.breakAt(type, Map.of("line", 4)).getFirst().get("verified"));
        session.start("var c = new Counter(); c.up(); c.n");
        assertEquals("Counter.up:4", session.stopped().where());
        assertEquals("1", session.finish().value());
    }

    @Test
    void handlersOfExceptionsMayMixTypesOfCells() {
        var cell = """
                record A() {}
                record B() {}
                Object o = null;
                for (int i = 0; i < 2; i++) {
                    try {
                        var x = i > 0 ? new A() : new B();
                        o = x;
                    } catch (RuntimeException e) {
                        o = e;
                    }
                }
                o""";
        var traced = notebook.run(cell);
        assertEquals("A[]", traced.value(), traced.traceback());
        session.close();
        var untraced = notebook.run(cell.replace("A()", "C()").replace("B()", "D()"));
        assertEquals("C[]", untraced.value(), untraced.traceback());
        session = new DebugSession(notebook);
    }

    @Test
    void linesWithoutCodeMoveToTheNextStatement() {
        var cell = "// nothing here\n\nint f(\n        int n) {\n    return n;\n}\nimport java.util.*;\n\nf(1);\n";
        var lines = session.breakAt(cell, Map.of("line", 1), Map.of("line", 5), Map.of("line", 6), Map.of("line", 10));
        assertEquals(
                List.of(3, 5, 9, 10),
                lines.stream().map(line -> line.get("line")).toList());
        assertEquals(
                List.of(true, true, true, false),
                lines.stream().map(line -> line.get("verified")).toList());
    }
}
