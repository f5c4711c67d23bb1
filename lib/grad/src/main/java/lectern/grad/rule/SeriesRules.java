package lectern.grad.rule;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Binary;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Cast;
import lectern.tensor.op.Concat;
import lectern.tensor.op.CumSum;
import lectern.tensor.op.Gather;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Op;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Reshape;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.op.Slice;
import lectern.tensor.op.Transpose;
import lectern.tensor.op.Unary;
import lectern.tensor.op.Unslice;
import lectern.tensor.op.Where;

/**
 * How operations act on truncated power series, written in differentiable operations.
 *
 * <p>A series is an array of coefficients, the value itself at place 0; null stands for zero. A function with y′ = g·x′
 * has yₖ = (1/k) Σⱼ j·xⱼ·gₖ₋ⱼ, where g may depend on y, of which the lower coefficients are known by then. Corners
 * and ties are as in {@link ElementaryRules}.
 */
public final class SeriesRules {
    private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

    private SeriesRules() {}

    /** The coefficients of the result; a series is null for an argument that is constant. */
    public static Tensor[] of(Op op, Tensor y, Tensor[] x, Tensor[][] series, int order) {
        return switch (op) {
            case Unary u -> unary(u, y, x[0], series[0], order);
            case Binary b -> binary(b, y, x, series, order);
            case Reshape r -> linear(op, y, series[0]);
            case Transpose t -> linear(op, y, series[0]);
            case BroadcastTo b -> linear(op, y, series[0]);
            case Slice s -> linear(op, y, series[0]);
            case Unslice u -> linear(op, y, series[0]);
            case CumSum c -> linear(op, y, series[0]);
            case Cast c -> linear(op, y, series[0]);
            case Reduction r when r.kind() == Reduction.Kind.SUM -> linear(op, y, series[0]);
            case Gather g -> linear(op, y, series[0], x[1]);
            case ScatterAdd s -> linear(op, y, series[0], x[1]);
            case Concat c -> parts(op, y, x, series, 0, order);
            case Where w when series[0] == null -> parts(op, y, x, series, 1, order);
            case MatMul m -> bilinear(op, y, x, series, order);
            default -> throw new NoSeries(op);
        };
    }

    private static Tensor[] linear(Op op, Tensor y, Tensor[] x, Tensor... constants) {
        if (x == null) {
            throw new NoSeries(op);
        }
        Tensor[] out = new Tensor[x.length];
        out[0] = y;
        for (int k = 1; k < x.length; k++) {
            if (x[k] != null) {
                out[k] = constants.length == 0 ? Tensor.apply(op, x[k]) : Tensor.apply(op, x[k], constants[0]);
            }
        }
        return out;
    }

    /** An operation linear in all its arguments from one on together; those before are constant. */
    private static Tensor[] parts(Op op, Tensor y, Tensor[] x, Tensor[][] series, int first, int order) {
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            Tensor[] args = x.clone();
            boolean zero = true;
            for (int i = first; i < x.length; i++) {
                Tensor c = series[i] == null ? null : series[i][k];
                zero &= c == null;
                args[i] = c == null ? Tensors.zerosLike(x[i]) : c;
            }
            out[k] = zero ? null : Tensor.apply(op, args);
        }
        return out;
    }

    private static Tensor[] bilinear(Op op, Tensor y, Tensor[] x, Tensor[][] series, int order) {
        Tensor[] a = series[0] == null ? constant(x[0], order) : series[0];
        Tensor[] b = series[1] == null ? constant(x[1], order) : series[1];
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            for (int j = 0; j <= k; j++) {
                if (a[j] != null && b[k - j] != null) {
                    out[k] = sum(out[k], Tensor.apply(op, a[j], b[k - j]));
                }
            }
        }
        return out;
    }

    private static Tensor[] unary(Unary op, Tensor y, Tensor at, Tensor[] x, int order) {
        return switch (op) {
            case NEG -> linear(op, y, x);
            case ABS -> scaled(y, x, at.sign());
            case SQUARE -> product(y, x, x, order);
            case RECIPROCAL -> quotient(y, constant(Tensors.literal(1), order), x, order);
            case SQRT -> root(y, x, order);
            case EXP -> solved(y, x, order, (g, k) -> g[k]);
            case EXPM1 -> shifted(y, solved(y.plus(1), x, order, (g, k) -> g[k]));
            case LOG -> integral(y, x, quotient(at.reciprocal(), constant(Tensors.literal(1), order), x, order), order);
            case LOG1P -> {
                Tensor[] z = shifted(at.plus(1), x);
                yield integral(y, x, quotient(z[0].reciprocal(), constant(Tensors.literal(1), order), z, order), order);
            }
            case SIN -> waves(at, x, order, true, true);
            case COS -> waves(at, x, order, false, true);
            case SINH -> waves(at, x, order, true, false);
            case COSH -> waves(at, x, order, false, false);
            case TANH -> solved(y, x, order, (t, k) -> oneMinus(convolution(t, t, k), k));
            case TAN -> solved(y, x, order, (t, k) -> onePlus(convolution(t, t, k), k));
            case SIGMOID -> solved(y, x, order, (s, k) -> difference(s[k], convolution(s, s, k)));
            case SOFTPLUS -> integral(y, x, unary(Unary.SIGMOID, at.sigmoid(), at, x, order), order);
            case ATAN -> integral(y, x, reciprocalOf(onePlus(squared(x, order)), order), order);
            case ASIN -> integral(y, x, reciprocalOf(rootOf(oneMinus(squared(x, order)), order), order), order);
            case ACOS ->
                integral(y, x, negated(reciprocalOf(rootOf(oneMinus(squared(x, order)), order), order)), order);
            case ERF -> {
                Tensor[] exponent = negated(squared(x, order));
                Tensor[] bell = solved(exponent[0].exp(), exponent, order, (g, k) -> g[k]);
                yield integral(
                        y, x, scaled(bell[0].times(TWO_OVER_SQRT_PI), bell, Tensors.literal(TWO_OVER_SQRT_PI)), order);
            }
            default -> throw new NoSeries(op);
        };
    }

    private static Tensor[] binary(Binary op, Tensor y, Tensor[] x, Tensor[][] series, int order) {
        Tensor[] a = series[0] == null ? constant(x[0], order) : series[0];
        Tensor[] b = series[1] == null ? constant(x[1], order) : series[1];
        return switch (op) {
            case ADD -> joined(y, a, b, order, false);
            case SUB -> joined(y, a, b, order, true);
            case MUL -> product(y, a, b, order);
            case DIV -> quotient(y, a, b, order);
            case POW -> PowerSeries.of(op, y, x, series, order);
            case MAXIMUM -> chosen(y, x[0].gt(x[1]), x, a, b, order);
            case MINIMUM -> chosen(y, x[0].lt(x[1]), x, a, b, order);
            case MOD -> {
                if (series[1] != null) {
                    throw new NoSeries(op);
                }
                yield joined(y, a, constant(x[1], order), order, false);
            }
            default -> throw new NoSeries(op);
        };
    }

    static Tensor[] constant(Tensor value, int order) {
        Tensor[] out = new Tensor[order + 1];
        out[0] = value;
        return out;
    }

    static Tensor sum(Tensor a, Tensor b) {
        return a == null ? b : b == null ? a : a.plus(b);
    }

    private static Tensor difference(Tensor a, Tensor b) {
        return b == null ? a : a == null ? b.neg() : a.minus(b);
    }

    static Tensor product(Tensor a, Tensor b) {
        return a == null || b == null ? null : a.times(b);
    }

    private static Tensor[] joined(Tensor y, Tensor[] a, Tensor[] b, int order, boolean minus) {
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            out[k] = minus ? difference(a[k], b[k]) : sum(a[k], b[k]);
        }
        return out;
    }

    private static Tensor[] scaled(Tensor y, Tensor[] x, Tensor factor) {
        Tensor[] out = new Tensor[x.length];
        out[0] = y;
        for (int k = 1; k < x.length; k++) {
            out[k] = product(x[k], factor);
        }
        return out;
    }

    private static Tensor[] negated(Tensor[] x) {
        Tensor[] out = new Tensor[x.length];
        for (int k = 0; k < x.length; k++) {
            out[k] = x[k] == null ? null : x[k].neg();
        }
        return out;
    }

    /** The series with another value in front. */
    static Tensor[] shifted(Tensor value, Tensor[] x) {
        Tensor[] out = x.clone();
        out[0] = value;
        return out;
    }

    private static Tensor[] onePlus(Tensor[] x) {
        return shifted(x[0].plus(1), x);
    }

    private static Tensor[] oneMinus(Tensor[] x) {
        return onePlus(negated(x));
    }

    /** 1 + c at power 0, c elsewhere. */
    private static Tensor onePlus(Tensor c, int k) {
        return k == 0 ? c.plus(1) : c;
    }

    private static Tensor oneMinus(Tensor c, int k) {
        return onePlus(c == null ? null : c.neg(), k);
    }

    /** Coefficient k of a product. */
    private static Tensor convolution(Tensor[] a, Tensor[] b, int k) {
        Tensor total = null;
        for (int j = 0; j <= k; j++) {
            total = sum(total, product(a[j], b[k - j]));
        }
        return total;
    }

    static Tensor[] product(Tensor y, Tensor[] a, Tensor[] b, int order) {
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            out[k] = convolution(a, b, k);
        }
        return out;
    }

    private static Tensor[] squared(Tensor[] x, int order) {
        return product(x[0].square(), x, x, order);
    }

    /** qₖ = (aₖ − Σⱼ qⱼ bₖ₋ⱼ) / b₀ with j below k. */
    private static Tensor[] quotient(Tensor y, Tensor[] a, Tensor[] b, int order) {
        Tensor[] q = new Tensor[order + 1];
        q[0] = y;
        for (int k = 1; k <= order; k++) {
            Tensor rest = a[k];
            for (int j = 0; j < k; j++) {
                rest = difference(rest, product(q[j], b[k - j]));
            }
            q[k] = rest == null ? null : rest.div(b[0]);
        }
        return q;
    }

    private static Tensor[] reciprocalOf(Tensor[] x, int order) {
        return quotient(x[0].reciprocal(), constant(Tensors.literal(1), order), x, order);
    }

    /** sₖ = (xₖ − Σⱼ sⱼ sₖ₋ⱼ) / 2s₀ with 0 < j < k. */
    private static Tensor[] root(Tensor y, Tensor[] x, int order) {
        Tensor[] s = new Tensor[order + 1];
        s[0] = y;
        for (int k = 1; k <= order; k++) {
            Tensor rest = x[k];
            for (int j = 1; j < k; j++) {
                rest = difference(rest, product(s[j], s[k - j]));
            }
            s[k] = rest == null ? null : rest.times(0.5).div(y);
        }
        return s;
    }

    private static Tensor[] rootOf(Tensor[] x, int order) {
        return root(x[0].sqrt(), x, order);
    }

    /** Coefficient k of a slope from the coefficients of the result up to k. */
    @FunctionalInterface
    private interface Slope {
        Tensor at(Tensor[] y, int k);
    }

    /** The solution of y′ = g(y)·x′. */
    private static Tensor[] solved(Tensor y, Tensor[] x, int order, Slope slope) {
        Tensor[] out = new Tensor[order + 1];
        Tensor[] g = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            g[k - 1] = slope.at(out, k - 1);
            out[k] = step(x, g, k);
        }
        return out;
    }

    /** The integral of g·x′ for a known g. */
    private static Tensor[] integral(Tensor y, Tensor[] x, Tensor[] g, int order) {
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            out[k] = step(x, g, k);
        }
        return out;
    }

    /** (1/k) Σⱼ j·xⱼ·gₖ₋ⱼ for 1 ≤ j ≤ k. */
    private static Tensor step(Tensor[] x, Tensor[] g, int k) {
        Tensor total = null;
        for (int j = 1; j <= k; j++) {
            Tensor term = product(x[j], g[k - j]);
            total = sum(total, term == null || j == k ? term : term.times((double) j / k));
        }
        return total;
    }

    /** Sine or cosine, each the other's slope; or the hyperbolic pair. */
    private static Tensor[] waves(Tensor at, Tensor[] x, int order, boolean sine, boolean circular) {
        Tensor[] s = new Tensor[order + 1];
        Tensor[] c = new Tensor[order + 1];
        s[0] = circular ? at.sin() : at.sinh();
        c[0] = circular ? at.cos() : at.cosh();
        for (int k = 1; k <= order; k++) {
            s[k] = step(x, c, k);
            Tensor slope = step(x, s, k);
            c[k] = slope == null || !circular ? slope : slope.neg();
        }
        return sine ? s : c;
    }

    /** The coefficients of the argument that is chosen; where both tie half of each, but a literal number wins. */
    private static Tensor[] chosen(Tensor y, Tensor first, Tensor[] x, Tensor[] a, Tensor[] b, int order) {
        Tensor tie = x[0].eq(x[1]);
        double share = isLiteral(x[0]) || isLiteral(x[1]) ? 0 : 0.5;
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            if (a[k] != null || b[k] != null) {
                Tensor p = a[k] == null ? Tensors.literal(0) : a[k];
                Tensor q = b[k] == null ? Tensors.literal(0) : b[k];
                Tensor tied = share == 0 ? (isLiteral(x[0]) ? p : q) : p.plus(q).times(share);
                out[k] = Tensors.where(tie, tied, Tensors.where(first, p, q));
            }
        }
        return out;
    }

    private static boolean isLiteral(Tensor x) {
        return x.isWeak() && x.level() == 0;
    }
}
