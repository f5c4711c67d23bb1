package lectern.grad.compile;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import lectern.tensor.Binary;
import lectern.tensor.Unary;

/**
 * The kernels of fused loops over float32: in vector form, or number by number as long as that is quicker (see {@link Warmth}).
 * {@link Loops64} is the twin for float64.
 */
final class Loops32 {
    private static final int STEP = FloatVector.SPECIES_PREFERRED.length();
    private static final Warmth[] UNARY = Arrays.stream(Unary.values())
            .map(op -> new Warmth(!Plain32.has(op)))
            .toArray(Warmth[]::new);
    private static final Warmth[] BINARY = Arrays.stream(Binary.values())
            .map(op -> new Warmth(!Plain32.has(op)))
            .toArray(Warmth[]::new);
    private static final Warmth WHERE = new Warmth(false);
    private static final Warmth FMA = new Warmth(false);
    private static final Warmth NEGATED_FMA = new Warmth(false);
    private static final Warmth ACCUMULATE = new Warmth(false);
    private static final Warmth SUM = new Warmth(false);

    private Loops32() {}

    /** One operation of one argument; {@code n} is a multiple of the vector length. */
    static void unary(Unary op, float[] a, int i, float[] r, int k, int n) {
        Warmth warmth = UNARY[op.ordinal()];
        if (warmth.hot) {
            Kernels32.unary(op, a, i, r, k, n);
            return;
        }
        int head = warmth.head(n, STEP);
        long start = System.nanoTime();
        if (head > 0) {
            Kernels32.unary(op, a, i, r, k, head);
        }
        long middle = System.nanoTime();
        Plain32.unary(op, a, i + head, r, k + head, n - head);
        warmth.judge(head, middle - start, n - head, System.nanoTime() - middle);
    }

    /** One operation of two arguments; {@code n} is a multiple of the vector length. */
    static void binary(Binary op, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        Warmth warmth = BINARY[op.ordinal()];
        if (warmth.hot) {
            Kernels32.binary(op, a, i, b, j, r, k, n);
            return;
        }
        int head = warmth.head(n, STEP);
        long start = System.nanoTime();
        if (head > 0) {
            Kernels32.binary(op, a, i, b, j, r, k, head);
        }
        long middle = System.nanoTime();
        Plain32.binary(op, a, i + head, b, j + head, r, k + head, n - head);
        warmth.judge(head, middle - start, n - head, System.nanoTime() - middle);
    }

    /** r = c ≠ 0 ? a : b. */
    static void where(float[] c, int h, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        if (WHERE.hot) {
            Kernels32.where(c, h, a, i, b, j, r, k, n);
            return;
        }
        int head = WHERE.head(n, STEP);
        long start = System.nanoTime();
        if (head > 0) {
            Kernels32.where(c, h, a, i, b, j, r, k, head);
        }
        long middle = System.nanoTime();
        Plain32.where(c, h + head, a, i + head, b, j + head, r, k + head, n - head);
        WHERE.judge(head, middle - start, n - head, System.nanoTime() - middle);
    }

    /** r = a·b + c. */
    static void fma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        if (FMA.hot) {
            Kernels32.fma(a, i, b, j, c, h, r, k, n);
            return;
        }
        int head = FMA.head(n, STEP);
        long start = System.nanoTime();
        if (head > 0) {
            Kernels32.fma(a, i, b, j, c, h, r, k, head);
        }
        long middle = System.nanoTime();
        Plain32.fma(a, i + head, b, j + head, c, h + head, r, k + head, n - head);
        FMA.judge(head, middle - start, n - head, System.nanoTime() - middle);
    }

    /** r = c - a·b. */
    static void negatedFma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        if (NEGATED_FMA.hot) {
            Kernels32.negatedFma(a, i, b, j, c, h, r, k, n);
            return;
        }
        int head = NEGATED_FMA.head(n, STEP);
        long start = System.nanoTime();
        if (head > 0) {
            Kernels32.negatedFma(a, i, b, j, c, h, r, k, head);
        }
        long middle = System.nanoTime();
        Plain32.negatedFma(a, i + head, b, j + head, c, h + head, r, k + head, n - head);
        NEGATED_FMA.judge(head, middle - start, n - head, System.nanoTime() - middle);
    }

    /** r += a for any {@code n}. */
    static void accumulate(float[] a, int i, float[] r, int k, int n) {
        if (ACCUMULATE.hot) {
            Kernels32.accumulate(a, i, r, k, n);
            return;
        }
        int head = ACCUMULATE.head(n, STEP);
        long start = System.nanoTime();
        if (head > 0) {
            Kernels32.accumulate(a, i, r, k, head);
        }
        long middle = System.nanoTime();
        Plain32.accumulate(a, i + head, r, k + head, n - head);
        ACCUMULATE.judge(head, middle - start, n - head, System.nanoTime() - middle);
    }

    /** The sum of {@code n} elements, always in the same order; {@code lanes} is scratch memory. */
    static float sum(float[] a, int i, int n, float[] lanes) {
        if (n < 2 * STEP) {
            return Plain32.sum(a, i, n, STEP);
        }
        if (SUM.hot) {
            return Kernels32.sum(a, i, n, lanes);
        }
        boolean vector = SUM.head(STEP, STEP) > 0;
        long start = System.nanoTime();
        float total = vector ? Kernels32.sum(a, i, n, lanes) : Plain32.sum(a, i, n, STEP);
        long time = System.nanoTime() - start;
        SUM.judge(vector ? n : 0, time, vector ? 0 : n, time);
        return total;
    }
}
