package lectern.data.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The cells of a table while it is read, as they stand in the file; the types are decided when all of them are known. */
final class Cells {
    /** A number by its digits. */
    record Digits(String text) {
        boolean whole() {
            return text.matches("-?\\d+") && !text.equals("-0");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final String file;
    private final Map<String, List<Object>> columns = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();

    Cells(String file) {
        this.file = file;
    }

    /** Makes a column of this name where there is none yet. */
    void name(String column) {
        String before = spellings.putIfAbsent(column.toLowerCase(java.util.Locale.ROOT), column);
        if (before != null && !before.equals(column)) {
            throw new IllegalArgumentException(file + ": the columns '" + before + "' and '" + column
                    + "' differ in capitals only, which a table does not tell apart; rename one of them.");
        }
        columns.putIfAbsent(column, new ArrayList<>());
    }

    /** Puts a cell into this row; what was left out above it is missing. */
    void put(String column, int row, Object value) {
        List<Object> cells = columns.get(column);
        if (cells == null) {
            name(column);
            cells = columns.get(column);
        }
        if (cells.size() > row) {
            throw new IllegalArgumentException(
                    file + ": row " + row + " has two values for '" + column + "'; a cell holds one.");
        }
        while (cells.size() < row) {
            cells.add(null);
        }
        cells.add(value);
    }

    Table table(String name, int rows) {
        var table = Table.create(name);
        columns.forEach((column, cells) -> {
            while (cells.size() < rows) {
                cells.add(null);
            }
            table.addColumns(column(column, cells));
        });
        return table;
    }

    private Column<?> column(String name, List<Object> cells) {
        boolean numbers = true;
        boolean whole = true;
        boolean truths = true;
        boolean empty = true;
        for (Object cell : cells) {
            if (cell != null) {
                empty = false;
                numbers &= cell instanceof Digits;
                whole &= cell instanceof Digits digits && digits.whole();
                truths &= cell instanceof Boolean;
            }
        }
        if (empty || numbers && !whole) {
            return decimals(name, cells);
        }
        if (numbers) {
            return wholes(name, cells);
        }
        if (truths) {
            var column = BooleanColumn.create(name);
            cells.forEach(cell -> column.append((Boolean) cell));
            return column;
        }
        var column = StringColumn.create(name);
        for (Object cell : cells) {
            if (cell == null) {
                column.appendMissing();
            } else {
                column.append(cell.toString());
            }
        }
        return column;
    }

    private Column<?> wholes(String name, List<Object> cells) {
        var values = new long[cells.size()];
        boolean small = true;
        for (int i = 0; i < values.length; i++) {
            if (cells.get(i) instanceof Digits digits) {
                try {
                    values[i] = Long.parseLong(digits.text());
                } catch (NumberFormatException e) {
                    throw tooLong(name, i, digits, e);
                }
                if (values[i] == Long.MIN_VALUE) {
                    throw tooLong(name, i, digits, null);
                }
                small &= values[i] > Integer.MIN_VALUE && values[i] <= Integer.MAX_VALUE;
            }
        }
        Column<?> column = small ? IntColumn.create(name) : LongColumn.create(name);
        for (int i = 0; i < values.length; i++) {
            if (cells.get(i) == null) {
                column.appendMissing();
            } else if (column instanceof IntColumn ints) {
                ints.append((int) values[i]);
            } else {
                ((LongColumn) column).append(values[i]);
            }
        }
        return column;
    }

    private IllegalArgumentException tooLong(String name, int row, Digits digits, Exception cause) {
        return new IllegalArgumentException(
                file + ": row " + row + " of column '" + name + "' holds the whole number " + digits
                        + ", which is too long for 64 bits; put it between quotes in the file to keep it as text.",
                cause);
    }

    private Column<?> decimals(String name, List<Object> cells) {
        var values = new double[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.NaN;
            if (cells.get(i) instanceof Digits digits) {
                values[i] = Double.parseDouble(digits.text());
                boolean lost = digits.whole()
                        && Math.abs(values[i]) >= 0x1p53
                        && new java.math.BigDecimal(values[i]).compareTo(new java.math.BigDecimal(digits.text())) != 0;
                if (lost || Double.isInfinite(values[i])) {
                    throw new IllegalArgumentException(file + ": row " + i + " of column '" + name + "' holds " + digits
                            + ", which would change as a decimal number of 64 bits; put it between quotes in the"
                            + " file to keep it as text.");
                }
            }
        }
        return DoubleColumn.create(name, values);
    }
}
