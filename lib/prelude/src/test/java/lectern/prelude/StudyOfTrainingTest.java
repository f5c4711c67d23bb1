package lectern.prelude;

import static lectern.notebook.Pairs.ordered;
import static lectern.optim.Optim.adam;
import static lectern.optim.Optim.lbfgs;
import static lectern.optim.Optim.minimize;
import static lectern.study.Studies.study;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.nn.Losses;
import lectern.nn.Mlp;
import lectern.nn.Nn;
import lectern.optim.Fit;
import lectern.study.Results;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** Networks trained by several threads at once are those that one thread trains. */
class StudyOfTrainingTest {
    /** Trains a network from a start of its own. */
    @FunctionalInterface
    private interface Rule {
        Fit<Mlp> fit(Tensor x, Tensor y, Mlp start);
    }

    private static Results<double[]> trained(int threads) {
        var rules = ordered(
                "Adam",
                (Rule) (x, y, start) -> minimize(n -> Losses.mse(n.apply(x), y), start, adam(0.01), 60),
                "L-BFGS",
                (x, y, start) -> minimize(n -> Losses.mse(n.apply(x), y), start, lbfgs().steps(15)));
        return study().over("rule", rules)
                .over("width", 4, 30)
                .seeds(4)
                .threads(threads)
                .run((rule, width, seed) -> {
                    var x = Sampling.uniform(-1, 1, 40, 1);
                    var fit = rule.fit(x, x.square(), Nn.mlp(1, width, 1));
                    var test = Tensors.linspace(-1, 1, 11).reshape(-1, 1);
                    return fit.parameters().apply(test).toDoubleArray();
                });
    }

    @Test
    void threadsDoNotChangeABit() {
        var alone = trained(1).runs();
        for (int threads : List.of(2, 5)) {
            var shared = trained(threads);
            assertEquals(List.of(), shared.remarks());
            for (int i = 0; i < alone.size(); i++) {
                assertEquals(alone.get(i).labels(), shared.runs().get(i).labels());
                assertArrayEquals(alone.get(i).value(), shared.runs().get(i).value());
            }
        }
        var first = alone.getFirst().value();
        assertTrue(alone.stream().skip(1).noneMatch(run -> java.util.Arrays.equals(run.value(), first)));
    }
}
