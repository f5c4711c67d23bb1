package lectern.tensor;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Pooling by maximum over squares of two by two side by side, the usual case, on vector registers of
 * float64.
 */
final class MaxPool2x2F64 {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Neighbours change places. */
    private static final VectorShuffle<Double> SWAP = VectorShuffle.fromOp(SPECIES, i -> i ^ 1);
    /** Every second lane, twice in a row. */
    private static final VectorShuffle<Double> PACK = VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);
    /** The lower half, every lane twice. */
    private static final VectorShuffle<Double> SPREAD = VectorShuffle.fromOp(SPECIES, i -> i / 2);

    private static final VectorMask<Double> LOWER = SPECIES.indexInRange(0, LANES / 2);
    private static final VectorMask<Double> UPPER = LOWER.not();
    private static final VectorMask<Double> ODD = VectorMask.fromLong(SPECIES, 0xAAAAAAAAAAAAAAAAL >>> (64 - LANES));

    private MaxPool2x2F64() {}

    static boolean serves(Field f) {
        return LANES >= 4
                && f.windowHeight == 2
                && f.windowWidth == 2
                && f.strideY == 2
                && f.strideX == 2
                && f.top == 0
                && f.left == 0
                && f.dilationY == 1
                && f.dilationX == 1
                && f.rows == f.height / 2
                && f.cols == f.width / 2;
    }

    static void max(double[] x, double[] out, Field f, int first, int last) {
        int width = f.width;
        int cols = f.cols;
        int rows = f.rows;
        int full = cols / LANES * LANES;
        int rest = 2 * (cols - full);
        VectorMask<Double> near = SPECIES.indexInRange(0, rest);
        VectorMask<Double> far = SPECIES.indexInRange(0, Math.max(0, rest - LANES));
        VectorMask<Double> end = SPECIES.indexInRange(0, cols - full);
        for (int p = first; p < last; p++) {
            for (int row = 0; row < rows; row++) {
                int from = p * f.height * width + 2 * row * width;
                int to = (p * rows + row) * cols;
                for (int k = 0; k < full; k += LANES) {
                    int at = from + 2 * k;
                    DoubleVector low =
                            DoubleVector.fromArray(SPECIES, x, at).max(DoubleVector.fromArray(SPECIES, x, at + width));
                    DoubleVector high = DoubleVector.fromArray(SPECIES, x, at + LANES)
                            .max(DoubleVector.fromArray(SPECIES, x, at + LANES + width));
                    low = low.max(low.rearrange(SWAP)).rearrange(PACK);
                    high = high.max(high.rearrange(SWAP)).rearrange(PACK);
                    low.blend(high, UPPER).intoArray(out, to + k);
                }
                if (rest > 0) {
                    int at = from + 2 * full;
                    DoubleVector low = DoubleVector.fromArray(SPECIES, x, at, near)
                            .max(DoubleVector.fromArray(SPECIES, x, at + width, near));
                    low = low.max(low.rearrange(SWAP)).rearrange(PACK);
                    if (rest > LANES) {
                        DoubleVector high = DoubleVector.fromArray(SPECIES, x, at + LANES, far)
                                .max(DoubleVector.fromArray(SPECIES, x, at + LANES + width, far));
                        high = high.max(high.rearrange(SWAP)).rearrange(PACK);
                        low = low.blend(high, UPPER);
                    }
                    low.intoArray(out, to + full, end);
                }
            }
        }
    }

    /** Everything is written; a last odd row or column has no window and becomes zero. */
    static void scatter(double[] g, double[] reference, double[] out, Field f, int first, int last) {
        int width = f.width;
        for (int p = first; p < last; p++) {
            int end = (p + 1) * f.height * width;
            for (int row = 0; row < f.rows; row++) {
                int at = p * f.height * width + 2 * row * width;
                int from = (p * f.rows + row) * f.cols;
                if (f.cols < LANES / 2) {
                    narrow(g, from, reference, out, at, width, f.cols);
                } else {
                    wide(g, from, reference, out, at, width, f.cols);
                }
                if (width > 2 * f.cols) {
                    out[at + width - 1] = 0;
                    out[at + 2 * width - 1] = 0;
                }
            }
            Arrays.fill(out, end - (f.height - 2 * f.rows) * width, end, 0);
        }
    }

    /** A row of windows that fills half a register or more; the last registers may overlap. */
    private static void wide(double[] g, int from, double[] reference, double[] out, int at, int width, int cols) {
        for (int k = 0; k < cols; k += LANES / 2) {
            int shift = Math.min(k, cols - LANES / 2);
            int to = at + 2 * shift;
            DoubleVector a = DoubleVector.fromArray(SPECIES, reference, to);
            DoubleVector b = DoubleVector.fromArray(SPECIES, reference, to + width);
            DoubleVector besideA = a.rearrange(SWAP);
            DoubleVector besideB = b.rearrange(SWAP);
            DoubleVector most = a.max(besideA).max(b.max(besideB));
            VectorMask<Double> isA = wins(a, most);
            VectorMask<Double> isBesideA = wins(besideA, most);
            VectorMask<Double> isB = wins(b, most).andNot(isA.or(isBesideA));
            VectorMask<Double> isSecond = wins(besideB, most).and(ODD);
            DoubleVector part =
                    DoubleVector.fromArray(SPECIES, g, from + shift, LOWER).rearrange(SPREAD);
            DoubleVector zero = DoubleVector.zero(SPECIES);
            zero.blend(part, isA.andNot(isBesideA.and(ODD))).intoArray(out, to);
            zero.blend(part, isB.andNot(isSecond)).intoArray(out, to + width);
        }
    }

    /** A row of windows that fills less. */
    private static void narrow(double[] g, int from, double[] reference, double[] out, int at, int width, int cols) {
        VectorMask<Double> pairs = SPECIES.indexInRange(0, 2 * cols);
        DoubleVector a = DoubleVector.fromArray(SPECIES, reference, at, pairs);
        DoubleVector b = DoubleVector.fromArray(SPECIES, reference, at + width, pairs);
        DoubleVector besideA = a.rearrange(SWAP);
        DoubleVector besideB = b.rearrange(SWAP);
        DoubleVector most = a.max(besideA).max(b.max(besideB));
        VectorMask<Double> isA = wins(a, most);
        VectorMask<Double> isBesideA = wins(besideA, most);
        VectorMask<Double> isB = wins(b, most).andNot(isA.or(isBesideA));
        VectorMask<Double> isSecond = wins(besideB, most).and(ODD);
        DoubleVector part = DoubleVector.fromArray(SPECIES, g, from, SPECIES.indexInRange(0, cols))
                .rearrange(SPREAD);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        zero.blend(part, isA.andNot(isBesideA.and(ODD))).intoArray(out, at, pairs);
        zero.blend(part, isB.andNot(isSecond)).intoArray(out, at + width, pairs);
    }

    /** Where a number is the maximum; where the maximum is not a number, the numbers that are none. */
    private static VectorMask<Double> wins(DoubleVector x, DoubleVector most) {
        return x.compare(VectorOperators.EQ, most).or(x.test(VectorOperators.IS_NAN));
    }
}
