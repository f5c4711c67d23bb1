package lectern.data.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.data.Csv;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.api.Table;

/** What prepares features keeps its rules, and refuses in words what it cannot prepare. */
class PrepareTest {
    private static final double NAN = Double.NaN;
    private static final Tensor GOOD = Tensors.of(new double[][] {{1, 2}, {3, 5}});
    private static final Tensor GAPS = Tensors.of(new double[][] {{1, NAN}, {3, 5}});
    private static final Tensor HOLLOW = Tensors.of(new double[][] {{1, NAN}, {3, NAN}});
    private static final Tensor ENDLESS = Tensors.of(new double[][] {{1, 1 / 0.0}, {3, 5}});
    private static final Tensor NARROW = Tensors.of(new double[][] {{1}});
    private static final Tensor NONE = Tensors.zeros(0, 2);
    private static final Table WORDS = Csv.readCsvText("w\na\nb\na\n");
    private static final Table HOLES = Csv.readCsvText("w,n\na,1\n,2\n");

    @TestFactory
    Stream<DynamicTest> refusals() {
        Map<String, Executable> cases = new LinkedHashMap<>();
        cases.put("strategy \"mode\"", () -> new SimpleImputer("mode"));
        cases.put("missing in all samples", () -> new SimpleImputer("mean").fit(HOLLOW));
        cases.put("holds Infinity as feature 1", () -> new SimpleImputer("mean").fit(ENDLESS));
        cases.put("at least one sample", () -> new SimpleImputer("mean").fit(NONE));
        cases.put("SimpleImputer has not learned", () -> new SimpleImputer("mean").transform(GOOD));
        cases.put(
                "fitted to 2 features, and 1",
                () -> new SimpleImputer("mean").fit(GOOD).transform(NARROW));
        cases.put("shape [2] was given", () -> new SimpleImputer("mean").fit(GOOD.col(0)));
        cases.put("degree is not negative", () -> new PolynomialFeatures(-1));
        cases.put("holds NaN as feature 1", () -> new PolynomialFeatures(2).transform(GAPS));
        cases.put("more than 1000000 products", () -> new PolynomialFeatures(9).transform(Tensors.zeros(1, 30)));
        cases.put("period is positive", () -> new FourierFeatures(0, 1));
        cases.put("one wave", () -> new FourierFeatures(1, 0));
        cases.put("FourierFeatures cannot", () -> new FourierFeatures(1, 1).transform(GAPS));
        cases.put("at least 2 bins", () -> new KBinsDiscretizer(1, "uniform"));
        cases.put("strategy \"kmeans\"", () -> new KBinsDiscretizer(2, "kmeans"));
        cases.put("has no bins", () -> new KBinsDiscretizer(2, "uniform").fit(NARROW));
        cases.put("KBinsDiscretizer cannot", () -> new KBinsDiscretizer(2, "uniform").fit(GAPS));
        cases.put("KBinsDiscretizer has not learned", () -> new KBinsDiscretizer(2, "uniform").edges(0));
        cases.put("missing in all samples, so no power", () -> new PowerTransformer().fit(HOLLOW));
        cases.put("is 1.0 in all samples, so no power", () -> new PowerTransformer().fit(NARROW));
        cases.put("holds Infinity as feature 1, and PowerTransformer", () -> new PowerTransformer().fit(ENDLESS));
        cases.put("PowerTransformer has not learned", () -> new PowerTransformer().lambdas());
        cases.put("no column 'v'", () -> new OneHotEncoder("v").fit(WORDS));
        cases.put("is missing and has no category", () -> new OneHotEncoder().fit(HOLES));
        cases.put("at least one row", () -> new OneHotEncoder().fit(WORDS.emptyCopy()));
        cases.put("encoder has not learned", () -> new OrdinalEncoder().transform(WORDS));
        cases.put("fitted to 1 columns", () -> new OrdinalEncoder().fit(WORDS).transform(HOLES));
        cases.put(
                "'c', which did not come up",
                () -> new OrdinalEncoder().fit(WORDS).transform(Csv.readCsvText("w\nc\n")));
        cases.put("samples, of which there are 3; 1 was", () -> Folds.kFold(3, 1));
        cases.put("samples, of which there are 3; 4 were", () -> Folds.kFold(3, 4, 1));
        cases.put("Class 7 has 1 sample", () -> Folds.stratifiedKFold(new int[] {1, 1, 7, 1}, 2));
        cases.put("groups, of which there are 2", () -> Folds.groupKFold(new int[] {1, 1, 2, 2}, 3));
        cases.put("less one, of which there are 2", () -> Folds.timeSeriesSplit(3, 3));
        return cases.entrySet().stream()
                .map(refusal -> dynamicTest(refusal.getKey(), () -> {
                    String message = assertThrows(RuntimeException.class, refusal.getValue())
                            .getMessage();
                    assertTrue(message.contains(refusal.getKey()), message);
                }));
    }

    @Test
    void wavesRepeatAfterAPeriod() {
        Tensor waves = new FourierFeatures(24, 2)
                .transform(Tensors.of(6.0, 30, 2_400_006).reshape(3, 1));
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(new double[] {1, 0, 0, -1}, waves.row(i).toDoubleArray(), 1e-15);
        }
    }

    @Test
    void shuffledFoldsHoldEverySampleOnceAndObeyTheSeed() {
        List<Fold> folds = Folds.kFold(103, 7, 5);
        assertEquals(
                IntStream.range(0, 103).boxed().toList(),
                folds.stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.test()))
                        .sorted()
                        .boxed()
                        .toList());
        for (Fold fold : folds) {
            assertEquals(103, fold.train().length + fold.test().length);
        }
        assertArrayEquals(folds.get(3).test(), Folds.kFold(103, 7, 5).get(3).test());
        assertTrue(!Arrays.equals(
                folds.get(3).test(), Folds.kFold(103, 7, 6).get(3).test()));
    }

    @Test
    void whatWasNotSeenFallsIntoTheOuterBins() {
        var bins = new KBinsDiscretizer(4, "uniform").fit(Tensors.of(0.0, 4).reshape(2, 1));
        assertArrayEquals(
                new double[] {0, 1, 3, 3},
                bins.transform(Tensors.of(-9.0, 1, 4, 99).reshape(4, 1)).toDoubleArray());
        assertArrayEquals(new double[] {0, 1, 2, 3, 4}, bins.edges(0));
    }

    @Test
    void powersOfNormalSamplesAreOneAndOfTheirExponentialsNearNought() {
        var random = new java.util.Random(4);
        var normal = new double[4000];
        Arrays.setAll(normal, i -> random.nextGaussian());
        Tensor x = Tensors.of(normal).reshape(4000, 1);
        assertEquals(1, new PowerTransformer().fit(x).lambdas()[0], 0.1);
        // log(1 + x) undoes exp(x) − 1.
        Tensor skewed = x.exp().times(1000).minus(1);
        assertEquals(0, new PowerTransformer().fit(skewed).lambdas()[0], 0.05);
        Tensor scaled = new PowerTransformer().fitTransform(skewed);
        assertEquals(0, scaled.mean().item(), 1e-10);
        assertEquals(1, scaled.square().mean().item(), 1e-10);
    }
}
