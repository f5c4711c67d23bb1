package lectern.plot.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import lectern.plot.canvas.Label;

/** What has been asked of one axis of a pair of axes. */
public final class Axis {
    /** The stretch of values an axis shows, from its beginning to its end. */
    public record View(double lo, double hi) {}

    public final boolean horizontal;
    public Scale scale = Scale.LINEAR;
    /** The name that a cell gave; null where it gave none. */
    public String label;
    /** The name of the column that the data came from; empty where several columns have several names. */
    private String column;

    public Double lo;
    public Double hi;
    public boolean inverted;
    public double[] tickPlaces;
    public String[] tickLabels;
    public DoubleFunction<String> format;
    public double rotation;
    public double margin = 0.05;
    /** Values are days since 1970-01-01. */
    public boolean date;
    /** Values are times of day, or lengths of time, in days. */
    public boolean clock;

    /** Values count pixels, so that ticks stand on whole numbers. */
    public boolean pixels;

    public boolean grid;
    public boolean minorGrid;
    public boolean minorTicks;
    /** Labels and title on the far side (top or right). */
    public boolean far;

    public boolean labelsHidden;
    public Integer color;
    public double fontSize = 10;
    /** Tick texts of upright axes longer than this are broken into lines. */
    public double textRoom = Double.POSITIVE_INFINITY;

    public final List<String> categories = new ArrayList<>();

    public Axis(boolean horizontal) {
        this.horizontal = horizontal;
    }

    /** What stands beside the axis: the name given to it, or else that of the column its data came from. */
    public String title() {
        return label != null ? label : column != null ? column : "";
    }

    /** The place of a category, a new one at the end. */
    public double category(String name) {
        int at = categories.indexOf(name);
        if (at < 0) {
            at = categories.size();
            categories.add(name);
        }
        return at;
    }

    /** Another scale; limits that it cannot show are refused. */
    public void scale(Scale scale) {
        this.scale = scale;
        positive(lo);
        positive(hi);
    }

    private void positive(Double limit) {
        if (limit != null && !usable(limit)) {
            throw new IllegalArgumentException("A logarithmic axis shows values above 0 but got the limit "
                    + Ticks.plain(limit) + "; give a positive one, or NaN to leave that side free.");
        }
    }

    /** Shows the values between two; the first may be the larger, NaN leaves a side free. */
    public void limit(double from, double to) {
        if (Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException(
                    "Limits of an axis must be finite but are " + from + " and " + to + "; NaN leaves one side free.");
        }
        inverted = from > to;
        lo = Double.isNaN(from) && !inverted ? null : (Double) Math.min(from, to);
        hi = Double.isNaN(to) && !inverted ? null : (Double) Math.max(from, to);
        if (Double.isNaN(from) || Double.isNaN(to)) {
            lo = Double.isNaN(from) ? null : (Double) from;
            hi = Double.isNaN(to) ? null : (Double) to;
        }
        positive(lo);
        positive(hi);
    }

    /** Ticks at these places with these texts. */
    public void tick(Object places, Object texts) {
        tickPlaces = Numbers.toDoubles(places);
        tickLabels = Numbers.toTexts(texts).toArray(String[]::new);
        if (tickPlaces.length != tickLabels.length) {
            throw new IllegalArgumentException("Ticks need as many texts as places but got " + tickLabels.length
                    + " texts for " + tickPlaces.length + " places.");
        }
    }

    /** Values along the axis; texts, dates and times set it up. Missing values are NaN. */
    public double[] values(Object data) {
        if (Numbers.isText(data)) {
            named(data);
            return Numbers.items(data).stream()
                    .mapToDouble(item -> item == null ? Double.NaN : category(item.toString()))
                    .toArray();
        }
        kind(data);
        return Numbers.toDoubles(data);
    }

    /** Dates and times of the data set the axis up. */
    public void kind(Object data) {
        named(data);
        Object first = Numbers.first(data);
        date |= Times.isDate(first);
        clock |= Times.isClock(first);
    }

    /** Columns of tables have names; the axis takes that of its data where all of them agree. */
    private void named(Object data) {
        String name = ColumnNames.of(data);
        column = name != null && (column == null || column.equals(name)) ? name : "";
    }

    /** A value in words, as exact as a stretch of that length asks. */
    public String described(double value, double stretch) {
        return date
                ? Times.described(value, stretch)
                : clock ? Times.clock(value, true, stretch < 0.01 ? 3 : 0) : Ticks.apart(value, stretch);
    }

    /** What the axis shows of the data; always finite and never empty. */
    public View view(Bounds b) {
        double dataLo = horizontal ? b.xlo : b.ylo;
        double dataHi = horizontal ? b.xhi : b.yhi;
        double positive = horizontal ? b.xpos : b.ypos;
        double stickyLo = horizontal ? b.stickyXlo : b.stickyYlo;
        double stickyHi = horizontal ? b.stickyXhi : b.stickyYhi;
        boolean log = scale == Scale.LOG;
        if (log && !(dataLo > 0)) {
            dataLo = positive;
        }
        if (!(dataLo <= dataHi)) {
            dataLo = log ? 1 : 0;
            dataHi = log ? 10 : 1;
        }
        var data = widened(dataLo, dataHi);
        double ua = scale.forward(data.lo());
        double uz = scale.forward(data.hi());
        double pad = margin * (uz - ua);
        boolean footed = dataLo == stickyLo;
        boolean capped = dataHi == stickyHi;
        double from = footed ? data.lo() : scale.inverse(ua - pad);
        double to = capped ? data.hi() : scale.inverse(uz + pad);
        if (lo != null && usable(lo)) {
            from = lo;
        }
        if (hi != null && usable(hi)) {
            to = hi;
        }
        var view = from <= to ? widened(from, to) : widened(to, from);
        return inverted ? new View(view.hi(), view.lo()) : view;
    }

    /** The stretch moved into the range of numbers that can be drawn, and made wide enough to have ticks. */
    private View widened(double from, double to) {
        if (scale == Scale.LOG) {
            double a = Math.clamp(from, 1e-300, 1e300);
            double z = Math.clamp(to, 1e-300, 1e300);
            return z / a < 1 + 1e-9 ? new View(a / 1.25, z * 1.25) : new View(a, z);
        }
        double a = Math.clamp(from, -1e300, 1e300);
        double z = Math.clamp(to, -1e300, 1e300);
        double size = Math.max(Math.abs(a), Math.abs(z));
        if (z - a <= size * 1e-13 || z - a < 1e-290) {
            double grow = size < 1e-290 ? 0.05 : 0.05 * size;
            return new View(a - grow, z + grow);
        }
        return new View(a, z);
    }

    private boolean usable(double limit) {
        return Double.isFinite(limit) && (scale != Scale.LOG || limit > 0);
    }

    /** The ticks for a view over so many points of paper. */
    public Ticks ticks(View view, double length) {
        double a = Math.min(view.lo(), view.hi());
        double b = Math.max(view.lo(), view.hi());
        if (tickPlaces != null) {
            return broken(within(tickPlaces, tickLabels, a, b));
        }
        if (!categories.isEmpty()) {
            return broken(categoryTicks(a, b, length));
        }
        int room = (int) Math.clamp(length / (fontSize * (horizontal ? 3 : 2)), 1, 9);
        Ticks ticks = make(a, b, room);
        while (horizontal && rotation == 0 && room > 1 && crowded(ticks, view, length)) {
            ticks = make(a, b, --room);
        }
        return ticks;
    }

    private Ticks broken(Ticks ticks) {
        if (horizontal || Double.isInfinite(textRoom)) {
            return ticks;
        }
        var lines = Arrays.stream(ticks.labels())
                .map(text ->
                        Label.of(text, fontSize).width() <= textRoom ? text : Label.wrapped(text, fontSize, textRoom))
                .toArray(String[]::new);
        return new Ticks(ticks.major(), lines, ticks.minor(), ticks.offset());
    }

    private Ticks make(double a, double b, int room) {
        int wide = Math.max(1, (int) (room * 0.7));
        Ticks ticks = date
                ? TimeTicks.dates(a, b, wide)
                : clock
                        ? TimeTicks.clock(a, b, wide)
                        : scale == Scale.LOG
                                ? Ticks.log(a, b, room)
                                : scale instanceof Scale.SymLog s
                                        ? Ticks.symlog(a, b, s.threshold(), room)
                                        : pixels ? Ticks.whole(a, b, room) : Ticks.linear(a, b, room);
        if (format != null) {
            ticks = ticks.formatted(format);
        }
        if (tickLabels != null) {
            var texts = new String[ticks.major().length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = i < tickLabels.length ? tickLabels[i] : "";
            }
            ticks = new Ticks(ticks.major(), texts, ticks.minor(), "");
        }
        if (minorTicks && scale == Scale.LINEAR && ticks.major().length > 1) {
            ticks = new Ticks(ticks.major(), ticks.labels(), between(ticks.major(), a, b), ticks.offset());
        }
        return inside(ticks, a, b);
    }

    private static double[] between(double[] major, double a, double b) {
        double step = (major[1] - major[0]) / 5;
        return java.util.stream.IntStream.range(-5, 5 * major.length)
                .filter(i -> Math.floorMod(i, 5) != 0)
                .mapToDouble(i -> major[0] + i * step)
                .filter(v -> v >= a && v <= b)
                .toArray();
    }

    /** Rounding may put a tick a hair outside the view; it is moved to the rim. */
    private Ticks inside(Ticks ticks, double a, double b) {
        var at = ticks.major().clone();
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.clamp(at[i], a, b);
        }
        return new Ticks(at, ticks.labels(), ticks.minor(), ticks.offset());
    }

    private boolean crowded(Ticks ticks, View view, double length) {
        double u0 = scale.forward(view.lo());
        double s = length / (scale.forward(view.hi()) - u0);
        double end = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < ticks.major().length; k++) {
            int i = s > 0 ? k : ticks.major().length - 1 - k;
            double half = Label.of(ticks.labels()[i], fontSize).width() / 2;
            double at = (scale.forward(ticks.major()[i]) - u0) * s;
            at = s > 0 == view.lo() < view.hi() ? at : length - at;
            if (at - half < end + 3) {
                return true;
            }
            end = at + half;
        }
        return false;
    }

    private static Ticks within(double[] places, String[] labels, double a, double b) {
        double slack = (b - a) * 1e-9;
        var at = new ArrayList<Double>();
        var texts = new ArrayList<String>();
        Ticks numbers = null;
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= a - slack && places[i] <= b + slack) {
                at.add(places[i]);
                texts.add(labels == null ? "" : i < labels.length ? labels[i] : "");
            }
        }
        double[] values = at.stream().mapToDouble(Double::doubleValue).toArray();
        if (labels == null) {
            numbers = Ticks.fixed(values, null).formatted(Ticks::plain);
        }
        return numbers != null ? numbers : Ticks.fixed(values, texts.toArray(String[]::new));
    }

    private Ticks categoryTicks(double a, double b, double length) {
        int every =
                horizontal ? 1 : Math.max(1, (int) Math.ceil(categories.size() * fontSize * 1.1 / Math.max(length, 1)));
        var at = new ArrayList<Double>();
        var texts = new ArrayList<String>();
        for (int i = 0; i < categories.size(); i += every) {
            if (i >= a && i <= b) {
                at.add((double) i);
                texts.add(categories.get(i));
            }
        }
        return Ticks.fixed(at.stream().mapToDouble(Double::doubleValue).toArray(), texts.toArray(String[]::new));
    }

    /** The angle of the tick labels: upright unless categories would touch one another. */
    public double angle(Ticks ticks, double length) {
        if (rotation != 0 || !horizontal || ticks.major().length < 2 || categories.isEmpty() && tickLabels == null) {
            return rotation;
        }
        double widest = 0;
        for (String text : ticks.labels()) {
            widest = Math.max(widest, Label.of(text, fontSize).width());
        }
        double pitch = length / Math.max(categories.size(), ticks.major().length);
        return widest + 3 < pitch ? 0 : pitch > 2 * fontSize ? 40 : 90;
    }
}
