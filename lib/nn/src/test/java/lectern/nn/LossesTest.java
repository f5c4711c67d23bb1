package lectern.nn;

import static lectern.tensor.Tensors.array;
import static lectern.tensor.Tensors.eye;
import static lectern.tensor.Tensors.linspace;
import static lectern.tensor.Tensors.of;
import static lectern.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.grad.Grad;
import lectern.tensor.type.DType;
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

    @Test
    void aClassThatIsMaskedOutCostsNothingAndOneThatIsWantedEverything() {
        double inf = Double.POSITIVE_INFINITY;
        var masked = array(new double[][] {{1, -inf}, {2, -inf}});
        assertEquals(
                0,
                Losses.crossEntropy(masked, array(new double[][] {{1, 0}, {1, 0}}))
                        .item());
        assertEquals(0, Losses.crossEntropy(masked, of(0, 0)).item());
        assertEquals(inf, Losses.crossEntropy(masked, of(0, 1)).item());
        var slopes = Grad.grad(z -> Losses.crossEntropy(z, of(0, 0))).apply(array(new double[][] {
            {1, 0, -inf}, {0, 0, -inf}
        }));
        assertTrue(slopes.isFinite().all().isTrue(), slopes.toString());
        assertArrayEquals(new double[] {0, 0}, slopes.col(2).toDoubleArray());
        assertEquals(0, Losses.binaryCrossEntropy(of(inf, -inf), of(1.0, 0)).item());
        assertEquals(inf, Losses.binaryCrossEntropy(of(inf, -inf), of(0.0, 1)).item());
        var binary = Grad.grad(z -> Losses.binaryCrossEntropy(z, of(1.0, 0))).apply(of(inf, -inf));
        assertArrayEquals(new double[] {0, 0}, binary.toDoubleArray());
    }

    @Test
    void classesAreNumbersOrRows() {
        var logits = linspace(-2, 3, 12).reshape(4, 3);
        var classes = of(0, 2, 1, 1);
        var rows = eye(3).take(classes);
        assertEquals(
                Losses.crossEntropy(logits, rows).item(),
                Losses.crossEntropy(logits, classes).item());
        assertEquals(
                Losses.crossEntropy(logits, rows).item(),
                Losses.crossEntropy(logits.cast(DType.FLOAT32), classes).item(),
                1e-6);
        var words = assertThrows(IndexOutOfBoundsException.class, () -> Losses.crossEntropy(logits, of(0, 3, 1, 1)))
                .getMessage();
        assertTrue(words.contains("0 to 2") && words.contains("3"), words);
        words = assertThrows(ShapeException.class, () -> Losses.crossEntropy(logits, of(0.0, 2, 1, 1)))
                .getMessage();
        assertTrue(words.contains("cast(DType.INT64)"), words);
    }
}
