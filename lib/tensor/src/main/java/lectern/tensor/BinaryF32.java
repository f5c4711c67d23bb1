package lectern.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of binary operations over float32; the twin of {@link BinaryF64}.
 *
 * <p>Each argument advances by one or stays (step 0). The registers are written out because the compiler does not
 * vectorise plain loops over arrays at different offsets, which might overlap.
 */
final class BinaryF32 {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private BinaryF32() {}

    static void apply(Binary op, float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
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
                    UnaryF32.apply(simple, a, ai, out, oi, n);
                    return;
                }
                done = 0;
            }
            default -> done = 0;
        }
        for (int i = done; i < n; i++) {
            out[oi + i] = (float) ScalarMath.apply(op, a[ai + i * as], b[bi + i * bs]);
        }
    }

    /** The operation that is quicker than a general power, or null. */
    private static Unary simplePower(float exponent) {
        return exponent == 2 ? Unary.SQUARE : exponent == 0.5f ? Unary.SQRT : exponent == -1 ? Unary.RECIPROCAL : null;
    }

    /** The next numbers of an argument: one register, or one number in all lanes where the argument stays. */
    private static FloatVector next(float[] x, int at, int step) {
        return step == 0 ? FloatVector.broadcast(SPECIES, x[at]) : FloatVector.fromArray(SPECIES, x, at);
    }

    private static void add(float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).add(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void sub(float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).sub(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void mul(float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).mul(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void div(float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).div(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void maximum(float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).max(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }

    private static void minimum(float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as).min(next(b, bi + i * bs, bs)).intoArray(out, oi + i);
        }
    }
}
