package lectern.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void stepsValuesAndAdjointsOfAKnownFormula() {
        var trace = Grad.graph((x, y) -> x.times(y).plus(x.sin()), 2, 3);
        assertEquals(
                List.of("x", "y", "v1 = x · y", "v2 = sin(x)", "v3 = v1 + v2"),
                trace.steps().stream().map(Trace.Step::formula).toList());
        double[] values = {2, 3, 6, Math.sin(2), 6 + Math.sin(2)};
        double[] adjoints = {3 + Math.cos(2), 2, 1, 1, 1};
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], trace.steps().get(i).value().item(), 1e-14);
            assertEquals(adjoints[i], trace.steps().get(i).adjoint().item(), 1e-14);
        }
    }

    /** The adjoint of the argument is the gradient, whatever the program; the last value is the function's. */
    @Test
    void agreesWithGradOnRandomPrograms() {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            long seed = random.nextLong();
            Fn f = x -> program(x, seed);
            double at = random.nextDouble();
            var trace = Grad.graph(f, at);
            assertEquals(Grad.grad(f).at(at), trace.steps().getFirst().adjoint().item(), 1e-12);
            assertEquals(f.at(at), trace.steps().getLast().value().item(), 0);
        }
    }

    private static Tensor program(Tensor x, long seed) {
        var random = new Random(seed);
        Tensor y = x;
        for (int i = 0; i < 6; i++) {
            y = switch (random.nextInt(5)) {
                case 0 -> y.sin();
                case 1 -> y.times(x);
                case 2 -> y.plus(random.nextInt(3)).tanh();
                case 3 -> y.minus(x.square());
                default -> y.times(0.5).exp();
            };
        }
        return y.plus(x);
    }

    @Test
    void arraysShowTheirShapeAndTheSumIsDifferentiated() {
        var trace = Grad.graph(x -> x.square(), Tensors.of(1.0, 2, 3));
        assertEquals(Tensors.of(2.0, 4, 6), trace.steps().getFirst().adjoint());
        assertEquals("array of shape (3,)", Trace.text(trace.steps().getFirst().value()));
    }

    @Test
    void whatDoesNotReachTheResultHasAdjointZero() {
        var trace = Grad.graph(
                x -> {
                    x.exp();
                    return x.times(2);
                },
                1);
        assertEquals(0, trace.steps().get(1).adjoint().item());
        assertEquals(2, trace.steps().getFirst().adjoint().item());
        assertEquals(
                0,
                Grad.graph(x -> Tensors.of(5.0), 1).steps().getFirst().adjoint().item());
    }

    @Test
    void readsAsATable() {
        assertEquals("""
                step              value  adjoint
                x                     2   −2.615
                v1 = square(x)        4  −0.6536
                v2 = sin(v1)    −0.7568        1""", Grad.graph(x -> x.square().sin(), 2).toString());
    }

    @Test
    void anIntegerResultIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Grad.graph(x -> x.argmax(), Tensors.of(1.0, 2)));
        assertThrows(IllegalArgumentException.class, () -> Grad.graph(x -> null, 1));
    }
}
