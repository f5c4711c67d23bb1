package lectern.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.csv.Kind;
import lectern.data.csv.Settings;
import tech.tablesaw.api.Table;

/**
 * The options of reading and writing tables, for static import: {@code readCsv("a.csv", separator(';'), decimal(','))}.
 *
 * <p>What is not said is found out from the file where that is certain; where it is not, reading ends with a sentence.
 */
public final class CsvOptions {
    private CsvOptions() {}

    /**
     * Sets the sign between fields.
     *
     * {@snippet :
     * readCsvText("a|b\n1|2", separator('|')).columnCount() // → 2
     * }
     *
     * @param sign {@code ','}, {@code ';'}, {@code '\t'}, {@code '|'} or another one; {@code ' '} is any run of blanks
     *     and tabs; a line end or a sign outside ASCII is refused when the file is read
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption separator(char sign) {
        return new CsvOption(s -> s.separator(sign));
    }

    /**
     * Sets the sign before the decimals.
     *
     * {@snippet :
     * readCsvText("x;y\n0,5;1", separator(';'), decimal(',')).doubleColumn("x").get(0) // → 0.5
     * }
     *
     * @param sign {@code '.'} or {@code ','}: {@code decimal(',')} reads {@code 0,5} as one half
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption decimal(char sign) {
        return new CsvOption(s -> s.decimal(sign));
    }

    /**
     * Sets the sign between groups of three digits.
     *
     * {@snippet :
     * readCsvText("n;k\n1.234;1", separator(';'), thousands('.'), decimal(',')).column("n").get(0) // → 1234
     * }
     *
     * @param sign such as {@code '.'}: {@code thousands('.')} reads {@code 1.234} as 1234
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption thousands(char sign) {
        return new CsvOption(s -> s.thousands(sign));
    }

    /**
     * Sets the encoding of the file; without it UTF-8, and UTF-16 where the bytes show it.
     *
     * {@snippet :
     * Path file = Files.createTempFile("table", ".csv");
     * Files.write(file, "Größe\n1\n".getBytes("windows-1252"));
     * readCsv(file, encoding("windows-1252")).columnNames() // → [Größe]
     * }
     *
     * @param name such as {@code "windows-1252"}
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption encoding(String name) {
        return new CsvOption(s -> s.encoding(name));
    }

    /**
     * Says whether the first line holds the names of the columns.
     *
     * {@snippet :
     * readCsvText("1,2\n3,4", header(false)).columnNames() // → [0, 1]
     * }
     *
     * @param there true unless said; without a header the columns are called 0, 1, 2, …
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption header(boolean there) {
        return new CsvOption(s -> s.header(there));
    }

    /**
     * Names the columns of a file that has no header; with {@code header(true)} the names replace it.
     *
     * {@snippet :
     * readCsvText("1,2\n3,4", names("a", "b")).columnNames() // → [a, b]
     * }
     *
     * @param all a name for each column
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption names(String... all) {
        return new CsvOption(s -> s.names(List.of(all)));
    }

    /**
     * Sets the types of columns by name; a value that does not fit is an error with its line.
     *
     * {@snippet :
     * readCsvText("plz\n1067", types(Map.of("plz", "text"))).column("plz").get(0) // → "1067"
     * }
     *
     * @param wanted {@code "text"}, {@code "int"}, {@code "double"}, {@code "boolean"}, {@code "date"} or
     *     {@code "datetime"} by column; classes of Java such as {@code String.class} do as well
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     * @throws IllegalArgumentException for another type
     */
    public static CsvOption types(Map<String, ?> wanted) {
        var kinds = new HashMap<String, Kind>();
        wanted.forEach((name, type) -> kinds.put(name, Kind.of(type)));
        return new CsvOption(s -> {
            kinds.forEach(s::type);
            return s;
        });
    }

    /**
     * Sets the types that the columns of a table have, for reading what was written from it.
     *
     * @param like the table
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption types(Table like) {
        return new CsvOption(s -> {
            like.columns().forEach(column -> s.type(column.name(), Kind.of(column.type())));
            return s;
        });
    }

    /**
     * Names more texts that stand for a missing value, beside the empty field, NA, NaN, null, None and others as in
     * pandas.
     *
     * {@snippet :
     * readCsvText("n\n1\n-", missing("-")).column("n").countMissing() // → 1
     * }
     *
     * @param markers the texts, such as {@code "-"}
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption missing(String... markers) {
        return new CsvOption(s -> s.missing(List.of(markers), false));
    }

    /**
     * Names the only texts, beside the empty field, that stand for a missing value: NA may then be Namibia.
     *
     * {@snippet :
     * readCsvText("country\nNA\nDE", onlyMissing()).column("country").get(0) // → "NA"
     * }
     *
     * @param markers the texts; none for the empty field alone
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption onlyMissing(String... markers) {
        return new CsvOption(s -> s.missing(List.of(markers), true));
    }

    /**
     * Says how dates are written; dates like 2024-12-31 need no word.
     *
     * {@snippet :
     * readCsvText("day\n31.12.2024", dates("dd.MM.yyyy")).column("day").get(0) // → 2024-12-31
     * }
     *
     * @param pattern {@code "dd.MM.yyyy"} or, as in Python, {@code "%d.%m.%Y"}
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption dates(String pattern) {
        return new CsvOption(s -> s.dates(pattern));
    }

    /**
     * Says how the dates of one column are written.
     *
     * @param column its name
     * @param pattern {@code "dd.MM.yyyy"} or, as in Python, {@code "%d.%m.%Y"}
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption dates(String column, String pattern) {
        return new CsvOption(s -> s.dates(column, pattern));
    }

    /**
     * Sets the sign that starts a comment up to the end of its line.
     *
     * {@snippet :
     * readCsvText("n\n1 # one\n2", comment('#')).rowCount() // → 2
     * }
     *
     * @param sign such as {@code '#'}; none unless said
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption comment(char sign) {
        return new CsvOption(s -> s.comment(sign));
    }

    /**
     * Leaves lines at the beginning out, before the header.
     *
     * {@snippet :
     * readCsvText("measured in May\nn\n1", skip(1)).columnNames() // → [n]
     * }
     *
     * @param lines how many; a negative number is refused when the file is read
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption skip(int lines) {
        return new CsvOption(s -> s.skip(lines));
    }

    /**
     * Reads no more rows than this, to look at a large file.
     *
     * {@snippet :
     * readCsvText("n\n1\n2\n3", rows(2)).rowCount() // → 2
     * }
     *
     * @param most how many rows at most; a negative number is refused when the file is read
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption rows(int most) {
        return new CsvOption(s -> s.rows(most));
    }

    /**
     * Reads these columns alone, in this order.
     *
     * {@snippet :
     * readCsvText("a,b,c\n1,2,3", columns("c", "a")).columnNames() // → [c, a]
     * }
     *
     * @param wanted their names
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption columns(String... wanted) {
        return new CsvOption(s -> s.columns(List.of(wanted)));
    }

    /**
     * Sets the sign around fields that hold separators or line ends.
     *
     * {@snippet :
     * readCsvText("a,b\n'x,y',2", quote('\'')).column("a").get(0) // → "x,y"
     * }
     *
     * @param sign {@code '"'} unless said
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption quote(char sign) {
        return new CsvOption(s -> s.quote(sign));
    }

    /**
     * Sets the sign that takes the meaning from the next one within quotes.
     *
     * {@snippet :
     * readCsvText("a\n\"x\\\"y\"", escape('\\')).column("a").get(0) // → "x\"y"
     * }
     *
     * @param sign such as {@code '\\'}; none unless said, quotes are doubled then
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     */
    public static CsvOption escape(char sign) {
        return new CsvOption(s -> s.escape(sign));
    }

    /**
     * Says what happens to rows that have more or fewer fields than there are columns.
     *
     * {@snippet :
     * readCsvText("a,b\n1\n2,3", ragged("pad")).column("b").countMissing() // → 1
     * }
     *
     * @param what {@code "error"} (unless said), {@code "pad"} (fills short ones with missing values) or {@code "skip"}
     *     (leaves them out)
     * @return the option, for {@code readCsv}, {@code readCsvText}, {@code writeCsv} and {@code csvText}
     * @throws IllegalArgumentException for another word
     */
    public static CsvOption ragged(String what) {
        var choice = switch (what) {
            case "error" -> Settings.Ragged.ERROR;
            case "pad" -> Settings.Ragged.PAD;
            case "skip" -> Settings.Ragged.SKIP;
            default ->
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "Rows of another length are \"error\", \"pad\" or \"skip\", not \"%s\".", what));
        };
        return new CsvOption(s -> s.ragged(choice));
    }
}
