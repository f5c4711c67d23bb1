package lectern.data.table;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The rows of a table by equal keys, in the order of the keys; rows without a key are left out. */
public final class Grouping {
    private final Table table;
    private final List<Column<?>> keys = new ArrayList<>();
    private final Keys.Groups groups;
    private final int[][] rows;

    /** One statistic of one column, and the name it gets. */
    public record Wish(String column, Statistic statistic, String name) {}

    /** Groups by these columns. */
    public Grouping(Table table, String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("Name at least one column to group by: groupBy(table, \"species\").");
        }
        this.table = table;
        var sortable = new long[names.length][];
        for (int k = 0; k < names.length; k++) {
            keys.add(Columns.of(table, names[k]));
            sortable[k] = Keys.of(keys.get(k));
        }
        groups = Keys.groups(table.rowCount(), sortable, true);
        rows = groups.rows();
    }

    /** How many groups there are. */
    public int count() {
        return groups.count();
    }

    private Table keyTable() {
        var result = Table.create(table.name());
        keys.forEach(key -> result.addColumns(Columns.take(key, groups.first())));
        return result;
    }

    /** The keys and how many rows each group has. */
    public Table sizes() {
        return keyTable().addColumns(IntColumn.create(free("size"), groups.sizes()));
    }

    private String free(String name) {
        return keys.stream().anyMatch(k -> k.name().equalsIgnoreCase(name)) ? name + "_" : name;
    }

    /** The keys and these statistics. */
    public Table of(List<Wish> wishes) {
        Table result = keyTable();
        for (Wish wish : wishes) {
            Column<?> column = Columns.of(table, wish.column());
            result.addColumns(wish.statistic().of(column, wish.name(), rows[0], rows[1]));
        }
        return result;
    }

    /** One statistic of all columns that it can be taken of. */
    public Table ofAll(Statistic statistic) {
        var wishes = new ArrayList<Wish>();
        for (Column<?> column : table.columns()) {
            boolean numbers = column instanceof NumericColumn<?> || column instanceof BooleanColumn;
            if (!keys.contains(column) && (numbers || !statistic.numeric())) {
                wishes.add(new Wish(column.name(), statistic, column.name()));
            }
        }
        return of(wishes);
    }

    /** The rows of each group as a table, in the order of the keys. */
    public List<Table> tables() {
        var result = new ArrayList<Table>();
        for (int g = 0; g < groups.count(); g++) {
            result.add(Columns.take(table, java.util.Arrays.copyOfRange(rows[0], rows[1][g], rows[1][g + 1]))
                    .setName(title(g)));
        }
        return result;
    }

    private String title(int group) {
        var words = new StringBuilder();
        for (Column<?> key : keys) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(key.name())
                    .append(" = ")
                    .append(key.get(groups.first()[group]));
        }
        return words.toString();
    }
}
