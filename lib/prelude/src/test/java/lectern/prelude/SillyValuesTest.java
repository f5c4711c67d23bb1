package lectern.prelude;

import static lectern.nn.Nn.mlp;
import static lectern.optim.Optim.*;
import static lectern.plot.Plots.*;
import static lectern.tensor.Tensors.linspace;
import static lectern.tensor.Tensors.of;
import static lectern.tensor.Tensors.stack;
import static lectern.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.grad.Fn;
import lectern.optim.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Hyper-parameters that make no sense are answered with what was given and what to do. */
class SillyValuesTest {
    private static final Fn SQUARES = t -> t.square().sum();

    @Test
    void everyAnswerSaysWhatWasGivenAndWhatIsWanted() {
        Map<String, Executable> cases = new LinkedHashMap<>();
        cases.put("the learning rate must be a positive number, such as 0.01; got -0.1", () -> adam(-0.1));
        cases.put(
                "the stretch of a decay must be a positive number of steps, got 0",
                () -> exponentialDecay(0.01, 0.1, 0));
        cases.put("write of(1.0, 2.0) instead of of(1, 2)", () -> minimize(SQUARES, of(1, 2), sgd(0.1), 10));
        cases.put("instead of of(1, 2)", () -> minimize(SQUARES, of(1, 2), lbfgs()));
        cases.put(
                "steps must not be negative, got -3", () -> levenbergMarquardt().steps(-3));
        cases.put(
                "steps must not be negative, got -4", () -> conjugateGradient().steps(-4));
        cases.put("steps must not be negative, got -5", () -> newton().steps(-5));
        cases.put("steps must not be negative, got -6", () -> steepestDescent().steps(-6));
        cases.put(
                "takes 1 input a row, but x has shape (10,)", () -> mlp(1, 5, 1).apply(linspace(0, 1, 10)));
        cases.put("linspace wants a number of points that is not negative, got -3", () -> linspace(0, 1, -3));
        cases.put("stack: shape (3,) (argument 1) differs from (2,)", () -> stack(0, zeros(2), zeros(3)));
        cases.put("The width of a line is a number of points of 0 or more but got -1.0", () -> width(-1));
        cases.put("The size of a mark is a number of points of 0 or more but got NaN", () -> size(Double.NaN));
        cases.put("every n-th point, with n of 1 or more, but got 0", () -> every(0));
        cases.put("Opacity lies between 0, which cannot be seen, and 1 but got 1.5", () -> alpha(1.5));
        cases.forEach((words, attempt) -> {
            String message =
                    assertThrows(RuntimeException.class, attempt, words).getMessage();
            assertTrue(message.contains(words), message);
        });
    }

    @Test
    void aLossThatIsNoNumberFromTheStartDoesNotBlameTheRate() {
        Fn logarithm = t -> t.log().sum();
        for (var fit :
                List.of(minimize(logarithm, of(-1.0, 2), sgd(0.1), 10), minimize(logarithm, of(-1.0, 2), lbfgs()))) {
            assertTrue(fit.toString().contains("from the start; look at the data"), fit.toString());
            assertEquals(StopReason.NOT_FINITE, fit.reason());
        }
        var far = minimize(SQUARES, of(1.0, 2), sgd(1e10), 1000);
        assertTrue(far.toString().endsWith("try a smaller learning rate"), far.toString());
    }
}
