package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lectern.kernel.language.Interpreter.Outcome;
import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output, input, threads, displays and interrupts of running cells. */
class RunningTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
    }

    @Test
    void outputKeepsItsOrder() {
        var result = notebook.run(
                "System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"c\"); display(\"d\");");
        assertEquals(
                List.of("out", "err", "out", "display"),
                result.io().events.stream().map(Notebook.Recorder.Event::kind).toList());
    }

    @Test
    void fiftyThousandLinesArrive() {
        var result = notebook.run("for (int i = 0; i < 50_000; i++) System.out.println(\"line \" + i);");
        assertEquals(50_000, result.out().lines().count());
        assertTrue(result.out().endsWith("line 49999\n"));
    }

    @Test
    void charactersSplitOverWritesStayWhole() {
        assertEquals(
                "😀é",
                notebook.run("for (byte b : \"😀é\".getBytes(\"UTF-8\")) System.out.write(b); System.out.flush();")
                        .out());
    }

    @Test
    void lateOutputLandsInItsCell() throws InterruptedException {
        var first = notebook.run(
                "var t = new Thread(() -> { Thread.sleep(150); System.out.print(\"late\"); }); t.start();");
        var second = notebook.run("t.join();");
        assertEquals("late", first.out());
        assertEquals("", second.out());
    }

    @Test
    void poolThreadsBelongToTheRunningCell() {
        notebook.run("IntStream.range(0, 4).parallel().forEach(i -> { });");
        assertEquals(
                8,
                notebook.run("IntStream.range(0, 8).parallel().forEach(i -> System.out.println(i));")
                        .out()
                        .lines()
                        .count());
    }

    @Test
    void errorsInThreadsAreTold() {
        var result = notebook.run(
                "var t = new Thread(() -> { throw new IllegalStateException(\"in there\"); }); t.start(); t.join();");
        assertTrue(result.io().text("err").contains("in there"));
    }

    @Test
    void inputIsAskedFor() {
        assertEquals(
                "42", notebook.run("new Scanner(System.in).nextInt()", "42").value());
        assertEquals(
                "Ada",
                notebook.run("new BufferedReader(new InputStreamReader(System.in)).readLine()", "Ada")
                        .value());
    }

    @Test
    void displaysAreUpdated() {
        var result = notebook.run(
                "var id = display(\"one\"); updateDisplay(id, \"two\"); clearOutput(true); display(html(\"<b>x</b>\"));");
        assertEquals("one", result.io().text("display").substring(0, 3));
        assertEquals("two", result.io().text("update"));
        assertEquals("true", result.io().text("clear"));
    }

    @Test
    void whatWasDisplayedIsNoResult() {
        for (var cell : List.of(
                "display(\"one\")",
                "display(html(\"<b>x</b>\"))",
                "display(42, \"text/html\")",
                "display(plot(of(1.0, 2), of(3.0, 4)))",
                "var shown = display(1); shown")) {
            var result = notebook.run(cell);
            assertNull(result.value(), cell);
            assertEquals(
                    1,
                    result.io().events.stream()
                            .filter(event -> event.kind().equals("display"))
                            .count(),
                    cell);
        }
        assertEquals("0", notebook.run("display(display(1)); 0").value());
    }

    @Test
    void aHandleReplacesWhatWasDisplayed() {
        notebook.run("var shown = display(\"one\");");
        assertEquals("two", notebook.run("shown.update(\"two\");").io().text("update"));
        assertEquals(
                "three", notebook.run("updateDisplay(shown, \"three\");").io().text("update"));
        assertEquals(
                "four",
                notebook.run("updateDisplay(shown.id(), \"four\");").io().text("update"));
    }

    @Test
    void progressIsShown() {
        var result = notebook.run("int n = 0; for (int i : progress(4)) n += i; n");
        assertEquals("6", result.value());
        assertTrue(result.io().text("update").contains("4/4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "long n = 0; while (true) n++;",
                "while (true) Thread.sleep(1000);",
                "while (true) try { Thread.sleep(5); } catch (Throwable t) { }",
                "int f(int n) { return n < 2 ? 1 : f(n - 1) + f(n - 2); } f(80)",
                "Stream.iterate(1, i -> i + 1).filter(i -> i < 0).findFirst()",
                "new Object() { synchronized void w() { wait(); } }.w();",
                "new java.util.concurrent.CountDownLatch(1).await();",
                "%%bash\nsleep 20"
            })
    void interruptStops(String cell) throws InterruptedException {
        notebook.run("int kept = 11;");
        try (var later = Executors.newSingleThreadScheduledExecutor()) {
            var _ = later.scheduleAtFixedRate(notebook.interpreter::interrupt, 250, 250, TimeUnit.MILLISECONDS);
            assertInstanceOf(Outcome.Interrupted.class, notebook.run(cell).outcome());
        }
        assertEquals("11", notebook.run("kept").value());
    }

    @Test
    void anInterruptedLoopKeepsItsProgress() throws InterruptedException {
        var io = new Notebook.Recorder();
        try (var presser = Executors.newSingleThreadExecutor()) {
            var _ = presser.submit(() -> {
                while (io.events.isEmpty()) {
                    Thread.onSpinWait();
                }
                notebook.interpreter.interrupt();
            });
            notebook.run("long steps = 0; System.out.println(\"begun\"); while (true) steps++;", io);
        }
        assertEquals("true", notebook.run("steps >= 0").value());
    }

    @Test
    void interruptWithoutACellDoesNothing() {
        notebook.interpreter.interrupt();
        assertEquals("2", notebook.run("1 + 1").value());
    }

    @Test
    void recordsBecomeTables() {
        var bundle = notebook.run("record P(String name, int n) {}\nList.of(new P(\"<a>\", 1), new P(\"b\", 2))")
                .bundle();
        assertTrue(bundle.data()
                .get(MimeBundle.HTML)
                .toString()
                .contains("&lt;a&gt;</td><td style=\"text-align:right\">1</td>"));
    }

    @Test
    void largeArraysAreCut() {
        assertEquals(
                "[0, 0, 0, …, 0, 0, 0]  int[1000]",
                notebook.run("new int[1000]").value());
    }

    @Test
    void imagesBecomePng() {
        assertInstanceOf(
                byte[].class,
                notebook.run("new java.awt.image.BufferedImage(4, 4, 1)")
                        .bundle()
                        .data()
                        .get(MimeBundle.PNG));
    }

    @Test
    void htmlOfOwnClasses() {
        assertEquals(
                "<i>me</i>",
                notebook.run("class C { public String toHtml() { return \"<i>me</i>\"; } }\nnew C()")
                        .bundle()
                        .data()
                        .get(MimeBundle.HTML));
    }
}
