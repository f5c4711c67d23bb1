package lectern.grad.rule;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Polygamma;
import lectern.tensor.op.Unary;

/**
 * Derivatives of the elementwise operations.
 *
 * <p>Corners and edges: |x|, relu and sign have slope 0 at 0; where maximum and minimum tie, each argument gets half,
 * but against a literal number the number wins ({@code x.maximum(0)} and relu have slope 0 at 0); x^p has
 * slope 0 in x for p = 0, also at x = 0, and 0 in p at x = 0; sqrt has an infinite slope at 0, as in NumPy. Norms and
 * standard deviations, which are roots of sums, have slope 0 where they are 0, as in PyTorch, and NaN for the slope of
 * that slope; a root that is written out, {@code x.square().sum().sqrt()}, has NaN.
 */
final class ElementaryRules {
    private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

    /** The slope of every order is the function of the next. */
    static final Rules.Of<Polygamma> POLYGAMMA = new Rules.Of<>() {
        @Override
        public Tensor pull(Polygamma op, int i, Tensor g, Tensor y, Tensor... x) {
            return g.times(x[0].polygamma(op.order() + 1));
        }

        @Override
        public Tensor push(Polygamma op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null ? null : pull(op, 0, dx[0], y, x);
        }
    };

    private static final Tensor ONE = Tensors.literal(1);

    private ElementaryRules() {}

    static boolean isDifferentiable(Unary op) {
        return switch (op) {
            case SIGN, FLOOR, CEIL, ROUND, IS_NAN, IS_FINITE, NOT -> false;
            default -> true;
        };
    }

    /** {@code g} times the slope of the operation at {@code x}; the same in both modes. */
    static Tensor pull(Unary op, Tensor g, Tensor y, Tensor x) {
        return switch (op) {
            case NEG -> g.neg();
            case ABS -> g.times(x.sign());
            case SQUARE -> Fused.Scaled.of(2, g, x);
            case RECIPROCAL -> g.times(y.square()).neg();
            case SQRT -> g.times(0.5).div(y);
            case EXP -> g.times(y);
            case EXPM1 -> g.times(y.plus(1));
            case LOG -> g.div(x);
            case LOG1P -> g.div(x.plus(1));
            case SIN -> g.times(x.cos());
            case COS -> g.times(x.sin()).neg();
            case TAN -> g.times(y.square().plus(1));
            case ASIN -> g.div(oneMinus(x.square()).sqrt());
            case ACOS -> g.div(oneMinus(x.square()).sqrt()).neg();
            case ATAN -> g.div(x.square().plus(1));
            case SINH -> g.times(x.cosh());
            case COSH -> g.times(x.sinh());
            case TANH -> Tensor.apply(Fused.TanhSlope.OP, g, y);
            case SIGMOID -> g.times(y.times(oneMinus(y)));
            case SOFTPLUS -> g.times(x.sigmoid());
            case ERF -> g.times(x.square().neg().exp().times(TWO_OVER_SQRT_PI));
            case ERFINV -> g.times(y.square().exp().times(1 / TWO_OVER_SQRT_PI));
            case LGAMMA -> g.times(x.digamma());
            case SIGN, FLOOR, CEIL, ROUND, IS_NAN, IS_FINITE, NOT -> null;
        };
    }

    /** {@code g} times the slope in argument {@code i}, in the shape of the result. */
    static Tensor pull(Binary op, int i, Tensor g, Tensor y, Tensor a, Tensor b) {
        boolean first = i == 0;
        return switch (op) {
            case ADD -> g;
            case SUB -> first ? g : g.neg();
            case MUL -> g.times(first ? b : a);
            case DIV -> first ? g.div(b) : g.times(y).div(b).neg();
            case POW -> first ? power(g, a, b) : g.times(exponentSlope(y, a));
            case MAXIMUM -> first ? chosen(g, a.gt(b), a, b) : chosen(g, b.gt(a), b, a);
            case MINIMUM -> first ? chosen(g, a.lt(b), a, b) : chosen(g, b.lt(a), b, a);
            case ATAN2 ->
                first
                        ? g.times(b).div(a.square().plus(b.square()))
                        : g.times(a).div(a.square().plus(b.square())).neg();
            case MOD -> first ? g : g.times(a.floorDiv(b)).neg();
            default -> null;
        };
    }

    /** The sum over the arguments that have a tangent. */
    static Tensor push(Binary op, Tensor y, Tensor[] x, Tensor[] dx) {
        Tensor left = dx[0] == null ? null : pull(op, 0, dx[0], y, x[0], x[1]);
        Tensor right = dx[1] == null ? null : pull(op, 1, dx[1], y, x[0], x[1]);
        Tensor dy = left == null ? right : right == null ? left : left.plus(right);
        return dy == null ? null : ShapeRules.broadcastTo(dy, y);
    }

    private static Tensor oneMinus(Tensor x) {
        return ONE.minus(x);
    }

    /** g·b·a^(b-1), and 0 where b = 0; a literal exponent takes the short way. */
    private static Tensor power(Tensor g, Tensor a, Tensor b) {
        if (isLiteral(b)) {
            double p = b.item();
            if (p == 0) {
                return null;
            }
            return p == 1
                    ? g
                    : p == 2 ? g.times(a.times(2)) : g.times(a.pow(p - 1).times(p));
        }
        Tensor zero = b.eq(0);
        return g.times(Tensors.where(zero, 0, b.times(a.pow(Tensors.where(zero, 1, b.minus(1))))));
    }

    /** y·log a, and 0 where a = 0. */
    private static Tensor exponentSlope(Tensor y, Tensor a) {
        return y.times(Tensors.where(a.eq(0), 1, a).log());
    }

    /** {@code g} where {@code own} is chosen over {@code other}, half of it where both tie. */
    private static Tensor chosen(Tensor g, Tensor wins, Tensor own, Tensor other) {
        Tensor part = Tensors.where(wins, g, 0);
        return isLiteral(other)
                ? part
                : part.plus(Tensors.where(own.eq(other), g, 0).times(0.5));
    }

    private static boolean isLiteral(Tensor x) {
        return x.isWeak() && x.level() == 0;
    }
}
