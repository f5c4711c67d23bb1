package lectern.grad.compile;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lectern.tensor.Binary;
import lectern.tensor.Unary;
import lectern.tensor.VectorMath;

/**
 * What fused loops do with float64 tiles.
 *
 * <p>{@code n} is a multiple of the vector length where nothing else is said. Truth values are 1 and 0.
 */
final class Kernels64 {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int STEP = S.length();

    private Kernels64() {}

    /** One operation of one argument; functions that are more than a few instructions are those of eager tensors. */
    static void unary(Unary op, double[] a, int i, double[] r, int k, int n) {
        if (!TileLoops64.unary(op, a, i, r, k, n)) {
            VectorMath.apply(op, a, i, r, k, n);
        }
    }

    /** One operation of two arguments. */
    static void binary(Binary op, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        if (!TileLoops64.binary(op, a, i, b, j, r, k, n)) {
            VectorMath.apply(op, a, i, b, j, r, k, n);
        }
    }

    /** r = c ≠ 0 ? a : b. */
    static void where(double[] c, int h, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            VectorMask<Double> chosen = DoubleVector.fromArray(S, c, h + at).compare(VectorOperators.NE, 0);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            y.blend(DoubleVector.fromArray(S, a, i + at), chosen).intoArray(r, k + at);
        }
    }

    /** r = a·b + c. */
    static void fma(double[] a, int i, double[] b, int j, double[] c, int h, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.fma(y, DoubleVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r = c - a·b. */
    static void negatedFma(double[] a, int i, double[] b, int j, double[] c, int h, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at).neg();
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.fma(y, DoubleVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r += a for any {@code n}: the lanes of a sum. */
    static void accumulate(double[] a, int i, double[] r, int k, int n) {
        int at = 0;
        for (; at <= n - STEP; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector.fromArray(S, r, k + at).add(x).intoArray(r, k + at);
        }
        for (; at < n; at++) {
            r[k + at] += a[i + at];
        }
    }

    /** r = max(r, a) or min(r, a). */
    static void extreme(boolean max, double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = max ? Math.max(r[k + at], a[i + at]) : Math.min(r[k + at], a[i + at]);
        }
    }

    /** The largest or smallest of {@code n} ≥ 1 elements; NaN when there is one. */
    static double extreme(boolean max, double[] a, int i, int n) {
        double best = a[i];
        for (int at = 1; at < n; at++) {
            best = max ? Math.max(best, a[i + at]) : Math.min(best, a[i + at]);
        }
        return best;
    }
}
