package lectern.tensor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of binary operations over float64; {@link BinaryF32} is the twin.
 *
 * <p>Each argument advances by one or stays (step 0). The registers are written out because the compiler does not
 * vectorise plain loops over arrays at different offsets, which might overlap.
 */
final class BinaryF64 {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private BinaryF64() {}

    static void apply(Binary op, double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        int done = n - n % LANES;
        switch (op) {
            case ADD -> add(a, ai, as, b, bi, bs, out, oi, done);
            case SUB -> sub(a, ai, as, b, bi, bs, out, oi, done);
            case MUL -> mul(a, ai, as, b, bi, bs, out, oi, done);
            case DIV -> div(a, ai, as, b, bi, bs, out, oi, done);
            case MAXIMUM -> maximum(a, ai, as, b, bi, bs, out, oi, done);
            case MINIMUM -> minimum(a, ai, as, b, bi, bs, out, oi, done);
            case POW -> {
                Unary simple = as == 1 && bs == 0 ? simplePower(b[bi]) : null;
                if (simple != null) {
                    UnaryF64.apply(simple, a, ai, out, oi, n);
                    return;
                }
                done = 0;
            }
            default -> done = 0;
        }
        for (int i = done; i < n; i++) {
            out[oi + i] = ScalarMath.apply(op, a[ai + i * as], b[bi + i * bs]);
        }
    }

    /** The operation that is quicker than a general power, or null. */
    private static Unary simplePower(double exponent) {
        return exponent == 2 ? Unary.SQUARE : exponent == 0.5 ? Unary.SQRT : exponent == -1 ? Unary.RECIPROCAL : null;
    }

    /** The next numbers of an argument: one register, or one number in all lanes where the argument stays. */
    private static DoubleVector next(double[] x, int at, int step) {
        return step == 0 ? DoubleVector.broadcast(SPECIES, x[at]) : DoubleVector.fromArray(SPECIES, x, at);
    }

    private static void add(double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).add(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void sub(double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).sub(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void mul(double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).mul(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void div(double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).div(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void maximum(double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).max(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void minimum(double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).min(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }
}
