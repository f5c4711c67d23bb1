package lectern.data.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Writes a table as records, so that reading them gives the same cells. */
public final class JsonTableWriter {
    private JsonTableWriter() {}

    /** The records in one list, or each on a line of its own. */
    public static String text(Table table, boolean lines) {
        var text = new StringBuilder(lines ? "" : "[");
        for (int i = 0; i < table.rowCount(); i++) {
            text.append(lines ? "" : i == 0 ? "\n" : ",\n")
                    .append(record(table, i))
                    .append(lines ? "\n" : "");
        }
        return text.append(lines ? "" : table.rowCount() == 0 ? "]\n" : "\n]\n").toString();
    }

    private static String record(Table table, int row) {
        var text = new StringWriter();
        try (var out = new JsonWriter(text)) {
            out.setHtmlSafe(false);
            out.beginObject();
            for (Column<?> column : table.columns()) {
                out.name(column.name());
                if (column.isMissing(row)) {
                    out.nullValue();
                    continue;
                }
                switch (column) {
                    case NumericColumn<?> numbers -> out.jsonValue(number(numbers, row));
                    case BooleanColumn truths -> out.value(truths.get(row));
                    default -> out.value(column.get(row).toString());
                }
            }
            out.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String number(NumericColumn<?> column, int row) {
        String digits = column.get(row).toString();
        if (digits.endsWith("Infinity")) {
            throw new IllegalArgumentException("Row " + row + " of column '" + column.name()
                    + "' is infinite, and JSON has no word for that; write CSV, or make the value missing.");
        }
        return digits;
    }
}
