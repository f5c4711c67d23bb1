package lectern.compile;

import static lectern.grad.Grad.stopGradient;
import static lectern.grad.Grad.valueAndGrad;
import static lectern.tensor.Convolutions.conv2d;
import static lectern.tensor.Convolutions.maxPool2d;

import java.util.List;
import java.util.Random;
import lectern.grad.FnN;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/** The net that lectures on pictures train: conv 32 – pool 2 – conv 64 – pool 2 – dense 100 – dense 10, pictures 28×28. */
public final class SmallCnn {
    private SmallCnn() {}

    /** Random parameters: filters and matrices with their biases. */
    public static Tensor[] parameters(DType type) {
        Random random = new Random(7);
        int[][] shapes = {{32, 1, 3, 3}, {64, 32, 3, 3}, {1600, 100}, {100, 10}};
        int[] fan = {9, 288, 1600, 100};
        Tensor[] out = new Tensor[8];
        for (int i = 0; i < 4; i++) {
            int[] shape = shapes[i];
            out[2 * i] = normal(random, shape).div(Math.sqrt(fan[i])).cast(type);
            out[2 * i + 1] = Tensors.zeros(type, shape[shape.length == 4 ? 0 : 1]);
        }
        return out;
    }

    /** Random pictures and their labels, one-hot. */
    public static Tensor[] pictures(DType type, int count) {
        Random random = new Random(8);
        Tensor x = normal(random, count, 1, 28, 28).sigmoid().cast(type);
        double[] hot = new double[10 * count];
        for (int i = 0; i < count; i++) {
            hot[10 * i + random.nextInt(10)] = 1;
        }
        return new Tensor[] {x, Raw.wrap(hot, count, 10).cast(type)};
    }

    private static Tensor normal(Random random, int... shape) {
        double[] data = new double[Shapes.size(shape)];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextGaussian();
        }
        return Raw.wrap(data, shape);
    }

    /** The mean cross-entropy of the net. */
    public static Tensor loss(List<Tensor> p, Tensor x, Tensor labels) {
        Tensor h = maxPool2d(conv2d(x, p.get(0), p.get(1)).relu(), 2); // (n, 32, 13, 13)
        h = maxPool2d(conv2d(h, p.get(2), p.get(3)).relu(), 2); // (n, 64, 5, 5)
        h = h.reshape(x.dim(0), -1).matmul(p.get(4)).plus(p.get(5)).relu(); // (n, 100)
        Tensor z = h.matmul(p.get(6)).plus(p.get(7)); // (n, 10)
        Tensor shifted = z.minus(stopGradient(z.max(1)).reshape(-1, 1));
        return shifted.exp().sum(1).log().minus(shifted.times(labels).sum(1)).mean();
    }

    /** One step: arguments the parameters, pictures, labels; results the loss and the new parameters. */
    public static FnN step(double rate) {
        return a -> {
            List<Tensor> p = List.of(a).subList(0, 8);
            var both = valueAndGrad((List<Tensor> q) -> loss(q, a[8], a[9]), p);
            Tensor[] out = new Tensor[9];
            out[0] = both.value();
            for (int i = 0; i < 8; i++) {
                out[i + 1] = p.get(i).minus(both.grad().get(i).times(rate));
            }
            return out;
        };
    }
}
