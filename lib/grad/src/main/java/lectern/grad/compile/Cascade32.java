// Generated from Cascade64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.grad.compile;

import java.util.Arrays;

/**
 * Sums of float32 tiles, place by place, whose rounding errors grow with the logarithm of the number of tiles.
 *
 * <p>Sixteen tiles are added up, sixteen such sums are added up in the next array, and so on. Where tiles fall on several
 * regions of the sums, each region counts its own.
 */
final class Cascade32 {
    private static final int BITS = 4;
    private static final int FULL = 1 << BITS;

    private final int size;
    private final int region;
    private final int[] counts;
    private float[][] levels = {};

    /** Sums for {@code size} places in regions of {@code region} places, of which the last may be shorter. */
    Cascade32(int size, int region) {
        this.size = size;
        this.region = region;
        counts = new int[(size + region - 1) / region];
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    /** Adds {@code n} numbers to the first places of the region that begins at {@code start}. */
    void add(float[] tile, int at, int n, int start) {
        int which = start / region;
        int end = Math.min(start + region, size);
        int count = counts[which]++;
        float[] lowest = level(0);
        if (count % FULL == 0) {
            System.arraycopy(tile, at, lowest, start, n);
            Arrays.fill(lowest, start + n, end, 0);
        } else {
            Kernels32.accumulate(tile, at, lowest, start, n);
        }
        int sums = count + 1;
        for (int l = 1; sums % FULL == 0; l++) {
            sums /= FULL;
            carry(level(l - 1), level(l), start, end, sums % FULL == 1);
        }
    }

    private static void carry(float[] from, float[] to, int start, int end, boolean first) {
        if (first) {
            System.arraycopy(from, start, to, start, end - start);
        } else {
            Kernels32.accumulate(from, start, to, start, end - start);
        }
    }

    private float[] level(int l) {
        if (l == levels.length) {
            levels = Arrays.copyOf(levels, l + 1);
            levels[l] = new float[size];
        }
        return levels[l];
    }

    /** All that was added since {@link #clear}. */
    void total(float[] out) {
        for (int which = 0; which < counts.length; which++) {
            int start = which * region;
            int length = Math.min(region, size - start);
            int l = 0;
            boolean first = true;
            for (int rest = counts[which]; rest > 0; rest >>= BITS) {
                if (rest % FULL > 0) {
                    carry(levels[l], out, start, start + length, first);
                    first = false;
                }
                l++;
            }
            if (first) {
                Arrays.fill(out, start, start + length, 0);
            }
        }
    }
}
