package lectern.bench;

import static lectern.grad.Grad.elementwiseGrad;
import static lectern.grad.Grad.valueAndGrad;
import static lectern.grad.Grad.vjp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.grad.Fn;
import lectern.grad.FnN;
import lectern.grad.Vjp;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;

/**
 * The step that lectures on derivative losses train with: MSE of a net 1–w–w–1 and of its input derivatives, one
 * SGD update.
 */
final class GradientLoss {
    private static final int PARAMETERS = 6;

    private GradientLoss() {}

    /** A loss of the parameters, the points and the targets. */
    interface Loss {
        Tensor of(List<Tensor> p, Tensor x, List<Tensor> y);
    }

    /** The net with tanh: layers are pairs of weights and biases. */
    static Tensor net(List<Tensor> p, Tensor x) {
        Tensor h = x;
        for (int i = 0; i < p.size() - 2; i += 2) {
            h = h.matmul(p.get(i)).plus(p.get(i + 1)).tanh();
        }
        return h.matmul(p.get(p.size() - 2)).plus(p.getLast());
    }

    /** The loss with derivatives up to an order: y.get(k) are the k-th derivatives to fit. */
    static Tensor loss(List<Tensor> p, Tensor x, List<Tensor> y) {
        Fn f = t -> net(p, t);
        Tensor loss = f.apply(x).minus(y.getFirst()).square().mean();
        for (int k = 1; k < y.size(); k++) {
            f = elementwiseGrad(f);
            loss = loss.plus(f.apply(x).minus(y.get(k)).square().mean());
        }
        return loss;
    }

    /**
     * The loss with the first derivative where nothing merges what is computed twice: the net is run once, as PyTorch's
     * side does, and its recording answers the derivative.
     */
    static Tensor lossOfOneRun(List<Tensor> p, Tensor x, List<Tensor> y) {
        Vjp<Tensor> run = vjp(t -> net(p, t), x);
        Tensor u = run.value();
        Tensor slope = run.pull(Tensors.onesLike(u));
        return u.minus(y.get(0))
                .square()
                .mean()
                .plus(slope.minus(y.get(1)).square().mean());
    }

    /** One step: arguments x, the targets, the parameters; results the loss and the new parameters. */
    static FnN step(double rate, Loss loss) {
        return a -> {
            int fixed = a.length - PARAMETERS;
            Tensor x = a[0];
            List<Tensor> y = List.of(a).subList(1, fixed);
            List<Tensor> p = List.of(a).subList(fixed, a.length);
            var both = valueAndGrad((List<Tensor> q) -> loss.of(q, x, y), p);
            Tensor[] out = new Tensor[p.size() + 1];
            out[0] = both.value();
            for (int i = 0; i < p.size(); i++) {
                out[i + 1] = p.get(i).minus(both.grad().get(i).times(rate));
            }
            return out;
        };
    }

    /** The same step with the parameters first, as a {@link lectern.compile.TrainingProgram} wants it. */
    static FnN training(int order, double rate) {
        FnN step = step(rate, GradientLoss::loss);
        int fixed = order + 2;
        return a -> {
            Tensor[] turned = new Tensor[a.length];
            System.arraycopy(a, a.length - fixed, turned, 0, fixed);
            System.arraycopy(a, 0, turned, fixed, a.length - fixed);
            return step.apply(turned);
        };
    }

    /** Points, targets sin(3x) with its derivatives, parameters of a net of a width. */
    static Tensor[] arguments(DType type, int points, int width, int order) {
        Random random = new Random(7);
        List<Tensor> out = new ArrayList<>();
        Tensor x = Tensors.linspace(-1, 1, points).reshape(points, 1);
        out.add(x.cast(type));
        for (int k = 0; k <= order; k++) {
            double factor = Math.pow(3, k);
            Tensor wave = k % 2 == 0 ? x.times(3).sin() : x.times(3).cos();
            out.add(wave.times(k % 4 < 2 ? factor : -factor).cast(type));
        }
        int[] sizes = {1, width, width, 1};
        for (int i = 0; i < 3; i++) {
            double[] w = new double[sizes[i] * sizes[i + 1]];
            for (int j = 0; j < w.length; j++) {
                w[j] = random.nextGaussian() / Math.sqrt(sizes[i]);
            }
            out.add(Raw.wrap(w, sizes[i], sizes[i + 1]).cast(type));
            out.add(Tensors.zeros(type, sizes[i + 1]));
        }
        return out.toArray(Tensor[]::new);
    }
}
