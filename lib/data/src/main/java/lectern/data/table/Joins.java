package lectern.data.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Joins two tables on equal keys; the order of the rows is that of pandas, and missing keys match one another as there. */
public final class Joins {
    private final Table left;
    private final Table right;
    private final String how;
    private final String[] leftKeys;
    private final String[] rightKeys;

    private Joins(Table left, Table right, String how, String... on) {
        this.left = left;
        this.right = right;
        this.how = how;
        leftKeys = new String[on.length];
        rightKeys = new String[on.length];
        for (int k = 0; k < on.length; k++) {
            String[] pair = on[k].split("=", -1);
            boolean both = has(left, on[k]) && has(right, on[k]);
            leftKeys[k] = both || pair.length != 2 ? on[k] : pair[0].strip();
            rightKeys[k] = both || pair.length != 2 ? on[k] : pair[1].strip();
        }
    }

    private static boolean has(Table table, String name) {
        return table.columnNames().stream().anyMatch(n -> n.equalsIgnoreCase(name));
    }

    /** The joined table; {@code how} is inner, left, right, outer or cross. */
    public static Table of(Table left, Table right, String how, String... on) {
        String kind = how.toLowerCase(Locale.ROOT);
        if (!List.of("inner", "left", "right", "outer", "cross").contains(kind)) {
            throw new IllegalArgumentException(
                    "Tables are joined by \"inner\", \"left\", \"right\", \"outer\" or \"cross\", not \"" + how
                            + "\": merge(left, right, \"left\", \"key\").");
        }
        String[] keys = on;
        if (kind.equals("cross") && on.length > 0) {
            throw new IllegalArgumentException("A cross join takes every row with every row and no keys.");
        }
        if (on.length == 0 && !kind.equals("cross")) {
            keys = left.columnNames().stream().filter(n -> has(right, n)).toArray(String[]::new);
            if (keys.length == 0) {
                throw new IllegalArgumentException("The tables have no column in common to join on: "
                        + String.join(", ", left.columnNames()) + " and " + String.join(", ", right.columnNames())
                        + ". Name the keys: merge(left, right, \"" + kind + "\", \"key in left=key in right\").");
            }
        }
        return new Joins(left, right, kind, keys).join();
    }

    private Table join() {
        long[][] keys = new long[leftKeys.length][];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = both(Columns.of(left, leftKeys[k]), Columns.of(right, rightKeys[k]));
        }
        int n = left.rowCount();
        var groups = Keys.groups(n + right.rowCount(), keys, false);
        int[][] pairs = how.equals("right") ? swapped(pairs(groups, n, false)) : pairs(groups, n, true);
        if (how.equals("outer")) {
            // Sorted by the keys, as pandas does; the groups are numbered in that order.
            int[][] unsorted = pairs;
            var key = new long[pairs[0].length];
            for (int i = 0; i < key.length; i++) {
                key[i] = groups.of()[pairs[0][i] >= 0 ? pairs[0][i] : n + pairs[1][i]];
            }
            int[] order = Keys.order(key.length, new long[][] {key}, new boolean[1]);
            pairs = new int[][] {picked(unsorted[0], order), picked(unsorted[1], order)};
        }
        return table(pairs[0], pairs[1]);
    }

    private static int[] picked(int[] values, int[] order) {
        return Arrays.stream(order).map(i -> values[i]).toArray();
    }

    private static int[][] swapped(int[][] pairs) {
        return new int[][] {pairs[1], pairs[0]};
    }

    /** Pairs of rows of the leading table (left unless told) and the other one; −1 where there is no partner. */
    private int[][] pairs(Keys.Groups groups, int n, boolean leftLeads) {
        int all = groups.of().length;
        int leadFrom = leftLeads ? 0 : n;
        int leadTo = leftLeads ? n : all;
        int otherFrom = leftLeads ? n : 0;
        int otherTo = leftLeads ? all : n;
        var start = new int[groups.count() + 1];
        for (int i = otherFrom; i < otherTo; i++) {
            start[groups.of()[i] + 1]++;
        }
        for (int g = 0; g < groups.count(); g++) {
            start[g + 1] += start[g];
        }
        var others = new int[otherTo - otherFrom];
        int[] next = start.clone();
        for (int i = otherFrom; i < otherTo; i++) {
            others[next[groups.of()[i]]++] = i - otherFrom;
        }
        boolean keep = !how.equals("inner") && !how.equals("cross");
        long count = 0;
        for (int i = leadFrom; i < leadTo; i++) {
            int partners = start[groups.of()[i] + 1] - start[groups.of()[i]];
            count += partners == 0 && keep ? 1 : partners;
        }
        var matched = new boolean[groups.count()];
        for (int i = leadFrom; i < leadTo; i++) {
            matched[groups.of()[i]] = true;
        }
        boolean outer = how.equals("outer");
        for (int i = otherFrom; i < otherTo && outer; i++) {
            count += matched[groups.of()[i]] ? 0 : 1;
        }
        if (count > 100_000_000) {
            throw new IllegalArgumentException("The joined table would have " + count
                    + " rows, since keys come many times in both tables; drop duplicates first, or name more keys.");
        }
        var lead = new int[(int) count];
        var partner = new int[(int) count];
        int at = 0;
        for (int i = leadFrom; i < leadTo; i++) {
            int group = groups.of()[i];
            if (start[group] == start[group + 1] && keep) {
                lead[at] = i - leadFrom;
                partner[at++] = -1;
            }
            for (int k = start[group]; k < start[group + 1]; k++) {
                lead[at] = i - leadFrom;
                partner[at++] = others[k];
            }
        }
        for (int i = otherFrom; i < otherTo && outer; i++) {
            if (!matched[groups.of()[i]]) {
                lead[at] = -1;
                partner[at++] = i - otherFrom;
            }
        }
        return new int[][] {lead, partner};
    }

    private Table table(int[] leftRows, int[] rightRows) {
        var result = Table.create(left.name());
        Set<String> shared = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (int k = 0; k < leftKeys.length; k++) {
            if (leftKeys[k].equalsIgnoreCase(rightKeys[k])) {
                keys.add(leftKeys[k].toLowerCase(Locale.ROOT));
            }
        }
        left.columnNames().stream()
                .filter(n -> has(right, n))
                .map(n -> n.toLowerCase(Locale.ROOT))
                .forEach(shared::add);
        shared.removeAll(keys);
        for (Column<?> column : left.columns()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            Column<?> taken;
            if (keys.contains(name) && Arrays.stream(leftRows).anyMatch(r -> r < 0)) {
                taken = key(column, Columns.of(right, column.name()), leftRows, rightRows);
            } else {
                taken = Columns.take(column, leftRows);
            }
            add(result, taken, shared.contains(name) ? column.name() + "_x" : column.name());
        }
        for (Column<?> column : right.columns()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            if (!keys.contains(name)) {
                add(
                        result,
                        Columns.take(column, rightRows),
                        shared.contains(name) ? column.name() + "_y" : column.name());
            }
        }
        return result;
    }

    private static void add(Table result, Column<?> column, String name) {
        if (has(result, name)) {
            throw new IllegalArgumentException(
                    "The joined table would have two columns '" + name + "'; rename one of them first.");
        }
        result.addColumns(column.setName(name));
    }

    /** The key from the left where there is a row, and from the right elsewhere. */
    private static Column<?> key(Column<?> left, Column<?> right, int[] leftRows, int[] rightRows) {
        Column<?> all = Stacks.of(left.name(), List.of(left, right));
        var rows = new int[leftRows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = leftRows[i] >= 0 ? leftRows[i] : left.size() + rightRows[i];
        }
        return Columns.take(all, rows);
    }

    /** Keys of both columns one after the other; numbers of different types are compared as numbers. */
    private static long[] both(Column<?> left, Column<?> right) {
        boolean numbers = left instanceof NumericColumn<?> && right instanceof NumericColumn<?>;
        boolean alike = left.getClass() == right.getClass();
        if (!numbers && !alike) {
            String remedy = left instanceof BooleanColumn || right instanceof BooleanColumn
                    ? "bring them to one type by astype"
                    : "bring them to one type, such as astype(table, \""
                            + (left instanceof StringColumn ? right : left).name() + "\", \"text\")";
            throw new IllegalArgumentException("Keys must be of one kind: '" + left.name()
                    + "' of the left table holds "
                    + Columns.kind(left) + ", '" + right.name() + "' of the right one holds " + Columns.kind(right)
                    + "; " + remedy + ".");
        }
        if (numbers && Columns.whole(left) != Columns.whole(right)) {
            return mixed(left, right);
        }
        return Keys.of(Stacks.of(left.name(), List.of(left, right)));
    }

    /** A decimal number equals a whole one only when it is that very number; neither is rounded to compare. */
    private static long[] mixed(Column<?> left, Column<?> right) {
        var keys = new long[left.size() + right.size()];
        int at = 0;
        for (Column<?> column : List.of(left, right)) {
            if (Columns.whole(column)) {
                for (long value : Columns.longs(column)) {
                    keys[at++] = value == Long.MIN_VALUE ? Keys.MISSING : value - 1;
                }
                continue;
            }
            boolean wholes = true;
            for (double value : Columns.numbers(column, "joining")) {
                wholes &= value != value || value == Math.rint(value) && Math.abs(value) < 0x1p63;
                keys[at++] = value != value ? Keys.MISSING : (long) value - 1;
            }
            if (!wholes) {
                Column<?> other = column == left ? right : left;
                double[] doubles =
                        Columns.exactDoubles(other, "to be compared with the decimal numbers of the other table");
                var stacked = tech.tablesaw.api.DoubleColumn.create(
                        "key",
                        java.util.stream.DoubleStream.concat(
                                        Arrays.stream(column == left ? Columns.numbers(left, "joining") : doubles),
                                        Arrays.stream(column == left ? doubles : Columns.numbers(right, "joining")))
                                .toArray());
                return Keys.of(stacked);
            }
        }
        return keys;
    }
}
