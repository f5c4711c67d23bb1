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

    /** The sign between fields, {@code ',' ';' '\t' '|'} or another one; {@code ' '} is any run of blanks and tabs. */
    public static CsvOption separator(char sign) {
        return new CsvOption(s -> s.separator(sign));
    }

    /** The sign before the decimals: {@code decimal(',')} reads {@code 0,5} as one half. */
    public static CsvOption decimal(char sign) {
        return new CsvOption(s -> s.decimal(sign));
    }

    /** The sign between groups of three digits: {@code thousands('.')} reads {@code 1.234} as 1234. */
    public static CsvOption thousands(char sign) {
        return new CsvOption(s -> s.thousands(sign));
    }

    /** The encoding, such as {@code "windows-1252"}; without it UTF-8, and UTF-16 where the bytes show it. */
    public static CsvOption encoding(String name) {
        return new CsvOption(s -> s.encoding(name));
    }

    /** Whether the first line holds the names of the columns; without a header they are called 0, 1, 2, …. */
    public static CsvOption header(boolean there) {
        return new CsvOption(s -> s.header(there));
    }

    /** The names of the columns of a file that has no header; with {@code header(true)} they replace it. */
    public static CsvOption names(String... all) {
        return new CsvOption(s -> s.names(List.of(all)));
    }

    /**
     * The types of columns by name: {@code types(Map.of("plz", "text", "n", "double"))}.
     *
     * <p>The types are {@code "text" "int" "double" "boolean" "date" "datetime"}; classes of Java such as
     * {@code String.class} do as well. A value that does not fit is an error with its line.
     */
    public static CsvOption types(Map<String, ?> wanted) {
        var kinds = new HashMap<String, Kind>();
        wanted.forEach((name, type) -> kinds.put(name, Kind.of(type)));
        return new CsvOption(s -> {
            kinds.forEach(s::type);
            return s;
        });
    }

    /** The types that the columns of this table have, for reading what was written from it. */
    public static CsvOption types(Table like) {
        return new CsvOption(s -> {
            like.columns().forEach(column -> s.type(column.name(), Kind.of(column.type())));
            return s;
        });
    }

    /** More texts that stand for a missing value, beside the empty field, NA, NaN, null, None and others as in pandas. */
    public static CsvOption missing(String... markers) {
        return new CsvOption(s -> s.missing(List.of(markers), false));
    }

    /** The only texts, beside the empty field, that stand for a missing value: NA may then be Namibia. */
    public static CsvOption onlyMissing(String... markers) {
        return new CsvOption(s -> s.missing(List.of(markers), true));
    }

    /** How dates are written: {@code dates("dd.MM.yyyy")} or {@code dates("%d.%m.%Y")}; dates like 2024-12-31 need no word. */
    public static CsvOption dates(String pattern) {
        return new CsvOption(s -> s.dates(pattern));
    }

    /** How the dates of this column are written. */
    public static CsvOption dates(String column, String pattern) {
        return new CsvOption(s -> s.dates(column, pattern));
    }

    /** The sign that starts a comment up to the end of its line. */
    public static CsvOption comment(char sign) {
        return new CsvOption(s -> s.comment(sign));
    }

    /** How many lines at the beginning are left out. */
    public static CsvOption skip(int lines) {
        return new CsvOption(s -> s.skip(lines));
    }

    /** How many rows are read at most. */
    public static CsvOption rows(int most) {
        return new CsvOption(s -> s.rows(most));
    }

    /** The columns wanted, in this order. */
    public static CsvOption columns(String... wanted) {
        return new CsvOption(s -> s.columns(List.of(wanted)));
    }

    /** The sign around fields that hold separators or line ends; {@code "} unless set. */
    public static CsvOption quote(char sign) {
        return new CsvOption(s -> s.quote(sign));
    }

    /** The sign that takes the meaning from the next one within quotes; none unless set, quotes are doubled. */
    public static CsvOption escape(char sign) {
        return new CsvOption(s -> s.escape(sign));
    }

    /** What happens to rows of another length: {@code "error"} (the default), {@code "pad"} (fills short ones), {@code "skip"}. */
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
