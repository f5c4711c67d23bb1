package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Map;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/** Methods on the usual test functions, least squares, and constrained problems with known multipliers. */
class SolversTest {
    /** Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², smallest at ones. */
    private static final Fn ROSENBROCK = x -> {
        int n = x.size();
        Tensor head = x.slice(0, n - 1);
        Tensor tail = x.slice(1, n);
        return tail.minus(head.square())
                .square()
                .times(100)
                .plus(head.minus(1).square())
                .sum();
    };

    private static final Fn HIMMELBLAU = p -> {
        Tensor x = p.get(0);
        Tensor y = p.get(1);
        return x.square()
                .plus(y)
                .minus(11)
                .square()
                .plus(x.plus(y.square()).minus(7).square());
    };

    @Test
    void everyMethodFindsTheMinimumOfRosenbrock() {
        for (Method method : List.of(lbfgs(), newton(), conjugateGradient())) {
            Fit<Tensor> fit = minimize(ROSENBROCK, Tensors.of(-1.2, 1.0), method);
            assertTrue(fit.converged(), method + ": " + fit);
            assertArrayEquals(new double[] {1, 1}, fit.parameters().toDoubleArray(), 1e-6, method.toString());
            assertEquals(24.2, fit.losses()[0], 1e-12);
        }
        Fit<Tensor> many = minimize(ROSENBROCK, Tensors.full(0.3, 50), lbfgs());
        assertArrayEquals(Tensors.ones(50).toDoubleArray(), many.parameters().toDoubleArray(), 1e-6);
        assertTrue(minimize(ROSENBROCK, Tensors.of(-1.2, 1.0), newton()).steps() < 40);
    }

    @Test
    void aWatchedRunShowsItsWay() {
        List<Double> heard = new java.util.ArrayList<>();
        for (Method method : List.of(lbfgs(), newton(), conjugateGradient(), steepestDescent())) {
            heard.clear();
            Fit<Tensor> fit = minimize(
                    HIMMELBLAU,
                    Tensors.of(1.0, 1.0),
                    method,
                    watch().path().lossBelow(1e-6).each((step, loss) -> heard.add(loss)));
            assertEquals(StopReason.LOSS_SMALL, fit.reason(), method.toString());
            assertEquals(fit.losses().length, fit.path().size());
            assertEquals(fit.losses().length, heard.size());
            assertArrayEquals(new double[] {1, 1}, fit.path().get(0).toDoubleArray());
            for (int i = 0; i < fit.path().size(); i++) {
                assertEquals(
                        fit.losses()[i], HIMMELBLAU.apply(fit.path().get(i)).item(), 1e-12);
            }
        }
        Fit<Tensor> squares = leastSquares(x -> x.minus(1), Tensors.zeros(2), levenbergMarquardt(), watch().path());
        assertEquals(squares.losses().length, squares.path().size());
    }

    @Test
    void himmelblauHasFourMinima() {
        double[][] minima = {{3, 2}, {-2.805118, 3.131312}, {-3.779310, -3.283186}, {3.584428, -1.848126}};
        for (double[] m : minima) {
            Tensor start = Tensors.of(m[0] + 0.3, m[1] - 0.2);
            for (Method method : List.of(lbfgs(), newton(), conjugateGradient())) {
                assertArrayEquals(
                        m, minimize(HIMMELBLAU, start, method).parameters().toDoubleArray(), 1e-6);
            }
            assertEquals(0, minimize(HIMMELBLAU, start, adam(0.05), 1500).value(), 1e-8);
        }
    }

    @Test
    void quadraticFormsEndExactly() {
        Tensor a = Tensors.of(new double[][] {{4, 1, 0}, {1, 3, -1}, {0, -1, 2}});
        Tensor b = Tensors.of(1.0, 2.0, 3.0);
        Fn f = x -> x.dot(a.matmul(x)).times(0.5).minus(b.dot(x));
        Fit<Tensor> fit = minimize(f, Tensors.zeros(3), newton());
        assertArrayEquals(b.toDoubleArray(), a.matmul(fit.parameters()).toDoubleArray(), 1e-12);
        assertTrue(fit.steps() <= 2);
        assertArrayEquals(
                fit.parameters().toDoubleArray(),
                minimize(f, Tensors.zeros(3), conjugateGradient()).parameters().toDoubleArray(),
                1e-8);
    }

    @Test
    void structuredStartsAndSinglePrecision() {
        Map<String, Tensor> start = Map.of("a", Tensors.of(3.0), "b", Tensors.ones(2));
        Fit<Map<String, Tensor>> fit = minimize(
                p -> p.get("a")
                        .minus(1)
                        .square()
                        .plus(p.get("b").plus(2).square().sum()),
                start,
                lbfgs());
        assertEquals(1, fit.parameters().get("a").item(), 1e-8);
        assertArrayEquals(new double[] {-2, -2}, fit.parameters().get("b").toDoubleArray(), 1e-8);
        Fit<Tensor> single =
                minimize(ROSENBROCK, Tensors.of(-1.2, 1.0).cast(DType.FLOAT32), lbfgs().gradientTolerance(1e-3));
        assertEquals(DType.FLOAT32, single.parameters().dtype());
        assertEquals(1, single.parameters().at(0), 1e-2);
    }

    @Test
    void leastSquaresFindsTheCurve() {
        Tensor t = Tensors.linspace(0, 4, 60);
        Tensor y = t.times(-1.3).exp().times(2.5).plus(0.7);
        Fit<Tensor> fit = leastSquares(
                p -> t.times(p.get(1)).exp().times(p.get(0)).plus(p.get(2)).minus(y), Tensors.of(1.0, -0.1, 0.0));
        assertArrayEquals(new double[] {2.5, -1.3, 0.7}, fit.parameters().toDoubleArray(), 1e-8);
        assertTrue(fit.converged());
        Fit<Tensor> banana = leastSquares(
                x -> Tensors.stack(
                        0,
                        x.get(1).minus(x.get(0).square()).times(10),
                        x.get(0).neg().plus(1)),
                Tensors.of(-1.2, 1.0));
        assertArrayEquals(new double[] {1, 1}, banana.parameters().toDoubleArray(), 1e-10);
        Fit<Tensor> underdetermined = leastSquares(x -> x.sum().minus(3).reshape(1), Tensors.zeros(4));
        assertEquals(0, underdetermined.value(), 1e-18);
    }

    @Test
    void leastSquaresTrainsANetToManyDigits() {
        Tensor x = Tensors.linspace(-1, 1, 60).reshape(-1, 1);
        Tensor y = x.times(3).sin();
        List<Tensor> start = List.of(
                Tensors.linspace(-2, 2.3, 8).reshape(1, 8),
                Tensors.linspace(-1, 1.1, 8),
                Tensors.linspace(0.6, -0.5, 8).reshape(8, 1),
                Tensors.zeros(1));
        Fit<List<Tensor>> fit = leastSquares(
                p -> x.matmul(p.get(0))
                        .plus(p.get(1))
                        .tanh()
                        .matmul(p.get(2))
                        .plus(p.get(3))
                        .minus(y),
                start,
                levenbergMarquardt().steps(60));
        assertTrue(fit.value() < 1e-6, fit.toString());
    }

    @Test
    void equalityConstraintWithKnownMultiplier() {
        Fn f = x -> x.square().sum();
        ConstrainedFit fit = minimize(
                f, Tensors.of(3.0, -1.0), subjectTo().equal(x -> x.sum().minus(2)));
        assertTrue(fit.converged(), fit.toString());
        assertArrayEquals(new double[] {1, 1}, fit.parameters().toDoubleArray(), 1e-7);
        assertEquals(-2, fit.equalityMultipliers().at(0), 1e-6);
        ConstrainedFit circle = minimize(
                x -> x.sum(),
                Tensors.of(0.3, -0.8),
                subjectTo().equal(x -> x.square().sum().minus(2)));
        assertArrayEquals(new double[] {-1, -1}, circle.parameters().toDoubleArray(), 1e-7);
        assertEquals(0.5, circle.equalityMultipliers().at(0), 1e-6);
    }

    @Test
    void inequalitiesAndBounds() {
        Fn f = x -> x.get(0).minus(2).square().plus(x.get(1).minus(1).square());
        Fn parabola = x -> x.get(0).square().minus(x.get(1));
        Fn line = x -> x.sum().minus(2);
        ConstrainedFit fit = minimize(
                f, Tensors.of(0.5, 0.5), subjectTo().atMostZero(parabola).atMostZero(line));
        assertTrue(fit.converged(), fit.toString());
        assertArrayEquals(new double[] {1, 1}, fit.parameters().toDoubleArray(), 1e-6);
        assertEquals(2.0 / 3, fit.inequalityMultipliers().at(0), 1e-5);
        assertEquals(2.0 / 3, fit.inequalityMultipliers().at(1), 1e-5);
        ConstrainedFit slack = minimize(
                f, Tensors.of(0.0, 0.0), subjectTo().atLeastZero(x -> x.sum().plus(10)));
        assertArrayEquals(new double[] {2, 1}, slack.parameters().toDoubleArray(), 1e-7);
        assertEquals(0, slack.inequalityMultipliers().at(0), 1e-12);
        ConstrainedFit box =
                minimize(ROSENBROCK, Tensors.of(-1.2, 0.2), subjectTo().between(-2, 0.5));
        assertArrayEquals(new double[] {0.5, 0.25}, box.parameters().toDoubleArray(), 1e-7);
        assertTrue(box.converged(), box.toString());
        ConstrainedFit simplex = minimize(
                x -> x.minus(Tensors.of(0.9, 0.6, -0.4)).square().sum(),
                Tensors.full(0.3, 3),
                subjectTo().equal(x -> x.sum().minus(1)).between(0, 1));
        assertArrayEquals(new double[] {0.65, 0.35, 0}, simplex.parameters().toDoubleArray(), 1e-7);
        assertThrows(
                IllegalArgumentException.class,
                () -> minimize(f, Tensors.zeros(2), subjectTo().between(1, 0)));
    }

    @Test
    void multipliersCloseTheConditionOfLagrange() {
        Fn f = x -> x.get(0).times(x.get(1)).plus(x.get(2).exp());
        Fn c = x -> x.square().sum().minus(3);
        ConstrainedFit fit = minimize(f, Tensors.of(1.0, -0.5, 0.3), subjectTo().equal(c));
        Tensor g = Grad.grad(f).apply(fit.parameters());
        Tensor dc = Grad.grad(c).apply(fit.parameters());
        assertEquals(
                0, g.plus(dc.times(fit.equalityMultipliers().at(0))).abs().max().item(), 1e-6);
        assertTrue(fit.violation() <= 1e-8);
    }

    @Test
    void aStartWithoutAValueIsReported() {
        assertEquals(
                StopReason.NOT_FINITE,
                minimize(x -> x.log().sum(), Tensors.of(-1.0), lbfgs()).reason());
        assertThrows(
                IllegalArgumentException.class,
                () -> minimize(p -> Tensors.of(1.0), List.of("no", "numbers"), lbfgs()));
    }
}
