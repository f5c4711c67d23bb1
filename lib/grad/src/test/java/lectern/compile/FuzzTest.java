package lectern.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.grad.FnN;
import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random programs: compiled and run as written as interpreted. {@code -Dlectern.fuzz=100000} runs more of them. */
final class FuzzTest {
    private static final int COUNT = Integer.getInteger("lectern.fuzz", 10_000);

    private static void close(double[] expected, double[] actual, double tolerance, Object about) {
        double scale = 1;
        for (double x : expected) {
            if (Double.isFinite(x)) {
                scale = Math.max(scale, Math.abs(x));
            }
        }
        for (int i = 0; i < expected.length; i++) {
            boolean same = Double.compare(expected[i], actual[i]) == 0
                    || Math.abs(expected[i] - actual[i]) <= tolerance * (scale + Math.abs(expected[i]));
            boolean wild = !Double.isFinite(expected[i]) || scale > 1e12;
            if (!same && !wild) {
                fail("element " + i + " is " + actual[i] + " and should be " + expected[i] + " in\n" + about);
            }
        }
    }

    // Less than a minute of processor time, which a busy machine may stretch.
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void float64AgreesWithAnIndependentInterpreter() {
        for (int seed = 0; seed < COUNT; seed++) {
            RandomProgram program = new RandomProgram(seed, 3 + seed % 25, false);
            FnN compiled = new Compiled(program::apply);
            List<RandomProgram.Plain> expected = program.interpret();
            Tensor[] arguments = program.tensors(DType.FLOAT64);
            for (int run = 0; run < 3; run++) {
                Tensor[] actual = run == 2 ? program.apply(arguments) : compiled.apply(arguments);
                for (int i = 0; i < actual.length; i++) {
                    assertArrayEquals(expected.get(i).shape(), actual[i].shape(), "seed " + seed);
                    close(expected.get(i).data(), actual[i].toDoubleArray(), 1e-9, "seed " + seed + "\n" + program);
                }
            }
            for (int i = 0; i < arguments.length; i++) {
                assertArrayEquals(
                        program.inputs.get(i).data(), arguments[i].toDoubleArray(), "an argument was changed");
            }
        }
    }

    @Test
    void float32AgreesWithAnIndependentInterpreter() {
        for (int seed = 0; seed < COUNT / 20; seed++) {
            RandomProgram program = new RandomProgram(seed, 3 + seed % 9, true);
            FnN compiled = new Compiled(program::apply);
            List<RandomProgram.Plain> expected = program.interpret();
            Tensor[] actual = compiled.apply(program.tensors(DType.FLOAT32));
            for (int i = 0; i < actual.length; i++) {
                close(expected.get(i).data(), actual[i].toDoubleArray(), 1e-3, "seed " + seed + "\n" + program);
            }
        }
    }

    @Test
    void gradientsAgreeWithThoseOutsideOfPrograms() {
        for (int seed = 0; seed < COUNT / 20; seed++) {
            RandomProgram program = new RandomProgram(seed, 4 + seed % 16, true);
            FnN gradient = args -> {
                var both = Grad.valueAndGrad((List<Tensor> x) -> total(program, x), Arrays.asList(args));
                List<Tensor> out = new ArrayList<>(both.grad());
                out.add(both.value());
                return out.toArray(Tensor[]::new);
            };
            Tensor[] arguments = program.tensors(DType.FLOAT64);
            Tensor[] expected = gradient.apply(arguments);
            Tensor[] actual = new Compiled(gradient).apply(arguments);
            for (int i = 0; i < actual.length; i++) {
                close(expected[i].toDoubleArray(), actual[i].toDoubleArray(), 1e-9, "seed " + seed + "\n" + program);
            }
        }
    }

    private static Tensor total(RandomProgram program, List<Tensor> x) {
        Tensor sum = Tensors.of(0.0);
        for (Tensor value : program.apply(x.toArray(Tensor[]::new))) {
            sum = sum.plus(value.square().plus(1).log().sum());
        }
        for (Tensor value : x) {
            sum = sum.plus(value.square().sum().times(1e-3));
        }
        return sum;
    }
}
