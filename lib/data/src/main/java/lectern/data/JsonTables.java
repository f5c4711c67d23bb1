package lectern.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import lectern.data.csv.Source;
import lectern.data.json.JsonTableReader;
import lectern.data.json.JsonTableWriter;
import tech.tablesaw.api.Table;

/**
 * Tables in files of JSON (RFC 8259), read and written without changing a digit.
 *
 * <p>Three shapes are known: a list of records, a record on each line (JSON Lines), and columns as pandas writes them by default.
 * A record in a record gives columns {@code outer.inner}; what a record does not have, {@code null}, and the empty text are
 * missing. Numbers become whole numbers of 64 bits or the nearest double; a column of texts and numbers becomes text with the
 * digits of the file. Texts stay texts: {@code astype(t, "day", "date")} makes dates of them.
 */
public final class JsonTables {
    static {
        TableReaders.find();
    }

    private JsonTables() {}

    /**
     * Reads a table from a file or an address of the web, packed by gzip or zip or not.
     *
     * {@snippet :
     * Path file = Files.createTempFile("table", ".jsonl");
     * Files.writeString(file, "{\"a\": 1}\n{\"a\": 2}\n");
     * readJson(file.toString()).rowCount() // → 2
     * }
     *
     * @param fileOrAddress a file, or an address that starts with {@code http}; names that end in {@code .jsonl} or
     *     {@code .ndjson} say that each line is a record
     * @return the table, its columns in the order in which they first come
     * @throws IllegalArgumentException with file and place when it is no JSON, no table, or holds a number that would change
     */
    public static Table readJson(String fileOrAddress) {
        return JsonTableReader.read(Source.of(fileOrAddress));
    }

    /**
     * Reads a table from a text.
     *
     * {@snippet :
     * readJsonText("[{'a': 1, 'b': 'x'}, {'a': 2}]".replace('\'', '"')).columnNames()      // → [a, b]
     * }
     *
     * @param json records, lines of records, or columns
     * @return the table
     * @throws IllegalArgumentException as {@link #readJson}
     */
    public static Table readJsonText(String json) {
        return JsonTableReader.read(Source.text(json)).setName("table");
    }

    /**
     * Writes a table as records into a file, one on each line when its name ends in {@code .jsonl} or {@code .ndjson}, packed
     * when {@code .gz} follows.
     *
     * <p>Numbers have the fewest digits that are exact, dates are texts of ISO 8601, missing values are {@code null}.
     *
     * {@snippet :
     * Path file = Files.createTempFile("table", ".json");
     * writeJson(readCsvText("a,b\n1,x"), file.toString());
     * readJson(file.toString()).columnNames() // → [a, b]
     * }
     *
     * @param table what is written
     * @param file where to; a file that was there is kept until the new one is whole
     * @throws IllegalArgumentException when a number is infinite
     */
    public static void writeJson(Table table, String file) {
        Path whole = Path.of(file).toAbsolutePath();
        byte[] bytes = JsonTableWriter.text(table, file.matches("(?i).*\\.(jsonl|ndjson)(\\.gz)?"))
                .getBytes(StandardCharsets.UTF_8);
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try {
                try (OutputStream out = Files.newOutputStream(part);
                        OutputStream packed = file.endsWith(".gz") ? new GZIPOutputStream(out) : out) {
                    packed.write(bytes);
                }
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " could not be written: "
                            + (Files.isDirectory(whole.getParent())
                                    ? e.getMessage()
                                    : "there is no folder " + whole.getParent() + "."),
                    e);
        }
    }

    /**
     * The text that {@link #writeJson} writes: a list of records.
     *
     * {@snippet :
     * jsonText(readCsvText("a\n1")).contains("\"a\"") // → true
     * }
     *
     * @param table what is written
     * @return the text
     * @throws IllegalArgumentException when a number is infinite
     */
    public static String jsonText(Table table) {
        return JsonTableWriter.text(table, false);
    }
}
