package lectern.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Reads a table of separated values: finds out what was not said, reads once, and once more where columns became text. */
public final class CsvReader {
    private static final int HEAD = 1 << 16;
    private static final int MOST_EXPECTED = 50_000_000;
    /** Columns of fewer rows are made by one thread. */
    private static final int MANY = 50_000;

    private final Source source;
    private final Settings asked;
    private final String file;
    private final List<String> notes = new ArrayList<>();
    private Settings settings;
    private Names names;
    private Markers markers;
    private int[] lines = {};
    private int rows;
    private int left;

    private CsvReader(Source source, Settings asked) {
        this.source = source;
        this.asked = asked;
        file = source.name();
    }

    /** The table in this source. */
    public static Table read(Source source, Settings settings) {
        try {
            return new CsvReader(source, settings).read();
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new UncheckedIOException(
                    source.name() + " is packed and damaged (" + e.getMessage() + "); load it again.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(source.name() + " could not be read: " + e.getMessage(), e);
        }
    }

    private Table read() throws IOException {
        asked.check(file);
        markers = new Markers(asked.missing);
        ColumnBuilder[] builders;
        try (InputStream in = source.open(asked.encoding)) {
            byte[] head = in.readNBytes(HEAD);
            settings = new Sniffer(file, head, head.length < HEAD, asked).settings();
            var all = new SequenceInputStream(new java.io.ByteArrayInputStream(head), in);
            var tokens = new Tokenizer(all, file, settings);
            names = Names.read(file, settings, tokens);
            builders = builders();
            pass(tokens, builders, names.firstIsData());
        }
        readLate(builders);
        Column<?>[] columns = columns(builders);
        var table = Table.create(tableName());
        table.addColumns(columns);
        if (left > 0) {
            notes.add(file + ": " + left + (left == 1 ? " row" : " rows") + " of another length "
                    + (left == 1 ? "was" : "were") + " left out, the first one in line " + firstLeft + ".");
        }
        notes.addAll(names.notes());
        if (!notes.isEmpty()) {
            Notebook.host().display(MimeBundle.text(String.join("\n", notes)), null);
        }
        return table;
    }

    private long firstLeft;

    private String tableName() {
        return file.replaceFirst("(\\.(csv|tsv|txt|dat))?(\\.(gz|zip))?$", "");
    }

    private ColumnBuilder[] builders() {
        var builders = new ColumnBuilder[names.all().size()];
        for (int j = 0; j < builders.length; j++) {
            String name = names.all().get(j);
            if (names.wanted(j)) {
                Kind asked = settings.types.get(name);
                // Dates of a pattern are read as text first.
                boolean pattern = settings.columnDates.containsKey(name)
                        || (asked == Kind.DATE || asked == Kind.DATETIME) && !settings.datePatterns.isEmpty();
                Kind kind = pattern ? Kind.TEXT : asked == null ? Kind.EMPTY : asked;
                builders[j] = new ColumnBuilder(file, name, kind, kind != Kind.EMPTY, settings, markers);
            }
        }
        return builders;
    }

    /** Columns that a late row turned into text are read again, as they were written. */
    private void readLate(ColumnBuilder[] builders) throws IOException {
        var again = new ColumnBuilder[builders.length];
        boolean any = false;
        for (int j = 0; j < builders.length; j++) {
            if (builders[j] != null && builders[j].kind == Kind.LATER) {
                again[j] = new ColumnBuilder(file, builders[j].name, Kind.TEXT, false, settings, markers);
                any = true;
            }
        }
        if (!any) {
            return;
        }
        rows = 0;
        left = 0;
        try (InputStream in = source.open(asked.encoding)) {
            var tokens = new Tokenizer(in, file, settings);
            Names same = Names.read(file, settings, tokens);
            pass(tokens, again, same.firstIsData());
        }
        for (int j = 0; j < builders.length; j++) {
            builders[j] = again[j] == null ? builders[j] : again[j];
        }
    }

    private void pass(Tokenizer tokens, ColumnBuilder[] builders, boolean firstIsData) throws IOException {
        var progress = new Progress(file, source.size());
        boolean more = firstIsData || tokens.next();
        var block = new Block(builders.length, source.size());
        long told = 0;
        while (more && rows < settings.rows) {
            do {
                take(tokens, block);
            } while (rows < settings.rows && tokens.nextWithin());
            block.flush(builders);
            if (told == 0 && tokens.bytes < source.size()) {
                // From the first block on, columns are made as long as the file lets expect.
                int expected = (int) Math.min(MOST_EXPECTED, rows * 1.02 * source.size() / tokens.bytes);
                Arrays.stream(builders).filter(b -> b != null).forEach(b -> b.expected = expected);
            }
            if (tokens.bytes != told) {
                told = tokens.bytes;
                progress.update(told);
                if (Notebook.host().interruptRequested()) {
                    throw Problem.at(
                            file, tokens.line, "reading was interrupted; rows(n) reads the first n rows only.");
                }
            }
            more = rows < settings.rows && tokens.next();
        }
        progress.end();
    }

    private void take(Tokenizer tokens, Block block) {
        int width = block.width;
        int fields = tokens.fields;
        // A separator at the very end of the line holds nothing.
        if (fields == width + 1 && tokens.from[width] == tokens.to[width] && !tokens.quoted(width)) {
            fields = width;
        }
        if (fields == width || settings.ragged == Settings.Ragged.PAD && fields < width) {
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, Math.max(256, lines.length + (lines.length >> 1)));
            }
            lines[rows++] = (int) tokens.line;
            block.take(tokens, fields);
        } else if (settings.ragged == Settings.Ragged.SKIP) {
            firstLeft = left++ == 0 ? tokens.line : firstLeft;
        } else {
            throw ragged(tokens, fields, width);
        }
    }

    private IllegalArgumentException ragged(Tokenizer tokens, int fields, int width) {
        String row = new String(
                tokens.data,
                tokens.from[0],
                Math.max(0, tokens.to[tokens.fields - 1] - tokens.from[0]),
                java.nio.charset.StandardCharsets.UTF_8);
        String remedy = fields < width
                ? "ragged(\"pad\") fills short rows with missing values, ragged(\"skip\") leaves such rows out"
                : "ragged(\"skip\") leaves such rows out; a field that holds the separator needs quotes around it";
        String sign = settings.separator == '\t'
                ? "tab"
                : settings.separator == Settings.WHITE ? "blanks" : "" + settings.separator;
        return Problem.at(
                file,
                tokens.line,
                width + (width == 1 ? " field is" : " fields are") + " expected (" + names.some() + "), separated by '"
                        + sign + "', and " + fields + (fields == 1 ? " is" : " are") + " there: " + Problem.quoted(row)
                        + ". " + remedy + "; another sign is said by separator('…').");
    }

    private Column<?>[] columns(ColumnBuilder[] builders) {
        var order = names.order();
        var columns = new Column<?>[order.length];
        IntStream places = IntStream.range(0, order.length);
        if (rows > MANY) {
            places = places.parallel();
        }
        for (int place : order) {
            builders[place].checkExact();
        }
        places.forEach(k -> {
            ColumnBuilder builder = builders[order[k]];
            columns[k] = (builder.kind == Kind.TEXT ? text(builder) : builder.column()).setName(names.shown(order[k]));
        });
        return columns;
    }

    /** A column of text: dates by a pattern, or text that can only be numbers written in another way. */
    private Column<?> text(ColumnBuilder builder) {
        String pattern = settings.columnDates.get(builder.name);
        Kind wanted = settings.types.get(builder.name);
        if (pattern != null) {
            return dates(builder, List.of(pattern), true);
        }
        if (wanted == Kind.DATE || wanted == Kind.DATETIME) {
            return dates(builder, settings.datePatterns, true);
        }
        if (builder.forced) {
            return builder.column();
        }
        if (!settings.datePatterns.isEmpty()) {
            Column<?> column = dates(builder, settings.datePatterns, false);
            if (column != null) {
                return column;
            }
        }
        var lookalikes = new Lookalikes(settings.decimal);
        String complaint = lookalikes.complaint(builder.texts, lookalikes.look(builder.texts), settings.thousands);
        if (complaint != null) {
            int row = 0;
            while (builder.texts.get(row).isEmpty()) {
                row++;
            }
            throw Problem.at(
                    file,
                    lines[row],
                    builder.name,
                    complaint + ", or keep the text by types(Map.of(\"" + builder.name + "\", \"text\")).");
        }
        return builder.column();
    }

    /** Dates by the first pattern that reads all values; without one a sentence, or null where nothing was a date. */
    private Column<?> dates(ColumnBuilder builder, List<String> patterns, boolean must) {
        int best = 0;
        int worst = -1;
        String nearest = patterns.getFirst();
        for (String pattern : patterns) {
            DateTimeFormatter format = Dates.format(pattern);
            var values = new Object[builder.size];
            int read = 0;
            int failed = -1;
            boolean timed = false;
            for (int i = 0; i < values.length; i++) {
                String text = builder.texts.get(i);
                if (!text.isEmpty()) {
                    values[i] = Dates.parse(text, format);
                    timed |= values[i] instanceof LocalDateTime;
                    read += values[i] != null ? 1 : 0;
                    failed = values[i] == null && failed < 0 ? i : failed;
                }
            }
            if (failed < 0) {
                return column(builder.name, values, timed);
            }
            if (read >= best) {
                best = read;
                worst = failed;
                nearest = pattern;
            }
        }
        if (!must && best == 0) {
            return null;
        }
        throw Problem.at(
                file,
                lines[worst],
                builder.name,
                Problem.quoted(builder.texts.get(worst)) + " is no date of the form '" + nearest + "'"
                        + (best > 0 ? ", though " + best + " other values are" : "")
                        + ". Mend it, give another pattern, name it in missing(…), or keep the text by types(Map.of(\""
                        + builder.name + "\", \"text\")).");
    }

    private static Column<?> column(String name, Object[] values, boolean timed) {
        if (!timed) {
            var column = DateColumn.create(name);
            for (Object value : values) {
                column.append((LocalDate) value);
            }
            return column;
        }
        var column = DateTimeColumn.create(name);
        for (Object value : values) {
            column.append((LocalDateTime) value);
        }
        return column;
    }
}
