package lectern.data.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Writes a table so that reading it gives the same cells: shortest decimals that are exact, dates of ISO 8601. */
public final class CsvWriter {
    private final Settings settings;
    private final char separator;
    private final char decimal;
    private final Set<String> markers;

    private CsvWriter(Settings settings) {
        settings.check("the table");
        this.settings = settings;
        separator = settings.separator == 0 ? ',' : settings.separator;
        decimal = settings.decimal == 0 ? '.' : settings.decimal;
        markers = settings.missing;
        if (settings.thousands != 0) {
            throw new IllegalArgumentException(
                    "Numbers are written without a sign between thousands; leave thousands out.");
        }
    }

    /** The table as text. */
    public static String text(Relation table, Settings settings) {
        var text = new StringBuilder();
        try {
            new CsvWriter(settings).write(table, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the table into a file, packed when its name ends in {@code .gz}; a file that was there is kept until the end. */
    public static void file(Relation table, Path file, Settings settings) {
        var writer = new CsvWriter(settings);
        Charset charset = settings.encoding == null ? StandardCharsets.UTF_8 : Encodings.named(settings.encoding);
        Path whole = file.toAbsolutePath();
        if (whole.getParent() != null && !Files.isDirectory(whole.getParent())) {
            throw new IllegalArgumentException("There is no folder " + whole.getParent() + " to write "
                    + file.getFileName() + " into; make it first.");
        }
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try {
                pack(writer, table, part, file, charset);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written: " + e.getMessage(), e);
        }
    }

    private static void pack(CsvWriter writer, Relation table, Path part, Path file, Charset charset)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(part);
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
                Writer text = new OutputStreamWriter(
                        packed, charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT))) {
            writer.write(table, text);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The table holds signs that do not exist in " + charset.name() + "; leave encoding(…) out.", e);
        }
    }

    private void write(Relation table, Appendable out) throws IOException {
        int n = table.columnCount();
        if (!Boolean.FALSE.equals(settings.header)) {
            for (int j = 0; j < n; j++) {
                String name = table.column(j).name();
                out.append(j == 0 ? "" : sign()).append(quoted(name, n == 1 && name.isEmpty()));
            }
            out.append('\n');
        }
        var columns = new Column<?>[n];
        for (int j = 0; j < n; j++) {
            columns[j] = table.column(j);
        }
        for (int i = 0; i < table.rowCount(); i++) {
            for (int j = 0; j < n; j++) {
                if (j > 0) {
                    out.append(separator);
                }
                if (columns[j].isMissing(i)) {
                    // A line with nothing on it would be no row.
                    out.append(n == 1 || separator == Settings.WHITE ? nothing() : "");
                } else {
                    out.append(cell(columns[j], i));
                }
            }
            out.append('\n');
        }
    }

    private String sign() {
        return String.valueOf(separator);
    }

    private String nothing() {
        return "" + settings.quote + settings.quote;
    }

    private String cell(Column<?> column, int row) {
        return switch (column) {
            case DoubleColumn numbers -> number(Double.toString(numbers.getDouble(row)));
            case FloatColumn numbers -> number(Float.toString(numbers.getFloat(row)));
            case NumericColumn<?> numbers -> numbers.get(row).toString();
            case BooleanColumn truths -> truths.get(row) ? "true" : "false";
            default -> {
                Object value = column.get(row);
                String text = value instanceof LocalDateTime time ? time(time) : value.toString();
                yield quoted(text, column.type().name().equals("STRING") && markers.contains(text));
            }
        };
    }

    private static String time(LocalDateTime time) {
        String text = time.toString();
        return text.length() <= 23 ? text : text.substring(0, 23);
    }

    private String number(String text) {
        String plain = text.endsWith("Infinity") ? text.replace("Infinity", "inf") : text;
        return decimal == '.' ? plain : quoted(plain.replace('.', decimal), false);
    }

    private String quoted(String text, boolean always) {
        boolean needed = always;
        for (int i = 0; i < text.length() && !needed; i++) {
            char c = text.charAt(i);
            needed = c == separator
                    || c == settings.quote
                    || c == '\n'
                    || c == '\r'
                    || c == settings.comment && c != 0
                    || settings.separator == Settings.WHITE && c == '\t'
                    || c == settings.escape && c != 0;
        }
        // A line of blanks only would be no row.
        needed |= text.isBlank() && !text.isEmpty() || text.startsWith("\uFEFF");
        if (!needed) {
            return text;
        }
        String inside = text;
        if (settings.escape != 0) {
            inside = inside.replace(String.valueOf(settings.escape), "" + settings.escape + settings.escape);
        }
        return settings.quote
                + inside.replace(String.valueOf(settings.quote), "" + settings.quote + settings.quote)
                + settings.quote;
    }
}
