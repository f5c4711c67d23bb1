package lectern.data.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a file is to be read or written; what is null or zero is found out from the file. */
public final class Settings {
    /** The separator {@code ' '} means any run of blanks and tabs. */
    public static final char WHITE = ' ';

    /** What stands for a missing value unless something else is asked for: the same markers as in pandas. */
    private static final List<String> MARKERS = List.of(
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    /** What happens to a row with too many or too few fields. */
    public enum Ragged {
        /** It is refused. */
        ERROR,
        /** Missing values fill it up; one that is too long is refused. */
        PAD,
        /** It is left out, and how many were left out is said. */
        SKIP
    }

    char separator;
    char decimal;
    char thousands;
    char quote = '"';
    char escape;
    char comment;
    String encoding;
    Boolean header;
    List<String> names;
    List<String> columns;
    Ragged ragged = Ragged.ERROR;
    int skip;
    int rows = Integer.MAX_VALUE;
    final Map<String, Kind> types = new HashMap<>();
    final List<String> datePatterns = new ArrayList<>();
    final Map<String, String> columnDates = new HashMap<>();
    Set<String> missing = new LinkedHashSet<>(MARKERS);

    /** The sign between two fields. */
    public Settings separator(char sign) {
        separator = sign == WHITE ? WHITE : ascii("separator", sign);
        return this;
    }

    /** The sign before the decimals. */
    public Settings decimal(char sign) {
        decimal = ascii("decimal sign", sign);
        return this;
    }

    /** The sign between groups of three digits. */
    public Settings thousands(char sign) {
        thousands = ascii("sign between thousands", sign);
        return this;
    }

    /** The sign around fields that hold separators. */
    public Settings quote(char sign) {
        quote = ascii("quote", sign);
        return this;
    }

    /** The sign that takes the meaning from the next one within quotes. */
    public Settings escape(char sign) {
        escape = ascii("escape sign", sign);
        return this;
    }

    /** The sign that starts a comment up to the end of the line. */
    public Settings comment(char sign) {
        comment = ascii("comment sign", sign);
        return this;
    }

    /** The name of the encoding. */
    public Settings encoding(String name) {
        Encodings.named(name);
        encoding = name;
        return this;
    }

    /** Whether the first line holds names. */
    public Settings header(boolean there) {
        header = there;
        return this;
    }

    /** The names of the columns, instead of a header. */
    public Settings names(List<String> all) {
        names = List.copyOf(all);
        return this;
    }

    /** The columns wanted, in this order. */
    public Settings columns(List<String> wanted) {
        columns = List.copyOf(wanted);
        return this;
    }

    /** What happens to rows of another length. */
    public Settings ragged(Ragged what) {
        ragged = what;
        return this;
    }

    /** Lines left out at the beginning. */
    public Settings skip(int lines) {
        skip = atLeastZero("lines to skip", lines);
        return this;
    }

    /** Rows read at most. */
    public Settings rows(int most) {
        rows = atLeastZero("rows", most);
        return this;
    }

    /** The type of one column. */
    public Settings type(String column, Kind kind) {
        types.put(column, kind);
        return this;
    }

    /** How dates are written, in all columns of text that hold them. */
    public Settings dates(String pattern) {
        Dates.format(pattern);
        datePatterns.add(pattern);
        return this;
    }

    /** How the dates of one column are written. */
    public Settings dates(String column, String pattern) {
        Dates.format(pattern);
        columnDates.put(column, pattern);
        return this;
    }

    /** More texts that stand for a missing value, or these and the empty field only. */
    public Settings missing(List<String> markers, boolean only) {
        if (only) {
            missing = new LinkedHashSet<>();
        }
        missing.addAll(markers);
        return this;
    }

    private static char ascii(String what, char sign) {
        if (sign >= 128 || sign == '\n' || sign == '\r') {
            throw new IllegalArgumentException(
                    "The " + what + " must be a sign of ASCII other than a line end; given was '" + sign + "'.");
        }
        return sign;
    }

    private static int atLeastZero(String what, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("The number of " + what + " must not be negative; given was " + n + ".");
        }
        return n;
    }

    /** Refuses signs that mean two things. */
    void check(String file) {
        char[] signs = {separator, decimal == 0 ? '.' : decimal, thousands, quote, comment};
        String[] names = {"separator", "decimal sign", "sign between thousands", "quote", "comment sign"};
        for (int i = 0; i < signs.length; i++) {
            for (int j = i + 1; j < signs.length; j++) {
                // A quoted number may well hold the separator.
                boolean quotable = i == 0 && (j == 1 || j == 2);
                if (signs[i] != 0 && signs[i] == signs[j] && !quotable) {
                    throw Problem.in(file, "'" + signs[i] + "' is both the " + names[i] + " and the " + names[j] + ".");
                }
            }
        }
    }

    /** The same settings with signs that were found in the file. */
    Settings with(char foundSeparator, char foundDecimal) {
        var copy = new Settings();
        copy.separator = foundSeparator;
        copy.decimal = foundDecimal;
        copy.thousands = thousands;
        copy.quote = quote;
        copy.escape = escape;
        copy.comment = comment;
        copy.encoding = encoding;
        copy.header = header;
        copy.names = names;
        copy.columns = columns;
        copy.ragged = ragged;
        copy.skip = skip;
        copy.rows = rows;
        copy.types.putAll(types);
        copy.datePatterns.addAll(datePatterns);
        copy.columnDates.putAll(columnDates);
        copy.missing = missing;
        return copy;
    }
}
