package lectern.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.grad.FnN;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs on numbers among which are infinities, NaN, zeros of both signs, ties and subnormals: a compiled program is
 * infinite and not a number where eager is, one rounding away elsewhere, and sees what is written to a captured tensor.
 */
final class SpecialProgramsTest {
    private static final int COUNT = Integer.getInteger("lectern.special.programs", 3_000);
    private static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        1,
        -1,
        2,
        0.5,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        1e-310,
        Double.MIN_VALUE
    };

    private static Tensor numbers(Random random, DType type, int... shape) {
        double[] x = new double[Shapes.size(shape)];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(6) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextInt(-8, 9) / 4.0;
        }
        return Raw.wrap(x, shape).cast(type);
    }

    private static Tensor[] arguments(RandomProgram program, Random random, DType type) {
        return program.inputs.stream()
                .map(x -> numbers(random, type, x.shape()))
                .toArray(Tensor[]::new);
    }

    private static String kind(double x) {
        return Double.isNaN(x) ? "NaN" : Double.isInfinite(x) ? x > 0 ? "inf" : "-inf" : "number";
    }

    /** The first difference in words; null where there is none. */
    private static String difference(Tensor[] eager, Tensor[] compiled, DType type) {
        for (int k = 0; k < eager.length; k++) {
            assertArrayEquals(eager[k].shape(), compiled[k].shape());
            assertEquals(eager[k].dtype(), compiled[k].dtype());
            double[] a = eager[k].toDoubleArray();
            double[] b = compiled[k].toDoubleArray();
            double scale = 1;
            for (double x : a) {
                scale = Double.isFinite(x) ? Math.max(scale, Math.abs(x)) : scale;
            }
            // Beyond that a program may overflow one operation earlier or later.
            if (scale > (type == DType.FLOAT32 ? 1e12 : 1e100)) {
                continue;
            }
            double margin = scale * (type == DType.FLOAT32 ? 1e-3 : 1e-9);
            for (int i = 0; i < a.length; i++) {
                if (!kind(a[i]).equals(kind(b[i])) || Double.isFinite(a[i]) && Math.abs(a[i] - b[i]) > margin) {
                    return "result " + k + ", element " + i + ": eager " + a[i] + ", compiled " + b[i];
                }
            }
        }
        return null;
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"FLOAT64", "FLOAT32"})
    void programsAreTheSameCompiledAndEager(DType type) {
        List<String> wrong = new ArrayList<>();
        int unusual = 0;
        for (int seed = 1; seed <= COUNT; seed++) {
            RandomProgram program = new RandomProgram(seed, 3 + seed % 12, false);
            Random random = new Random(seed);
            Tensor captured = numbers(random, type, 3);
            FnN f = x -> {
                Tensor[] changed = x.clone();
                changed[3] = x[3].plus(captured.times(2).get(1));
                return program.apply(changed);
            };
            FnN compiled = new Compiled(f);
            for (int run = 0; run < 2; run++) {
                Tensor[] x = arguments(program, random, type);
                Tensor[] eager = f.apply(x);
                for (Tensor result : eager) {
                    unusual += result.size() > 0 && !result.isFinite().all().isTrue() ? 1 : 0;
                }
                String found = difference(eager, compiled.apply(x), type);
                if (found != null) {
                    wrong.add("seed " + seed + ", run " + run + ": " + found + "\n" + program);
                }
                captured.set(1, run + 0.25);
            }
        }
        assertEquals(List.of(), wrong.stream().limit(5).toList(), wrong.size() + " of " + 2 * COUNT);
        assertTrue(unusual > COUNT, "results with infinities or NaN: " + unusual);
    }
}
