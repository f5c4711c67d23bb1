package lectern.compile;

import static lectern.grad.Grad.grad;
import static lectern.tensor.Convolutions.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.function.Function;
import lectern.grad.Fn;
import lectern.grad.FnN;
import lectern.tensor.Tensor;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/** Compiled convolutional programs against the same programs run operation by operation. */
class ConvolutionTest {
    @Test
    void stepsOfASmallNetAgree() {
        Tensor[] data = SmallCnn.pictures(DType.FLOAT64, 4);
        Tensor[] state = SmallCnn.parameters(DType.FLOAT64);
        FnN step = SmallCnn.step(0.05);
        TrainingProgram training = new TrainingProgram(step, state);
        double first = Double.NaN;
        for (int k = 0; k < 3; k++) {
            Tensor[] all = {
                state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7], data[0], data[1]
            };
            Tensor[] out = step.apply(all);
            System.arraycopy(out, 1, state, 0, 8);
            double loss = out[0].item();
            assertEquals(loss, training.step(new double[0], data), 1e-10);
            first = k == 0 ? loss : first;
            assertTrue(loss <= first);
        }
    }

    @Test
    void aStepAllocatesNoArrays() {
        TrainingProgram training = new TrainingProgram(SmallCnn.step(0.01), SmallCnn.parameters(DType.FLOAT32));
        Tensor[] data = SmallCnn.pictures(DType.FLOAT32, 2);
        double[] none = {};
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + 150_000_000_000L;
        long bytes;
        // Vectors live on the heap until the just-in-time compiler has seen the loops often enough.
        do {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int k = 0; k < 10; k++) {
                training.step(none, data);
            }
            bytes = (threads.getCurrentThreadAllocatedBytes() - before) / 10;
        } while (bytes > 60_000 && System.nanoTime() < end);
        // The first layer alone has 173 kB; what remains are views for native calls.
        assertTrue(bytes <= 60_000, bytes + " bytes a step");
    }

    @Test
    void secondDerivativesAgree() {
        Tensor x = SmallCnn.pictures(DType.FLOAT64, 2)[0].slice(2, 0, 6).slice(3, 0, 7);
        Tensor w = SmallCnn.parameters(DType.FLOAT64)[0].slice(0, 0, 4);
        Function<Tensor, Tensor> f = v -> {
            Tensor h = avgPool2d(conv2d(x, v, stride(2).padding(1)).tanh(), 2, stride(1));
            return maxPool2d(convTranspose2d(h, v, padding("same")), 2).square().sum();
        };
        Function<Tensor, Tensor> twice =
                v -> grad((Function<Tensor, Tensor>) u -> grad(f, u).square().sum(), v);
        Tensor made = Compiler.compile((Fn) twice::apply).apply(w);
        assertArrayEquals(twice.apply(w).toDoubleArray(), made.toDoubleArray(), 1e-10);
    }
}
