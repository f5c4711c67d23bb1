package lectern.data.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.data.csv.Source;
import tech.tablesaw.api.Table;

/** Reads a table in one of the shapes in which programs write it: records, lines of records, columns, or names and rows. */
public final class JsonTableReader {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+) path (\\S+)");
    private static final String SHAPES =
            "a table is a list of records [{\"a\": 1}, …], a line for each record, or columns {\"a\": [1, …]}";
    /** How deep records may lie in records; what is deeper is no table. */
    private static final int DEPTH = 20;

    private final String file;
    private final Cells cells;
    private int rows;

    private JsonTableReader(String file) {
        this.file = file;
        cells = new Cells(file);
    }

    /** The table that this source holds. */
    public static Table read(Source source) {
        String text = text(source);
        var reader = new JsonTableReader(source.name());
        if (isLines(source.name(), text)) {
            reader.lines(text);
        } else {
            reader.whole(text);
        }
        return reader.cells.table(source.name().replaceFirst("\\.(json|jsonl|ndjson)(\\.gz)?$", ""), reader.rows);
    }

    private static String text(Source source) {
        // The text takes as much again as characters, the cells several times as much.
        int most = (int) Math.min(Integer.MAX_VALUE - 16, Runtime.getRuntime().maxMemory() / 8);
        try (InputStream in = source.open(null)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IllegalArgumentException(source.name() + ": it unpacks to more than " + (most >> 20)
                        + " MB, which the memory does not hold as a table; write it in parts, or as CSV.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    source.name() + ": it is no text in UTF-8, in which all JSON is written; save it as UTF-8.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(source.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Lines are known by the name of the file, or by a second line that starts a record after a whole one. */
    private static boolean isLines(String name, String text) {
        if (name.matches("(?i).*\\.(jsonl|ndjson)(\\.gz)?")) {
            return true;
        }
        List<String> first =
                text.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return first.size() == 2
                && first.stream().allMatch(line -> line.strip().startsWith("{"))
                && first.getFirst().strip().endsWith("}");
    }

    private void lines(String text) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            parse(line, number, in -> {
                if (in.peek() != JsonToken.BEGIN_OBJECT) {
                    throw fault(in, "a line that is no record {\"a\": 1, …}");
                }
                record(in, "", 0);
                rows++;
            });
        }
    }

    private void whole(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(file + ": there is nothing to read; " + SHAPES + ".");
        }
        parse(text, 0, in -> {
            switch (in.peek()) {
                case BEGIN_ARRAY -> records(in);
                case BEGIN_OBJECT -> columns(in);
                default -> throw fault(in, "a single value; " + SHAPES);
            }
        });
    }

    private interface Step {
        void read(JsonReader in) throws IOException;
    }

    private void parse(String text, int line, Step step) {
        var in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        try {
            step.read(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw fault(in, "more after the end of the table");
            }
        } catch (IOException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            boolean found = place.find();
            int shown = line > 0 ? line : found ? Integer.parseInt(place.group(1)) : 1;
            throw new IllegalArgumentException(
                    file + ", line " + shown + (found ? ", sign " + place.group(2) + " (" + place.group(3) + ")" : "")
                            + ": " + (e instanceof java.io.EOFException ? "the text ends too early" : "this is no JSON")
                            + "; JSON has names and texts between double quotes, no comments, no comma before a closing"
                            + " bracket, and null instead of NaN.",
                    e);
        }
    }

    private IllegalArgumentException fault(JsonReader in, String what) {
        return new IllegalArgumentException(file + ", at " + in.getPath() + ": there is " + what + ".");
    }

    private void records(JsonReader in) throws IOException {
        in.beginArray();
        while (in.hasNext()) {
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw fault(in, "something that is no record {\"a\": 1, …}; " + SHAPES);
            }
            record(in, "", 0);
            rows++;
        }
        in.endArray();
    }

    /** A record in a record gives columns {@code outer.inner}. */
    private void record(JsonReader in, String prefix, int depth) throws IOException {
        if (depth > DEPTH) {
            throw fault(in, "a record in more than " + DEPTH + " others, which is no table");
        }
        in.beginObject();
        while (in.hasNext()) {
            String name = prefix + in.nextName();
            if (in.peek() == JsonToken.BEGIN_OBJECT) {
                record(in, name + ".", depth + 1);
            } else {
                cells.put(name, rows, cell(in));
            }
        }
        in.endObject();
    }

    private Object cell(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case NULL -> {
                in.nextNull();
                yield null;
            }
            case BOOLEAN -> in.nextBoolean();
            case NUMBER -> new Cells.Digits(in.nextString());
            case STRING -> in.nextString();
            default ->
                throw fault(
                        in,
                        "a list or a record where a cell is, and a cell is one number, text, true, false or null;"
                                + " write a row for each of its values");
        };
    }

    private void columns(JsonReader in) throws IOException {
        var index = new HashMap<String, Integer>();
        boolean first = true;
        int length = -1;
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            switch (in.peek()) {
                case BEGIN_ARRAY -> {
                    int read = column(in, name);
                    if (length >= 0 && read != length) {
                        throw new IllegalArgumentException(file + ": column '" + name + "' has " + read
                                + " values, and the columns before it have " + length + "; all need as many.");
                    }
                    length = read;
                }
                case BEGIN_OBJECT -> {
                    keyed(in, name, index, first);
                    length = index.size();
                }
                default ->
                    throw fault(in, "a single value for '" + name + "'; " + SHAPES + ", so put [ ] around the record");
            }
            first = false;
        }
        in.endObject();
        rows = Math.max(length, 0);
    }

    private int column(JsonReader in, String name) throws IOException {
        cells.name(name);
        int row = 0;
        in.beginArray();
        while (in.hasNext()) {
            if (in.peek() == JsonToken.BEGIN_ARRAY && name.equals("data")) {
                throw fault(
                        in,
                        "a table of names and rows; write it as records: df.to_json(\"table.json\", orient=\"records\")");
            }
            cells.put(name, row++, cell(in));
        }
        in.endArray();
        return row;
    }

    /** A column whose values stand behind the labels of their rows, as pandas writes it. */
    private void keyed(JsonReader in, String name, Map<String, Integer> index, boolean first) throws IOException {
        cells.name(name);
        int row = 0;
        in.beginObject();
        while (in.hasNext()) {
            String label = in.nextName();
            if (first && index.put(label, row) != null) {
                throw fault(in, "the row '" + label + "' twice");
            }
            if (!Integer.valueOf(row).equals(index.get(label))) {
                throw fault(
                        in, "the row '" + label + "' where another one is expected; all columns have the same rows");
            }
            if (!label.equals(Integer.toString(row))) {
                throw fault(
                        in,
                        "the row '" + label + "' where row " + row
                                + " is expected; rows with names are written as records by df.reset_index().to_json(…, orient=\"records\")");
            }
            cells.put(name, row++, cell(in));
        }
        in.endObject();
        if (row != index.size()) {
            throw fault(in, row + " rows for '" + name + "', and the columns before it have " + index.size());
        }
    }
}
