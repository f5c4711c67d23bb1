package lectern.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/** Numbers on the left of a tensor. */
class LeftNumbersTest {
    @Test
    void keepTheTypeAndShapeOfTheTensor() {
        for (DType type : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            Tensor x = Tensors.of(0.5, 2, -4).cast(type);
            assertEquals(Tensors.of(0.5, -1, 5).cast(type), Tensors.minus(1, x));
            assertEquals(Tensors.of(1.5, 3, -3).cast(type), Tensors.plus(1, x));
            assertEquals(Tensors.of(1.0, 4, -8).cast(type), Tensors.times(2, x));
            assertEquals(Tensors.of(2.0, 0.5, -0.25).cast(type), Tensors.div(1, x));
        }
        assertEquals(DType.INT64, Tensors.minus(1, Tensors.of(1, 2)).dtype());
        assertEquals(Tensors.of(0, -1), Tensors.minus(1, Tensors.of(1, 2)));
        assertEquals(Tensors.of(1.0, 0.5), Tensors.div(1, Tensors.of(1, 2)));
    }
}
