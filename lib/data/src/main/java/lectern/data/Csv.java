package lectern.data;

import java.nio.file.Path;
import lectern.data.csv.CsvReader;
import lectern.data.csv.CsvWriter;
import lectern.data.csv.Source;
import tech.tablesaw.api.Table;

/**
 * Tables in files of separated values, read and written without changing a digit.
 *
 * <p>Encoding, separator, decimal comma and types are found out where they are certain; everything else is said by options
 * ({@link CsvOptions}) or asked for in a sentence that names file, line, column and text. Columns hold whole numbers (64 bits),
 * decimal numbers (the nearest double), true and false, dates and times of ISO 8601, or text; a later row may widen them.
 * Whole numbers with zeros before them ({@code 01067}) stay text.
 */
public final class Csv {
    static {
        TableReaders.find();
    }

    private Csv() {}

    /**
     * Reads a table from a file or an address of the web, packed by gzip or zip or not.
     *
     * <p>Example: {@code readCsv("messung.csv", separator(';'), decimal(','), dates("dd.MM.yyyy"))}. Missing values are empty
     * fields and the markers of pandas (NA, NaN, null, …).
     *
     * @throws IllegalArgumentException with file, line, column, text and remedy when a value does not fit or is ambiguous
     */
    public static Table readCsv(String fileOrAddress, CsvOption... options) {
        return CsvReader.read(Source.of(fileOrAddress), CsvOption.all(options));
    }

    /** Reads a table from a file. */
    public static Table readCsv(Path file, CsvOption... options) {
        return CsvReader.read(Source.file(file), CsvOption.all(options));
    }

    /** Reads a table from a text: {@code readCsvText("a,b\n1,2")}. */
    public static Table readCsvText(String text, CsvOption... options) {
        return CsvReader.read(Source.text(text), CsvOption.all(options)).setName("table");
    }

    /**
     * Writes a table into a file, packed when its name ends in {@code .gz}.
     *
     * <p>{@code readCsv(file, types(table))} gives the same cells again: numbers have the fewest digits that are exact, dates
     * are those of ISO 8601, missing values are empty fields. Without {@code types}, text that looks like numbers comes back as
     * numbers. The options are those of reading.
     */
    public static void writeCsv(Table table, String file, CsvOption... options) {
        CsvWriter.file(table, Path.of(file), CsvOption.all(options));
    }

    /** Writes a table into a file. */
    public static void writeCsv(Table table, Path file, CsvOption... options) {
        CsvWriter.file(table, file, CsvOption.all(options));
    }

    /** The text that {@link #writeCsv} writes. */
    public static String csvText(Table table, CsvOption... options) {
        return CsvWriter.text(table, CsvOption.all(options));
    }
}
