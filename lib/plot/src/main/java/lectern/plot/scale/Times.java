package lectern.plot.scale;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/**
 * Times as numbers: days since 1970-01-01 for dates, days for times of day and lengths of time.
 *
 * <p>An {@code Instant} is shown in universal time; a date with a zone, or a {@code java.util.Date}, as its clock says
 * it. A double keeps today's dates to a microsecond.
 */
public final class Times {
    static final double DAY = 86_400;
    private static final double NANOS = 1e9;

    private Times() {}

    /** True for what stands on a calendar. */
    public static boolean isDate(Object value) {
        return switch (value) {
            case LocalDate _,
                    LocalDateTime _,
                    Instant _,
                    ZonedDateTime _,
                    OffsetDateTime _,
                    YearMonth _,
                    Year _,
                    Date _ -> true;
            case null, default -> false;
        };
    }

    /** True for times of day and lengths of time. */
    public static boolean isClock(Object value) {
        return value instanceof LocalTime || value instanceof Duration;
    }

    /** The value in days, for what {@link #isDate} or {@link #isClock}. */
    static double days(Object value) {
        return switch (value) {
            case LocalDate day -> day.toEpochDay();
            case LocalDateTime time -> days(time);
            case Instant instant -> days(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            case ZonedDateTime time -> days(time.toLocalDateTime());
            case OffsetDateTime time -> days(time.toLocalDateTime());
            case YearMonth month -> month.atDay(1).toEpochDay();
            case Year year -> year.atDay(1).toEpochDay();
            case Date date ->
                days(LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault()));
            case LocalTime time -> time.toNanoOfDay() / NANOS / DAY;
            case Duration length -> (length.getSeconds() + length.getNano() / NANOS) / DAY;
            default -> throw new IllegalArgumentException(value.getClass().getSimpleName() + " is no time.");
        };
    }

    private static double days(LocalDateTime time) {
        return time.toLocalDate().toEpochDay() + time.toLocalTime().toNanoOfDay() / NANOS / DAY;
    }

    /** A date and time in a pattern, rounded to a microsecond. */
    static String date(double days, DateTimeFormatter pattern) {
        double day = Math.floor(days);
        long micros = Math.round((days - day) * DAY * 1e6);
        return LocalDate.ofEpochDay((long) day)
                .atStartOfDay()
                .plusNanos(1000 * micros)
                .format(pattern);
    }

    /** A length of time as hours, minutes and seconds, with so many decimals; hours go on after 24. */
    static String clock(double days, boolean seconds, int digits) {
        long unit = Math.round(Math.pow(10, digits));
        long ticks = Math.round(Math.abs(days) * DAY * unit);
        long whole = ticks / unit;
        String text = String.format(Locale.ROOT, "%d:%02d", whole / 3600, whole / 60 % 60);
        if (seconds) {
            text += String.format(Locale.ROOT, ":%02d", whole % 60);
        }
        if (seconds && digits > 0) {
            text += "." + String.format(Locale.ROOT, "%0" + digits + "d", ticks % unit);
        }
        return (days < 0 && ticks > 0 ? String.valueOf(lectern.plot.canvas.Label.MINUS) : "") + text;
    }

    /** A value of a calendar for descriptions, as exact as the stretch around it asks. */
    static String described(double days, double stretch) {
        String pattern = stretch >= 3 ? "yyyy-MM-dd" : stretch >= 0.01 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.SSS";
        return Math.abs(days) < 1e8 ? date(days, DateTimeFormatter.ofPattern(pattern, Locale.ROOT)) : Ticks.plain(days);
    }
}
