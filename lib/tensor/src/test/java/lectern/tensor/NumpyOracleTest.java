package lectern.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every answer of NumPy to the questions of {@code make_numpy_oracle.py}: those recorded, and those of the NumPy of
 * this machine where the environment variable {@code LECTERN_NUMPY_PYTHON} names a Python that has it, or the path
 * does.
 */
class NumpyOracleTest {
    private static final double[] SPECIAL = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -2.5,
        3.5,
        1e-300,
        710,
        -745,
        1e22,
        2
    };
    private static final Map<String, String> NAMES = Map.of(
            "negative",
            "NEG",
            "arcsin",
            "ASIN",
            "arccos",
            "ACOS",
            "arctan",
            "ATAN",
            "isnan",
            "IS_NAN",
            "isfinite",
            "IS_FINITE",
            "subtract",
            "SUB",
            "multiply",
            "MUL",
            "divide",
            "DIV");
    private static final Map<String, String> BINARY_NAMES =
            Map.of("power", "POW", "arctan2", "ATAN2", "floor_divide", "FLOOR_DIV");

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() throws IOException {
        return tests(recorded());
    }

    @TestFactory
    Stream<DynamicTest> answersAsNumpyHere() throws IOException, InterruptedException {
        List<String> live = LiveNumpy.answers();
        return tests(live.isEmpty() ? recorded() : live);
    }

    private static List<String> recorded() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                NumpyOracleTest.class.getResourceAsStream("numpy-oracle.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static Stream<DynamicTest> tests(List<String> lines) {
        assertTrue(lines.size() > 800, "the oracle is incomplete: " + lines.size());
        return lines.stream()
                .map(line -> dynamicTest(line.substring(0, Math.min(60, line.length())), () -> check(line)));
    }

    private static void check(String line) {
        String[] field = line.split("\\|", -1);
        if (field[0].equals("print")) {
            String expected = field[2].replace("\\n", "\n");
            assertEquals(expected, printed(field[1]).toString());
            return;
        }
        if (line.endsWith("|!")) {
            assertThrows(RuntimeException.class, () -> compute(field));
            return;
        }
        Tensor result = compute(field);
        assertArrayEquals(shape(field[field.length - 2]), result.shape());
        String numbers = field[field.length - 1];
        double[] expected = numbers.isEmpty()
                ? new double[0]
                : Arrays.stream(numbers.split(" "))
                        .mapToDouble(NumpyOracleTest::parse)
                        .toArray();
        double[] actual = result.toDoubleArray();
        for (int i = 0; i < expected.length; i++) {
            boolean same = Double.compare(expected[i], actual[i]) == 0
                    || Math.abs(expected[i] - actual[i]) <= 8 * Math.ulp(expected[i])
                    || (field[0].equals("var") && Math.abs(expected[i] - actual[i]) < 1e-14);
            assertTrue(same, "element " + i + ": NumPy " + expected[i] + ", here " + actual[i]);
        }
    }

    private static Tensor compute(String[] field) {
        return switch (field[0]) {
            case "minus" -> filled(field[1]).minus(filled(field[2]));
            case "matmul" -> filled(field[1]).matmul(filled(field[2]));
            case "sum", "prod", "max", "min", "mean", "var" ->
                reduce(field[0], filled(field[1]).cos().plus(2.0), shape(field[2]), Boolean.parseBoolean(field[3]));
            case "index" -> Tensors.arange(24.0).reshape(2, 3, 4).get(field[1]);
            case "transpose" -> Tensors.arange(24.0).reshape(2, 3, 4).transpose(shape(field[1]));
            case "unary" -> Tensor.apply(Unary.valueOf(name(field[1])), Tensors.of(SPECIAL));
            case "binary" -> binary(field[1]);
            case "order" -> order(field[1], Integer.parseInt(field[2]));
            case "quantile" -> matrix().slice(1, 4).quantile(Double.parseDouble(field[1]), 0);
            case "einsum" ->
                Tensors.einsum(
                        field[1],
                        Arrays.stream(field[2].split(";"))
                                .map(NumpyOracleTest::filled)
                                .toArray(Tensor[]::new));
            case "philox" -> {
                Sampling.seed(Long.parseLong(field[1]));
                yield Sampling.rand(9);
            }
            default -> throw new AssertionError("unknown question " + field[0]);
        };
    }

    private static Tensor reduce(String kind, Tensor x, int[] axes, boolean keep) {
        Tensor y = switch (kind) {
            case "sum" -> x.sum(axes, keep);
            case "max" -> x.max(axes, keep);
            case "mean" -> x.mean(axes, keep);
            case "var" -> x.var(axes, 0, keep);
            case "prod" -> x.prod(axes);
            default -> x.min(axes);
        };
        return y.reshape(Shapes.reduce(x.shape(), axes, keep));
    }

    private static Tensor binary(String name) {
        int n = SPECIAL.length;
        Tensor special = Tensors.of(SPECIAL);
        Tensor left = special.reshape(1, n).broadcastTo(n, n).flatten();
        Tensor right = special.reshape(n, 1).broadcastTo(n, n).flatten();
        return Tensor.apply(Binary.valueOf(name(name)), left, right);
    }

    private static Tensor order(String name, int axis) {
        Tensor x = matrix();
        return switch (name) {
            case "sort" -> x.sort(axis);
            case "argsort" -> x.argsort(axis);
            case "max" -> x.max(axis);
            case "min" -> x.min(axis);
            case "argmax" -> x.argmax(axis);
            case "argmin" -> x.argmin(axis);
            default -> x.cumsum(axis);
        };
    }

    private static Tensor matrix() {
        return Tensors.of(new double[][] {{3, 1, Double.NaN}, {2, 2, 5}, {-1, 7, 0}, {4, -4, 1}});
    }

    private static Tensor printed(String name) {
        return switch (name) {
            case "a" -> Tensors.of(1, 2.5, -3);
            case "b" -> Tensors.of(1e-5, 1, 1e10);
            case "c" -> Tensors.linspace(0, 1, 7);
            case "d" -> Tensors.of(SPECIAL);
            case "e" -> Tensors.arange(24.0).reshape(2, 3, 4);
            case "f" -> Tensors.zeros(100, 100);
            case "g" -> Tensors.linspace(0, 1, 30).reshape(3, 10);
            case "h" -> Tensors.arange(2000.0);
            case "i" -> Tensors.of(0.1, -20.25, 1e-3);
            case "j" -> Tensors.of(new double[][] {{1e8, 1}, {2, 3}});
            case "k" -> Tensors.zeros(0);
            default -> throw new AssertionError("unknown tensor " + name);
        };
    }

    private static Tensor filled(String shape) {
        int[] dims = shape(shape);
        return Tensors.arange((double) Shapes.size(dims)).plus(1.0).reshape(dims);
    }

    private static int[] shape(String text) {
        return text.isEmpty()
                ? new int[0]
                : Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static String name(String numpy) {
        String known = NAMES.getOrDefault(numpy, BINARY_NAMES.get(numpy));
        return known != null ? known : numpy.toUpperCase(Locale.ROOT);
    }

    private static double parse(String number) {
        return switch (number) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(number);
        };
    }
}
