package lectern.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Fonts;
import lectern.plot.scale.Colormap;
import lectern.plot.scale.Theme;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.BubbleChartBuilder;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.DialChartBuilder;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.OHLCChartBuilder;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.RadarChart;
import org.knowm.xchart.RadarChartBuilder;
import org.knowm.xchart.RadarSeries;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.BoxStyler;
import org.knowm.xchart.style.BubbleStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.DialStyler;
import org.knowm.xchart.style.HeatMapStyler;
import org.knowm.xchart.style.OHLCStyler;
import org.knowm.xchart.style.PieStyler;
import org.knowm.xchart.style.RadarStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.theme.XChartTheme;

/**
 * The look of our figures for charts of XChart: colours, fonts and lines that a chart still has from XChart's default
 * theme are replaced; whatever differs from a fresh chart of its kind was somebody's wish and stays.
 */
final class XChartLook {
    private static final Map<Class<?>, Styler> FRESH = new ConcurrentHashMap<>();

    private final Theme theme;
    private final Color page;
    private final Color ink;
    private final Font text = Fonts.awt(13);

    XChartLook(Theme theme) {
        this.theme = theme;
        page = color(theme.page());
        ink = color(theme.ink());
    }

    private static Color color(int argb) {
        return new Color(argb, true);
    }

    /** The styler of a chart of the same kind that nobody has touched. */
    private static Styler fresh(Styler styler) {
        return FRESH.computeIfAbsent(styler.getClass(), kind -> switch (styler) {
            case BubbleStyler s -> new BubbleChartBuilder().build().getStyler();
            case OHLCStyler s -> new OHLCChartBuilder().build().getStyler();
            case BoxStyler s -> new BoxChartBuilder().build().getStyler();
            case HeatMapStyler s -> new HeatMapChartBuilder().build().getStyler();
            case CategoryStyler s -> new CategoryChartBuilder().build().getStyler();
            case DialStyler s -> new DialChartBuilder().build().getStyler();
            case RadarStyler s -> new RadarChartBuilder().build().getStyler();
            case PieStyler s -> new PieChartBuilder().build().getStyler();
            default -> new XYChartBuilder().build().getStyler();
        });
    }

    void apply(Chart<?, ?> chart) {
        Styler styler = chart.getStyler();
        if (!(styler.getTheme() instanceof XChartTheme)) {
            return;
        }
        Styler old = fresh(styler);
        common(styler, old);
        if (styler instanceof AxesChartStyler axes && old instanceof AxesChartStyler oldAxes) {
            axes(axes, oldAxes);
        } else {
            adopt(styler, old, Styler::isPlotBorderVisible, Styler::setPlotBorderVisible, false);
        }
        switch (styler) {
            case RadarStyler s
            when old instanceof RadarStyler o -> {
                adopt(s, o, RadarStyler::getRadiiTitleFont, RadarStyler::setRadiiTitleFont, text);
                adopt(
                        s,
                        o,
                        RadarStyler::getRadiiTickMarksColor,
                        RadarStyler::setRadiiTickMarksColor,
                        color(theme.grid()));
                translucent((RadarChart) chart);
            }
            case DialStyler s when old instanceof DialStyler o -> dial(s, o);
            case HeatMapStyler s
            when old instanceof HeatMapStyler o ->
                adopt(s, o, HeatMapStyler::getRangeColors, HeatMapStyler::setRangeColors, ramp());
            default -> {
                // The other kinds have nothing more of their own.
            }
        }
    }

    private void common(Styler s, Styler old) {
        adopt(s, old, Styler::getChartBackgroundColor, Styler::setChartBackgroundColor, page);
        adopt(s, old, Styler::getPlotBackgroundColor, Styler::setPlotBackgroundColor, color(theme.face()));
        adopt(s, old, Styler::getChartFontColor, Styler::setChartFontColor, ink);
        adopt(s, old, Styler::getChartTitleFontColor, Styler::setChartTitleFontColor, ink);
        adopt(s, old, Styler::getLegendBackgroundColor, Styler::setLegendBackgroundColor, page);
        adopt(
                s,
                old,
                Styler::getLegendBorderColor,
                Styler::setLegendBorderColor,
                color(Colors.mix(theme.face(), theme.ink(), 0.2)));
        adopt(s, old, Styler::isChartTitleBoxVisible, Styler::setChartTitleBoxVisible, false);
        adopt(s, old, Styler::getPlotBorderColor, Styler::setPlotBorderColor, ink);
        adopt(s, old, Styler::getChartTitleFont, Styler::setChartTitleFont, text.deriveFont(16f));
        adopt(s, old, Styler::getLegendFont, Styler::setLegendFont, text);
        adopt(s, old, Styler::getAnnotationTextFont, Styler::setAnnotationTextFont, text);
        adopt(s, old, Styler::getAnnotationTextFontColor, Styler::setAnnotationTextFontColor, ink);
        var colors = new Color[theme.cycle().length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = color(theme.color(i));
        }
        adopt(s, old, Styler::getSeriesColors, Styler::setSeriesColors, colors);
    }

    private void axes(AxesChartStyler s, AxesChartStyler old) {
        adopt(s, old, AxesChartStyler::getAxisTickLabelsFont, AxesChartStyler::setAxisTickLabelsFont, text);
        adopt(s, old, AxesChartStyler::getAxisTitleFont, AxesChartStyler::setAxisTitleFont, text);
        adopt(s, old, AxesChartStyler::getAxisTickLabelsColor, AxesChartStyler::setAxisTickLabelsColor, ink);
        adopt(s, old, AxesChartStyler::getAxisTickMarksColor, AxesChartStyler::setAxisTickMarksColor, ink);
        adopt(s, old, AxesChartStyler::isAxisTicksLineVisible, AxesChartStyler::setAxisTicksLineVisible, false);
        adopt(
                s,
                old,
                AxesChartStyler::getYAxisLabelAlignment,
                AxesChartStyler::setYAxisLabelAlignment,
                AxesChartStyler.TextAlignment.Right);
        adopt(s, old, AxesChartStyler::getPlotMargin, AxesChartStyler::setPlotMargin, 0);
        adopt(
                s,
                old,
                AxesChartStyler::getPlotGridLinesColor,
                AxesChartStyler::setPlotGridLinesColor,
                color(Colors.mix(theme.face(), theme.grid(), 0.6)));
        adopt(
                s,
                old,
                AxesChartStyler::getPlotGridLinesStroke,
                AxesChartStyler::setPlotGridLinesStroke,
                new BasicStroke(0.8f));
        if (s instanceof BubbleStyler || s instanceof OHLCStyler) {
            adopt(s, old, AxesChartStyler::getPlotContentSize, AxesChartStyler::setPlotContentSize, 0.82);
        }
    }

    private void dial(DialStyler s, DialStyler old) {
        adopt(s, old, DialStyler::getAxisTitleFont, DialStyler::setAxisTitleFont, text);
        adopt(s, old, DialStyler::getLowerColor, DialStyler::setLowerColor, color(theme.color(2)));
        adopt(
                s,
                old,
                DialStyler::getMiddleColor,
                DialStyler::setMiddleColor,
                color(Colors.mix(theme.face(), theme.ink(), 0.2)));
        adopt(s, old, DialStyler::getUpperColor, DialStyler::setUpperColor, color(theme.color(3)));
        adopt(s, old, DialStyler::getArrowColor, DialStyler::setArrowColor, ink);
        adopt(s, old, DialStyler::getAxisTickMarksColor, DialStyler::setAxisTickMarksColor, ink);
        adopt(s, old, DialStyler::getLabelsFont, DialStyler::setLabelFont, text);
        adopt(s, old, DialStyler::isLegendVisible, Styler::setLegendVisible, false);
    }

    /** Profiles that lie over one another must shine through. */
    private void translucent(RadarChart chart) {
        int i = 0;
        for (RadarSeries series : chart.getSeriesCollection()) {
            if (series.getFillColor() == null) {
                series.setFillColor(color(Colors.fade(theme.color(i), 0.35)));
                if (series.getLineColor() == null) {
                    series.setLineColor(color(theme.color(i)));
                }
            }
            i++;
        }
    }

    private static Color[] ramp() {
        var map = Colormap.of("viridis");
        var out = new Color[64];
        for (int i = 0; i < out.length; i++) {
            out[i] = color(map.at(i / (out.length - 1.0)));
        }
        return out;
    }

    private static <S, V> void adopt(
            S styler, S fresh, Function<? super S, V> get, BiConsumer<? super S, V> set, V value) {
        if (Objects.deepEquals(get.apply(styler), get.apply(fresh))) {
            set.accept(styler, value);
        }
    }
}
