package lectern.data.table;

import java.util.Arrays;
import java.util.HashMap;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.DictionaryMap;

/**
 * A column of text as numbers of its different values.
 *
 * @param codes the number of the value in each row; −1 where it is missing
 * @param values the different values
 */
record Texts(int[] codes, String[] values) {
    static Texts of(StringColumn column) {
        DictionaryMap dictionary = column.getDictionary();
        int n = column.size();
        var codes = new int[n];
        int least = Integer.MAX_VALUE;
        int largest = Integer.MIN_VALUE;
        try {
            for (int i = 0; i < n; i++) {
                codes[i] = dictionary.getKeyForIndex(i);
                least = Math.min(least, codes[i]);
                largest = Math.max(largest, codes[i]);
            }
        } catch (UnsupportedOperationException e) {
            // So many different texts that Tablesaw keeps no dictionary of them.
            return counted(column);
        }
        // Tablesaw numbers its texts one after the other.
        long range = n == 0 ? 0 : (long) largest - least + 1;
        if (range > 4L * n + 1024) {
            return counted(column);
        }
        var place = new int[(int) range];
        var values = new String[16];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int slot = codes[i] - least;
            if (place[slot] == 0) {
                String value = dictionary.getValueForKey(codes[i]);
                if (value.isEmpty()) {
                    place[slot] = -1;
                } else {
                    values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
                    values[count] = value;
                    place[slot] = ++count;
                }
            }
            codes[i] = place[slot] < 0 ? -1 : place[slot] - 1;
        }
        return new Texts(codes, Arrays.copyOf(values, count));
    }

    private static Texts counted(StringColumn column) {
        var numbers = new HashMap<String, Integer>();
        var codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            String value = column.get(i);
            codes[i] = value.isEmpty() ? -1 : numbers.computeIfAbsent(value, v -> numbers.size());
        }
        var values = new String[numbers.size()];
        numbers.forEach((value, number) -> values[number] = value);
        return new Texts(codes, values);
    }

    String get(int row) {
        return codes[row] < 0 ? null : values[codes[row]];
    }

    /** Keys in the order of the texts. */
    long[] keys() {
        var sorted = new Integer[values.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> values[a].compareTo(values[b]));
        var rank = new int[values.length];
        for (int k = 0; k < sorted.length; k++) {
            rank[sorted[k]] = k;
        }
        var keys = new long[codes.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = codes[i] < 0 ? Keys.MISSING : rank[codes[i]];
        }
        return keys;
    }

    /** The texts in these rows; −1 stands for a missing one. */
    StringColumn take(String name, int[] rows) {
        var result = StringColumn.create(name);
        for (int row : rows) {
            String text = row < 0 ? null : get(row);
            result.append(text == null ? "" : text);
        }
        return result;
    }
}
