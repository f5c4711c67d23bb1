package lectern.grad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lectern.compile.Compiler;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;

/** Tensors that are written to between the run of a function and its derivative: the numbers of the run count. */
class MutationTest {
    private static final int PROGRAMS = 400;

    /** Every way to a derivative; each maps a function with a single value and a point to numbers. */
    private static final Map<String, BiFunction<Fn, Tensor, Tensor>> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("grad", (f, x) -> Grad.grad(f).apply(x));
        WAYS.put(
                "grad of a list",
                (f, x) -> Grad.grad(p -> f.apply(p.getFirst()), List.of(x)).getFirst());
        WAYS.put("vjp", (f, x) -> Grad.vjp(f, x).pull(Tensors.of(1.0)));
        WAYS.put("jvp", (f, x) -> Grad.jvp(f, x, x.times(0.5)).tangent());
        WAYS.put("derivative", (f, x) -> Grad.derivative(f).apply(x));
        WAYS.put("third derivative", (f, x) -> Grad.derivative(f, 3).apply(x));
        WAYS.put("jacobian", (f, x) -> Grad.jacobian(f).apply(x));
        WAYS.put(
                "wide jacobian",
                (f, x) -> Grad.jacobian(t -> Tensors.concat(t, t, f.apply(t).reshape(1)))
                        .apply(x.flatten()));
        WAYS.put("hessian", (f, x) -> Grad.hessian(f).apply(x));
        WAYS.put("hvp", (f, x) -> Grad.hvp(f, x, x.square()));
        WAYS.put(
                "gradient of a gradient",
                (f, x) -> Grad.grad((Fn) t -> Grad.grad(f).apply(t).square().sum())
                        .apply(x));
        WAYS.put("compiled gradient", (f, x) -> Compiler.compile(Grad.grad(f)).apply(x));
    }

    private static void same(Tensor expected, Tensor found, String what) {
        assertArrayEquals(expected.shape(), found.shape(), what);
        assertArrayEquals(expected.toDoubleArray(), found.toDoubleArray(), what);
    }

    @Test
    void whatIsWrittenAfterItWasUsedDoesNotCount() {
        List<BinaryOperator<Tensor>> uses = List.of(
                (x, w) -> x.times(w).sin().sum(),
                (x, w) -> x.flatten().times(w.reshape(-1)).exp().sum(),
                (x, w) -> x.div(w.plus(2)).square().sum(),
                (x, w) -> x.flatten().dot(w.reshape(-1).get("::-1")).tanh());
        List<Verbs.Call> writers = Verbs.writers();
        assertTrue(writers.size() > 20, "reflection finds the verbs that write");
        for (Verbs.Call writer : writers) {
            Tensor start = (Tensor) writer.arguments().getFirst();
            Tensor x = Tensors.linspace(0.3, 1.1, start.size());
            for (BinaryOperator<Tensor> use : uses) {
                WAYS.forEach((name, way) -> {
                    boolean flat = name.startsWith("wide");
                    Tensor point = flat ? x : x.reshape(start.shape());
                    UnaryOperator<Tensor> shaped = t -> t.reshape(start.shape());
                    Tensor w = Tensors.copyOf(start).times(1.0);
                    Tensor old = Tensors.copyOf(w);
                    Fn f = t -> {
                        Tensor y = use.apply(shaped.apply(t), w);
                        writer.with(0, w).run();
                        return y;
                    };
                    // A function that writes outside is not compiled, so the plain gradient is what it gives.
                    var reference = name.startsWith("compiled") ? WAYS.get("grad") : way;
                    same(
                            reference.apply(t -> use.apply(shaped.apply(t), old), point),
                            way.apply(f, point),
                            name + " around " + writer);
                });
            }
        }
    }

    @Test
    void aPulledBackFunctionRemembersItsPointAndItsValue() {
        for (Verbs.Call writer : Verbs.writers()) {
            Tensor p = Tensors.copyOf((Tensor) writer.arguments().getFirst()).times(1.0);
            Tensor expected = p.times(2);
            Vjp<Tensor> v = Grad.vjp(Tensor::square, p);
            writer.with(0, p).run();
            same(expected, v.pull(Tensors.onesLike(p)), "the point under " + writer);
            Vjp<Tensor> e = Grad.vjp(Tensor::sigmoid, expected);
            Tensor slope = expected.sigmoid().times(expected.sigmoid().neg().plus(1));
            writer.with(0, e.value()).run();
            assertArrayEquals(
                    slope.toDoubleArray(),
                    e.pull(Tensors.onesLike(expected)).toDoubleArray(),
                    1e-15,
                    "the value under " + writer);
        }
    }

    @Test
    void numbersThatWereTakenOutAreInNobodysWay() {
        Fn viaValue = x -> {
            Tensor y = x.exp();
            y.value().set("0", 100);
            Grad.stopGradient(y).set("1", 50);
            return y.sum();
        };
        Tensor x = Tensors.of(0.5, 1.5);
        assertArrayEquals(x.exp().toDoubleArray(), Grad.grad(viaValue).apply(x).toDoubleArray());
        Fn careless = Grad.custom(
                t -> {
                    t.set("0", 7);
                    return t.square();
                },
                (g, y, t) -> {
                    Tensor out = g.times(t).times(2);
                    g.set("0", -1);
                    y.set("0", -1);
                    t.set("0", -1);
                    return out;
                });
        Tensor point = Tensors.of(1.0, 3.0);
        assertArrayEquals(
                new double[] {2 + 1, 6 + 1},
                Grad.grad(t -> careless.apply(t).plus(t).sum()).apply(point).toDoubleArray());
        assertArrayEquals(new double[] {1, 3}, point.toDoubleArray());
    }

    @Test
    void gradientsOfSeveralTensorsAreTensorsOfTheirOwn() {
        List<Tensor> g = Grad.vjp(
                        (List<Tensor> p) -> p.get(0).plus(p.get(1)), List.of(Tensors.ones(2), Tensors.ones(2)))
                .pull(Tensors.of(1.0, 2.0));
        g.get(0).set("0", 9);
        assertArrayEquals(new double[] {1, 2}, g.get(1).toDoubleArray());
    }

    @Test
    void aFunctionThatWritesIntoItsOwnPointIsRefused() {
        WAYS.forEach((name, way) -> {
            if (!name.startsWith("wide")) {
                Tensor x = Tensors.of(1.0, 2.0);
                Fn f = t -> {
                    Tensor y = t.square();
                    x.set("0", 5);
                    return y.sum();
                };
                if (!name.startsWith("compiled")) {
                    String message = assertThrows(UnsupportedOperationException.class, () -> way.apply(f, x), name)
                            .getMessage();
                    assertTrue(message.contains("(2,)") && message.contains("copyOf"), message);
                }
            }
        });
    }

    /** A random program over three numbers with a memory that it writes to. */
    private static Tensor program(SplittableRandom random, Tensor x, UnaryOperator<Tensor> read) {
        Tensor w = Tensors.of(0.4, -0.7, 1.2);
        Tensor view = w.reshape(3, 1).reshape(3);
        List<Tensor> values = new ArrayList<>(List.of(x, x.times(read.apply(w))));
        int length = random.nextInt(2, 9);
        for (int i = 0; i < length; i++) {
            Tensor a = values.get(random.nextInt(values.size()));
            Tensor b = values.get(random.nextInt(values.size()));
            double c = random.nextDouble(-1, 1);
            switch (random.nextInt(11)) {
                case 0 -> w.set("" + random.nextInt(3), c);
                case 1 -> w.set(w.gt(c), c);
                case 2 -> view.set("0:2", c);
                case 3 -> w.set("::2", Grad.stopGradient(a).get("1:").tanh());
                case 4 -> values.add(a.times(read.apply(w)).sin());
                case 5 -> values.add(a.plus(read.apply(view)).tanh().times(b));
                case 6 -> values.add(a.sin().times(read.apply(w).get("::-1").exp()));
                case 7 -> values.add(a.times(read.apply(Sampling.rand(3))).plus(b));
                case 8 -> {
                    try {
                        w.set("1", c);
                        a.reshape(7);
                    } catch (ShapeException e) {
                        values.add(a.cos().plus(read.apply(w)));
                    }
                }
                case 9 ->
                    values.add(
                            a.value().at(0) > c
                                    ? b.times(read.apply(w))
                                    : a.square().times(0.3));
                default -> values.add(Tensors.where(a.gt(read.apply(w)), a, b.atan()));
            }
        }
        Tensor y = values.getLast().times(read.apply(w)).plus(x.square()).sum();
        w.set("0:3", 1e6);
        view.set("0:3", 1e6);
        return y;
    }

    @Test
    void randomProgramsWithAMemoryGiveTheNumbersOfTheMoment() {
        int compared = 0;
        for (int p = 0; p < PROGRAMS; p++) {
            long seed = p;
            Tensor x = Tensors.of(0.3 + p % 7 * 0.1, -0.8, 1.4);
            for (Map.Entry<String, BiFunction<Fn, Tensor, Tensor>> way : WAYS.entrySet()) {
                Function<UnaryOperator<Tensor>, Tensor> run = read -> {
                    Sampling.seed(seed);
                    return way.getValue().apply(t -> program(new SplittableRandom(seed), t, read), x);
                };
                if (!way.getKey().startsWith("compiled")) {
                    same(run.apply(Tensors::copyOf), run.apply(t -> t), way.getKey() + " of program " + p);
                    compared++;
                }
            }
        }
        assertEquals(PROGRAMS * (WAYS.size() - 1), compared);
    }
}
