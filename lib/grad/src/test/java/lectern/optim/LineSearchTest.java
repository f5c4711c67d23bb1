package lectern.optim;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Random;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** Points that a line search returns satisfy both of Wolfe's inequalities, and the first trial is kept where it does. */
class LineSearchTest {
    private static final int RUNS = System.getenv("LECTERN_NIGHTLY") == null ? 300 : 3000;

    private static LineSearch.Point search(Fn f, double at, double c2, double first) {
        Objective<Tensor> objective = Objective.plain(f, Tensors.of(at));
        double[] x = objective.start();
        double[] gradient = new double[1];
        double value = objective.evaluate(x, gradient);
        return new LineSearch(objective, c2).search(x, value, gradient, new double[] {-gradient[0]}, first);
    }

    /** −α + kα²/2 along the line that is searched, so that at α the gain is 1 − kα/2 of the promise. */
    private static Fn parabola(double k) {
        return x -> x.square().times(k / 2).minus(x);
    }

    @Test
    void bothInequalitiesHoldForEveryPoint() {
        Random random = new Random(3);
        for (int run = 0; run < RUNS; run++) {
            double scale = Math.pow(10, random.nextInt(9) - 4);
            double width = Math.pow(10, random.nextInt(5) - 2);
            double a = random.nextDouble() + 0.2;
            double b = random.nextGaussian();
            Fn f = switch (run % 5) {
                case 0 ->
                    x -> x.div(width)
                            .square()
                            .times(a)
                            .plus(x.div(width).times(b).sin());
                case 1 -> x -> x.div(width).cosh().times(a).plus(x.div(width).times(b));
                case 2 -> x -> x.div(width).square().plus(1).log().times(a);
                case 3 -> x -> x.div(width).minus(b).square().square().times(a);
                default -> x -> x.div(width).square().plus(a).sqrt();
            };
            Fn scaled = x -> f.apply(x).times(scale);
            double at = width * (3 + random.nextDouble());
            double c2 = new double[] {0.9, 0.5, 0.1}[random.nextInt(3)];
            double slope = lectern.grad.Grad.grad(scaled).apply(Tensors.of(at)).item();
            double first = width * Math.pow(10, random.nextInt(7) - 4) / Math.abs(slope);
            LineSearch.Point found = search(scaled, at, c2, first);
            String what = "run " + run;
            assertNotNull(found, what);
            double falls = scaled.apply(Tensors.of(at)).item() - found.value();
            assertTrue(falls >= 1e-4 * found.step() * slope * slope * (1 - 1e-9), what + ": falls by " + falls);
            assertTrue(Math.abs(found.slope()) <= c2 * slope * slope * (1 + 1e-9), what + ": slope " + found.slope());
            assertEquals(found.value(), scaled.apply(Tensors.of(found.x()[0])).item(), Math.abs(found.value()) * 1e-14);
            assertEquals(at - found.step() * slope, found.x()[0], 1e-12 * Math.abs(at));
        }
    }

    @Test
    void aFirstTrialThatIsGoodEnoughIsKept() {
        for (double share : new double[] {0.4, 0.2, 0.06}) {
            double k = 2 * (1 - share);
            assertEquals(1, search(parabola(k), 0, 0.9, 1).step(), "gain of " + share);
        }
        assertEquals(1, search(parabola(2 * (1 - 2e-4)), 0, 0.99999, 1).step());
        assertNotEquals(1, search(parabola(2 * (1 - 5e-5)), 0, 0.99999, 1).step(), "the gain is too small");
    }

    @Test
    void theSlopeDecidesAtTheLimitThatWasGiven() {
        for (double c2 : new double[] {0.9, 0.5, 0.1}) {
            assertEquals(1, search(parabola(1 - 0.99 * c2), 0, c2, 1).step(), "falling by " + c2);
            assertNotEquals(1, search(parabola(1 - 1.01 * c2), 0, c2, 1).step(), "falling by more than " + c2);
            assertEquals(1, search(parabola(1 + 0.99 * c2), 0, c2, 1).step(), "rising by " + c2);
            assertNotEquals(1, search(parabola(1 + 1.01 * c2), 0, c2, 1).step(), "rising by more than " + c2);
        }
    }

    @Test
    void aParabolaIsSolvedByInterpolation() {
        assertEquals(1 / 1.9999, search(parabola(1.9999), 0, 0.1, 1).step(), 1e-12);
        assertEquals(5, search(parabola(0.2), 0, 0.1, 1).step(), 1e-12);
    }

    @Test
    void trialsOutsideOfTheDomainAreHalved() {
        Fn barrier = x -> x.log().neg().plus(x.neg().plus(1).log().neg());
        LineSearch.Point found = search(barrier, 0.9, 0.1, 1e6);
        assertTrue(found.x()[0] > 0 && found.x()[0] < 0.9, "ends at " + found.x()[0]);
    }

    @Test
    void nothingIsFoundWhereTheFunctionOnlyRises() {
        Objective<Tensor> objective = Objective.plain(x -> x.abs().sum(), Tensors.of(0.0));
        assertNull(new LineSearch(objective, 0.9).search(new double[] {0}, 0, new double[] {1}, new double[] {-1}, 1));
    }

    @Test
    void pairsOfNoCurvatureAreNotRemembered() {
        Lbfgs.Memory memory = new Lbfgs.Memory(3);
        Descent.Place from = new Descent.Place(new double[] {0, 0}, 0, new double[] {1, 2});
        memory.moved(from, new Descent.Place(new double[] {1, 0}, -1, new double[] {0.5, 2}));
        memory.moved(from, new Descent.Place(new double[] {1, 0}, -1, new double[] {1, 3}));
        assertFalse(memory.restart(), "pairs of curvature of no more than 0 were kept");
        assertArrayEquals(new double[] {-1, -2}, memory.next(from));
        memory.moved(from, new Descent.Place(new double[] {1, 0}, -1, new double[] {3, 2}));
        assertArrayEquals(new double[] {-0.5, -1}, memory.next(from), 1e-15);
        assertTrue(memory.restart());
        assertFalse(memory.restart());
    }

    @Test
    void aFullMemoryOfAQuadraticGivesNewtonsStep() {
        double[][] h = {{4, 1}, {1, 3}};
        Lbfgs.Memory memory = new Lbfgs.Memory(2);
        Descent.Place zero = place(h, 0, 0);
        memory.moved(zero, place(h, 5, 5));
        memory.moved(zero, place(h, 1, 0));
        Descent.Place between = place(h, 1, 0);
        // The conjugate of (1, 0) under h.
        memory.moved(between, place(h, 1 - 0.25, 1));
        double[] step = memory.next(place(h, 2, -3));
        assertArrayEquals(new double[] {-2, 3}, step, 1e-12);
    }

    private static Descent.Place place(double[][] h, double x, double y) {
        return new Descent.Place(
                new double[] {x, y}, 0, new double[] {h[0][0] * x + h[0][1] * y, h[1][0] * x + h[1][1] * y});
    }
}
