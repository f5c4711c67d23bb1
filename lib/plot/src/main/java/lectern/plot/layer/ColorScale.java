package lectern.plot.layer;

import lectern.plot.scale.Colormap;

/**
 * From values to colours.
 *
 * @param map the colour map
 * @param lo value of its first colour
 * @param hi value of its last colour
 * @param center value of its middle colour, or NaN for a straight scale
 * @param log logarithmic instead of linear
 * @param levels borders of bands that take the colour of their middle, at least two, or null for a continuous scale
 */
public record ColorScale(Colormap map, double lo, double hi, double center, boolean log, double[] levels) {
    /** A scale over the finite values of the data, as the options ask. */
    public static ColorScale of(Style style, double[] data, String defaultMap) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (double v : data) {
            if (Double.isFinite(v) && (!style.colouring().log() || v > 0)) {
                lo = Math.min(lo, v);
                hi = Math.max(hi, v);
            }
        }
        if (lo > hi) {
            lo = style.colouring().log() ? 1 : 0;
            hi = style.colouring().log() ? 10 : 1;
        }
        double center = style.colouring().center() == null
                ? Double.NaN
                : style.colouring().center();
        if (style.colouring().center() != null
                && style.colouring().lo() == null
                && style.colouring().hi() == null) {
            double reach = Math.max(Math.abs(hi - center), Math.abs(lo - center));
            lo = center - reach;
            hi = center + reach;
        }
        return new ColorScale(
                style.cmapOr(defaultMap),
                style.colouring().lo() == null ? lo : style.colouring().lo(),
                style.colouring().hi() == null ? hi : style.colouring().hi(),
                center,
                style.colouring().log(),
                null);
    }

    /** The place of a value in [0, 1]. */
    public double place(double value) {
        double v = levels == null ? value : middle(value);
        if (log) {
            return v > 0 ? ratio(Math.log10(v), Math.log10(lo), Math.log10(hi)) : Double.isNaN(v) ? v : 0;
        }
        if (!Double.isNaN(center) && center > lo && center < hi) {
            return v < center ? 0.5 * ratio(v, lo, center) : 0.5 + 0.5 * ratio(v, center, hi);
        }
        return ratio(v, lo, hi);
    }

    /** The middle of the band that holds the value, which stands for the whole band. */
    private double middle(double v) {
        int k = 0;
        while (k < levels.length - 2 && v >= levels[k + 1]) {
            k++;
        }
        return Double.isNaN(v) ? v : log ? Math.sqrt(levels[k] * levels[k + 1]) : (levels[k] + levels[k + 1]) / 2;
    }

    private static double ratio(double v, double lo, double hi) {
        double t = v / 2 - lo / 2;
        double d = hi / 2 - lo / 2;
        return d == 0 ? (Double.isNaN(v) ? v : 0.5) : t / d;
    }

    /** The colour of a value; NaN is transparent. */
    public int color(double v) {
        return map.at(place(v));
    }

    /** The colour of a value, one of so many evenly spaced ones of the map; NaN is transparent. */
    public int step(double v, int steps) {
        double t = place(v);
        return map.at(levels != null || map.isListed() || Double.isNaN(t) ? t : Math.rint(t * steps) / steps);
    }
}
