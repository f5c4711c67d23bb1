package lectern.grad;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import org.junit.jupiter.api.Test;

/** Every public verb that takes a tensor: it has the derivative of its numbers, or refuses by its name. */
class LostDerivativesTest {
    /** What writes in place, and the door to the numbers, have tests of their own. */
    private static final List<String> SKIPPED = List.of("set", "value");

    /** Lists of arguments tried for each verb. */
    private static final int LISTS = 6;

    @Test
    void everyVerbHasItsDerivativeOrRefusesByItsName() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> lost = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        int derived = 0;
        for (Verbs.Call call : Verbs.all()) {
            if (SKIPPED.contains(call.method().getName())
                    || call.arguments().contains(Double.POSITIVE_INFINITY)
                    || seen.merge(call.toString(), 1, Integer::sum) > LISTS) {
                continue;
            }
            for (int position : call.tensors()) {
                try {
                    derived += check(call, position, lost) ? 1 : 0;
                } catch (UnsupportedOperationException | ArithmeticException e) {
                    String verb = call.method().getName();
                    if (e.getMessage() == null
                            || !e.getMessage().toLowerCase(Locale.ROOT).contains(verb.toLowerCase(Locale.ROOT))) {
                        lost.add(call + " refuses without its name: " + e);
                    }
                    refused.put(verb, e.getMessage());
                }
            }
        }
        assertTrue(lost.isEmpty(), String.join("\n", lost));
        assertTrue(derived > 500, "derivatives compared: " + derived);
        assertTrue(refused.keySet().containsAll(List.of("eig", "map", "svd")), refused.toString());
    }

    private static boolean check(Verbs.Call call, int position, List<String> lost) {
        Tensor at = (Tensor) call.arguments().get(position);
        Fn loss = x -> {
            Sampling.seed(11);
            return weighted(call.with(position, x).run());
        };
        Tensor value = loss.apply(Tensors.copyOf(at));
        if (value == null || !Double.isFinite(value.item())) {
            return false;
        }
        SplittableRandom random = new SplittableRandom(5);
        Tensor any = Raw.wrap(random.doubles(at.size(), -1, 1).toArray(), at.shape());
        // Probabilities stay together 1.
        boolean probabilities = call.method().getName().equals("choice") && position == 3;
        Tensor v = probabilities ? any.minus(any.mean()) : any;
        boolean symmetric = List.of("eigh", "cholesky", "sqrtm", "logm", "multivariateNormal")
                .contains(call.method().getName());
        Tensor direction = symmetric && at.ndim() > 1 ? v.plus(v.swapAxes(-1, -2)) : v;
        double found = Grad.grad(loss).apply(at).times(direction).sum().item();
        double expected = slope(loss, at, direction, 1e-4);
        double rough = slope(loss, at, direction, 1e-3);
        boolean corner = Math.abs(rough - expected) > 1e-3 * (1 + Math.abs(expected));
        if (!corner && !(Math.abs(found - expected) <= 1e-5 * (1 + Math.abs(expected)))) {
            lost.add(call + " of argument " + position + " of shape " + Arrays.toString(at.shape()) + ": " + found
                    + ", by differences " + expected);
        }
        return !corner;
    }

    private static double slope(Fn f, Tensor x, Tensor v, double h) {
        double up = f.apply(x.plus(v.times(h))).item();
        double down = f.apply(x.minus(v.times(h))).item();
        return (up - down) / (2 * h);
    }

    /** The sum of all floating-point numbers of a result with uneven weights; null where there are none. */
    private static Tensor weighted(Object result) {
        List<Tensor> parts = new ArrayList<>();
        collect(result, parts);
        Tensor sum = null;
        for (Tensor part : parts) {
            Tensor weights = Tensors.linspace(0.5, 1.4, part.size()).reshape(part.shape());
            Tensor term = part.times(weights).sum();
            sum = sum == null ? term : sum.plus(term);
        }
        return sum;
    }

    private static void collect(Object result, List<Tensor> parts) {
        if (result instanceof Tensor t && t.dtype().isFloating()) {
            parts.add(t);
        } else if (result instanceof Tensor[] several) {
            for (Tensor t : several) {
                collect(t, parts);
            }
        } else if (result instanceof Record) {
            for (RecordComponent component : result.getClass().getRecordComponents()) {
                try {
                    collect(component.getAccessor().invoke(result), parts);
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError("a component of a record cannot be read", e);
                }
            }
        }
    }
}
