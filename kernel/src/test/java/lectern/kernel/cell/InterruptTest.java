package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import example.Whole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lectern.kernel.language.Interpreter.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupts at any moment leave a kernel that computes, prints and compiles as before. */
class InterruptTest {
    /** Endless cells that are busy in as many different places. */
    private static final List<String> ENDLESS = List.of(
            "while (true) System.out.println(\"line\");",
            "while (true) System.out.printf(\"%d %s%n\", 1, \"two\");",
            "for (;;) new Thread(() -> System.out.print(\".\")).start();",
            "var list = new ArrayList<String>(); while (true) { list.add(\"x\" + list.size()); if (list.size() > 10_000) list.clear(); }",
            "var lock = new java.util.concurrent.locks.ReentrantLock(); while (true) { lock.lock(); try { } finally { lock.unlock(); } }",
            "while (true) IntStream.range(0, 100).mapToObj(i -> \"a\" + i).collect(Collectors.toMap(s -> s, s -> s));",
            "while (true) Class.forName(\"java.util.Optional\");",
            "while (true) IntStream.range(0, 1000).parallel().sum();",
            "while (true) Pattern.compile(\"a+b*\").matcher(\"aab\").matches();",
            "%timeit Math.sin(1.0)",
            "record R(int n) { public String toString() { while (true) { } } }\nnew R(1).toString()",
            "class Slow { static final int N = count(); static int count() { int n = 0; while (true) n++; } }\nSlow.N",
            "new Object() { public String toHtml() { while (true) { } } }",
            "while (true) display(1);",
            "while (true) Files.writeString(Path.of(System.getProperty(\"java.io.tmpdir\"), \"lectern-interrupt-test\"), \"x\");");

    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
    }

    /** Runs a cell while somebody presses the button, from some moment on again and again until the cell has ended. */
    private Notebook.Result interrupted(String cell, int afterMillis) {
        try (var later = Executors.newSingleThreadScheduledExecutor()) {
            var _ = later.scheduleAtFixedRate(notebook.interpreter::interrupt, afterMillis, 150, TimeUnit.MILLISECONDS);
            var result = notebook.run(cell);
            later.shutdownNow();
            return result;
        }
    }

    /** Runs code while somebody presses the button half a second after it has begun. */
    private Notebook.Result interruptedInside(String before, String code) {
        Whole.begun = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Whole.begun.await();
                Thread.sleep(500);
                notebook.interpreter.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return notebook.run(before + " example.Whole.begun.countDown(); " + code);
    }

    @Test
    void atAnyMoment() {
        var random = new Random(1);
        for (int round = 0; round < 2 * ENDLESS.size(); round++) {
            var cell = ENDLESS.get(round % ENDLESS.size());
            notebook.run("int kept = " + round + ";");
            var outcome = interrupted(cell, random.nextInt(150)).outcome();
            if (!cell.startsWith("%")) {
                assertInstanceOf(Outcome.Interrupted.class, outcome, cell);
            }
            assertEquals(round + "", notebook.run("kept").value(), cell);
            assertEquals(
                    "out\n",
                    notebook.run("record After" + round + "(int n) {}\nSystem.out.println(\"out\");")
                            .out(),
                    cell);
        }
    }

    @Test
    void whileCompiling() {
        var cell = new StringBuilder("int sum = 0;\n");
        for (int i = 0; i < 300; i++) {
            cell.append("sum += List.of(").append(i).append(").stream().mapToInt(x -> x).sum();\n");
        }
        for (int round = 0; round < 3; round++) {
            assertInstanceOf(
                    Outcome.Interrupted.class,
                    interrupted(cell + "while (true) { }", 1 + 10 * round).outcome());
            assertEquals(
                    "3",
                    notebook.run("record P(int x) {}\nvar p = new P(3); p.x()").value());
        }
    }

    @Test
    void aThreadThatTheCellHasStartedGoesOn() {
        notebook.run("""
                var seen = new java.util.concurrent.atomic.AtomicLong();
                var t = new Thread(() -> { while (!Thread.interrupted()) { System.out.print(""); seen.incrementAndGet(); } });
                t.start();""");
        interrupted("Thread.sleep(60_000);", 200);
        assertEquals("true", notebook.run("t.isAlive()").value());
        assertEquals(
                "true",
                notebook.run(
                                "long before = seen.get(); Thread.sleep(100); t.interrupt(); t.join(); seen.get() > before")
                        .value());
    }

    /** An exception that was sent may be on its way still. */
    @Test
    void aThreadThatHadToBeStoppedRunsNoOtherCell() {
        notebook.run("var first = Thread.currentThread();");
        assertEquals("true", notebook.run("Thread.currentThread() == first").value());
        interruptedInside("", "Thread.sleep(60_000);");
        assertEquals("true", notebook.run("Thread.currentThread() == first").value());
        interruptedInside("", "LongStream.range(0, Long.MAX_VALUE).reduce(0, Math::max)");
        assertEquals("false", notebook.run("Thread.currentThread() == first").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.Whole.spin(1_000);",
                "example.Whole.call(() -> LongStream.range(0, 1_000_000_000).reduce(0, Math::max));"
            })
    void aMarkedClassFinishesWhatItDoes(String cell) {
        var outcome = interruptedInside("", cell + " while (true) { }").outcome();
        assertInstanceOf(Outcome.Interrupted.class, outcome);
        assertEquals("true", notebook.run("example.Whole.finished").value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "var socket = new java.net.ServerSocket(0); # socket.accept();",
                "var socket = new java.net.ServerSocket(0); var url = java.net.URI.create(\"http://localhost:\" + socket.getLocalPort()).toURL(); # url.openStream().read();",
                "Object monitor = new Object(); var taken = new CountDownLatch(1); Thread.ofPlatform().daemon().start(() -> { synchronized (monitor) { taken.countDown(); while (true) { } } }); taken.await(); # synchronized (monitor) { }",
            })
    void aWaitThatNoInterruptReachesIsLeftBehind(String before, String waits) {
        notebook.run("int counter = 1;");
        notebook.run(before);
        var result = interruptedInside("counter++; int declared = 5;", waits + " counter = 99;");
        assertInstanceOf(Outcome.Interrupted.class, result.outcome(), result.traceback());
        assertTrue(result.traceback().contains("left behind"), result.traceback());
        assertEquals("7", notebook.run("counter + declared").value());
        assertEquals(
                "3", notebook.run("record P(int x) {}\nvar p = new P(3); p.x()").value());
    }

    @Test
    void whatItWaitedForMayComeLater(@TempDir Path folder) throws Exception {
        var pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        notebook.run("var log = new StringBuffer(); var waiting = Thread.currentThread();");
        var result = interruptedInside(
                "",
                "String text = Files.readString(Path.of(\"" + pipe + "\")); log.append(text);\nlog.append(\"on\");");
        assertTrue(result.traceback().contains("left behind"), result.traceback());
        notebook.run("int later = 1;");
        Files.writeString(pipe, "late");
        assertEquals(
                "false", notebook.run("waiting.join(20_000); waiting.isAlive()").value());
        assertEquals("", notebook.run("log.toString()").value().replace("\"", ""));
        assertEquals("1", notebook.run("later").value());
    }
}
