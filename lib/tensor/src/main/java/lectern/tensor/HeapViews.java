package lectern.tensor;

import java.lang.foreign.MemorySegment;

/**
 * The views of heap arrays that a compiled program hands to the native library again and again, kept so that a step
 * makes none.
 *
 * <p>A small table with one place for each pair of array and offset; a place taken by another pair is overwritten. One
 * thread at a time.
 */
public final class HeapViews {
    private static final int PLACES = 256;

    /** Keeps nothing; for any number of threads. */
    static final HeapViews NONE = new HeapViews(0);

    private final Object[] arrays;
    private final int[] offsets;
    private final MemorySegment[] segments;

    public HeapViews() {
        this(PLACES);
    }

    private HeapViews(int places) {
        arrays = new Object[places];
        offsets = new int[places];
        segments = new MemorySegment[places];
    }

    MemorySegment at(double[] array, int offset) {
        if (this == NONE) {
            return MemorySegment.ofArray(array).asSlice(offset * 8L);
        }
        int place = place(array, offset);
        if (arrays[place] != array || offsets[place] != offset) {
            keep(place, array, offset, MemorySegment.ofArray(array).asSlice(offset * 8L));
        }
        return segments[place];
    }

    MemorySegment at(float[] array, int offset) {
        if (this == NONE) {
            return MemorySegment.ofArray(array).asSlice(offset * 4L);
        }
        int place = place(array, offset);
        if (arrays[place] != array || offsets[place] != offset) {
            keep(place, array, offset, MemorySegment.ofArray(array).asSlice(offset * 4L));
        }
        return segments[place];
    }

    private void keep(int place, Object array, int offset, MemorySegment segment) {
        arrays[place] = array;
        offsets[place] = offset;
        segments[place] = segment;
    }

    private static int place(Object array, int offset) {
        int hash = (System.identityHashCode(array) * 31 + offset) * 0x9E3779B9;
        return hash >>> 24;
    }
}
