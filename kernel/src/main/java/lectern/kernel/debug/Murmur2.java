package lectern.kernel.debug;

import java.nio.charset.StandardCharsets;

/**
 * The hash by which front ends and kernels name the text of a cell: MurmurHash2 with 32 bits of the UTF-8 bytes.
 *
 * <p>Source: the description of the algorithm by its author, Austin Appleby, who has placed it in the public domain.
 */
final class Murmur2 {
    /** Any number does, as front ends ask for it; this one is no multiple of anything. */
    static final int SEED = 0x5f3759df;

    private static final int MIX = 0x5bd1e995;
    private static final int SHIFT = 24;

    private Murmur2() {}

    /** The hash as a number without sign. */
    static long hash(String text, int seed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = seed ^ bytes.length;
        int at = 0;
        for (; at + Integer.BYTES <= bytes.length; at += Integer.BYTES) {
            int word = tail(bytes, at, Integer.BYTES) * MIX;
            word = (word ^ word >>> SHIFT) * MIX;
            hash = hash * MIX ^ word;
        }
        if (at < bytes.length) {
            hash = (hash ^ tail(bytes, at, bytes.length - at)) * MIX;
        }
        hash = (hash ^ hash >>> 13) * MIX;
        return Integer.toUnsignedLong(hash ^ hash >>> 15);
    }

    /** Some bytes as a number, the first of them the lowest. */
    private static int tail(byte[] bytes, int from, int count) {
        int word = 0;
        for (int i = count - 1; i >= 0; i--) {
            word = word << Byte.SIZE | bytes[from + i] & 0xff;
        }
        return word;
    }
}
