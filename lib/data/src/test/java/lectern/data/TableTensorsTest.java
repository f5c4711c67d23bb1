package lectern.data;

import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.tensor.Tensor;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableTensorsTest {
    @Test
    void tablesThereAndBack() {
        Table table = Table.create(IntColumn.create("a", 1, 2, 3), BooleanColumn.create("b", true, false, true));
        Tensor x = array(table);
        assertEquals(of(new double[][] {{1, 1}, {2, 0}, {3, 1}}), x);
        assertEquals(of(1.0, 2, 3), array(table.column("a")));
        assertEquals(x, array(TableTensors.toTable(x, "p", "q")));
        assertThrows(IllegalArgumentException.class, () -> array(StringColumn.create("s", "x")));
        assertThrows(ShapeException.class, () -> TableTensors.toTable(x, "p"));
    }
}
