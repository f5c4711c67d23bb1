package lectern.data;

import static lectern.data.Regressions.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Generated samples obey their formula, their noise and their seed. */
class RegressionsTest {
    private interface Make {
        RegressionSet of(int samples, double noise, long seed);
    }

    private static Map<String, Make> all() {
        var all = new LinkedHashMap<String, Make>();
        all.put("regression", (n, noise, seed) -> makeRegression(n, 6, 3, noise, seed));
        all.put("friedman1", (n, noise, seed) -> makeFriedman1(n, 7, noise, seed));
        all.put("friedman2", Regressions::makeFriedman2);
        all.put("friedman3", Regressions::makeFriedman3);
        all.put("franke", Regressions::makeFranke);
        all.put("runge", Regressions::makeRunge);
        all.put("s-curve", Regressions::makeSCurve);
        all.put("trefoil", Regressions::makeTrefoil);
        return all;
    }

    @TestFactory
    Stream<DynamicTest> seedsNoiseAndSizesAreObeyed() {
        return all().entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> {
                    Make make = one.getValue();
                    RegressionSet set = make.of(50, 0.5, 3);
                    assertEquals(50, set.size());
                    assertEquals(set.featureNames().size(), set.features()[0].length);
                    assertArrayEquals(set.targets(), make.of(50, 0.5, 3).targets());
                    assertArrayEquals(set.features()[49], make.of(50, 0.5, 3).features()[49]);
                    boolean other = set.targets()[7] != make.of(50, 0.5, 4).targets()[7]
                            || set.features()[7][0] != make.of(50, 0.5, 4).features()[7][0];
                    assertTrue(other, "another seed gives other samples");
                    assertTrue(fault(() -> make.of(0, 0, 1)).contains("must be positive"));
                    assertTrue(fault(() -> make.of(5, -1, 1)).contains("standard deviation"));
                    assertTrue(fault(() -> make.of(5, Double.NaN, 1)).contains("standard deviation"));
                }));
    }

    private static String fault(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Test
    void formulasAreThoseOfTheirSources() {
        RegressionSet first = makeFriedman1(20, 5, 0, 1);
        for (int i = 0; i < 20; i++) {
            double[] x = first.features()[i];
            double y = 10 * Math.sin(Math.PI * x[0] * x[1]) + 20 * Math.pow(x[2] - 0.5, 2) + 10 * x[3] + 5 * x[4];
            assertEquals(y, first.targets()[i], 1e-12);
        }
        RegressionSet size = makeFriedman2(20, 0, 1);
        RegressionSet phase = makeFriedman3(20, 0, 1);
        for (int i = 0; i < 20; i++) {
            double[] x = size.features()[i];
            assertTrue(x[1] >= 40 * Math.PI && x[1] <= 560 * Math.PI && x[3] >= 1 && x[3] <= 11);
            // The real part of an impedance is its size times the cosine of its phase.
            assertEquals(x[0], size.targets()[i] * Math.cos(phase.targets()[i]), 1e-9);
        }
        // The value of the surface in the corner, from the formula by hand.
        double corner = 0.75 * Math.exp(-2) + 0.75 * Math.exp(-1 / 49.0 - 0.1) + 0.5 * Math.exp(-14.5);
        assertEquals(corner, Friedman.franke(0, 0), 1e-15);
        assertEquals(1 / 26.0, makeRunge(5, 0, 1).targets()[4]);
        assertThrows(IllegalArgumentException.class, () -> makeFriedman1(5, 4, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> makeRegression(5, 4, 5, 0, 1));
    }

    @Test
    void targetsOfALinearFormulaAreSolvedForByTheInformativeFeatures() {
        RegressionSet set = makeRegression(40, 4, 1, 0, 9);
        double weight = set.targets()[0] / set.features()[0][0];
        assertTrue(weight > 0 && weight < 100);
        for (int i = 0; i < 40; i++) {
            assertEquals(weight * set.features()[i][0], set.targets()[i], 1e-10);
        }
        assertNotEquals(0, makeRegression(40, 4, 1, 1, 9).targets()[0] - set.targets()[0]);
    }

    @Test
    void curvesLieWhereTheyShould() {
        for (double[] p : makeSCurve(200, 0, 2).features()) {
            // Two circles of radius 1 around (0, ±1) in x and z.
            assertEquals(1, Math.hypot(p[0], Math.abs(p[2]) - 1), 1e-12);
            assertTrue(p[1] >= 0 && p[1] < 2);
        }
        double[][] knot = makeTrefoil(300, 0, 2).features();
        for (int i = 0; i < 300; i++) {
            double[] p = knot[i];
            double[] turned = knot[(i + 100) % 300];
            assertEquals(Math.hypot(p[0], p[1]), Math.hypot(turned[0], turned[1]), 1e-12);
            assertEquals(p[2], turned[2], 1e-12);
        }
    }
}
