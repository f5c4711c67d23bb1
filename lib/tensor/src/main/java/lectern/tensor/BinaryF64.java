package lectern.tensor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of binary operations over float64.
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
                if (as == 1 && bs == 0 && power(a, ai, b[bi], out, oi, n)) {
                    return;
                }
                done = 0;
            }
            default -> done = 0;
        }
        for (int i = done; i < n; i++) {
            out[oi + i] = ScalarF64.apply(op, a[ai + i * as], b[bi + i * bs]);
        }
    }

    /** The same power of all numbers, where it is a product or a root; false for others. */
    private static boolean power(double[] x, int from, double exponent, double[] out, int to, int n) {
        if (exponent == 2) {
            UnaryF64.apply(Unary.SQUARE, x, from, out, to, n);
        } else if (exponent == -1) {
            UnaryF64.apply(Unary.RECIPROCAL, x, from, out, to, n);
        } else if (exponent == 0.5) {
            roots(x, from, out, to, n);
        } else if (exponent == 3) {
            cubes(x, from, out, to, n);
        } else {
            return false;
        }
        return true;
    }

    private static void roots(double[] x, int from, double[] out, int to, int n) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            v.add(0)
                    .sqrt()
                    .blend(Double.POSITIVE_INFINITY, v.compare(VectorOperators.EQ, Double.NEGATIVE_INFINITY))
                    .intoArray(out, to + i);
        }
        for (; i < n; i++) {
            out[to + i] = ScalarF64.root(x[from + i]);
        }
    }

    private static void cubes(double[] x, int from, double[] out, int to, int n) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            v.mul(v).mul(v).intoArray(out, to + i);
        }
        for (; i < n; i++) {
            double v = x[from + i];
            out[to + i] = v * v * v;
        }
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
