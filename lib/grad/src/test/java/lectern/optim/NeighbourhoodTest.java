package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** What is looked at before a point is called a minimum, and the words for what has no value. */
class NeighbourhoodTest {
    private static boolean down(double curvature, int size) {
        double[] x = new double[size];
        return Neighbourhood.curvesDown(
                at -> {
                    double[] g = at.clone();
                    g[size - 1] *= curvature;
                    return g;
                },
                x,
                new double[size],
                false);
    }

    @Test
    void curvatureIsJudgedByTheLargest() {
        assertTrue(down(-1, 2));
        assertTrue(down(-1, 40));
        assertTrue(down(-2e-4, 2));
        assertFalse(down(-5e-5, 2));
        assertFalse(down(1, 2));
        assertFalse(down(0, 1));
        assertFalse(down(-1, 41), "too many to look at");
        assertFalse(down(Double.NaN, 2), "nothing is known");
        double[] singleStep = new double[1];
        double[] doubleStep = new double[1];
        for (boolean single : new boolean[] {true, false}) {
            Neighbourhood.curvesDown(
                    at -> {
                        (single ? singleStep : doubleStep)[0] = at[0] - 3;
                        return at;
                    },
                    new double[] {3},
                    new double[] {3},
                    single);
        }
        assertEquals(0.02, singleStep[0], 1e-12);
        assertEquals(2.4e-5, doubleStep[0], 1e-12);
    }

    @Test
    void mixedCurvatureIsFound() {
        assertTrue(Neighbourhood.curvesDown(
                at -> new double[] {at[1], at[0]}, new double[] {1, 2}, new double[] {2, 1}, false));
        assertFalse(Neighbourhood.curvesDown(
                at -> new double[] {2 * at[0] + at[1], at[0] + 2 * at[1]},
                new double[] {1, 2},
                new double[] {4, 5},
                false));
    }

    @Test
    void aSmallerLossIsFoundInEveryQuadrant() {
        for (int[] way : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}}) {
            double across = way[0] * way[0] + way[1] * way[1];
            // Falls along one way alone and rises steeply beside it.
            boolean found = Neighbourhood.hasLower(
                    x -> {
                        double a = x[0] - 2;
                        double b = x[1] - 2;
                        double along = (a * way[0] + b * way[1]) / across;
                        double beside = Math.hypot(a - along * way[0], b - along * way[1]);
                        return 5 - along + 10 * beside;
                    },
                    new double[] {2, 2},
                    5);
            assertTrue(found, way[0] + " " + way[1]);
        }
        assertFalse(Neighbourhood.hasLower(x -> 5 + x[0] * x[0], new double[] {0}, 5));
        assertFalse(Neighbourhood.hasLower(x -> 5 - 1e-14 * Math.abs(x[0]), new double[] {1}, 5), "rounding");
        assertTrue(Neighbourhood.hasLower(x -> 5 - Math.abs(x[19] + x[18]), new double[20], 5));
    }

    @Test
    void theFirstPlacesWithoutAValueAreNamed() {
        Tensor a = Tensors.of(new double[][] {{1, 2, Double.NaN}, {4, Double.POSITIVE_INFINITY, 6}});
        Tensor b = Tensors.of(Double.NaN, 1, Double.NaN);
        assertTrue(
                NotFinite.gradient(List.of(a)).endsWith("The gradient: NaN at [0, 2], Infinity at [1, 1]"),
                NotFinite.gradient(List.of(a)));
        assertTrue(
                NotFinite.gradient(List.of(a, b))
                        .endsWith("NaN at [0, 2] of tensor 0, Infinity at [1, 1] of tensor 0, NaN at [0] of tensor 1"
                                + " and 1 more"),
                NotFinite.gradient(List.of(a, b)));
        assertFalse(NotFinite.allFinite(List.of(Tensors.ones(2), b)));
        assertTrue(NotFinite.allFinite(List.of(Tensors.ones(2))));
    }

    @Test
    void minusInfinityIsMetAndSaid() {
        Objective<Tensor> log = Objective.plain(x -> x.log().sum(), Tensors.of(1.0));
        LineSearch search = new LineSearch(log, 5);
        assertNull(search.search(new double[] {1}, 0, new double[] {1}, new double[] {-1}, 1));
        assertTrue(search.metEnd());
        assertNotNull(search.search(new double[] {1}, 0, new double[] {1}, new double[] {-1}, 0.5));
        assertFalse(search.metEnd());
    }

    @Test
    void settingsOfSolversAreKept() {
        assertEquals(
                new Lbfgs(3, 4, 5, 6),
                lbfgs().history(3).steps(4).gradientTolerance(5).lossTolerance(6));
        assertEquals(new Newton(4, 5), newton().steps(4).gradientTolerance(5));
        assertEquals(new ConjugateGradient(4, 5), conjugateGradient().steps(4).gradientTolerance(5));
        assertEquals(new SteepestDescent(4, 5), steepestDescent().steps(4).gradientTolerance(5));
        assertEquals(
                new LevenbergMarquardt(4, 5, 6),
                levenbergMarquardt().steps(4).gradientTolerance(5).stepTolerance(6));
        for (Runnable wrong : List.<Runnable>of(
                () -> newton().steps(-1),
                () -> lbfgs().steps(-1),
                () -> lbfgs().history(0),
                () -> conjugateGradient().steps(-1),
                () -> steepestDescent().steps(-1),
                () -> levenbergMarquardt().steps(-1))) {
            assertThrows(IllegalArgumentException.class, wrong::run);
        }
    }
}
