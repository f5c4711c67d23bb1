package lectern.optim;

import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** An optimiser behind a limit on its gradients. Pascanu, Mikolov and Bengio (2013). */
record Clipped(Optimizer inner, double limit, boolean byNorm) implements Optimizer {
    Clipped {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("the limit of clipping must be positive, got " + limit);
        }
    }

    @Override
    public int slots() {
        return inner.slots();
    }

    @Override
    public double[] coefficients(int step) {
        return inner.coefficients(step);
    }

    @Override
    public Tensor[] update(Tensor parameter, Tensor gradient, Tensor[] slots, Tensor[] coefficients) {
        return inner.update(parameter, gradient, slots, coefficients);
    }

    @Override
    public List<Tensor> prepare(List<Tensor> gradients) {
        List<Tensor> own = inner.prepare(gradients);
        if (!byNorm) {
            return own.stream().map(g -> g.clip(-limit, limit)).toList();
        }
        Tensor square = Tensors.literal(0);
        for (Tensor g : own) {
            square = square.plus(g.square().sum());
        }
        Tensor factor = Tensors.literal(limit).div(square.sqrt().maximum(limit));
        return own.stream().map(g -> g.times(factor.cast(g.dtype()))).toList();
    }
}
