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
     * <p>Missing values are empty fields and the markers of pandas (NA, NaN, null, …).
     *
     * {@snippet :
     * Path file = Files.createTempFile("table", ".csv");
     * Files.writeString(file, "Name;Wert\nmass;0,5\n");
     * readCsv(file.toString(), separator(';'), decimal(',')).doubleColumn("Wert").get(0) // → 0.5
     * }
     *
     * @param fileOrAddress a path from the folder of the notebook, or an address that begins with {@code http}
     * @param options {@code separator}, {@code decimal}, {@code types}, {@code dates} and the others of {@link
     *     CsvOptions}; what is not said is found out where that is certain
     * @return the table
     * @throws IllegalArgumentException with file, line, column, text and remedy when a value does not fit or is
     *     ambiguous
     */
    public static Table readCsv(String fileOrAddress, CsvOption... options) {
        return CsvReader.read(Source.of(fileOrAddress), CsvOption.all(options));
    }

    /**
     * Reads a table from a file that a path names.
     *
     * @param file the path
     * @param options {@code separator}, {@code decimal}, {@code types}, {@code dates} and the others of {@link
     *     CsvOptions}; what is not said is found out where that is certain
     * @return the table
     * @throws IllegalArgumentException with file, line, column, text and remedy when a value does not fit or is
     *     ambiguous
     */
    public static Table readCsv(Path file, CsvOption... options) {
        return CsvReader.read(Source.file(file), CsvOption.all(options));
    }

    /**
     * Reads a table from a text, as it stands in a cell.
     *
     * {@snippet :
     * readCsvText("a,b\n1,x\n2,y").columnNames() // → [a, b]
     * }
     *
     * @param text lines of separated values, the names of the columns first
     * @param options {@code separator}, {@code decimal}, {@code types}, {@code dates} and the others of {@link
     *     CsvOptions}; what is not said is found out where that is certain
     * @return the table
     * @throws IllegalArgumentException with line, column, text and remedy when a value does not fit or is ambiguous
     */
    public static Table readCsvText(String text, CsvOption... options) {
        return CsvReader.read(Source.text(text), CsvOption.all(options)).setName("table");
    }

    /**
     * Writes a table into a file, packed when its name ends in {@code .gz}.
     *
     * <p>{@code readCsv(file, types(table))} gives the same cells again: numbers have the fewest digits that are exact,
     * dates are those of ISO 8601, missing values are empty fields. Without {@code types}, text that looks like numbers
     * comes back as numbers.
     *
     * {@snippet :
     * Path file = Files.createTempFile("table", ".csv");
     * writeCsv(readCsvText("a,b\n1,0.10"), file.toString());
     * Files.readString(file) // → "a,b\n1,0.1\n"
     * }
     *
     * @param table the table
     * @param file a path from the folder of the notebook; a file that is there is replaced
     * @param options {@code separator}, {@code decimal}, {@code types}, {@code dates} and the others of {@link
     *     CsvOptions}; what is not said is found out where that is certain
     */
    public static void writeCsv(Table table, String file, CsvOption... options) {
        CsvWriter.file(table, Path.of(file), CsvOption.all(options));
    }

    /**
     * Writes a table into a file that a path names.
     *
     * @param table the table
     * @param file the path; a file that is there is replaced
     * @param options {@code separator}, {@code decimal}, {@code types}, {@code dates} and the others of {@link
     *     CsvOptions}; what is not said is found out where that is certain
     */
    public static void writeCsv(Table table, Path file, CsvOption... options) {
        CsvWriter.file(table, file, CsvOption.all(options));
    }

    /**
     * Makes the text that {@code writeCsv} writes, to look at it or to hand it on.
     *
     * {@snippet :
     * csvText(readCsvText("a,b\n1,0.10")) // → "a,b\n1,0.1\n"
     * }
     *
     * @param table the table
     * @param options {@code separator}, {@code decimal}, {@code types}, {@code dates} and the others of {@link
     *     CsvOptions}; what is not said is found out where that is certain
     * @return the lines, the names of the columns first
     */
    public static String csvText(Table table, CsvOption... options) {
        return CsvWriter.text(table, CsvOption.all(options));
    }
}
