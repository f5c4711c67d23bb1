package lectern.tensor;

import static lectern.tensor.Grid.grid;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.stream.IntStream;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;

/** Grids, batches, lists of tensors and tensors as text. */
class GridTest {
    @Test
    void pointsAndValuesHaveOneOrder() {
        var g = grid(Tensors.of(1.0, 2, 3), Tensors.of(10.0, 20));
        assertEquals("[[ 1. 10.] [ 2. 10.] [ 3. 10.] [ 1. 20.] [ 2. 20.] [ 3. 20.]]", line(g.points()));
        assertEquals("[[11. 12. 13.] [21. 22. 23.]]", line(g.shape(g.points().sum(1))));
        assertEquals("[[11. 12. 13.] [21. 22. 23.]]", line(g.map(p -> p.sum(1).reshape(-1, 1))));
        assertEquals("[[11. 12. 13.] [21. 22. 23.]]", line(g.map(Tensor::plus)));
        assertArrayEquals(new int[] {2, 3}, g.xs().shape());
        assertEquals(20, g.ys().at(1, 0));
    }

    private static String line(Tensor x) {
        return x.toString().replaceAll("\\s+", " ");
    }

    @Test
    void whatIsNoGridIsSaid() {
        says("y has shape (2, 2)", () -> grid(Tensors.ones(3), Tensors.ones(2, 2)));
        says("x has shape (0,)", () -> grid(Tensors.zeros(0), Tensors.ones(2)));
        says(
                "2 rows and 3 columns wants 6 values; got shape (5,)",
                () -> grid(Tensors.ones(3), Tensors.ones(2)).shape(Tensors.ones(5)));
    }

    @Test
    void batchesAreAPermutation() {
        for (int n : List.of(0, 1, 7, 32, 100)) {
            for (int size : List.of(1, 4, 32, 200)) {
                var batches = Sampling.batches(n, size);
                var all = batches.stream()
                        .flatMapToLong(b -> java.util.Arrays.stream(b.toLongArray()))
                        .sorted()
                        .toArray();
                assertArrayEquals(IntStream.range(0, n).asLongStream().toArray(), all);
                assertTrue(
                        batches.stream().limit(Math.max(0, batches.size() - 1)).allMatch(b -> b.size() == size));
                if (size <= n) {
                    var full = Sampling.batches(n, size, true);
                    assertEquals(n / size, full.size());
                    assertTrue(full.stream().allMatch(b -> b.size() == size));
                }
            }
        }
        Sampling.seed(3);
        var first = Sampling.batches(100, 30).getFirst();
        Sampling.seed(3);
        assertTrue(Sampling.batches(100, 30).getFirst().arrayEqual(first));
        assertFalse(Sampling.batches(100, 30).getFirst().arrayEqual(first));
    }

    @Test
    void batchesThatCannotBeMadeAreSaid() {
        says("a batch has at least one", () -> Sampling.batches(5, 0));
        says("without the last one there is none left", () -> Sampling.batches(5, 6, true));
        says("not negative, got -1", () -> Sampling.batches(-1, 2));
    }

    @Test
    void listsAreStacked() {
        var parts = List.of(Tensors.of(1.0, 2), Tensors.of(3.0, 4));
        assertEquals("[[1. 2.] [3. 4.]]", line(Tensors.stack(parts)));
        assertEquals("[[1. 3.] [2. 4.]]", line(Tensors.stack(1, parts)));
        says("the list is empty", () -> Tensors.stack(List.of()));
        says("(argument 1) differs", () -> Tensors.stack(List.of(Tensors.ones(2), Tensors.ones(3))));
    }

    @Test
    void tensorsAreWrittenWithTheDigitsWanted() {
        assertEquals(
                "[[0.50 1.00]\n [2.00 3.00]]",
                Tensors.of(new double[][] {{0.5, 1}, {2, 3}}).format("%.2f"));
        assertEquals("[[[1]\n  [2]]]", Tensors.array(new int[][][] {{{1}, {2}}}).format("%d"));
        assertEquals("[true false]", Tensors.of(1.0, 2).lt(1.5).format("%s"));
        assertEquals("1.5e-03", Tensors.of(0.0015).format("%.1e"));
        assertEquals("[]", Tensors.zeros(0).format("%.1f"));
        assertEquals("[0.100 2.000] | [1. 2.]", "%.3s | %s".formatted(Tensors.of(0.1, 2), Tensors.of(1.0, 2)));
        assertEquals(
                "[     [0.1]] [[0.1]     ]",
                "[%10.1s] [%-10.1s]".formatted(Tensors.of(new double[] {0.1}), Tensors.of(new double[] {0.1})));
        says(
                "\"%d\" is no format for elements of type float64",
                () -> Tensors.of(1.0, 2).format("%d"));
        says(
                "\"%.2f\" is no format for elements of type int64",
                () -> Tensors.array(new int[] {1}).format("%.2f"));
    }

    private static void says(String part, org.junit.jupiter.api.function.Executable wrong) {
        var error = assertThrows(RuntimeException.class, wrong);
        assertTrue(error instanceof IllegalArgumentException || error instanceof ShapeException, error.toString());
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }
}
