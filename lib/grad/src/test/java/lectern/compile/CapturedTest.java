package lectern.compile;

import static lectern.optim.Optim.sgd;
import static lectern.optim.Optim.training;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import lectern.grad.Fn;
import lectern.grad.FnN;
import lectern.optim.Training;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import org.junit.jupiter.api.Test;

/** What a compiled function reads besides its arguments: noticed when it changes. */
final class CapturedTest {
    private static final double RATE = 0.1;

    @Test
    void aCapturedTensorThatIsWrittenToCountsAtOnce() {
        Tensor weights = Tensors.of(1.0, 2, 3);
        Fn f = Compiler.compile((Fn) x -> x.times(weights).sum());
        Tensor x = Tensors.of(1.0, 10, 100);
        assertEquals(321, f.apply(x).item());
        weights.set(0, 5);
        assertEquals(325, f.apply(x).item());
        Tensor folded = Tensors.of(1.0, 2, 3);
        Fn g = Compiler.compile(
                (Fn) t -> t.plus(Tensors.of(1.0, 1, 1)).times(folded).sum());
        assertEquals(2 + 22 + 303, g.apply(x).item());
        folded.set(2, 0);
        assertEquals(2 + 22, g.apply(x).item());
    }

    @Test
    void oneThatIsWrittenToAgainAndAgainStillCounts() {
        Tensor weights = Tensors.of(1.0, 2);
        FnN f = new Compiled(x -> new Tensor[] {x[0].times(weights).sum()});
        for (int i = 0; i < 20; i++) {
            weights.set(1, i);
            assertEquals(3.0 + 4 * i, f.apply(Tensors.of(3.0, 4))[0].item());
        }
    }

    @Test
    void trainingSeesDataThatAreWrittenTo() {
        Tensor target = Tensors.of(1.0, 2);
        Training<Tensor> fast = training((p, d) -> p.minus(target).square().sum(), Tensors.of(0.0, 0), sgd(RATE));
        double[] p = {0, 0};
        double[] goal = {1, 2};
        for (int i = 0; i < 40; i++) {
            if (i % 9 == 5) {
                goal[1] = i;
                target.set(1, i);
            }
            double loss = 0;
            for (int k = 0; k < 2; k++) {
                loss += (p[k] - goal[k]) * (p[k] - goal[k]);
                p[k] -= RATE * 2 * (p[k] - goal[k]);
            }
            assertEquals(loss, fast.step(), 1e-9 * (1 + loss), "step " + i);
        }
    }

    private static final class Box {
        Tensor target = Tensors.of(1.0, 2);
    }

    @Test
    void trainingSeesAVariableThatWasReplaced() {
        Box box = new Box();
        Training<Tensor> fast = training((p, d) -> p.minus(box.target).square().sum(), Tensors.of(0.0, 0), sgd(RATE));
        for (int i = 0; i < 7; i++) {
            fast.step();
        }
        box.target = Tensors.of(-3.0, 9);
        for (int i = 0; i < 100; i++) {
            fast.step();
        }
        double[] reached = fast.parameters().toDoubleArray();
        assertEquals(-3, reached[0], 1e-6);
        assertEquals(9, reached[1], 1e-6);
    }

    @Test
    void freshNumbersInEveryStepAreFresh() {
        SplittableRandom noise = new SplittableRandom(1);
        Training<Tensor> fast = training(
                (p, d) -> p.times(0)
                        .plus(Raw.wrap(noise.doubles(8).toArray(), 8))
                        .square()
                        .sum(),
                Tensors.zeros(8),
                sgd(RATE));
        double before = fast.step();
        for (int i = 0; i < 8; i++) {
            double loss = fast.step();
            assertTrue(loss != before, "step " + i + " saw the numbers of the step before");
            before = loss;
        }
    }

    @Test
    void coursesAreComparedBitByBit() {
        Tensor data = Tensors.of(1.0, 2, 3);
        FnN plain = x -> new Tensor[] {x[0].minus(data).square().sum()};
        Trace first = Trace.of(plain, Tensors.zeros(3));
        assertTrue(first.isSame(Trace.of(plain, Tensors.ones(3))));
        assertTrue(first.isSame(Trace.of(
                x -> new Tensor[] {x[0].minus(Tensors.of(1.0, 2, 3)).square().sum()}, Tensors.zeros(3))));
        assertFalse(first.isSame(Trace.of(
                x -> new Tensor[] {x[0].minus(Tensors.of(1.0, 2, 4)).square().sum()}, Tensors.zeros(3))));
        assertFalse(first.isSame(
                Trace.of(x -> new Tensor[] {x[0].minus(data).abs().sum()}, Tensors.zeros(3))));
        assertFalse(first.isComparable(Trace.of(x -> new Tensor[] {x[0].sum()}, Tensors.zeros(4))));
        data.set(0, 7);
        assertFalse(first.isSame(Trace.of(plain, Tensors.zeros(3))));
    }
}
