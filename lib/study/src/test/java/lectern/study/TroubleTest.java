package lectern.study;

import static lectern.study.Studies.study;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleUnaryOperator;
import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.Test;

/** Runs that fail, studies that are cut short, and questions that make no sense. */
class TroubleTest {
    @Test
    void aRunThatFailsIsToldOfAndCountsAsTheWorst() {
        var t = study().over("rate", 0.1, 9.0).seeds(3).run((rate, seed) -> {
            if (rate > 1 && seed != 1) {
                throw new java.io.IOException("it flew apart");
            }
            return rate;
        });
        assertEquals(0.1, t.median(0.1));
        assertEquals(Double.POSITIVE_INFINITY, t.median(9.0), "two of three have failed");
        assertEquals(9, t.best(9.0));
        assertEquals(List.of(9.0), t.results(9.0));
        assertEquals(
                List.of(
                        "2 runs failed and count as the worst:",
                        "  rate=9.0, seed 0: IOException: it flew apart",
                        "  rate=9.0, seed 2: IOException: it flew apart"),
                t.remarks());
        var data = t.toMimeBundle().data();
        assertTrue(data.get(MimeBundle.TEXT).toString().endsWith("seed 2: IOException: it flew apart"));
        assertTrue(data.get(MimeBundle.HTML).toString().contains("seed 0: IOException: it flew apart"));
        assertNotNull(t.plot().figure());
    }

    @Test
    void failuresOfEveryKindLeaveTheOthersAlone() {
        var t = study().over("how", "assertion", "depth", "none").seeds(1).run((how, seed) -> switch (how) {
            case "assertion" -> throw new AssertionError("does not hold");
            case "depth" -> deep(0);
            default -> 1.0;
        });
        assertEquals(2, t.runs().stream().filter(Run::failed).count());
        assertEquals(1, t.median("none"));
    }

    private static double deep(int n) {
        return n < Integer.MAX_VALUE ? deep(n + 1) + 1 : n;
    }

    @Test
    void notANumberCountsAsTheWorst() {
        var t = study().over("m", "a").seeds(3).higherIsBetter().run((m, seed) -> seed == 0 ? Double.NaN : 0.9);
        assertEquals(Double.NEGATIVE_INFINITY, t.worst("a"));
        assertEquals(List.of("1 run gave NaN and counts as the worst."), t.remarks());
    }

    @Test
    void whereAllFailTheFirstIsTold() {
        var error = assertThrows(
                IllegalStateException.class,
                () -> study().over("m", "a").seeds(2).run((m, seed) -> {
                    throw new IllegalArgumentException("no such " + seed);
                }));
        assertTrue(error.getMessage().contains("(2); the first at m=a, seed 0: IllegalArgumentException: no such 0"));
        assertInstanceOf(IllegalArgumentException.class, error.getCause());
    }

    @Test
    void anInterruptKeepsWhatIsDone() throws Exception {
        var begun = new CountDownLatch(5);
        var owner = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            try {
                begun.await();
                owner.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        var t = study().over("m", "quick", "slow").seeds(2).threads(1).run((m, seed) -> {
            begun.countDown();
            if (seed == 1) {
                Thread.sleep(60_000);
            }
            begun.countDown();
            return 1.0;
        });
        assertTrue(Thread.interrupted(), "whoever asked still learns of it");
        assertEquals(List.of(0, 0), t.runs().stream().map(Run::seed).toList());
        assertEquals(List.of("Interrupted after 2 of 4 runs."), t.remarks());
        assertEquals(1, t.median("slow"));
    }

    @Test
    void theReasonForTheEndIsTheFirst() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> study().seeds(6).threads(3).run(seed -> {
                    if (seed == 2) {
                        return "text";
                    }
                    Thread.sleep(30_000);
                    return 1.0;
                }));
        assertTrue(error.getMessage().contains("got a String"), error.getMessage());
    }

    @Test
    void outOfMemoryEndsTheStudy() {
        assertThrows(
                OutOfMemoryError.class,
                () -> study().seeds(4).run(seed -> {
                    throw new OutOfMemoryError("none left");
                }));
    }

    @Test
    void whatCannotBeStudiedIsSaid() {
        says("give them names: over(\"loss\", ordered(", () -> study().over("loss", (DoubleUnaryOperator) Math::sin));
        says("\"loss\" have no text", () -> study().over("loss", new Object()));
        says("no values", () -> study().over("loss", List.of()));
        says("needs a name", () -> study().over(" ", 1));
        says("have one label", () -> study().over("a", 1, 1));
        says("at least 1 seed; got 0", () -> study().seeds(0));
        says("at least 1 thread; got 0", () -> study().threads(0));
        says("at least 1 evaluation; got 0", () -> study().evaluations(0));
        says("must be positive", () -> study().budget(java.time.Duration.ZERO));
        says(".evaluations(1000)", () -> study().run((seed, budget) -> 1.0));
        says("got a String", () -> study().run(seed -> "text"));
        says("got null", () -> study().run(seed -> null));
        says(
                "no such column, only [result]",
                () -> study().higherIsBetter("accuracy").run(seed -> 1));
    }

    @Test
    void whatNobodyMeasuredIsSaid() {
        var t = study().over("m", "a", "b").over("rate", 0.1).run((m, rate, seed) -> Map.of("x", 1));
        says("named by 2 labels, for [m, rate]; got 1: [a]", () -> t.median("a"));
        says("\"m\" has no value c; it has [a, b]", () -> t.median("c", 0.1));
        says("\"rate\" has no value 0.2", () -> t.worst("a", 0.2));
        says("no column \"y\"; they have [x]", () -> t.of("y"));
        says("no row of numbers \"losses\"", () -> t.plot("losses"));
        says("between 0 and 1; got 2.0", () -> t.quantile(2, "a", 0.1));
        var two = study().run(seed -> new double[] {1, 2});
        says("several numbers [0, 1]; choose one: .of(\"0\")", two::plot);
        says("cannot be given back", () -> Settings.DEFAULT.budget().use(-1));
    }

    private static void says(String part, org.junit.jupiter.api.function.Executable wrong) {
        var message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
