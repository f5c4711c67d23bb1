package lectern.tensor;

import static lectern.tensor.Tensors.*;
import static lectern.tensor.raw.Raw.wrap;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import lectern.notebook.MimeBundle;
import lectern.tensor.loops.ScalarMath;
import lectern.tensor.op.Binary;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.op.Unslice;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorTest {
    @Test
    void javaNumbersDoNotWidenTypes() {
        Tensor single = of(1f, 2f);
        assertEquals(DType.FLOAT32, single.plus(1).dtype());
        assertEquals(DType.FLOAT32, single.times(0.5).exp().dtype());
        assertEquals(DType.FLOAT32, where(single.gt(1), single, 0).dtype());
        assertEquals(DType.FLOAT64, single.plus(of(1.0, 2)).dtype());
        assertEquals(DType.FLOAT64, single.plus(of(1.0)).dtype());
        assertEquals(DType.INT64, arange(3).times(2).dtype());
        assertEquals(DType.FLOAT64, arange(3).times(2.0).dtype());
        assertEquals(DType.FLOAT64, arange(3).div(2).dtype());
        assertEquals(DType.FLOAT64, arange(3).plus(single.sum()).dtype());
        assertEquals(DType.INT64, of(true, false).sum().dtype());
        assertEquals(DType.FLOAT32, single.mean().dtype());
        assertEquals(DType.INT64, arange(3).max().dtype());
    }

    @Test
    void largeIntegersStayExact() {
        long big = (1L << 53) + 1;
        assertEquals(big + 1, of(big, 0L).plus(1).toLongArray()[0]);
        assertTrue(of(big, 0L).ne(of(big - 1, 0L)).get(0).isTrue());
        assertEquals(big, of(big, 5L).max().toLongArray()[0]);
        assertArrayEquals(
                new long[] {9, 8},
                of(3L, -2L).pow(of(2L, 3L)).times(of(1L, -1L)).toLongArray());
        assertThrows(ArithmeticException.class, () -> of(2L, 3L).pow(-1));
    }

    @Test
    void partsAreWrittenAndReshapedTensorsKeepTheirValues() {
        Tensor x = zeros(3, 4);
        Tensor flat = x.reshape(12);
        x.set("1:, ::2", of(1.0, 2)).set(0, 0, 5).set(x.gt(4), 9).set(2, of(7.0, 7, 7, 7));
        assertEquals(of(new double[][] {{9, 0, 0, 0}, {1, 0, 2, 0}, {7, 7, 7, 7}}), x);
        assertEquals(zeros(12), flat);
        x.set("::-1", copyOf(x));
        assertEquals(9, x.at(2, 0));
        Tensor y = arange(6.0);
        y.set("1:", y.slice(0, 5));
        assertEquals(of(0.0, 0, 1, 2, 3, 4), y);
        assertThrows(UnsupportedOperationException.class, () -> of(1.0).set("", 2));
    }

    @Test
    void selections() {
        Tensor x = arange(12.0).reshape(3, 4);
        assertEquals(of(5.0, 6, 7, 8, 9, 10, 11), x.mask(x.gt(4)));
        assertEquals(x.take(0, 2), x.mask(of(true, false, true)));
        assertEquals(of(1.0, 11), x.take(of(0L, -1L), of(1L, 3L)));
        assertEquals(x.T().get(1), x.col(1));
        assertEquals(x.take(of(1, 1), 1), x.get(":, 1:2").broadcastTo(3, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> x.take(3));
        assertThrows(IllegalArgumentException.class, () -> x.take(of(1.0, 2), 0));
        assertEquals(x.sort(0), x.takeAlong(x.argsort(0), 0));
        Tensor scattered = Tensor.apply(new ScatterAdd(0, 4), ones(3, 2), of(1L, 1L, -1L));
        assertEquals(of(new double[][] {{0, 0}, {2, 2}, {0, 0}, {1, 1}}), scattered);
        assertEquals(
                of(new double[][] {{0, 0, 0}, {1, 0, 2}}),
                Tensor.apply(
                        new Unslice(Shapes.list(2, 3), Shapes.list(1, 0), Shapes.list(1, 2)),
                        of(new double[][] {{1, 2}})));
    }

    @Test
    void rearrangements() {
        assertEquals(of(1, 2, 1, 2), tile(of(1, 2), 2));
        assertEquals(of(1, 1, 2, 2), repeat(of(1, 2), 2, 0));
        assertEquals(of(4, 0, 1, 2, 3), roll(arange(5), 1, 0));
        assertEquals(of(2, 1, 0), flip(arange(3), 0));
        assertEquals(of(1.0, 3, 9, 9), pad(of(1.0, 3), 9, new int[] {0, 2}));
        assertEquals(arange(6).reshape(2, 3), concat(1, split(arange(6).reshape(2, 3), 3, 1)));
        assertEquals(of(2L, 3L), meshgrid(of(2L, 3L), of(1L, 1L, 1L))[0].get(2));
        assertEquals(of(1.0, 2), diag(diag(of(1.0, 2))));
        assertEquals(of(1, 2), diff(of(1, 2, 4)));
        assertEquals(of(new double[][] {{1, 2}, {0, 3}}), triu(of(new double[][] {{1, 2}, {5, 3}})));
    }

    @Test
    void orderAndCounting() {
        var top = of(3.0, 9, 1, 9).topk(3);
        assertEquals(of(9.0, 9, 3), top.values());
        assertEquals(of(1, 3, 0), top.indices());
        assertEquals(of(2L, 1L), Sorting.uniqueCounts(of(1, 1, 2)).counts());
        assertEquals(of(2L, 2L), Sorting.histogram(of(1.0, 2, 3, 4), 2).counts());
        assertEquals(2.5, of(4.0, 1, 2, 3).median().item());
        assertTrue(of(1.0, Double.NaN).median().isNaN().isTrue());
    }

    @Test
    void equalityIsByValue() {
        assertEquals(of(1.0, Double.NaN), of(1.0, Double.NaN));
        assertEquals(of(1.0, 2).hashCode(), of(1.0, 2).hashCode());
        assertNotEquals(of(1.0, 2), of(1f, 2f));
        assertNotEquals(of(1.0, 2), of(1.0, 2).reshape(1, 2));
        assertTrue(of(1.0, 2).arrayEqual(of(1f, 2f)));
        assertTrue(of(1.0, Double.POSITIVE_INFINITY).allClose(of(1 + 1e-9, Double.POSITIVE_INFINITY)));
    }

    @ParameterizedTest
    @EnumSource(Binary.class)
    void randomShapesBroadcastLikeLoops(Binary op) {
        var random = new Random(op.ordinal());
        for (int round = 0; round < 20; round++) {
            int[] shape = random.ints(1 + random.nextInt(4), 1, 5).toArray();
            Tensor a = part(random, shape);
            Tensor b = part(random, shape);
            Tensor result = Tensor.apply(op, a, b);
            int[] out = result.shape();
            double[] x = a.broadcastTo(out).toDoubleArray();
            double[] y = b.broadcastTo(out).toDoubleArray();
            double[] z = result.toDoubleArray();
            for (int i = 0; i < z.length; i++) {
                assertEquals(ScalarMath.apply(op, x[i], y[i]), z[i]);
            }
        }
    }

    private static Tensor part(Random random, int[] shape) {
        int[] own = Arrays.copyOfRange(shape, random.nextInt(shape.length), shape.length);
        for (int i = 0; i < own.length; i++) {
            own[i] = random.nextBoolean() ? 1 : own[i];
        }
        return wrap(random.ints(Shapes.size(own), -2, 3).asDoubleStream().toArray(), own);
    }

    @Test
    void threadsDoNotChangeNumbers() {
        int before = Parallel.maxThreads();
        Tensor x = linspace(-5, 5, 600_000);
        Tensor row = linspace(0, 1, 6);
        try {
            Parallel.setMaxThreads(1);
            Tensor one = concat(
                    x.tanh(), x.reshape(-1, 6).times(row).flatten(), x.sum().reshape(1));
            Parallel.setMaxThreads(3);
            assertEquals(
                    one,
                    concat(
                            x.tanh(),
                            x.reshape(-1, 6).times(row).flatten(),
                            x.sum().reshape(1)));
        } finally {
            Parallel.setMaxThreads(before);
        }
    }

    @Test
    void errorsSayWhatToDo() {
        check("reshape(-1, 1)", () -> zeros(3, 2).plus(zeros(3)));
        check("second.T()", () -> zeros(2, 3).matmul(zeros(4, 3)));
        check("more elements than", () -> zeros(100_000, 100_000));
        check("cannot be reshaped", () -> arange(6).reshape(4, -1));
        check("axis 2 does not exist", () -> zeros(2, 2).sum(2));
        check("given twice", () -> zeros(2, 2).sum(0, -2));
        check("length 0 has no extreme", () -> zeros(0).max());
        check("x.at(i, j)", () -> zeros(2, 2).item());
        check("row 1 has 1", () -> of(new double[][] {{1, 2}, {1}}));
        check("as in Python", () -> zeros(3).get("one"));
        check("does not fit", () -> concat(0, zeros(2, 2), zeros(2, 3)));
        if (Runtime.getRuntime().maxMemory() < 16L << 30) {
            check("start with a larger -Xmx", () -> zeros(46_000, 46_000));
        }
    }

    private static void check(String words, Executable attempt) {
        String message = assertThrows(RuntimeException.class, attempt).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void whatHasLatexHasHtmlWhateverItsShape() {
        for (DType type : DType.values()) {
            for (int[] shape : new int[][] {
                {},
                {0},
                {1},
                {8},
                {9},
                {20},
                {21},
                {1000},
                {1001},
                {0, 3},
                {3, 0},
                {1, 1},
                {1, 20},
                {1, 21},
                {21, 1},
                {2, 500},
                {100, 100},
                {1, 1, 1},
                {2, 3, 4},
                {0, 2, 3},
                {2, 2, 2, 2}
            }) {
                var shown = zeros(shape).cast(type).toMimeBundle().data();
                String which = type + " " + java.util.Arrays.toString(shape);
                assertEquals(shown.containsKey(MimeBundle.HTML), shown.containsKey(MimeBundle.LATEX), which);
                assertTrue(shown.containsKey(MimeBundle.TEXT), which);
            }
        }
        String vector =
                linspace(0, 1, 21).toMimeBundle().data().get(MimeBundle.TEXT).toString();
        assertTrue(vector.contains("0.05") && vector.contains("0.95") && !vector.contains("..."), vector);
    }

    @Test
    void showsItselfInANotebook() {
        var bundle = of(new double[][] {{1, 2.5}, {3, 4}}).toMimeBundle().data();
        assertEquals("[[1.  2.5]\n [3.  4. ]]", bundle.get(MimeBundle.TEXT));
        assertTrue(bundle.get(MimeBundle.HTML).toString().contains("<td>2.5</td>"));
        assertTrue(
                bundle.get(MimeBundle.LATEX).toString().contains("\\begin{tabular}{rr}\n1. & 2.5 \\\\"),
                bundle.get(MimeBundle.LATEX).toString());
        String many = arange(-50, 50)
                .reshape(10, 10)
                .toMimeBundle()
                .data()
                .get(MimeBundle.LATEX)
                .toString();
        assertTrue(
                many.contains("\\begin{tabular}{rrrrrrrrr}") && many.contains("$-$50") && many.contains("$\\cdots$"),
                many);
        assertEquals("0.1", of(0.1).toString());
        assertEquals("[1. 2.], float32", of(1f, 2f).toString());
        assertEquals("[], shape=(0, 3)", zeros(0, 3).toString());
        assertTrue(zeros(500, 500)
                        .toMimeBundle()
                        .data()
                        .get(MimeBundle.HTML)
                        .toString()
                        .length()
                < 20_000);
    }

    @Test
    void javaArraysInAndOut() {
        assertEquals(arange(8).reshape(2, 2, 2), array(new int[][][] {{{0, 1}, {2, 3}}, {{4, 5}, {6, 7}}}));
        assertEquals(DType.FLOAT32, array(new float[][] {{1}}).dtype());
        assertEquals(of(true, false), array(new boolean[] {true, false}));
        assertArrayEquals(
                new double[][] {{0, 1}, {2, 3}}, arange(4).reshape(2, 2).toMatrix());
        assertArrayEquals(new double[][][] {{{0}, {1}}}, (double[][][])
                arange(2).reshape(1, 2, 1).toArray());
        assertThrows(ShapeException.class, () -> array(new int[][] {{1}, {1, 2}}));
        assertEquals(3, split(zeros(0), 3, 0).length);
        assertThrows(ShapeException.class, () -> split(zeros(0), Integer.MAX_VALUE, 0));
        assertThrows(IllegalArgumentException.class, () -> array("text"));
    }
}
