package lectern.data.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns and tables one below the other; whole numbers beside decimal ones become decimal, or are refused where that loses digits. */
public final class Stacks {
    private Stacks() {}

    /** The values of all columns one after the other. */
    static Column<?> of(String name, List<? extends Column<?>> columns) {
        boolean numbers = columns.stream().allMatch(c -> c instanceof NumericColumn<?>);
        boolean wholes = columns.stream().allMatch(Columns::whole);
        int size = columns.stream().mapToInt(Column::size).sum();
        if (wholes) {
            var values = new long[size];
            int at = 0;
            boolean wide = false;
            for (Column<?> column : columns) {
                long[] part = Columns.longs(column);
                System.arraycopy(part, 0, values, at, part.length);
                at += part.length;
                wide |= column instanceof tech.tablesaw.api.LongColumn;
            }
            return Columns.whole(name, values, wide);
        }
        if (numbers) {
            var values = new double[size];
            int at = 0;
            for (Column<?> column : columns) {
                double[] part = Columns.exactDoubles(column, "decimal numbers stand in the same column");
                System.arraycopy(part, 0, values, at, part.length);
                at += part.length;
            }
            return DoubleColumn.create(name, values);
        }
        Column<?> first = columns.getFirst();
        for (Column<?> column : columns) {
            if (column.getClass() != first.getClass()) {
                throw new IllegalArgumentException("Column '" + name + "' would hold " + Columns.kind(first) + " and "
                        + Columns.kind(column) + "; bring both to one type first, such as astype(table, \""
                        + column.name()
                        + "\", \"text\").");
            }
        }
        Column<?> result = first.emptyCopy().setName(name);
        for (Column<?> column : columns) {
            for (int i = 0; i < column.size(); i++) {
                if (column.isMissing(i)) {
                    result.appendMissing();
                } else {
                    result.appendObj(column.get(i));
                }
            }
        }
        return result;
    }

    /** Tables one below the other, columns matched by name; what a table does not have is missing there. */
    public static Table of(Table... tables) {
        if (tables.length == 0) {
            throw new IllegalArgumentException("At least one table is needed to put tables one below the other.");
        }
        var names = new LinkedHashSet<String>();
        var known = new LinkedHashSet<String>();
        for (Table table : tables) {
            for (String name : table.columnNames()) {
                if (known.add(name.toLowerCase(Locale.ROOT))) {
                    names.add(name);
                }
            }
        }
        var result = Table.create(tables[0].name());
        for (String name : names) {
            Column<?> model = null;
            for (Table table : tables) {
                for (Column<?> column : table.columns()) {
                    boolean better = model == null || model.countMissing() == model.size();
                    model = column.name().equalsIgnoreCase(name) && better ? column : model;
                }
            }
            var parts = new java.util.ArrayList<Column<?>>();
            for (Table table : tables) {
                Column<?> part = null;
                for (Column<?> column : table.columns()) {
                    part = column.name().equalsIgnoreCase(name) ? column : part;
                }
                // A column of nothing takes the type of the others.
                boolean nothing =
                        part == null || part.countMissing() == part.size() && part.getClass() != model.getClass();
                parts.add(nothing ? nothing(model, table.rowCount()) : part);
            }
            result.addColumns(of(name, parts));
        }
        return result;
    }

    private static Column<?> nothing(Column<?> model, int rows) {
        Column<?> column = model.emptyCopy();
        for (int i = 0; i < rows; i++) {
            column.appendMissing();
        }
        return column;
    }

    /** Every column that is no id as rows of its name and its value. */
    public static Table melt(Table table, String... ids) {
        var kept = new LinkedHashSet<Column<?>>();
        for (String id : ids) {
            kept.add(Columns.of(table, id));
        }
        List<Column<?>> others =
                table.columns().stream().filter(c -> !kept.contains(c)).toList();
        if (others.isEmpty()) {
            throw new IllegalArgumentException("Nothing is left to melt: all columns are named as ids.");
        }
        int n = table.rowCount();
        var rows = new int[n * others.size()];
        var variables = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % n;
            variables[i] = others.get(i / n).name();
        }
        var result = Table.create(table.name());
        kept.forEach(id -> result.addColumns(Columns.take(id, rows)));
        return result.addColumns(StringColumn.create("variable", variables), of("value", others));
    }
}
