package lectern.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lectern.compile.Compiler;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** A dependence that is lost on the way has one word that names the verb; a function that is right has none. */
class WarningsTest {
    private static final List<Double> KEPT = new ArrayList<>();

    private static List<String> heard(Runnable run) {
        List<String> heard = new ArrayList<>();
        Grad.onWarning(heard::add);
        try {
            run.run();
        } finally {
            Grad.onWarning(null);
        }
        return heard;
    }

    private static double doubled(double x) {
        return 2 * x;
    }

    private static double sizeOf(Tensor x) {
        return x.sum().item();
    }

    private static Map<String, Fn> cuts() {
        Map<String, Fn> cuts = new LinkedHashMap<>();
        cuts.put("item() as a factor", x -> x.sum().times(x.sum().item()));
        cuts.put("item() through a variable", x -> {
            double s = x.sum().item();
            double t = Math.sin(s) + 1;
            return x.sum().plus(t);
        });
        cuts.put("item() in a loop", x -> {
            double last = 0;
            Tensor y = x.sum();
            for (int i = 0; i < 3; i++) {
                y = y.plus(last);
                last = y.item();
            }
            return y;
        });
        cuts.put("item() of a choice", x -> x.sum().times(x.at(0) > 0 ? x.sum().item() : 1));
        cuts.put("item() in a method", x -> x.sum().plus(doubled(x.sum().item())));
        cuts.put("item() from a method", x -> x.sum().plus(sizeOf(x)));
        cuts.put("at(...) in an array", x -> {
            double[] c = new double[3];
            for (int i = 0; i < 3; i++) {
                c[i] = x.at(i);
            }
            return x.times(Tensors.of(c)).sum();
        });
        cuts.put(
                "toDoubleArray() into a tensor",
                x -> x.times(Tensors.of(x.toDoubleArray())).sum());
        cuts.put(
                "toFloatArray() into a tensor",
                x -> x.times(Tensors.of(x.toFloatArray())).sum());
        cuts.put(
                "toArray() into a tensor",
                x -> x.times(Tensors.array(x.toArray())).sum());
        cuts.put(
                "toMatrix() into a tensor",
                x -> x.times(Tensors.of(x.reshape(1, 3).toMatrix())).sum());
        cuts.put("item() alone", x -> Tensors.of(x.sum().item()));
        return cuts;
    }

    private static Map<String, Fn> rights() {
        Map<String, Fn> rights = new LinkedHashMap<>();
        rights.put("a branch", x -> x.sum().item() >= 0 ? x.square().sum() : x.sum());
        rights.put("a branch on a variable", x -> {
            double s = Math.abs(x.at(0) - 0.5);
            boolean near = s < 1 && !Double.isNaN(s);
            return near ? x.square().sum() : x.sum();
        });
        rights.put("a stopping rule", x -> {
            Tensor y = x.sum();
            while (Math.abs(y.square().minus(2).item()) > 1e-12) {
                y = y.plus(y.reciprocal().times(2)).times(0.5);
            }
            return y;
        });
        rights.put("a branch on an array", x -> {
            double[] all = x.toDoubleArray();
            return all[0] > all[1] && all.length == 3 ? x.sum() : x.square().sum();
        });
        rights.put("a number that is shown", x -> {
            String line = "at " + x.sum().item() + String.format("%.2f", x.at(0));
            KEPT.add(x.at(1));
            return line.isEmpty() ? x.sum() : x.square().sum();
        });
        rights.put(
                "a number rounded to an index", x -> x.get((int) (x.at(0) * 0)).square());
        rights.put(
                "a truth value",
                x -> x.gt(0).any().isTrue() ? x.sum() : x.square().sum());
        rights.put(
                "a constant on purpose",
                x -> x.sum().times(Grad.stopGradient(x).sum().item()));
        rights.put("a power of nothing", x -> x.pow(0).sum());
        rights.put("a mask", x -> Tensors.where(x.gt(0), x, 0).sum());
        return rights;
    }

    @Test
    void everyCutHasOneWordThatNamesTheVerb() {
        Map<String, Function<Fn, Runnable>> ways = new LinkedHashMap<>();
        ways.put("grad", f -> () -> Grad.grad(f).apply(Tensors.of(0.4, 1.2, -0.3)));
        ways.put("vjp", f -> () -> Grad.vjp(f, Tensors.of(0.4, 1.2, -0.3)).pull(Tensors.of(1.0)));
        ways.put("jvp", f -> () -> Grad.jvp(f, Tensors.of(0.4, 1.2, -0.3), Tensors.ones(3)));
        ways.put("second derivative", f -> () -> Grad.derivative(f, 2).apply(Tensors.of(0.4, 1.2, -0.3)));
        ways.put("hessian", f -> () -> Grad.hessian(f).apply(Tensors.of(0.4, 1.2, -0.3)));
        ways.put("compiled", f -> () -> Compiler.compile(Grad.grad(f)).apply(Tensors.of(0.4, 1.2, -0.3)));
        List<String> names = List.copyOf(cuts().keySet());
        ways.forEach((way, use) -> {
            Taken.forget();
            for (String name : names) {
                Runnable run = use.apply(cuts().get(name));
                List<String> heard = heard(run);
                String what = way + ", " + name + ": " + heard;
                assertEquals(1, heard.size(), what);
                assertTrue(heard.getFirst().contains(name.split(" ")[0]), what);
                assertTrue(heard.getFirst().contains("WarningsTest.java:"), what);
                assertEquals(List.of(), heard(run), what + " again");
            }
        });
    }

    @Test
    void functionsThatAreRightHaveNone() {
        rights().forEach((name, f) ->
                assertEquals(List.of(), heard(() -> Grad.grad(f).apply(Tensors.of(0.4, 1.2, -0.3))), name));
        Fn square = Tensor::square;
        assertEquals(
                List.of(), heard(() -> Grad.grad(Grad.grad(Grad.grad(square))).apply(Tensors.of(2.0))));
        assertEquals(List.of(), heard(() -> Grad.grad(x -> x.pow(0), 2)));
    }

    @Test
    void resultsThatDoNotDependSayWhy() {
        BiConsumer<Fn, String> says = (f, word) -> {
            List<String> heard = heard(() -> {
                Grad.grad(f).apply(Tensors.of(0.4, 1.2));
                Grad.grad(f).apply(Tensors.of(0.3, 1.2));
            });
            assertEquals(1, heard.size(), heard.toString());
            assertTrue(heard.getFirst().startsWith("grad: ") && heard.getFirst().contains("(2,)"), heard.toString());
            assertTrue(heard.getFirst().contains(word), heard.toString());
        };
        says.accept(x -> Tensors.of(3.0), "another variable");
        says.accept(x -> x.floor().sum(), "floor");
        says.accept(x -> x.gt(1).cast(lectern.tensor.type.DType.FLOAT64).sum(), "greater");
        List<String> heard = heard(() -> Grad.grad(p -> Tensors.of(1.0), List.of(Tensors.ones(2))));
        assertEquals(1, heard.size(), heard.toString());
    }
}
