package lectern.data.csv;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Files that are no separated values at all, known by their first bytes. */
final class Formats {
    private static final Map<String, String> STARTS = new LinkedHashMap<>();

    static {
        STARTS.put("PAR1", "a Parquet file");
        STARTS.put("ARROW1", "an Arrow file");
        STARTS.put("\u0093NUMPY", "an array of NumPy");
        STARTS.put("SQLite format 3", "a data base of SQLite");
        STARTS.put("\u0089HDF", "an HDF5 file");
        STARTS.put("\u00D0\u00CF\u0011\u00E0", "an old workbook of a spreadsheet");
        STARTS.put("%PDF", "a PDF document");
        STARTS.put("\u0089PNG", "a picture");
        STARTS.put("\u00FF\u00D8\u00FF", "a picture");
        STARTS.put("BZh", "packed by bzip2");
        STARTS.put("\u00FD7zXZ", "packed by xz");
        STARTS.put("(\u00B5/\u00FD", "packed by zstd");
        STARTS.put("7z\u00BC\u00AF", "packed by 7-Zip");
    }

    private Formats() {}

    /** Says what a file is that cannot be a table of text. */
    static void refuse(String file, byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
        STARTS.forEach((mark, what) -> {
            if (start.startsWith(mark)) {
                throw Problem.in(
                        file,
                        "this is " + what + " and no table of separated values; "
                                + (what.startsWith("packed")
                                        ? "unpack it first."
                                        : "export it as CSV with the program that wrote it."));
            }
        });
        // Protocols 2 to 5 of Python's pickle: to load one is to run what it says.
        if (head.length > 1 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5) {
            throw Problem.in(
                    file,
                    "this is a pickle of Python, which runs code when it is loaded; write the table as CSV there: "
                            + "df.to_csv(\"table.csv\", index=False).");
        }
        String words = start.stripLeading().toLowerCase(Locale.ROOT);
        if (words.startsWith("<!doctype html") || words.startsWith("<html")) {
            throw Problem.in(
                    file,
                    "this is a web page and no table; the address of the raw file is another one "
                            + "(on GitHub behind the button Raw).");
        }
        if (start.indexOf('\0') >= 0) {
            throw Problem.in(
                    file,
                    "it holds zero bytes, so it is no text in UTF-8; name its encoding by encoding(\"…\") "
                            + "if it is a table at all.");
        }
    }
}
