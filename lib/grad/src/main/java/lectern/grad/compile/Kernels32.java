// Generated from Kernels64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.grad.compile;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lectern.tensor.Binary;
import lectern.tensor.Unary;
import lectern.tensor.VectorMath;

/**
 * What fused loops do with float32 tiles.
 *
 * <p>{@code n} is a multiple of the vector length where nothing else is said. Truth values are 1 and 0.
 */
final class Kernels32 {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int STEP = S.length();

    private Kernels32() {}

    /** One operation of one argument; functions that are more than a few instructions are those of eager tensors. */
    static void unary(Unary op, float[] a, int i, float[] r, int k, int n) {
        if (!TileLoops32.unary(op, a, i, r, k, n)) {
            VectorMath.apply(op, a, i, r, k, n);
        }
    }

    /** One operation of two arguments. */
    static void binary(Binary op, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        if (!TileLoops32.binary(op, a, i, b, j, r, k, n)) {
            VectorMath.apply(op, a, i, b, j, r, k, n);
        }
    }

    /** r = c ≠ 0 ? a : b. */
    static void where(float[] c, int h, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            VectorMask<Float> chosen = FloatVector.fromArray(S, c, h + at).compare(VectorOperators.NE, 0);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            y.blend(FloatVector.fromArray(S, a, i + at), chosen).intoArray(r, k + at);
        }
    }

    /** r = a·b + c. */
    static void fma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.fma(y, FloatVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r = c - a·b. */
    static void negatedFma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at).neg();
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.fma(y, FloatVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r += a for any {@code n}: the lanes of a sum. */
    static void accumulate(float[] a, int i, float[] r, int k, int n) {
        int at = 0;
        for (; at <= n - STEP; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector.fromArray(S, r, k + at).add(x).intoArray(r, k + at);
        }
        for (; at < n; at++) {
            r[k + at] += a[i + at];
        }
    }

    /** r = max(r, a) or min(r, a). */
    static void extreme(boolean max, float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = max ? Math.max(r[k + at], a[i + at]) : Math.min(r[k + at], a[i + at]);
        }
    }

    /** The largest or smallest of {@code n} ≥ 1 elements; NaN when there is one. */
    static float extreme(boolean max, float[] a, int i, int n) {
        float best = a[i];
        for (int at = 1; at < n; at++) {
            best = max ? Math.max(best, a[i + at]) : Math.min(best, a[i + at]);
        }
        return best;
    }
}
