package lectern.data.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Dates in the order year, month, day, which nobody can mistake, and by patterns that somebody gives. */
final class Dates {
    /** What a field is when it is read as a date of ISO 8601. */
    enum Form {
        NONE,
        DATE,
        DATETIME
    }

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** The day since 1970 or the millisecond since then. */
    long value;

    /** Reads {@code 2024-01-31} or {@code 2024-01-31T10:20:30.123} (or a blank for the T); finer times are left as text. */
    Form scan(byte[] d, int from, int to) {
        int n = to - from;
        if (n < 10 || n > 23 || d[from + 4] != '-' || d[from + 7] != '-') {
            return Form.NONE;
        }
        int year = digits(d, from, 4);
        int month = digits(d, from + 5, 2);
        int day = digits(d, from + 8, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return Form.NONE;
        }
        if (month == 2 && day == 29 && !java.time.Year.isLeap(year)) {
            return Form.NONE;
        }
        if (n == 10) {
            value = LocalDate.of(year, month, day).toEpochDay();
            return Form.DATE;
        }
        if (d[from + 10] != 'T' && d[from + 10] != ' ' || n < 16 || d[from + 13] != ':') {
            return Form.NONE;
        }
        int hour = digits(d, from + 11, 2);
        int minute = digits(d, from + 14, 2);
        int second = 0;
        int milli = 0;
        if (n > 16) {
            if (n < 19 || d[from + 16] != ':') {
                return Form.NONE;
            }
            second = digits(d, from + 17, 2);
        }
        if (n > 19) {
            int places = n - 20;
            if (d[from + 19] != '.' || places < 1) {
                return Form.NONE;
            }
            milli = digits(d, from + 20, places);
            for (int i = places; i < 3 && milli >= 0; i++) {
                milli *= 10;
            }
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || milli < 0) {
            return Form.NONE;
        }
        value = LocalDateTime.of(year, month, day, hour, minute, second)
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli()
                + milli;
        return Form.DATETIME;
    }

    private static int digits(byte[] d, int from, int n) {
        int value = 0;
        for (int i = from; i < from + n; i++) {
            if (d[i] < '0' || d[i] > '9') {
                return -1;
            }
            value = value * 10 + d[i] - '0';
        }
        return value;
    }

    /** A pattern of Java ({@code dd.MM.yyyy}) or of C and Python ({@code %d.%m.%Y}) as a strict format. */
    static DateTimeFormatter format(String pattern) {
        String java = pattern.indexOf('%') < 0
                ? pattern
                : pattern.replace("%d", "dd")
                        .replace("%m", "MM")
                        .replace("%Y", "uuuu")
                        .replace("%y", "uu")
                        .replace("%H", "HH")
                        .replace("%M", "mm")
                        .replace("%S", "ss")
                        .replace("%f", "SSSSSS")
                        .replace("%b", "MMM")
                        .replace("%B", "MMMM")
                        .replace("%I", "hh")
                        .replace("%p", "a")
                        .replaceAll("([a-zA-Z]+)?T(?=HH)", "$1'T'");
        if (pattern.indexOf('%') < 0 && (pattern.indexOf('Y') >= 0 || pattern.indexOf('D') >= 0)) {
            throw new IllegalArgumentException("In the pattern '" + pattern
                    + "' a capital Y or D counts weeks or days of the year; years are yyyy, days of the month dd.");
        }
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(java.replace('y', 'u'))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' is no pattern of a date (" + e.getMessage()
                            + "); patterns look like \"dd.MM.yyyy\", \"M/d/yyyy\" or \"dd.MM.yyyy HH:mm:ss\".",
                    e);
        }
    }

    /** A date or a date with time by a format; null where the text is none. */
    static Object parse(String text, DateTimeFormatter format) {
        try {
            return format.parseBest(text.strip(), LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
