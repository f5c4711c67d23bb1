package lectern.tensor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of comparisons over float64. */
final class CompareF64 {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private CompareF64() {}

    static void apply(Binary op, double[] a, int ai, int as, double[] b, int bi, int bs, boolean[] out, int oi, int n) {
        int done = n - n % LANES;
        switch (op) {
            case EQUAL -> equal(a, ai, as, b, bi, bs, out, oi, done);
            case NOT_EQUAL -> notEqual(a, ai, as, b, bi, bs, out, oi, done);
            case LESS -> less(a, ai, as, b, bi, bs, out, oi, done);
            case LESS_EQUAL -> lessEqual(a, ai, as, b, bi, bs, out, oi, done);
            case GREATER -> less(b, bi, bs, a, ai, as, out, oi, done);
            default -> lessEqual(b, bi, bs, a, ai, as, out, oi, done);
        }
        for (int i = done; i < n; i++) {
            out[oi + i] = ScalarF64.test(op, a[ai + i * as], b[bi + i * bs]);
        }
    }

    /** The next numbers of an argument: one register, or one number in all lanes where the argument stays. */
    private static DoubleVector next(double[] x, int at, int step) {
        return step == 0 ? DoubleVector.broadcast(SPECIES, x[at]) : DoubleVector.fromArray(SPECIES, x, at);
    }

    private static void equal(double[] a, int ai, int as, double[] b, int bi, int bs, boolean[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as)
                    .compare(VectorOperators.EQ, next(b, bi + i * bs, bs))
                    .intoArray(out, oi + i);
        }
    }

    private static void notEqual(double[] a, int ai, int as, double[] b, int bi, int bs, boolean[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as)
                    .compare(VectorOperators.NE, next(b, bi + i * bs, bs))
                    .intoArray(out, oi + i);
        }
    }

    private static void less(double[] a, int ai, int as, double[] b, int bi, int bs, boolean[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as)
                    .compare(VectorOperators.LT, next(b, bi + i * bs, bs))
                    .intoArray(out, oi + i);
        }
    }

    private static void lessEqual(
            double[] a, int ai, int as, double[] b, int bi, int bs, boolean[] out, int oi, int n) {
        for (int i = 0; i < n; i += LANES) {
            next(a, ai + i * as, as)
                    .compare(VectorOperators.LE, next(b, bi + i * bs, bs))
                    .intoArray(out, oi + i);
        }
    }
}
