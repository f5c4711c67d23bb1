package lectern.nn.dl4j;

import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.tensor.Tensor;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Nd4jArraysTest {
    @Test
    void nd4jThereAndBack() {
        for (DType type : DType.values()) {
            Tensor x = arange(6).cast(type).reshape(2, 3);
            var array = Dl4j.indArray(x);
            assertArrayEquals(new long[] {2, 3}, array.shape());
            assertEquals(x, array(array));
        }
        assertEquals(
                of(new double[][] {{0, 2}, {1, 3}}),
                array(Nd4j.createFromArray(new double[][] {{0, 1}, {2, 3}}).transpose()));
        assertEquals(of(2.5), array(Dl4j.indArray(of(2.5))));
        assertEquals(of(2.0, 3), array(Nd4j.createFromArray(0.0, 1, 2, 3).get(NDArrayIndex.interval(2, 4))));
    }
}
