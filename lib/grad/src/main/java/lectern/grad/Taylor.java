package lectern.grad;

import lectern.grad.rule.Fused;
import lectern.grad.rule.NoSeries;
import lectern.grad.rule.SeriesRules;
import lectern.grad.rule.ShapeRules;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Op;

/**
 * One transformation by truncated power series: every value carries its Taylor coefficients along a line, so that the
 * n-th derivative costs of the order of n² operations where n nested first derivatives cost of the order of 2ⁿ.
 *
 * <p>Source: A. Griewank and A. Walther, "Evaluating Derivatives", 2nd ed. (2008), chapter 13.
 */
final class Taylor extends Transformation {
    /** The highest power of the parameter that is kept. */
    final int order;

    Taylor(int order) {
        this.order = order;
    }

    /** A value and its Taylor coefficients, from the first power on at place 1; null stands for zero. */
    static final class Jet extends Tracer {
        final Tensor[] coefficients;

        Jet(Taylor home, Tensor primal, Tensor... coefficients) {
            super(home, primal);
            this.coefficients = coefficients;
        }
    }

    /** The value that moves with slope one. */
    Tensor variable(Tensor at) {
        Tensor[] c = new Tensor[order + 1];
        c[0] = at;
        c[1] = Tensors.ones(at.dtype(), at.shape());
        return new Jet(this, at, c);
    }

    /** The coefficients of a value; null for a constant. */
    Tensor[] coefficients(Tensor x) {
        return owns(x) ? ((Jet) x).coefficients : null;
    }

    @Override
    Tensor follow(Op op, Tensor y, Tensor[] primals, Tensor[] args) {
        if (op instanceof Fused fused) {
            return fused.expand(args);
        }
        Tensor[][] series = new Tensor[args.length][];
        for (int i = 0; i < args.length; i++) {
            series[i] = coefficients(args[i]);
        }
        Tensor[] out = series(op, y, primals, series);
        for (int k = 1; k <= order; k++) {
            if (out[k] != null) {
                Tensor c = out[k].dtype() == y.dtype() ? out[k] : out[k].cast(y.dtype());
                out[k] = ShapeRules.broadcastTo(c, y);
            }
        }
        return new Jet(this, y, out);
    }

    private Tensor[] series(Op op, Tensor y, Tensor[] primals, Tensor[][] series) {
        try {
            return SeriesRules.of(op, y, primals, series, order);
        } catch (NoSeries e) {
            return nested(op, y, primals, series);
        }
    }

    /** The coefficients of one operation from its nested first derivatives along the line. */
    private Tensor[] nested(Op op, Tensor y, Tensor[] primals, Tensor[][] series) {
        Fn along = t -> {
            Tensor[] args = primals.clone();
            for (int i = 0; i < args.length; i++) {
                args[i] = series[i] == null ? args[i] : polynomial(series[i], t);
            }
            return Tensor.apply(op, args);
        };
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        double factorial = 1;
        for (int k = 1; k <= order; k++) {
            Fn lower = along;
            along = x -> Operators.derivative(lower, x);
            factorial *= k;
            out[k] = along.apply(0).div(factorial);
        }
        return out;
    }

    private static Tensor polynomial(Tensor[] c, Tensor t) {
        Tensor sum = null;
        for (int k = c.length - 1; k >= 0; k--) {
            Tensor moved = sum == null ? null : sum.times(t);
            sum = moved == null ? c[k] : c[k] == null ? moved : moved.plus(c[k]);
        }
        return sum;
    }
}
