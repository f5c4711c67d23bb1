package lectern.study;

import static lectern.study.Studies.study;
import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.notebook.Column;
import lectern.notebook.MimeBundle;
import lectern.tensor.Sampling;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies that go well. */
class StudyTest {
    private record Errors(@Column("MSE of f") double mse, double max, String note, double[] losses) {}

    private static double walk(double rate, String rule, int seed) {
        double x = Sampling.randn().item();
        for (int i = 0; i < 200; i++) {
            x += rate * Sampling.randn().item() * (rule.equals("wild") ? 10 : 1);
        }
        return Math.abs(x) + seed * 1e-9;
    }

    @Test
    void everyCombinationRunsWithEverySeed() {
        var t = study().over("a", 1, 2)
                .over("b", List.of("x", "y", "z"))
                .over("c", Map.of("only", true))
                .seeds(4)
                .run((a, b, c, seed) -> a * 100 + b.length() + seed * 0.1 + (c ? 0 : 1000));
        assertEquals(24, t.runs().size());
        assertEquals(List.of("1", "x", "only"), t.runs().getFirst().labels());
        assertEquals(0, t.runs().get(5).seed(), "the first seed of all before the second of any");
        assertArrayEquals(new double[] {201, 201.1, 201.2, 201.3}, t.values(2, "y", "only"), 1e-12);
        assertEquals(201.15, t.median(2, "y", "only"), 1e-12);
        assertEquals(201.3, t.worst("2", "y", "only"), 1e-12);
        assertEquals(201, t.best(2, "y", true), 1e-12);
        assertEquals(201.075, t.quantile(0.25, 2, "y", "only"), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void resultsDoNotDependOnThreads(int threads) {
        Sampling.seed(5);
        var t = study().over("rate", 0.1, 0.5)
                .over("rule", "calm", "wild")
                .seeds(6)
                .threads(threads)
                .run(StudyTest::walk);
        for (double rate : List.of(0.1, 0.5)) {
            for (var rule : List.of("calm", "wild")) {
                for (int seed = 0; seed < 6; seed++) {
                    Sampling.seed(seed);
                    assertEquals(
                            walk(rate, rule, seed), t.values(rate, rule)[seed], "the same as after seed(" + seed + ")");
                }
            }
        }
    }

    @Test
    void aStudyLeavesTheNumbersOfTheNotebookAlone() {
        Sampling.seed(5);
        double expected = Sampling.randn().item();
        Sampling.seed(5);
        study().seeds(3).run(seed -> {
            Sampling.seed(99);
            return Sampling.randn().item();
        });
        assertEquals(expected, Sampling.randn().item());
    }

    @Test
    void runsThatDifferInOneFactorStartFromTheSameDraws() {
        var t = study().over("method", "a", "b")
                .seeds(3)
                .run((method, seed) -> Sampling.rand().item());
        assertArrayEquals(t.values("a"), t.values("b"));
    }

    @Test
    void numbersOfRecordsAreColumns() {
        var t = study().over("rule", "plain", "heavy")
                .seeds(3)
                .run((rule, seed) -> new Errors(
                        rule.equals("plain") ? 1e-3 * (seed + 1) : 1e-6, seed, "kept", new double[] {3, 2, 1 + seed}));
        assertEquals(List.of("MSE of f", "max"), t.columns());
        assertEquals(2e-3, t.of("MSE of f").median("plain"), 1e-15);
        assertEquals("kept", t.results("heavy").getFirst().note());
        assertEquals("""
                rule   MSE of f                     max
                plain  2.0e-03 (1.0e-03 … 3.0e-03)  1.0e+00 (0.0e+00 … 2.0e+00)
                heavy  1.0e-06 (1.0e-06 … 1.0e-06)  1.0e+00 (0.0e+00 … 2.0e+00)""", t.table("%.1e").toString());
        assertEquals(
                "rule   MSE of f  max\nplain  2.00e-03    1\nheavy  1.00e-06    1",
                t.median().toString());
        assertEquals("2", t.worst().cells().getFirst().get(2));
        assertEquals("0", t.best().cells().getFirst().get(2));
        assertEquals("0.5", t.quantile(0.25).cells().getFirst().get(2));
        assertNotNull(t.plot("losses").figure().toMimeBundle().data().get(MimeBundle.SVG));
        assertNotNull(t.of("max").plot().figure().toMimeBundle().data().get(MimeBundle.SVG));
    }

    @Test
    void arraysTensorsMapsAndTruthValuesAreColumnsToo() {
        assertEquals(List.of("0", "1"), study().run(seed -> new double[] {1, 2}).columns());
        assertEquals(
                List.of("0", "1", "2"), study().run(seed -> Tensors.ones(3)).columns());
        assertEquals(1, study().run(seed -> Tensors.ones(3).sum()).values()[0] / 3);
        assertEquals(
                List.of("a", "b"),
                study().run(seed -> new TreeMap<>(Map.of("a", 1, "b", 2.0))).columns());
        assertArrayEquals(
                new double[] {1, 0}, study().seeds(2).run(seed -> seed == 0).values());
    }

    @Test
    void largerMayBeBetter() {
        var t = study().over("m", "a").seeds(3).higherIsBetter().run((m, seed) -> 0.5 + seed / 10.0);
        assertEquals(0.5, t.worst("a"), 1e-12);
        assertEquals(0.7, t.best("a"), 1e-12);
        assertEquals("0.60 (0.70 … 0.50)", t.table("%.2f").cells().getFirst().get(1));
    }

    @Test
    void everyRunHasTheSameEvaluations() {
        var t = study().over("step", 1, 3).seeds(2).evaluations(10).run((step, seed, budget) -> {
            int count = 0;
            while (budget.left()) {
                budget.use(step);
                count++;
            }
            return count;
        });
        assertEquals(10, t.median(1));
        assertEquals(4, t.median(3));
        assertEquals(
                List.of(10L, 12L, 10L, 12L), t.runs().stream().map(Run::used).toList());
        assertEquals(List.of("2 runs made more than the 10 evaluations of the budget."), t.remarks());
    }

    @Test
    void timeIsCountedInProcessorTimeOfOneRunAfterTheOther() {
        var together = new AtomicInteger();
        var most = new AtomicInteger();
        var t = study().over("m", "a", "b")
                .seeds(2)
                .budget(Duration.ofMillis(20))
                .run((m, seed, budget) -> {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    double x = 0;
                    while (budget.left()) {
                        x += Math.sin(x + 1);
                    }
                    together.decrementAndGet();
                    return x;
                });
        assertEquals(1, most.get());
        assertTrue(
                t.runs().stream().allMatch(run -> run.seconds() >= 0.02),
                t.runs().toString());
    }

    @Test
    void itShowsItselfAsATable() {
        var t = study().over("m", "a").seeds(1).run((m, seed) -> 0.25);
        assertEquals("m  result\na  0.25", t.toString().replaceAll(" +\n", "\n"));
        var data = t.toMimeBundle().data();
        assertTrue(data.get(MimeBundle.HTML).toString().contains("<td style=\"text-align:left\">0.25</td>"));
        assertTrue(data.get(MimeBundle.LATEX).toString().contains("\\begin{tabular}"));
        assertTrue(t.remarks().isEmpty());
    }
}
