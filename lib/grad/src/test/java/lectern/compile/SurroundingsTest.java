package lectern.compile;

import static lectern.compile.Compiler.compile;
import static lectern.tensor.Sampling.*;
import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.optim.Optim;
import lectern.tensor.Tensor;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a compiled function reads besides its arguments: it gives eager's value of the moment. */
final class SurroundingsTest {
    /** The numbers that a function gives in a row, each time with the same argument. */
    private static Tensor row(Fn f, Tensor x, int calls) {
        Tensor[] all = new Tensor[calls];
        for (int i = 0; i < calls; i++) {
            all[i] = f.apply(x);
        }
        return stack(0, all);
    }

    /** Every verb that draws, in a function of (5) numbers. */
    private static Map<String, Fn> drawing() {
        Map<String, Fn> all = new LinkedHashMap<>();
        all.put("rand", x -> x.plus(rand(5)));
        all.put("random", x -> x.plus(random(5)));
        all.put("randn", x -> x.times(randn(5)));
        all.put("one number", x -> x.times(randn()));
        all.put("two draws", x -> x.times(randn(5)).plus(rand(5)));
        all.put("a draw that is not needed", x -> {
            randn(3);
            return x.plus(rand(5));
        });
        all.put("nothing but a draw", x -> randn(5));
        all.put(
                "float32",
                x -> x.cast(DType.FLOAT32).times(randn(5).cast(DType.FLOAT32)).cast(DType.FLOAT64));
        all.put("uniform", x -> x.plus(uniform(-2, 3, 5)));
        all.put("normal", x -> x.plus(normal(1, 2, 5)));
        all.put("exponential", x -> x.plus(exponential(2, 5)));
        all.put(
                "multivariateNormal",
                x -> x.plus(multivariateNormal(zeros(5), eye(5), 3).sum(0)));
        all.put("integers", x -> x.plus(integers(0, 100, 5)));
        all.put("permutation", x -> x.take(permutation(5)));
        all.put("shuffle", x -> shuffle(x));
        all.put("batches", x -> x.take(batches(5, 2).getFirst()).sum().plus(x));
        all.put("choice of positions", x -> x.take(choice(5, 2)).sum().plus(x));
        all.put("choice of parts", x -> choice(x, 2).sum().plus(x));
        all.put("choice with weights", x -> x.plus(choice(3, 5, true, of(0.5, 0.25, 0.25))));
        all.put("multinomial", x -> x.plus(multinomial(20, of(0.5, 0.25, 0.125, 0.0625, 0.0625))));
        all.put("bootstrap", x -> bootstrap(x));
        all.put("gamma", x -> x.plus(gamma(2, 1, 5)));
        all.put("beta", x -> x.plus(beta(2, 3, 5)));
        all.put("generator", x -> x.plus(generator().nextDouble()));
        all.put("a mask", x -> where(rand(5).lt(0.5), x, 0).div(0.5));
        all.put("a branch", x -> rand().item() < 0.5 ? x : x.neg());
        all.put("a seed of its own", x -> x.plus(withSeed(3, () -> randn(5))));
        all.put(
                "a seed and the others",
                x -> x.plus(withSeed(3, () -> randn(5))).plus(rand(5)));
        all.put("seeding", x -> {
            seed(11);
            return x.plus(randn(5));
        });
        return all;
    }

    @TestFactory
    Iterable<DynamicTest> everyVerbDrawsAnewInEveryCallAndTheSameAsUncompiled() {
        Tensor x = of(1.0, 2, 3, 4, 5);
        return drawing().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Fn f = each.getValue();
                    Fn compiled = compile(f);
                    seed(7);
                    Tensor plain = row(f, x, 6);
                    double afterwards = rand().item();
                    seed(7);
                    Tensor fast = row(compiled, x, 6);
                    assertTrue(plain.allClose(fast), () -> plain + " and " + fast);
                    assertEquals(afterwards, rand().item(), "where the random numbers stand");
                    seed(7);
                    assertTrue(plain.allClose(row(compiled, x, 6)), "again");
                }))
                .toList();
    }

    @Test
    void derivativesAndTrainingDrawAnewAsWell() {
        Fn noisy = x -> x.times(randn(3)).square().sum();
        seed(2);
        Tensor plain = row(Grad.grad(noisy), of(1.0, 2, 3), 4);
        seed(2);
        assertTrue(plain.allClose(row(compile(Grad.grad(noisy)), of(1.0, 2, 3), 4)));
        // The slope of a loss with noise scatters about 2 x, and so does what descent makes of it.
        seed(3);
        var fit = Optim.minimize(x -> x.minus(randn(4)).square().mean(), zeros(4), Optim.sgd(0.1), 40);
        assertEquals(fit.losses().length, Arrays.stream(fit.losses()).distinct().count(), "no two losses are equal");
    }

    @Test
    void drawsWithinASeedOfTheirOwnDoNotTouchTheOthers() {
        Fn f = compile(x -> x.plus(randn(5)));
        Tensor x = zeros(5);
        f.apply(x);
        Tensor own = withSeed(4, () -> f.apply(x));
        assertEquals(withSeed(4, () -> randn(5)), own);
    }

    /** Ways in which a function may read a tensor (3, 3) from outside. */
    private static Map<String, UnaryOperator<Tensor>> readings() {
        Map<String, UnaryOperator<Tensor>> all = new LinkedHashMap<>();
        all.put("itself", w -> w);
        all.put("an operation", w -> w.times(2));
        all.put("a view", Tensor::T);
        all.put("a reshaped view of a view", w -> w.T().reshape(9).reshape(3, 3));
        all.put("a part", w -> w.get(0));
        all.put("a slice", w -> w.slice(0, 2).sum(0));
        all.put("one number", w -> of(w.at(0, 0)));
        all.put("item", w -> of(w.slice(0, 1).col(0).item()));
        all.put("an array", w -> of(w.toDoubleArray()).reshape(3, 3));
        all.put("text", w -> of((double) w.toString().hashCode()));
        all.put("float32", w -> w.cast(DType.FLOAT32).cast(DType.FLOAT64));
        all.put("a sum", w -> w.sum());
        all.put("a product", w -> w.matmul(w));
        all.put("an extreme", w -> w.argmax(1).cast(DType.FLOAT64));
        all.put("sorted", w -> sorted(w));
        all.put("a mask", w -> where(w.gt(5), 1.0, 0.0));
        all.put(
                "positions",
                w -> arange(0.0, 100, 1).take(w.cast(DType.INT64).flatten()).sum());
        all.put("joined", w -> concat(0, w, w).sum(0));
        all.put("an equation", w -> lectern.tensor.Linalg.solve(w.plus(eye(3).times(50)), ones(3)));
        all.put(
                "its square by grad",
                w -> Grad.grad(x -> x.times(w.times(2)).sum()).apply(ones(3, 3)));
        return all;
    }

    private static Tensor sorted(Tensor w) {
        return lectern.tensor.Sorting.sort(w, 1);
    }

    @TestFactory
    Iterable<DynamicTest> whatIsWrittenToATensorFromOutsideIsNoticedHoweverItIsRead() {
        return readings().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    for (boolean view : new boolean[] {false, true}) {
                        Tensor all = arange(0.0, 9, 1).reshape(3, 3).plus(0);
                        Tensor w = view ? all.reshape(3, 3) : all;
                        Fn plain = x -> x.times(each.getValue().apply(w));
                        Fn compiled = compile(plain);
                        Random random = new Random(5);
                        for (int change = 0; change < 4; change++) {
                            Tensor x = ones(3, 3).times(change + 1);
                            assertTrue(plain.apply(x).allClose(compiled.apply(x)), each.getKey() + " " + change);
                            assertTrue(plain.apply(x).allClose(compiled.apply(x)), "again");
                            w.set(20.0 + random.nextInt(50), random.nextInt(3), random.nextInt(3));
                        }
                    }
                }))
                .toList();
    }

    @Test
    void trainingGoesOnWithTheNumbersOfTheMoment() {
        Tensor goal = of(1.0, 2);
        var training = Optim.training(
                (Tensor p, Tensor[] d) -> p.minus(goal.times(2)).square().sum(), zeros(2), Optim.sgd(0.25));
        for (int k = 0; k < 60; k++) {
            training.step();
        }
        assertTrue(training.parameters().allClose(of(2.0, 4)));
        goal.set(10.0, 0);
        for (int k = 0; k < 60; k++) {
            training.step();
        }
        assertTrue(training.parameters().allClose(of(20.0, 4)));
    }

    @Test
    void aFunctionThatWritesOutsideRunsAsItIs() {
        Tensor count = zeros(1);
        Fn f = compile(x -> {
            count.set(count.at(0) + 1, 0);
            return x.times(2);
        });
        for (int call = 1; call <= 5; call++) {
            f.apply(ones(2));
            assertEquals(call, count.at(0));
        }
    }

    @Test
    void aFunctionThatGivesNothingIsRefused() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> compile((Fn) x -> null).apply(ones(2)));
        assertTrue(refused.getMessage().contains("returned null"), refused.getMessage());
    }

    @Test
    void aFunctionMayWriteToWhatItMade() {
        Fn plain = x -> {
            Tensor own = zeros(2);
            own.set(3.0, 1);
            return x.times(own);
        };
        assertEquals(plain.apply(ones(2)), compile(plain).apply(ones(2)));
    }
}
