package lectern.grad.compile;

import static lectern.grad.Grad.compile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import lectern.grad.Fn2;
import lectern.tensor.Binary;
import lectern.tensor.DType;
import lectern.tensor.Op;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.Unary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A number has one value under an elementary function: eager or compiled, in an array of any length or alone. */
final class SameBitsTest {
    private static final int N = 100_000;
    private static final double[] POWERS = {0.5, 2, 3, -1, 1, 0, -0.5, 1.5, -2, 4, 1.0 / 3};

    /** Every special value, the edges of every range that a formula has, and numbers of all magnitudes. */
    private static double[] numbers(int seed) {
        List<Double> special = new ArrayList<>();
        for (double x : new double[] {
            0,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            1e-320,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            1,
            0.5,
            2,
            3,
            1e6,
            1e300,
            1e-300,
            20,
            40,
            86,
            87,
            88,
            89,
            90,
            103,
            104,
            105,
            707,
            708,
            709,
            709.7827128933841,
            710,
            744,
            745.2,
            746,
            2e4,
            Math.PI,
            Math.PI / 2,
            Math.PI / 4,
            Math.sqrt(0.5),
            Math.log(2),
            Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.MAX_VALUE,
            88.72284,
            103.97208,
            0x1p23,
            0x1p24,
            0x1p31,
            0x1p52,
            0x1p53,
            0x1p63
        }) {
            for (double y : new double[] {x, Math.nextUp(x), Math.nextDown(x), Math.nextUp((float) x)}) {
                special.add(y);
                special.add(-y);
            }
        }
        special.add(Double.NaN);
        Random random = new Random(seed);
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = i < special.size()
                    ? special.get(i)
                    : switch (i % 4) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> Float.intBitsToFloat(random.nextInt());
                        case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(-4, 5));
                        default -> random.nextDouble(-3, 3);
                    };
        }
        return x;
    }

    private static Tensor tensor(DType type, double... x) {
        return Tensors.wrap(x, x.length).cast(type);
    }

    private static long[] bits(Tensor x) {
        return Arrays.stream(Tensors.f64(x.cast(DType.FLOAT64)))
                .mapToLong(Double::doubleToLongBits)
                .toArray();
    }

    private static void same(Tensor expected, Tensor seen, Tensor x, Object what) {
        assertEquals(expected.dtype(), seen.dtype(), () -> what + ": type");
        long[] a = bits(expected);
        long[] b = bits(seen);
        for (int i = 0; i < a.length; i++) {
            int at = i;
            assertEquals(
                    a[i],
                    b[i],
                    () -> what + " of " + x.reshape(-1).get(at) + ": " + Double.longBitsToDouble(a[at]) + " and "
                            + Double.longBitsToDouble(b[at]));
        }
    }

    /** The same values whole and compiled, in pieces of all lengths, and one by one. */
    private static void everywhere(Function<Tensor, Tensor> f, Tensor x, Object what) {
        everywhere((a, b) -> f.apply(a), x, x, what);
    }

    private static void everywhere(Fn2 f, Tensor x, Tensor y, Object what) {
        Tensor whole = f.apply(x, y);
        Fn2 compiled = compile(f);
        same(whole, compiled.apply(x, y), x, what + " compiled");
        int at = 0;
        for (int n = 1; n < 70; n++) {
            Tensor part = x.slice(0, at, at + n);
            Tensor other = y.slice(0, at, at + n);
            Tensor expected = whole.slice(0, at, at + n);
            same(expected, f.apply(part, other), part, what + " of " + n);
            same(expected, compiled.apply(part, other), part, what + " compiled of " + n);
            at += n;
        }
        for (int i = 0; i < 400; i++) {
            Tensor one = x.get(i);
            Tensor expected = whole.get(i);
            same(expected, f.apply(one, y.get(i)), one, what + " alone");
            same(expected, compiled.apply(one, y.get(i)), one, what + " alone and compiled");
        }
    }

    static Stream<Arguments> functions() {
        return Stream.of(Unary.values())
                .flatMap(op -> Stream.of(DType.FLOAT64, DType.FLOAT32).map(type -> Arguments.of(op, type)));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void ofOneArgument(Unary op, DType type) {
        everywhere(x -> Op.apply(op, x), tensor(type, numbers(op.ordinal())), op);
    }

    static Stream<Arguments> operations() {
        return Stream.of(Binary.values())
                .flatMap(op -> Stream.of(DType.FLOAT64, DType.FLOAT32).map(type -> Arguments.of(op, type)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void ofTwoArguments(Binary op, DType type) {
        double[] y = numbers(2);
        // Specials against specials: every one meets many others.
        for (int i = 0; i < 400; i++) {
            y[i] = y[(i * 37 + 11) % 400];
        }
        everywhere((a, b) -> Op.apply(op, a, b), tensor(type, numbers(1)), tensor(type, y), op);
    }

    @ParameterizedTest
    @MethodSource("types")
    void powers(DType type) {
        Tensor x = tensor(type, numbers(5));
        for (double power : POWERS) {
            everywhere(a -> a.pow(power), x, "power " + power);
            same(x.pow(power), x.pow(Tensors.full(power, N).cast(type)), x, "powers " + power);
        }
    }

    static Stream<DType> types() {
        return Stream.of(DType.FLOAT64, DType.FLOAT32);
    }
}
