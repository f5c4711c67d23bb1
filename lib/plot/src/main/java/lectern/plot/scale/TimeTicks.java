package lectern.plot.scale;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Ticks at steps of the calendar and of the clock; values are days. */
final class TimeTicks {
    private static final double SECOND = 1 / Times.DAY;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    /** Steps of less than a day that people count in. */
    private static final double[] STEPS = {
        1e-6 * SECOND,
        1e-5 * SECOND,
        1e-4 * SECOND,
        1e-3 * SECOND,
        2e-3 * SECOND,
        5e-3 * SECOND,
        0.01 * SECOND,
        0.02 * SECOND,
        0.05 * SECOND,
        0.1 * SECOND,
        0.2 * SECOND,
        0.5 * SECOND,
        SECOND,
        5 * SECOND,
        15 * SECOND,
        MINUTE,
        5 * MINUTE,
        15 * MINUTE,
        HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR
    };

    private static final String DATE = "yyyy-MM-dd";
    private static final double[] DAYS = {1, 2, 4, 7, 14};

    private TimeTicks() {}

    /** Ticks at calendar steps; values are days since 1970-01-01. */
    static Ticks dates(double lo, double hi, int maxTicks) {
        double perTick = (hi - lo) / Math.max(1, maxTicks);
        if (perTick > 300 || !(Math.abs(lo) < 1e7) || !(Math.abs(hi) < 1e7)) {
            return years(lo, hi, maxTicks);
        }
        return perTick > 20 ? months(lo, hi, perTick) : days(lo, hi, perTick);
    }

    private static Ticks years(double lo, double hi, int maxTicks) {
        double[] years = Ticks.linearPlaces(1970 + lo / 365.2425, 1970 + hi / 365.2425, maxTicks);
        var at = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        for (double year : years) {
            if (year == Math.rint(year) && Math.abs(year) < 30_000) {
                double day = LocalDate.of((int) year, 1, 1).toEpochDay();
                if (day >= lo && day <= hi) {
                    at.add(day);
                    labels.add(Integer.toString((int) year));
                }
            }
        }
        return at.isEmpty() ? Ticks.linear(lo, hi, maxTicks) : ticks(at, labels);
    }

    private static Ticks months(double lo, double hi, double perTick) {
        int stride = perTick <= 31 ? 1 : perTick <= 92 ? 3 : perTick <= 122 ? 4 : 6;
        var at = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        var day = LocalDate.ofEpochDay((long) Math.ceil(lo)).withDayOfMonth(1);
        var format = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
        for (; day.toEpochDay() <= hi; day = day.plusMonths(1)) {
            if (day.toEpochDay() >= lo && (day.getMonthValue() - 1) % stride == 0) {
                at.add((double) day.toEpochDay());
                labels.add(day.format(format));
            }
        }
        return ticks(at, labels);
    }

    private static Ticks days(double lo, double hi, double perTick) {
        double stride = DAYS[DAYS.length - 1];
        for (int i = DAYS.length - 1; i >= 0 && DAYS[i] >= perTick; i--) {
            stride = DAYS[i];
        }
        if (perTick <= STEPS[STEPS.length - 1]) {
            stride = step(perTick);
        }
        if (stride == 7 || stride == 14) {
            return partsOfMonths(lo, hi, stride == 7 ? List.of(1, 8, 15, 22) : List.of(1, 15));
        }
        String pattern = stride >= 1
                ? DATE
                : stride >= HOUR
                        ? "MM-dd HH'h'"
                        : stride >= MINUTE
                                ? "HH:mm"
                                : "HH:mm:ss" + (digits(stride) == 0 ? "" : "." + "S".repeat(digits(stride)));
        var format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        Ticks ticks = multiples(lo, hi, stride, v -> Times.date(v, format));
        return stride >= 1 ? ticks : ticks.withOffset(between(lo, hi, stride >= HOUR ? "yyyy" : DATE));
    }

    /** What the labels leave out, written once: the date of times, the year of days; both ends where they differ. */
    private static String between(double lo, double hi, String pattern) {
        var format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        String from = Times.date(lo, format);
        String to = Times.date(hi, format);
        return from.equals(to) ? from : from + " to " + to;
    }

    /** Ticks at the same days of every month. */
    private static Ticks partsOfMonths(double lo, double hi, List<Integer> days) {
        var at = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        var format = DateTimeFormatter.ofPattern(DATE, Locale.ROOT);
        for (long day = (long) Math.ceil(lo - 1e-9); day <= hi + 1e-9; day++) {
            var date = LocalDate.ofEpochDay(day);
            if (days.contains(date.getDayOfMonth())) {
                at.add((double) day);
                labels.add(date.format(format));
            }
        }
        return ticks(at, labels);
    }

    /** Ticks of times of day and lengths of time. */
    static Ticks clock(double lo, double hi, int maxTicks) {
        double perTick = (hi - lo) / Math.max(1, maxTicks);
        if (!(Math.abs(lo) < 1e6) || !(Math.abs(hi) < 1e6)) {
            return Ticks.linear(lo, hi, maxTicks);
        }
        double stride = perTick <= STEPS[STEPS.length - 1] ? step(perTick) : 1;
        while (stride < perTick) {
            stride *= 2;
        }
        double chosen = stride;
        return multiples(lo, hi, stride, v -> Times.clock(v, chosen < MINUTE * 0.999, digits(chosen)));
    }

    /** The smallest step of at least a length. */
    private static double step(double least) {
        for (double step : STEPS) {
            if (step >= least * (1 - 1e-12)) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** How many decimals of a second a step needs. */
    private static int digits(double step) {
        int digits = 0;
        while (digits < 6 && step / SECOND * Math.pow(10, digits) < 0.999) {
            digits++;
        }
        return digits;
    }

    private static Ticks multiples(double lo, double hi, double stride, DoubleFunction<String> text) {
        var at = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        for (double k = Math.ceil(lo / stride - 1e-9); k * stride <= hi + 1e-9 * stride && at.size() < 100; k++) {
            at.add(Math.clamp(k * stride, lo, hi));
            labels.add(text.apply(k * stride));
        }
        return ticks(at, labels);
    }

    private static Ticks ticks(List<Double> at, List<String> labels) {
        return Ticks.fixed(at.stream().mapToDouble(Double::doubleValue).toArray(), labels.toArray(String[]::new));
    }
}
