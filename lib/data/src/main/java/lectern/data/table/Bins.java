package lectern.data.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The rows of a table by bins of time of equal length, empty ones between the first and the last included.
 *
 * <p>Bins of seconds to days count from the midnight before the first time, bins of months and years from the first of its month
 * or year; a bin holds its start and not its end.
 */
public final class Bins {
    private static final Pattern RULE = Pattern.compile("(\\d*)([a-zA-Z]+)");
    private static final int MOST = 10_000_000;

    private final Table table;
    private final Column<?> key;
    private final int[] rows;
    private final int[] start;

    /** Bins of a column of dates or dates with time by a rule such as {@code "15min"}. */
    public Bins(Table table, String column, String rule) {
        this.table = table;
        Column<?> times = Columns.of(table, column);
        if (!(times instanceof DateColumn) && !(times instanceof DateTimeColumn)) {
            throw new IllegalArgumentException("resample needs a column of dates, and '" + times.name() + "' holds "
                    + Columns.kind(times) + "; astype(table, \"" + times.name()
                    + "\", \"datetime\") makes dates of text in ISO 8601.");
        }
        int[] known = IntStream.range(0, times.size())
                .filter(i -> !times.isMissing(i))
                .toArray();
        var at = new LocalDateTime[known.length];
        LocalDateTime first = null;
        LocalDateTime last = null;
        for (int i = 0; i < known.length; i++) {
            at[i] = time(times.get(known[i]));
            first = first == null || at[i].isBefore(first) ? at[i] : first;
            last = last == null || at[i].isAfter(last) ? at[i] : last;
        }
        List<LocalDateTime> starts = first == null ? List.of() : starts(first, last, rule, times instanceof DateColumn);
        if (first == null) {
            step(rule, times instanceof DateColumn);
        }
        LocalDateTime[] limits = starts.toArray(LocalDateTime[]::new);
        var bin = new int[known.length];
        start = new int[limits.length + 1];
        for (int i = 0; i < bin.length; i++) {
            int place = java.util.Arrays.binarySearch(limits, at[i], (a, b) -> a.compareTo(b));
            bin[i] = place >= 0 ? place : -place - 2;
            start[bin[i] + 1]++;
        }
        for (int b = 0; b < limits.length; b++) {
            start[b + 1] += start[b];
        }
        int[] next = start.clone();
        rows = new int[bin.length];
        for (int i = 0; i < bin.length; i++) {
            rows[next[bin[i]]++] = known[i];
        }
        key = times instanceof DateColumn
                ? DateColumn.create(times.name(), starts.stream().map(LocalDateTime::toLocalDate))
                : DateTimeColumn.create(times.name(), starts);
    }

    private static LocalDateTime time(Object value) {
        return value instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) value;
    }

    private record Step(int count, ChronoUnit unit) {}

    private static Step step(String rule, boolean days) {
        Matcher parts = RULE.matcher(rule);
        long count = 0;
        ChronoUnit unit = null;
        if (parts.matches() && parts.group(1).length() < 7) {
            count = parts.group(1).isEmpty() ? 1 : Long.parseLong(parts.group(1));
            unit = switch (parts.group(2)) {
                case "s" -> ChronoUnit.SECONDS;
                case "min" -> ChronoUnit.MINUTES;
                case "h" -> ChronoUnit.HOURS;
                case "D" -> ChronoUnit.DAYS;
                case "MS" -> ChronoUnit.MONTHS;
                case "YS" -> ChronoUnit.YEARS;
                default -> null;
            };
        }
        if (unit == null || count < 1) {
            throw new IllegalArgumentException("'" + rule
                    + "' is no length of a bin; there are s, min, h, D, MS (months) and YS (years), with a number before"
                    + " them where wanted: \"15min\", \"7D\", \"MS\". Bins are named by their start.");
        }
        if (days && unit.isTimeBased()) {
            throw new IllegalArgumentException(
                    "Bins of '" + rule + "' need times, and the column holds dates; take days (\"D\") or longer.");
        }
        return new Step((int) count, unit);
    }

    private static List<LocalDateTime> starts(LocalDateTime first, LocalDateTime last, String rule, boolean days) {
        Step step = step(rule, days);
        LocalDateTime origin = first.truncatedTo(ChronoUnit.DAYS);
        origin = switch (step.unit()) {
            case MONTHS -> origin.withDayOfMonth(1);
            case YEARS -> origin.withDayOfYear(1);
            default -> origin;
        };
        long from = step.unit().between(origin, first) / step.count();
        long to = step.unit().between(origin, last) / step.count();
        if (to - from >= MOST) {
            throw new IllegalArgumentException("From " + first + " to " + last + " there are " + (to - from + 1)
                    + " bins of '" + rule + "', and no table of bins has more than " + MOST + "; take longer bins.");
        }
        var starts = new ArrayList<LocalDateTime>();
        for (long k = from; k <= to; k++) {
            starts.add(origin.plus(k * step.count(), step.unit()));
        }
        return starts;
    }

    /** The starts of the bins and these statistics. */
    public Table of(List<Grouping.Wish> wishes) {
        var result = Table.create(table.name(), key.copy());
        for (Grouping.Wish wish : wishes) {
            result.addColumns(wish.statistic().of(Columns.of(table, wish.column()), wish.name(), rows, start));
        }
        return result;
    }

    /** One statistic of all columns that it can be taken of. */
    public Table ofAll(Statistic statistic) {
        var wishes = new ArrayList<Grouping.Wish>();
        for (Column<?> column : table.columns()) {
            boolean numbers = column instanceof NumericColumn<?> || column instanceof BooleanColumn;
            if (!column.name().equals(key.name()) && (numbers || !statistic.numeric())) {
                wishes.add(new Grouping.Wish(column.name(), statistic, column.name()));
            }
        }
        return of(wishes);
    }
}
