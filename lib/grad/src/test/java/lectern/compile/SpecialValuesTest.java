package lectern.compile;

import static lectern.compile.Compiler.compile;
import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Chains of operations with constants at the edge of the range: whatever the simplifier makes of them, a compiled program is
 * infinite, zero and not a number where eager is, and one rounding away elsewhere.
 */
final class SpecialValuesTest {
    private static final int COUNT = Integer.getInteger("lectern.special", 20_000);
    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        -1,
        2,
        0.5,
        3,
        -0.1,
        1e20,
        1e-20,
        1e38,
        1e-38,
        1e-45,
        1e200,
        1e-200,
        1e300,
        -1e300,
        1e-310,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static final Pattern SUM = Pattern.compile("[+-] .*|.* -|x [+-] x|mod .*|floorDiv .*");
    private static final Pattern PRODUCT = Pattern.compile("[*/] .*|.* /|square|reciprocal|x / x|pow .*");

    /** What may vanish between a product and a sum. */
    private static final Pattern NOTHING = Pattern.compile("neg|abs|[+-] -?0\\.0");

    private record Step(String name, UnaryOperator<Tensor> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Step step(Random random) {
        double c = EDGES[random.nextInt(EDGES.length)];
        return switch (random.nextInt(22)) {
            case 0, 1 -> new Step("+ " + c, x -> x.plus(c));
            case 2, 3 -> new Step("* " + c, x -> x.times(c));
            case 4 -> new Step("- " + c, x -> x.minus(c));
            case 5 -> new Step("/ " + c, x -> x.div(c));
            case 6 -> new Step(c + " /", x -> literal(c).div(x));
            case 7 -> new Step(c + " -", x -> literal(c).minus(x));
            case 8 -> new Step("neg", Tensor::neg);
            case 9 -> new Step("abs", Tensor::abs);
            case 10 -> new Step("square", Tensor::square);
            case 11 -> new Step("sqrt", Tensor::sqrt);
            case 12 -> new Step("reciprocal", Tensor::reciprocal);
            case 13 -> new Step("max " + c, x -> x.maximum(c));
            case 14 -> new Step("min " + c, x -> x.minimum(c));
            case 15 -> new Step("mod " + c, x -> x.mod(c));
            case 16 -> new Step("floorDiv " + c, x -> x.floorDiv(c));
            case 17 -> new Step("pow " + c, x -> x.pow(c));
            case 18 -> new Step("where > " + c, x -> where(x.gt(c), x, literal(c)));
            case 19 -> new Step("x + x", x -> x.plus(x));
            case 20 -> new Step("x - x", x -> x.minus(x));
            default -> new Step("x / x", x -> x.div(x));
        };
    }

    /**
     * A sum right after a product is left out here: a program rounds the two once, which is right and need not be what eager
     * gives, if only by an overflow less; a remainder makes any rounding large.
     */
    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        boolean product = false;
        for (int k = 2 + random.nextInt(3); steps.size() < k; ) {
            Step step = step(random);
            boolean sum = SUM.matcher(step.name).matches();
            if (!(sum && product)) {
                steps.add(step);
                product = PRODUCT.matcher(step.name).matches()
                        || product && NOTHING.matcher(step.name).matches();
            }
        }
        return steps;
    }

    private static String kind(double x) {
        return Double.isNaN(x) ? "NaN" : Double.isInfinite(x) ? x > 0 ? "inf" : "-inf" : "number";
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"FLOAT64", "FLOAT32"})
    void chainsAreTheSameCompiledAndEager(DType type) {
        Tensor x = Raw.wrap(EDGES.clone(), EDGES.length).cast(type);
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            List<Step> steps = steps(random);
            Fn f = t -> {
                for (Step step : steps) {
                    t = step.of.apply(t);
                }
                return t;
            };
            Tensor eager = f.apply(x);
            Tensor fast = compile(f).apply(x);
            assertEquals(eager.dtype(), fast.dtype(), steps.toString());
            for (int i = 0; i < EDGES.length; i++) {
                double a = eager.at(i);
                double b = fast.at(i);
                double ulp = type == DType.FLOAT32 ? Math.ulp((float) a) : Math.ulp(a);
                // Two mild factors are one: 2 x / 2 need not overflow.
                double top = type == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
                if (Double.isInfinite(a) && a * b > 0 && Math.abs(b) > top / 0x1p33) {
                    continue;
                }
                if (!kind(a).equals(kind(b)) || Double.isFinite(a) && Math.abs(a - b) > 4 * ulp) {
                    wrong.add(steps + " of " + x.at(i) + ": eager " + a + ", compiled " + b);
                }
            }
        }
        assertEquals(List.of(), wrong.stream().limit(30).toList(), wrong.size() + " of " + COUNT * EDGES.length);
    }
}
