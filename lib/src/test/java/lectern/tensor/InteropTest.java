package lectern.tensor;

import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class InteropTest {
    @Test
    void tablesThereAndBack() {
        Table table = Table.create(IntColumn.create("a", 1, 2, 3), BooleanColumn.create("b", true, false, true));
        Tensor x = array(table);
        assertEquals(of(new double[][] {{1, 1}, {2, 0}, {3, 1}}), x);
        assertEquals(of(1.0, 2, 3), array(table.column("a")));
        assertEquals(x, array(Interop.toTable(x, "p", "q")));
        assertThrows(IllegalArgumentException.class, () -> array(StringColumn.create("s", "x")));
        assertThrows(ShapeException.class, () -> Interop.toTable(x, "p"));
    }

    @Test
    void imagesThereAndBack() {
        Tensor grey = arange(6.0).div(5.0).times(255.0).round().div(255.0).reshape(2, 3);
        assertTrue(array(Interop.toImage(grey)).allClose(grey, 0, 1e-12));
        for (int channels : new int[] {3, 4}) {
            Tensor colours = arange(8.0 * channels).times(7.0).div(255.0).reshape(2, 4, channels);
            BufferedImage image = Interop.toImage(colours);
            assertEquals(4, image.getWidth());
            assertTrue(array(image).allClose(colours, 0, 1e-12));
        }
        assertThrows(ShapeException.class, () -> Interop.toImage(zeros(3)));
    }

    @Test
    void nd4jThereAndBack() {
        for (DType type : DType.values()) {
            Tensor x = arange(6).cast(type).reshape(2, 3);
            var array = x.toINDArray();
            assertArrayEquals(new long[] {2, 3}, array.shape());
            assertEquals(x, array(array));
        }
        assertEquals(
                of(new double[][] {{0, 2}, {1, 3}}),
                array(Nd4j.createFromArray(new double[][] {{0, 1}, {2, 3}}).transpose()));
        assertEquals(of(2.5), array(of(2.5).toINDArray()));
        assertEquals(of(2.0, 3), array(Nd4j.createFromArray(0.0, 1, 2, 3).get(NDArrayIndex.interval(2, 4))));
    }
}
