package lectern.nn;

import static lectern.tensor.Tensors.of;
import static lectern.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.grad.Grad;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;

class LossesTest {
    @Test
    void aLossOfNoSamplesIsRefused() {
        var words = assertThrows(ShapeException.class, () -> Losses.mse(zeros(0, 1), zeros(0, 1)))
                .getMessage();
        assertTrue(words.startsWith("mse has nothing to compare") && words.contains("(0, 1)"), words);
        assertThrows(ShapeException.class, () -> Losses.crossEntropy(zeros(0, 3), zeros(0, 3)));
    }

    @Test
    void shapesThatWouldBroadcastAreRefused() {
        var words = assertThrows(ShapeException.class, () -> Losses.mse(zeros(5, 1), zeros(5)))
                .getMessage();
        assertTrue(words.contains("reshape(-1, 1)"), words);
        assertEquals(2.5, Losses.mse(of(1.0, 3), of(0.0, 1)).item());
    }

    @Test
    void eluHasNoCornerAtZero() {
        var slopes = Grad.elementwiseGrad(Activation.ELU).apply(of(-1e-9, 0, 1e-9));
        assertArrayEquals(new double[] {1, 1, 1}, slopes.toDoubleArray(), 1e-8);
        var values = Activation.ELU.apply(of(-2.0, 0, 2)).toDoubleArray();
        assertArrayEquals(new double[] {Math.expm1(-2), 0, 2}, values, 1e-15);
    }
}
