package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** Nonlinear regression against certified values, from the far start and the near one. */
class StrdTest {
    @Test
    void regressionsEndAtTheCertifiedValuesFromBothStarts() {
        List<StrdProblems.Problem> problems = StrdProblems.all();
        assertEquals(27, problems.size());
        List<String> failures = new ArrayList<>();
        for (StrdProblems.Problem problem : problems) {
            for (int start = 0; start < 2; start++) {
                var fit = leastSquares(
                        problem.residuals(),
                        Tensors.of(problem.starts()[start]),
                        levenbergMarquardt().steps(5000));
                double digits = digits(fit.parameters().toDoubleArray(), problem.certified());
                // A start from which the data cannot be reached may be lost, but is then not called converged.
                boolean may = problem.level().equals("higher") && !fit.converged();
                if (!(digits >= 6 && fit.converged()) && !may) {
                    failures.add(problem.name() + " from start " + (start + 1) + ": " + digits + " digits, " + fit
                            + fit.parameters());
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void aPlateauIsNotCalledTheMinimum() {
        var box = StrdProblems.all().stream()
                .filter(p -> p.name().equals("BoxBOD"))
                .findFirst()
                .orElseThrow();
        var fit = leastSquares(box.residuals(), Tensors.of(box.starts()[0]));
        assertTrue(fit.value() > box.squares(), fit.toString());
        assertFalse(fit.converged());
        assertTrue(fit.toString().contains("lost all influence"), fit.toString());
        var unused = leastSquares(x -> x.get("0:2").exp().minus(2), Tensors.of(3.0, 2.0, 5.0));
        assertTrue(unused.converged(), unused.toString());
        assertArrayEquals(
                new double[] {Math.log(2), Math.log(2), 5}, unused.parameters().toDoubleArray(), 1e-12);
    }

    /** The least number of digits that agree. */
    private static double digits(double[] found, double... certified) {
        double worst = 0;
        for (int i = 0; i < found.length; i++) {
            worst = Math.max(worst, Math.abs(found[i] - certified[i]) / Math.abs(certified[i]));
        }
        return -Math.log10(worst);
    }
}
