package lectern.grad.rule;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;

/**
 * Which eigenvalues or singular values of a batch of matrices are equal, nearly equal or zero, by their numbers, and the
 * quotients of derivative rules that are 0/0 there.
 *
 * <p>Where values are equal, the vectors that belong to them are any basis of their space. A function that does not care
 * which one has a derivative all the same: numerator and denominator of the quotient both vanish, and the limit is the
 * quotient of their derivatives. That of the numerator needs the cotangent at values moved apart, which {@link Sway}
 * finds.
 */
public final class Spectrum {
    /** How the cotangent of a decomposition changes while its packed result moves in a direction. */
    @FunctionalInterface
    public interface Sway {
        /** The change of the cotangent for a direction of the shape of the result. */
        Tensor along(Tensor direction);
    }

    private final int count;
    private final int k;
    private final double epsilon;

    /** A numerator up to this, relative to the greatest, counts as zero where the denominator is. */
    private final double zero;

    /**
     * Values up to {@code equal} apart count as equal. Up to {@code near}, the third root of the unit of rounding, the
     * limit is more exact than the quotient. One number for each matrix.
     */
    private final double[] equal;

    private final double[] near;
    private final double[] values;

    /** The place of a value in its group of near neighbours; -1 for one that stands alone. */
    private final int[] place;

    private final boolean withZero;

    /** Of values (…, k), sorted; with {@code withZero} zero itself is a neighbour. */
    Spectrum(Tensor values, int longest, double epsilon, boolean withZero) {
        this.values = values.toDoubleArray();
        this.withZero = withZero;
        this.epsilon = epsilon;
        zero = Math.sqrt(epsilon) / 16;
        k = values.dim(-1);
        count = k == 0 ? 0 : this.values.length / k;
        equal = new double[count];
        near = new double[count];
        place = new int[count * k];
        for (int b = 0; b < count; b++) {
            double scale = 0;
            for (int i = 0; i < k; i++) {
                scale = Math.max(scale, Math.abs(at(b, i)));
            }
            equal[b] = 4 * longest * epsilon * scale;
            near[b] = Math.max(equal[b], Math.cbrt(epsilon) * scale);
            group(b);
        }
    }

    private double at(int b, int i) {
        return values[b * k + i];
    }

    private boolean isSmall(int b, int i) {
        return withZero && Math.abs(at(b, i)) <= near[b];
    }

    private void group(int b) {
        int length = 0;
        for (int i = 0; i < k; i++) {
            boolean joins = i > 0 && Math.abs(at(b, i) - at(b, i - 1)) <= near[b];
            boolean joined = i + 1 < k && Math.abs(at(b, i + 1) - at(b, i)) <= near[b];
            length = joins ? length + 1 : 0;
            place[b * k + i] = joins || joined || isSmall(b, i) ? length : -1;
        }
    }

    /** How many directions tell all near neighbours apart; 0 where all values stand alone. */
    int directions() {
        int most = -1;
        for (int p : place) {
            most = Math.max(most, p);
        }
        return most + 1;
    }

    /** The values that are moved in one direction: 1 at their places in the shape (…, k, 1). */
    Tensor direction(int t, int... shape) {
        double[] out = new double[place.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = place[i] == t ? 1 : 0;
        }
        return Raw.wrap(out, shape);
    }

    /** What a denominator is made of: one or two values. */
    enum Kind {
        /** sⱼ − sᵢ for i ≠ j. */
        DIFFERENCE,
        /** sⱼ + sᵢ for i ≠ j. */
        SUM,
        /** sᵢ. */
        SELF;

        double of(double first, double second) {
            return switch (this) {
                case DIFFERENCE -> second - first;
                case SUM -> first + second;
                case SELF -> first;
            };
        }
    }

    /** True when a denominator of this kind vanishes, or nearly so. */
    boolean vanishes(Kind kind) {
        int size = count * k * (kind == Kind.SELF ? 1 : k);
        for (int at = 0; at < size; at++) {
            Position x = new Position(kind, at, size);
            if (x.isPair() && x.isWithin(near)) {
                return true;
            }
        }
        return false;
    }

    /** The quotient, 0 where the denominator vanishes; {@code s} is the column of values. */
    Tensor quotient(Kind kind, Tensor numerator, Tensor s) {
        int[] shape = s.shape();
        shape[shape.length - 1] = kind == Kind.SELF ? 1 : k;
        boolean[] empty = new boolean[count * k * shape[shape.length - 1]];
        for (int at = 0; at < empty.length; at++) {
            Position x = new Position(kind, at, empty.length);
            empty[at] = !x.isPair() || x.isWithin(equal);
        }
        Tensor nothing = Raw.wrap(empty, shape);
        return Tensors.where(nothing, 0, numerator.div(Tensors.where(nothing, 1, denominator(kind, s))));
    }

    private static Tensor denominator(Kind kind, Tensor s) {
        return switch (kind) {
            case DIFFERENCE -> AlgebraRules.transposed(s).minus(s);
            case SUM -> AlgebraRules.transposed(s).plus(s);
            case SELF -> s;
        };
    }

    /** True when a numerator is zero wherever its denominator vanishes, so that there is a limit. */
    boolean hasLimit(Kind kind, Tensor numerator, double scale) {
        return isZeroWithin(equal, kind, numerator, scale);
    }

    /** True when a numerator is zero wherever its denominator vanishes or nearly so. */
    boolean isSmooth(Kind kind, Tensor numerator, double scale) {
        return isZeroWithin(near, kind, numerator, scale);
    }

    private boolean isZeroWithin(double[] bound, Kind kind, Tensor numerator, double scale) {
        double[] top = numerator.toDoubleArray();
        for (int at = 0; at < top.length; at++) {
            Position x = new Position(kind, at, top.length);
            if (x.isPair() && x.isWithin(bound) && !(Math.abs(top[at]) <= zero * scale)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The quotients with the limit wherever the plain quotient cannot be told from it: {@code slopes} are the derivatives
     * of the numerator in the directions, {@code s} is the column of values.
     */
    Tensor limits(Kind kind, Tensor numerator, Tensor[] slopes, Tensor s, double scale) {
        Tensor quotient = quotient(kind, numerator, s);
        Tensor limit = null;
        for (int t = 0; t < slopes.length; t++) {
            Tensor part = slopes[t].times(weights(kind, t, numerator));
            limit = limit == null ? part : limit.plus(part);
        }
        double[] plain = quotient.value().toDoubleArray();
        double[] found = limit.value().toDoubleArray();
        boolean[] chosen = new boolean[plain.length];
        for (int at = 0; at < chosen.length; at++) {
            Position x = new Position(kind, at, plain.length);
            double below = Math.abs(kind.of(at(x.b, x.i), at(x.b, x.j)));
            double doubt = 64 * k * epsilon * scale / below + 1e-8 * (Math.abs(plain[at]) + Math.abs(found[at]));
            chosen[at] = x.isPair()
                    && below <= near[x.b]
                    && (below <= equal[x.b] || Math.abs(plain[at] - found[at]) <= doubt);
        }
        return Tensors.where(Raw.wrap(chosen, numerator.shape()), limit, quotient);
    }

    /** The share of a direction in the derivative by the denominator. */
    private Tensor weights(Kind kind, int t, Tensor like) {
        double[] out = new double[like.size()];
        for (int at = 0; at < out.length; at++) {
            Position x = new Position(kind, at, out.length);
            double first = place[x.b * k + x.i] == t ? 1 : 0;
            double second = place[x.b * k + x.j] == t ? 1 : 0;
            out[at] = kind == Kind.SELF ? first : kind.of(first, second) / 2;
        }
        return Raw.wrap(out, like.shape()).cast(like.dtype());
    }

    /** Where an element of a numerator stands: matrix, row, column. */
    private final class Position {
        final int b;
        final int i;
        final int j;
        private final Kind kind;

        Position(Kind kind, int at, int size) {
            int columns = size / (count * k);
            this.kind = kind;
            b = at / columns / k;
            i = at / columns % k;
            j = kind == Kind.SELF ? i : at % columns;
        }

        boolean isPair() {
            return kind == Kind.SELF || i != j;
        }

        /** True where the denominator is as small as that. */
        boolean isWithin(double... bound) {
            return Math.abs(kind.of(at(b, i), at(b, j))) <= bound[b];
        }
    }
}
