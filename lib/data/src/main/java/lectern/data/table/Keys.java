package lectern.data.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The values of a column as 64-bit keys in the same order, and what is built on them: stable sorting (radix sort) and groups.
 *
 * <p>Missing values have one key of their own, the largest; so they come last, whichever way is sorted.
 */
final class Keys {
    /** The key of a missing value. */
    static final long MISSING = Long.MAX_VALUE;

    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;

    private Keys() {}

    /** Keys that are ordered as the values are. */
    static long[] of(Column<?> column) {
        var keys = new long[column.size()];
        if (Columns.whole(column)) {
            long[] values = Columns.longs(column);
            for (int i = 0; i < keys.length; i++) {
                // No whole number is the smallest long, so one less leaves the largest one free.
                keys[i] = values[i] == Long.MIN_VALUE ? MISSING : values[i] - 1;
            }
            return keys;
        }
        if (column instanceof DoubleColumn || column instanceof FloatColumn) {
            double[] values = Columns.numbers(column, "sorting");
            for (int i = 0; i < keys.length; i++) {
                keys[i] = values[i] != values[i] ? MISSING : ordered(values[i]);
            }
            return keys;
        }
        return column instanceof StringColumn texts ? Texts.of(texts).keys() : ranks(column, keys);
    }

    /** The bits of a double in an order that agrees with that of the numbers; both zeros are one. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static long[] ranks(Column<?> column, long[] keys) {
        var places = new TreeMap<Comparable<Object>, Integer>();
        var values = new Object[keys.length];
        Map<Object, Integer> seen = new HashMap<>();
        var firsts = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (column.isMissing(i)) {
                firsts[i] = -1;
                continue;
            }
            Object value = column.get(i);
            Integer known = seen.get(value);
            if (known == null) {
                known = seen.size();
                values[known] = value;
                seen.put(value, known);
            }
            firsts[i] = known;
        }
        for (int k = 0; k < seen.size(); k++) {
            @SuppressWarnings("unchecked")
            var comparable = (Comparable<Object>) values[k];
            places.put(comparable, k);
        }
        var rank = new int[seen.size()];
        int next = 0;
        for (int k : places.values()) {
            rank[k] = next++;
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] = firsts[i] < 0 ? MISSING : rank[firsts[i]];
        }
        return keys;
    }

    /** The rows in the order of these keys, the first array deciding first; equal rows keep their order. */
    static int[] order(int rows, long[][] keys, boolean[] descending) {
        var order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        for (int k = keys.length - 1; k >= 0; k--) {
            long[] key = keys[k];
            if (descending[k]) {
                key = key.clone();
                for (int i = 0; i < rows; i++) {
                    key[i] = key[i] == MISSING ? MISSING : ~key[i];
                }
            }
            order = sorted(order, key);
        }
        return order;
    }

    private static int[] sorted(int[] order, long[] key) {
        long all = 0;
        for (long value : key) {
            all |= value ^ key[0];
        }
        int[] from = order;
        int[] to = new int[order.length];
        for (int shift = 0; shift < 64; shift += BITS) {
            if ((all >>> shift & BUCKETS - 1) == 0) {
                continue;
            }
            // The sign is turned round for the last digits, so that negative keys come first.
            int turn = shift == 64 - BITS ? BUCKETS / 2 : 0;
            var start = new int[BUCKETS + 1];
            for (int row : from) {
                start[((int) (key[row] >>> shift & BUCKETS - 1) ^ turn) + 1]++;
            }
            for (int b = 0; b < BUCKETS; b++) {
                start[b + 1] += start[b];
            }
            for (int row : from) {
                to[start[(int) (key[row] >>> shift & BUCKETS - 1) ^ turn]++] = row;
            }
            int[] spare = from == order ? new int[order.length] : from;
            from = to;
            to = spare;
        }
        return from;
    }

    /**
     * The number of the group of every row.
     *
     * @param of the group, counted from zero in the order of the keys; −1 where a key is missing and such rows are dropped
     * @param count how many groups there are
     * @param first the first row of each group
     */
    record Groups(int[] of, int count, int[] first) {
        /** How many rows each group has. */
        int[] sizes() {
            var sizes = new int[count];
            for (int group : of) {
                if (group >= 0) {
                    sizes[group]++;
                }
            }
            return sizes;
        }

        /** The rows of all groups one after the other, with the place where each group starts and one more. */
        int[][] rows() {
            var start = new int[count + 1];
            for (int group : of) {
                if (group >= 0) {
                    start[group + 1]++;
                }
            }
            for (int g = 0; g < count; g++) {
                start[g + 1] += start[g];
            }
            var rows = new int[start[count]];
            int[] next = Arrays.copyOf(start, count);
            for (int i = 0; i < of.length; i++) {
                if (of[i] >= 0) {
                    rows[next[of[i]]++] = i;
                }
            }
            return new int[][] {rows, start};
        }
    }

    /** Rows with the same keys as groups in the order of the keys. */
    static Groups groups(int rows, long[][] keys, boolean dropMissing) {
        var of = new int[rows];
        int count = Math.min(rows, 1);
        for (long[] key : keys) {
            long[] codes = codes(key);
            int many = (int) codes[rows];
            if ((long) count * many < Integer.MAX_VALUE / 2) {
                for (int i = 0; i < rows; i++) {
                    of[i] = (int) (of[i] * (long) many + codes[i]);
                }
                count = compact(of, count * many);
            } else {
                var both = new long[rows];
                for (int i = 0; i < rows; i++) {
                    both[i] = of[i] * (long) many + codes[i];
                }
                long[] again = codes(both);
                for (int i = 0; i < rows; i++) {
                    of[i] = (int) again[i];
                }
                count = (int) again[rows];
            }
        }
        if (dropMissing) {
            boolean any = false;
            for (long[] key : keys) {
                for (int i = 0; i < rows; i++) {
                    if (key[i] == MISSING) {
                        of[i] = -1;
                        any = true;
                    }
                }
            }
            count = any ? compact(of, count) : count;
        }
        var first = new int[count];
        Arrays.fill(first, -1);
        for (int i = 0; i < rows; i++) {
            if (of[i] >= 0 && first[of[i]] < 0) {
                first[of[i]] = i;
            }
        }
        return new Groups(of, count, first);
    }

    /** Numbers groups without gaps; returns how many there are. */
    private static int compact(int[] of, int many) {
        var place = new int[many];
        for (int group : of) {
            if (group >= 0) {
                place[group] = 1;
            }
        }
        int count = 0;
        for (int g = 0; g < many; g++) {
            place[g] = place[g] == 1 ? count++ : -1;
        }
        for (int i = 0; i < of.length; i++) {
            of[i] = of[i] < 0 ? -1 : place[of[i]];
        }
        return count;
    }

    /** The rank of each key among the different ones; the last entry says how many there are. */
    static long[] codes(long[] keys) {
        int n = keys.length;
        long[] near = nearCodes(keys);
        if (near != null) {
            return near;
        }
        var slots = new int[1 << 10];
        var different = new long[Math.min(n, 16)];
        int count = 0;
        var ids = new long[n + 1];
        for (int i = 0; i < n; i++) {
            if (2 * count >= slots.length) {
                slots = new int[slots.length * 4];
                for (int k = 0; k < count; k++) {
                    slots[slot(slots, different, different[k])] = k + 1;
                }
            }
            int slot = slot(slots, different, keys[i]);
            if (slots[slot] == 0) {
                if (count == different.length) {
                    different = Arrays.copyOf(different, 2 * count);
                }
                different[count] = keys[i];
                slots[slot] = ++count;
            }
            ids[i] = slots[slot] - 1L;
        }
        long[] found = Arrays.copyOf(different, count);
        int[] order = order(count, new long[][] {found}, new boolean[1]);
        var rank = new int[count];
        for (int k = 0; k < count; k++) {
            rank[order[k]] = k;
        }
        for (int i = 0; i < n; i++) {
            ids[i] = rank[(int) ids[i]];
        }
        ids[n] = count;
        return ids;
    }

    /** Ranks of keys that lie so near to one another that they can be counted; null for others. */
    private static long[] nearCodes(long[] keys) {
        int n = keys.length;
        long least = Long.MAX_VALUE;
        long largest = Long.MIN_VALUE;
        boolean missing = false;
        for (long key : keys) {
            if (key == MISSING) {
                missing = true;
            } else {
                least = Math.min(least, key);
                largest = Math.max(largest, key);
            }
        }
        long range = largest - least;
        if (n == 0 || least > largest || range < 0 || range > 2L * n + 1024) {
            return null;
        }
        var rank = new int[(int) range + 1];
        for (long key : keys) {
            if (key != MISSING) {
                rank[(int) (key - least)] = 1;
            }
        }
        int count = 0;
        for (int k = 0; k < rank.length; k++) {
            rank[k] = rank[k] == 1 ? count++ : -1;
        }
        var codes = new long[n + 1];
        for (int i = 0; i < n; i++) {
            codes[i] = keys[i] == MISSING ? count : rank[(int) (keys[i] - least)];
        }
        codes[n] = missing ? count + 1 : count;
        return codes;
    }

    private static int slot(int[] slots, long[] different, long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & slots.length - 1;
        while (slots[slot] != 0 && different[slots[slot] - 1] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
