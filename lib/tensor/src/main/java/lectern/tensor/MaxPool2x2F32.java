// Generated from MaxPool2x2F64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.tensor;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Pooling by maximum over squares of two by two side by side, the usual case, on vector registers of
 * float32.
 */
final class MaxPool2x2F32 {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Neighbours change places. */
    private static final VectorShuffle<Float> SWAP = VectorShuffle.fromOp(SPECIES, i -> i ^ 1);
    /** Every second lane, twice in a row. */
    private static final VectorShuffle<Float> PACK = VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);
    /** The lower half, every lane twice. */
    private static final VectorShuffle<Float> SPREAD = VectorShuffle.fromOp(SPECIES, i -> i / 2);

    private static final VectorMask<Float> LOWER = SPECIES.indexInRange(0, LANES / 2);
    private static final VectorMask<Float> UPPER = LOWER.not();
    private static final VectorMask<Float> ODD = VectorMask.fromLong(SPECIES, 0xAAAAAAAAAAAAAAAAL >>> (64 - LANES));

    private MaxPool2x2F32() {}

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

    static void max(float[] x, float[] out, Field f, int first, int last) {
        int width = f.width;
        int cols = f.cols;
        int rows = f.rows;
        int full = cols / LANES * LANES;
        int rest = 2 * (cols - full);
        VectorMask<Float> near = SPECIES.indexInRange(0, rest);
        VectorMask<Float> far = SPECIES.indexInRange(0, Math.max(0, rest - LANES));
        VectorMask<Float> end = SPECIES.indexInRange(0, cols - full);
        for (int p = first; p < last; p++) {
            for (int row = 0; row < rows; row++) {
                int from = p * f.height * width + 2 * row * width;
                int to = (p * rows + row) * cols;
                for (int k = 0; k < full; k += LANES) {
                    int at = from + 2 * k;
                    FloatVector low =
                            FloatVector.fromArray(SPECIES, x, at).max(FloatVector.fromArray(SPECIES, x, at + width));
                    FloatVector high = FloatVector.fromArray(SPECIES, x, at + LANES)
                            .max(FloatVector.fromArray(SPECIES, x, at + LANES + width));
                    low = low.max(low.rearrange(SWAP)).rearrange(PACK);
                    high = high.max(high.rearrange(SWAP)).rearrange(PACK);
                    low.blend(high, UPPER).intoArray(out, to + k);
                }
                if (rest > 0) {
                    int at = from + 2 * full;
                    FloatVector low = FloatVector.fromArray(SPECIES, x, at, near)
                            .max(FloatVector.fromArray(SPECIES, x, at + width, near));
                    low = low.max(low.rearrange(SWAP)).rearrange(PACK);
                    if (rest > LANES) {
                        FloatVector high = FloatVector.fromArray(SPECIES, x, at + LANES, far)
                                .max(FloatVector.fromArray(SPECIES, x, at + LANES + width, far));
                        high = high.max(high.rearrange(SWAP)).rearrange(PACK);
                        low = low.blend(high, UPPER);
                    }
                    low.intoArray(out, to + full, end);
                }
            }
        }
    }

    /** Everything is written; a last odd row or column has no window and becomes zero. */
    static void scatter(float[] g, float[] reference, float[] out, Field f, int first, int last) {
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
    private static void wide(float[] g, int from, float[] reference, float[] out, int at, int width, int cols) {
        for (int k = 0; k < cols; k += LANES / 2) {
            int shift = Math.min(k, cols - LANES / 2);
            int to = at + 2 * shift;
            FloatVector a = FloatVector.fromArray(SPECIES, reference, to);
            FloatVector b = FloatVector.fromArray(SPECIES, reference, to + width);
            FloatVector besideA = a.rearrange(SWAP);
            FloatVector besideB = b.rearrange(SWAP);
            FloatVector most = a.max(besideA).max(b.max(besideB));
            VectorMask<Float> isA = wins(a, most);
            VectorMask<Float> isBesideA = wins(besideA, most);
            VectorMask<Float> isB = wins(b, most).andNot(isA.or(isBesideA));
            VectorMask<Float> isSecond = wins(besideB, most).and(ODD);
            FloatVector part =
                    FloatVector.fromArray(SPECIES, g, from + shift, LOWER).rearrange(SPREAD);
            FloatVector zero = FloatVector.zero(SPECIES);
            zero.blend(part, isA.andNot(isBesideA.and(ODD))).intoArray(out, to);
            zero.blend(part, isB.andNot(isSecond)).intoArray(out, to + width);
        }
    }

    /** A row of windows that fills less. */
    private static void narrow(float[] g, int from, float[] reference, float[] out, int at, int width, int cols) {
        VectorMask<Float> pairs = SPECIES.indexInRange(0, 2 * cols);
        FloatVector a = FloatVector.fromArray(SPECIES, reference, at, pairs);
        FloatVector b = FloatVector.fromArray(SPECIES, reference, at + width, pairs);
        FloatVector besideA = a.rearrange(SWAP);
        FloatVector besideB = b.rearrange(SWAP);
        FloatVector most = a.max(besideA).max(b.max(besideB));
        VectorMask<Float> isA = wins(a, most);
        VectorMask<Float> isBesideA = wins(besideA, most);
        VectorMask<Float> isB = wins(b, most).andNot(isA.or(isBesideA));
        VectorMask<Float> isSecond = wins(besideB, most).and(ODD);
        FloatVector part = FloatVector.fromArray(SPECIES, g, from, SPECIES.indexInRange(0, cols))
                .rearrange(SPREAD);
        FloatVector zero = FloatVector.zero(SPECIES);
        zero.blend(part, isA.andNot(isBesideA.and(ODD))).intoArray(out, at, pairs);
        zero.blend(part, isB.andNot(isSecond)).intoArray(out, at + width, pairs);
    }

    /** Where a number is the maximum; where the maximum is not a number, the numbers that are none. */
    private static VectorMask<Float> wins(FloatVector x, FloatVector most) {
        return x.compare(VectorOperators.EQ, most).or(x.test(VectorOperators.IS_NAN));
    }
}
