package lectern.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

class StatsTest {
    @Test
    void incompleteFunctionsAndTheirRefusals() {
        assertEquals(0.5, Stats.betainc(2, 2, 0.5), 1e-15);
        assertEquals(1 - Math.exp(-2), Stats.gammainc(1, 2), 1e-15);
        var error = assertThrows(IllegalArgumentException.class, () -> Stats.betainc(2, 2, 1.5));
        assertTrue(error.getMessage().endsWith("got 2.0, 2.0, 1.5"), error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Stats.gammainc(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Tensors.of(1.0).polygamma(-1));
    }

    @Test
    void specialFunctionsAtTheEndsOfTheRange() {
        assertEquals(Double.POSITIVE_INFINITY, Stats.lgamma(-3));
        assertEquals(Double.POSITIVE_INFINITY, Stats.erfinv(1));
        assertTrue(Double.isNaN(Stats.erfinv(1.01)) && Double.isNaN(Stats.lgamma(Double.NaN)));
        assertTrue(Double.isNaN(Stats.digamma(-2)));
        assertEquals(DType.FLOAT32, Tensors.of(2f, 3f).digamma().dtype());
        assertEquals(DType.FLOAT64, Tensors.of(2, 3).lgamma().dtype());
    }
}
