package lectern.grad;

import static lectern.grad.Grad.checkGrads;
import static lectern.grad.Grad.grad;
import static lectern.tensor.Convolutions.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import lectern.tensor.Sliding;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.PoolPick;
import lectern.tensor.op.PoolScatter;
import lectern.tensor.op.Window;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Convolution, pooling and normalisation against finite differences to third order, in both modes. */
class ConvolutionTest {
    private static Tensor random(int seed, int... shape) {
        Random random = new Random(seed);
        double[] data = new double[Shapes.size(shape)];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextGaussian();
        }
        return Raw.wrap(data, shape);
    }

    private static DynamicTest two(String name, Tensor x, Tensor y, BinaryOperator<Tensor> f) {
        return DynamicTest.dynamicTest(
                name, () -> checkGrads((List<Tensor> p) -> f.apply(p.get(0), p.get(1)), List.of(x, y), 3));
    }

    private static DynamicTest one(String name, Tensor x, Function<Tensor, Tensor> f) {
        return DynamicTest.dynamicTest(name, () -> checkGrads(f, x, 3));
    }

    @TestFactory
    Stream<DynamicTest> convolutions() {
        Sliding all = stride(2, 1).padding(1, 2).dilation(1, 2).groups(2);
        return Stream.of(
                two(
                        "conv2d",
                        random(1, 2, 2, 4, 4),
                        random(2, 3, 2, 3, 3),
                        (x, w) -> conv2d(x, w).square()),
                two(
                        "conv2d, everything",
                        random(1, 2, 4, 5, 5),
                        random(2, 4, 2, 3, 2),
                        (x, w) -> conv2d(x, w, all).square()),
                two(
                        "conv2d, same",
                        random(1, 1, 1, 4, 5),
                        random(2, 2, 1, 2, 2),
                        (x, w) -> conv2d(x.square(), w, padding("same").stride(2))),
                two(
                        "conv2d of one by one",
                        random(1, 2, 2, 3, 2),
                        random(2, 3, 2, 1, 1),
                        (x, w) -> conv2d(x, w).square()),
                two(
                        "bias",
                        random(1, 2, 2, 3, 3),
                        random(2, 3),
                        (x, b) -> conv2d(x, random(3, 3, 2, 2, 2), b).square()),
                two(
                        "conv1d",
                        random(1, 2, 2, 7),
                        random(2, 4, 1, 3),
                        (x, w) -> conv1d(x, w, stride(2).padding(1).groups(2)).square()),
                two(
                        "convTranspose2d",
                        random(1, 2, 4, 3, 3),
                        random(2, 4, 1, 3, 2),
                        (x, w) -> convTranspose2d(
                                        x,
                                        w,
                                        stride(2).padding(1).outputPadding(1, 0).groups(2))
                                .square()),
                two(
                        "convTranspose1d",
                        random(1, 2, 3, 4),
                        random(2, 3, 2, 3),
                        (x, w) -> convTranspose1d(x, w, stride(2).dilation(2)).square()));
    }

    @TestFactory
    Stream<DynamicTest> pooling() {
        Window window = new Window(List.of(2, 3), List.of(2, 1), List.of(1, 1), List.of(0, 1), List.of(1, 1));
        Tensor reference = random(5, 2, 2, 4, 5);
        return Stream.of(
                one("maxPool2d", random(1, 2, 2, 4, 6), x -> maxPool2d(x, 2).square()),
                one(
                        "maxPool2d, overlapping",
                        random(1, 2, 1, 5, 5),
                        x -> maxPool2d(x, 3, stride(1).padding(1)).square()),
                one(
                        "maxPool1d",
                        random(1, 2, 2, 7),
                        x -> maxPool1d(x, 2, dilation(2)).square()),
                one(
                        "pick",
                        random(1, 2, 2, 4, 5),
                        x -> Tensor.apply(new PoolPick(window), x, reference).square()),
                one(
                        "scatter",
                        random(1, 2, 2, 2, 5),
                        x -> Tensor.apply(new PoolScatter(window), x, reference).square()),
                one(
                        "avgPool2d",
                        random(1, 2, 2, 5, 5),
                        x -> avgPool2d(x, 2, padding(1)).square()),
                one(
                        "avgPool1d",
                        random(1, 2, 2, 7),
                        x -> avgPool1d(x, 3, stride(2)).square()));
    }

    @TestFactory
    Stream<DynamicTest> normalisation() {
        Tensor x = random(1, 3, 2, 2, 2);
        return Stream.of(
                DynamicTest.dynamicTest(
                        "training",
                        () -> checkGrads(
                                (List<Tensor> p) -> batchNorm(p.get(0), p.get(1), p.get(2)),
                                List.of(x, random(2, 2), random(3, 2)),
                                3)),
                DynamicTest.dynamicTest(
                        "prediction",
                        () -> checkGrads(
                                (List<Tensor> p) -> batchNorm(
                                                p.get(0),
                                                p.get(1),
                                                p.get(2),
                                                random(4, 2),
                                                random(5, 2).square())
                                        .square(),
                                List.of(x, random(2, 2), random(3, 2)),
                                3)));
    }

    @Test
    void ofEqualMaximaTheFirstHasTheDerivative() {
        Tensor tie = Tensors.of(1.0, 3, 2, 3, 5, 5).reshape(1, 1, 6);
        assertArrayEquals(
                new double[] {0, 1, 0, 1, 1, 0},
                grad((Function<Tensor, Tensor>) x -> maxPool1d(x, 2).sum(), tie).toDoubleArray());
        Tensor square = Tensors.ones(1, 1, 2, 2);
        assertArrayEquals(
                new double[] {1, 0, 0, 0},
                grad((Function<Tensor, Tensor>) x -> maxPool2d(x, 2).sum(), square)
                        .toDoubleArray());
    }
}
