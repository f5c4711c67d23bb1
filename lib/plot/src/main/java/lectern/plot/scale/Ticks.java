package lectern.plot.scale;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import lectern.plot.canvas.Label;

/**
 * Where an axis has its ticks and what stands beside them.
 *
 * <p>Steps of linear axes are 1, 2, 2.5 or 5 times a power of ten, as few as the room allows; numbers that would grow
 * long share an offset or a power of ten, written at the end of the axis.
 *
 * @param major places of the long ticks, within the view
 * @param labels their texts, as many
 * @param minor places of the short ticks
 * @param offset what all labels share, such as {@code ×10⁶}; empty for nothing
 */
public record Ticks(double[] major, String[] labels, double[] minor, String offset) {
    private static final double[] STEPS = {0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20};

    public static final Ticks NONE = new Ticks(new double[0], new String[0], new double[0], "");

    /** Ticks at given places with given texts. */
    public static Ticks fixed(double[] at, String[] labels) {
        return new Ticks(at, labels, new double[0], "");
    }

    /** The same places with nothing beside them. */
    public Ticks withoutLabels() {
        var none = new String[labels.length];
        Arrays.fill(none, "");
        return new Ticks(major, none, minor, "");
    }

    /** Ticks of a linear axis from lo to hi with at most so many steps. */
    public static Ticks linear(double lo, double hi, int maxSteps) {
        double[] at = linearPlaces(lo, hi, maxSteps);
        double offset = offset(at);
        int power = power(at, lo, hi, offset);
        double unit = Math.pow(10, power);
        var scaled = new double[at.length];
        double reach = 0;
        for (int i = 0; i < at.length; i++) {
            scaled[i] = (at[i] - offset) / unit;
            reach = Math.max(reach, Math.abs(scaled[i]));
        }
        double span = at.length > 1 ? Math.abs(scaled[at.length - 1] - scaled[0]) : reach;
        int oom = span == 0 || !Double.isFinite(span) ? 0 : (int) Math.floor(Math.log10(span));
        int digits = Math.clamp(3 - oom, 0, 12);
        double tolerance = 1e-3 * Math.pow(10, oom);
        while (digits > 0 && Arrays.stream(scaled).allMatch(exactTo(digits - 1, tolerance))) {
            digits--;
        }
        var labels = new String[at.length];
        for (int i = 0; i < at.length; i++) {
            labels[i] = number(scaled[i], digits);
        }
        String shared = power == 0 ? "" : "×$10^{" + power + "}$";
        if (offset != 0) {
            shared += (offset > 0 ? "+" : String.valueOf(Label.MINUS)) + plain(Math.abs(offset));
        }
        return new Ticks(at, labels, new double[0], shared);
    }

    private static java.util.function.DoublePredicate exactTo(int digits, double tolerance) {
        double p = Math.pow(10, digits);
        return v -> Math.abs(v - Math.rint(v * p) / p) < tolerance;
    }

    /** Places of the ticks of a linear axis: the largest number of nice steps that fits. */
    static double[] linearPlaces(double lo, double hi, int maxSteps) {
        double span = hi - lo;
        if (!(span > 0) || !Double.isFinite(span)) {
            return new double[] {lo};
        }
        double middle = lo / 2 + hi / 2;
        double base = Math.abs(middle) / span < 100
                ? 0
                : Math.copySign(Math.pow(10, Math.floor(Math.log10(Math.abs(middle)))), middle);
        double unit = Math.pow(10, Math.floor(Math.log10(span / maxSteps)));
        double a = lo - base;
        double b = hi - base;
        double raw = span / maxSteps;
        int k = 0;
        while (k < STEPS.length - 1 && STEPS[k] * unit < raw * (1 - 1e-12)) {
            k++;
        }
        for (; k >= 0; k--) {
            double step = STEPS[k] * unit;
            double start = Math.floor(a / step) * step;
            long first = (long) Math.ceil((a - start) / step - 1e-10 * Math.max(1, Math.abs(a / step)) * 1e-3 - 1e-9);
            long last = (long) Math.floor((b - start) / step + 1e-9);
            if (last - first + 1 >= 2 || k == 0) {
                int n = Math.clamp(last - first + 1, 0, 200);
                var at = new double[n];
                for (int i = 0; i < n; i++) {
                    at[i] = (first + i) * step + start + base;
                    if (Math.abs(at[i]) < step * 1e-9) {
                        at[i] = 0;
                    }
                }
                return at;
            }
        }
        return new double[] {lo};
    }

    /** The number that all labels may leave out: only when it saves at least four digits. */
    private static double offset(double[] at) {
        if (at.length < 2) {
            return 0;
        }
        double first = at[0];
        double last = at[at.length - 1];
        if (first == last || first <= 0 && last >= 0) {
            return 0;
        }
        double small = Math.min(Math.abs(first), Math.abs(last));
        double large = Math.max(Math.abs(first), Math.abs(last));
        int oom = (int) Math.ceil(Math.log10(large));
        int stop = oom - 20;
        while (oom > stop && Math.floor(small / Math.pow(10, oom)) == Math.floor(large / Math.pow(10, oom))) {
            oom--;
        }
        oom++;
        double p = Math.pow(10, oom);
        if ((large - small) / p <= 1e-2) {
            while (oom > stop && Math.floor(large / p) - Math.floor(small / p) <= 1) {
                oom--;
                p = Math.pow(10, oom);
            }
            oom++;
            p = Math.pow(10, oom);
        }
        return Math.floor(large / p) >= 1000 ? Math.copySign(Math.floor(large / p) * p, first) : 0;
    }

    private static int power(double[] at, double lo, double hi, double offset) {
        double reach = 0;
        if (offset != 0) {
            reach = hi - lo;
        } else {
            for (double v : at) {
                reach = Math.max(reach, Math.abs(v));
            }
        }
        int oom = reach == 0 || !Double.isFinite(reach) ? 0 : (int) Math.floor(Math.log10(reach));
        return oom <= -5 || oom >= 6 ? oom : 0;
    }

    /** Ticks of a logarithmic axis: powers of ten, at most so many; a view inside one decade gets plain numbers. */
    public static Ticks log(double lo, double hi, int maxTicks) {
        double a = Math.log10(lo);
        double b = Math.log10(hi);
        int first = (int) Math.ceil(a - 1e-9);
        int last = (int) Math.floor(b + 1e-9);
        if (b - a < 0.5) {
            Ticks plain = linear(lo, hi, maxTicks);
            return new Ticks(plain.major, plain.labels, minors(first, last, lo, hi), plain.offset);
        }
        if (b - a < 1.8) {
            return withinDecades(first, last, lo, hi, maxTicks);
        }
        int stride = Math.max(1, (int) Math.ceil((last - first + 1) / (double) Math.max(2, maxTicks)));
        var at = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        for (int e = Math.floorDiv(first + stride - 1, stride) * stride; e <= last; e += stride) {
            at.add(Math.pow(10, e));
            labels.add(powerOfTen(e));
        }
        double[] minor =
                stride == 1 ? minors(first, last, lo, hi) : stride <= 12 ? decades(first, last, stride) : new double[0];
        return new Ticks(array(at), labels.toArray(String[]::new), minor, "");
    }

    /** Fewer than two decades: the multiples of powers of ten that stand evenly apart, as many as the room allows. */
    private static Ticks withinDecades(int first, int last, double lo, double hi, int maxTicks) {
        var at = new ArrayList<Double>();
        for (int[] choice : new int[][] {{1, 2, 3, 4, 6}, {1, 2, 3, 6}, {1, 2, 5}, {1, 3}, {1}}) {
            at.clear();
            for (int e = first - 1; e <= last; e++) {
                for (int m : choice) {
                    double v = m * Math.pow(10, e);
                    if (v >= lo * (1 - 1e-9) && v <= hi * (1 + 1e-9)) {
                        at.add(v);
                    }
                }
            }
            if (at.size() <= Math.max(3, maxTicks)) {
                break;
            }
        }
        double[] places = array(at);
        boolean brief = lo >= 1e-3 && hi < 1e6;
        var labels = Arrays.stream(places)
                .mapToObj(v -> brief ? plain(v) : multiple(v))
                .toArray(String[]::new);
        return new Ticks(places, labels, minors(first, last, lo, hi), "");
    }

    private static String multiple(double v) {
        int e = (int) Math.floor(Math.log10(v) + 1e-9);
        long m = Math.round(v / Math.pow(10, e));
        return m == 1 ? powerOfTen(e) : m + "·" + powerOfTen(e);
    }

    private static double[] minors(int first, int last, double lo, double hi) {
        var minor = new ArrayList<Double>();
        for (int e = first - 1; e <= last; e++) {
            for (int k = 2; k < 10; k++) {
                double v = k * Math.pow(10, e);
                if (v >= lo && v <= hi) {
                    minor.add(v);
                }
            }
        }
        return array(minor);
    }

    private static double[] decades(int first, int last, int stride) {
        var minor = new ArrayList<Double>();
        for (int e = first; e <= last; e++) {
            if (Math.floorMod(e, stride) != 0) {
                minor.add(Math.pow(10, e));
            }
        }
        return array(minor);
    }

    /** Ticks of a symmetric logarithmic axis. */
    static Ticks symlog(double lo, double hi, double threshold, int maxTicks) {
        var at = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        var scale = new Scale.SymLog(threshold);
        int top = (int) Math.floor(Math.log10(Math.max(Math.max(Math.abs(lo), Math.abs(hi)), threshold)) + 1e-9);
        int bottom = (int) Math.ceil(Math.log10(threshold) - 1e-9);
        double room = scale.forward(hi) - scale.forward(lo);
        int stride = Math.max(1, (int) Math.ceil(room / Math.max(2, maxTicks)));
        for (int e = top; e >= bottom; e--) {
            if (-Math.pow(10, e) >= lo && -Math.pow(10, e) <= hi && (e - bottom) % stride == 0) {
                at.add(-Math.pow(10, e));
                labels.add(Label.MINUS + powerOfTen(e));
            }
        }
        if (lo <= 0 && hi >= 0) {
            at.add(0.0);
            labels.add("0");
        }
        for (int e = bottom; e <= top; e++) {
            if (Math.pow(10, e) >= lo && Math.pow(10, e) <= hi && (e - bottom) % stride == 0) {
                at.add(Math.pow(10, e));
                labels.add(powerOfTen(e));
            }
        }
        return at.size() < 2
                ? linear(lo, hi, maxTicks)
                : new Ticks(array(at), labels.toArray(String[]::new), new double[0], "");
    }

    /** This with a text that stands once at the end of the axis. */
    Ticks withOffset(String text) {
        return new Ticks(major, labels, minor, text);
    }

    /** The whole numbers among the ticks, or all of a short stretch: places of pixels. */
    static Ticks whole(double lo, double hi, int maxTicks) {
        Ticks ticks = linear(lo, hi, maxTicks);
        if (Arrays.stream(ticks.major).allMatch(v -> v == Math.rint(v)) && ticks.major.length > 1) {
            return ticks;
        }
        double[] places = java.util.stream.LongStream.rangeClosed((long) Math.ceil(lo), (long) Math.floor(hi))
                .limit(100)
                .mapToDouble(v -> v)
                .toArray();
        return places.length == 0 ? ticks : fixed(places, null).formatted(Ticks::plain);
    }

    /** This with other texts, made from the values. */
    public Ticks formatted(DoubleFunction<String> format) {
        return new Ticks(major, Arrays.stream(major).mapToObj(format).toArray(String[]::new), minor, "");
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A power of ten as a label. */
    public static String powerOfTen(int exponent) {
        return "$10^{" + exponent + "}$";
    }

    /** A number with so many decimals and a typographic minus. */
    public static String number(double v, int digits) {
        if (Math.abs(v) >= 1e15 && Double.isFinite(v)) {
            return plain(v);
        }
        if (!Double.isFinite(v)) {
            return Double.isNaN(v) ? "nan" : v > 0 ? "∞" : Label.MINUS + "∞";
        }
        String text = digits == 0 ? Long.toString(Math.round(v)) : String.format(Locale.ROOT, "%." + digits + "f", v);
        if (text.startsWith("-")) {
            boolean zero = text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
            text = (zero ? "" : String.valueOf(Label.MINUS)) + text.substring(1);
        }
        return text;
    }

    /** A number in a format such as {@code "%.2f"} or {@code "%d"}; very large ones are written with a power of ten. */
    public static String formatted(String format, double v) {
        if (!Double.isFinite(v)) {
            return number(v, 0);
        }
        if (Math.abs(v) >= 1e9) {
            return plain(v);
        }
        String text = format.endsWith("d")
                ? String.format(Locale.ROOT, format, Math.round(v))
                : String.format(Locale.ROOT, format, v);
        return text.startsWith("-") ? Label.MINUS + text.substring(1) : text;
    }

    /** A number with as many digits as tell it from others of a stretch of that length. */
    public static String apart(double v, double stretch) {
        if (!Double.isFinite(v) || !(stretch > 0) || !Double.isFinite(stretch)) {
            return plain(v);
        }
        for (int digits = 6; digits < 17; digits++) {
            var rounded = new BigDecimal(v).round(new MathContext(digits));
            if (Math.abs(rounded.doubleValue() - v) <= 1e-3 * stretch) {
                return digits == 6
                        ? plain(v)
                        : rounded.stripTrailingZeros().toPlainString().replace('-', Label.MINUS);
            }
        }
        return Double.toString(v).replace('-', Label.MINUS);
    }

    /** A number as short as six significant digits allow. */
    public static String plain(double v) {
        if (v == Math.rint(v) && Math.abs(v) < 1e6) {
            return number(v, 0);
        }
        if (!Double.isFinite(v)) {
            return number(v, 0);
        }
        double a = Math.abs(v);
        if (a >= 1e6 || a < 1e-4) {
            String text = String.format(Locale.ROOT, "%.5e", v)
                    .replaceFirst("\\.?0+e", "e")
                    .replaceFirst("e\\+?(-?)0?", "e$1");
            return text.replace('-', Label.MINUS);
        }
        String text = String.format(Locale.ROOT, "%." + Math.max(0, 5 - (int) Math.floor(Math.log10(a))) + "f", v);
        text = text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
        return text.replace('-', Label.MINUS);
    }
}
