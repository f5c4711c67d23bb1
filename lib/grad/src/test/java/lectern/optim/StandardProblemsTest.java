package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** Solvers on standard problems end at minima that are known, and never call anything else converged. */
class StandardProblemsTest {
    private static final int FARTHER = System.getenv("LECTERN_NIGHTLY") == null ? 1 : 10;

    @Test
    void leastSquaresSolvesAll() {
        List<String> failures = new ArrayList<>();
        for (StandardProblems problem : StandardProblems.all()) {
            Fit<Tensor> fit = leastSquares(
                    problem.residuals(), problem.start(), levenbergMarquardt().steps(2000));
            if (!fit.converged() || !known(2 * fit.value(), problem)) {
                failures.add(problem.name() + ": " + fit);
            }
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void solversConvergeAtMinimaOnly() {
        List<String> failures = new ArrayList<>();
        Random random = new Random(5);
        for (StandardProblems problem : StandardProblems.all()) {
            Fn f = x -> problem.residuals().apply(x).square().sum();
            for (int far = 0; far < FARTHER; far++) {
                double stretch = far == 0 ? 1 : 0.5 + 2 * random.nextDouble();
                Tensor start = problem.start().times(stretch);
                for (Method method : List.of(
                        lbfgs(),
                        newton(),
                        conjugateGradient(),
                        steepestDescent().steps(200))) {
                    Fit<Tensor> fit = minimize(f, start, method);
                    String lie = fit.converged() ? lie(f, fit, random) : null;
                    if (lie != null) {
                        failures.add(problem.name() + ", " + method + ": " + lie + ", " + fit);
                    }
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void lbfgsSolvesAllButTheWorstScaled() {
        List<String> unsolved = new ArrayList<>();
        for (StandardProblems problem : StandardProblems.all()) {
            Fit<Tensor> fit =
                    minimize(x -> problem.residuals().apply(x).square().sum(), problem.start(), lbfgs());
            if (!known(fit.value(), problem)) {
                unsolved.add(problem.name() + ": " + fit);
            }
        }
        assertEquals(List.of(), unsolved);
    }

    private static boolean known(double squares, StandardProblems problem) {
        for (double minimum : problem.minima()) {
            if (Math.abs(squares - minimum) <= (minimum == 0 ? 1e-8 : 1e-6 * minimum)) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with calling this a minimum; null when nothing is. */
    private static String lie(Fn f, Fit<Tensor> fit, Random random) {
        double steepest = Grad.grad(f).apply(fit.parameters()).abs().max().item();
        if (!(steepest <= 1e-6 * Math.max(1, fit.value()))) {
            return "gradient of " + steepest;
        }
        for (int i = 0; i < 50; i++) {
            double[] x = fit.parameters().toDoubleArray();
            for (int k = 0; k < x.length; k++) {
                x[k] += 1e-4 * random.nextGaussian() * Math.abs(x[k]);
            }
            double there = f.apply(Tensors.of(x)).item();
            if (there < fit.value() - 1e-6 * fit.value() - 1e-9) {
                return "smaller beside: " + there;
            }
        }
        return null;
    }
}
