package lectern.nn;

import static lectern.optim.Optim.leastSquares;
import static lectern.optim.Optim.levenbergMarquardt;
import static lectern.optim.Optim.watch;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.grad.Grad;
import lectern.grad.Tree;
import lectern.optim.Fit;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MlpJacobianTest {
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SINE", "SIGMOID", "SOFTPLUS"})
    void everyRowIsTheGradientOfItsSample(Activation activation) {
        Sampling.seed(3);
        Mlp net = Nn.mlp(2, 5, 4, 1).activation(activation).output(Activation.TANH);
        Tensor x = Sampling.rand(7, 2);
        Tensor rows = net.jacobian(x);
        assertArrayEquals(new int[] {7, net.count()}, rows.shape());
        for (int i = 0; i < 7; i++) {
            Tensor sample = x.slice(i, i + 1);
            List<Tensor> gradient =
                    Tree.leaves(Grad.grad((Mlp n) -> n.apply(sample).sum(), net));
            Tensor flat =
                    Tensors.concat(0, gradient.stream().map(Tensor::flatten).toArray(Tensor[]::new));
            assertTrue(flat.allClose(rows.row(i), 1e-12, 1e-13));
        }
    }

    @Test
    void leastSquaresGoesTheSameWayWithIt() {
        Sampling.seed(4);
        Mlp net = Nn.mlp(1, 6, 1);
        Tensor x = Tensors.linspace(-1, 1, 40).reshape(-1, 1);
        Tensor y = x.times(3).sin();
        Fit<Mlp> automatic =
                leastSquares(n -> n.apply(x).minus(y), net, levenbergMarquardt().steps(40));
        Fit<Mlp> given = leastSquares(
                n -> n.apply(x).minus(y),
                n -> n.jacobian(x),
                net,
                levenbergMarquardt().steps(40),
                watch());
        assertEquals(automatic.value(), given.value(), 1e-3 * automatic.value());
        assertTrue(given.value() < 1e-2 * given.losses()[0]);
    }

    @Test
    void wrongShapesAreNamed() {
        Mlp net = Nn.mlp(2, 3, 1);
        assertTrue(assertThrows(ShapeException.class, () -> net.jacobian(Tensors.zeros(4, 3)))
                .getMessage()
                .contains("(4, 3)"));
        assertThrows(ShapeException.class, () -> Nn.mlp(2, 3, 2).jacobian(Tensors.zeros(4, 2)));
        assertThrows(
                IllegalArgumentException.class,
                () -> net.activation(Activation.SOFTMAX).jacobian(Tensors.zeros(4, 2)));
        Tensor x = Tensors.zeros(4, 2);
        var wrong = assertThrows(
                ShapeException.class,
                () -> leastSquares(
                        (Mlp n) -> n.apply(x), n -> Tensors.zeros(4, 2), net, levenbergMarquardt(), watch()));
        assertTrue(wrong.getMessage().contains("(4, 13)"), wrong.getMessage());
    }
}
