package lectern.tensor;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;

/** Random numbers can be drawn again, and aside. */
class RandomPositionTest {
    @Test
    void theSameNumbersComeAgain() {
        Sampling.seed(7);
        Sampling.generator().nextLong();
        RandomPosition here = Sampling.randomPosition();
        long[] drawn = {Sampling.generator().nextLong(), Sampling.generator().nextLong()};
        double[] more = Sampling.randn(5).toDoubleArray();
        long split = Sampling.generator().split().nextLong();
        for (int again = 0; again < 2; again++) {
            here.resume();
            for (long number : drawn) {
                assertEquals(number, Sampling.generator().nextLong());
            }
            assertArrayEquals(more, Sampling.randn(5).toDoubleArray());
            assertEquals(split, Sampling.generator().split().nextLong());
        }
    }

    @Test
    void whatIsDrawnAsideDoesNotCount() {
        Sampling.seed(8);
        RandomPosition start = Sampling.randomPosition();
        double first = Sampling.rand().item();
        double second = Sampling.rand().item();
        start.resume();
        Sampling.rand();
        assertEquals(first, start.aside(() -> Sampling.rand().item()));
        assertThrows(
                IllegalStateException.class,
                () -> start.aside(() -> {
                    Sampling.seed(9);
                    throw new IllegalStateException();
                }));
        assertEquals(second, Sampling.rand().item());
    }
}
