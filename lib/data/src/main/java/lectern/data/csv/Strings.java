package lectern.data.csv;

import java.util.Arrays;

/** Texts out of bytes; a text that came before is not made again. */
final class Strings {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 32;

    private byte[][] keys = new byte[16][];
    private String[] values = new String[16];
    private int misses;

    /** The text of these bytes; null where they are not UTF-8. */
    String get(byte[] d, int from, int to) {
        if (to - from > LONGEST) {
            return Encodings.strict(d, from, to);
        }
        int hash = 1;
        int signs = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + d[i];
            signs |= d[i];
        }
        int slot = (hash ^ hash >>> 15) & keys.length - 1;
        byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, d, from, to)) {
            return values[slot];
        }
        String text = signs >= 0
                ? new String(d, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1)
                : Encodings.strict(d, from, to);
        if (++misses > keys.length && keys.length < SLOTS) {
            misses = 0;
            keys = new byte[keys.length * 4][];
            values = new String[keys.length];
            slot = (hash ^ hash >>> 15) & keys.length - 1;
        }
        keys[slot] = Arrays.copyOfRange(d, from, to);
        values[slot] = text;
        return text;
    }
}
