package lectern.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.chart.Sheet;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Scale;

/** What surrounds the drawing in flat axes: limits, scales, ticks, labels, legend, colour bars, twins and insets. */
public abstract class AxesFrame extends Frame<Axes> {
    private static final List<String> SIDES = List.of("left", "top", "right", "bottom");

    final Axis x;
    final Axis y;
    final Sheet sheet;
    Legend legend;
    final List<ColorBar> colorBars = new ArrayList<>();
    final List<Axes> twins = new ArrayList<>();
    final List<Inset> insets = new ArrayList<>();
    /** Axes whose horizontal or vertical axis must show the same stretch as these. */
    AxesFrame twinOf;

    boolean twinSharesX;
    boolean[] spines = {true, true, true, true};
    Integer face;

    /** Axes inside axes, in fractions of the outer box. */
    record Inset(Axes axes, double x, double y, double w, double h) {}

    AxesFrame(Figure figure, Axis x, Axis y) {
        super(figure);
        this.x = x;
        this.y = y;
        this.sheet = new Sheet(x, y, figure.theme, layers);
    }

    /** Changes some setting under the figure's lock. */
    Axes set(Runnable change) {
        synchronized (figure) {
            change.run();
        }
        return self();
    }

    /** Names the horizontal axis. */
    public Axes xlabel(String text) {
        return set(() -> x.label = text);
    }

    /** Names the vertical axis. */
    public Axes ylabel(String text) {
        return set(() -> y.label = text);
    }

    /** Names both axes. */
    public Axes labels(String horizontal, String vertical) {
        return xlabel(horizontal).ylabel(vertical);
    }

    /** The values at the left and at the right rim; the first may be the larger. */
    public Axes xlim(double left, double right) {
        return set(() -> x.limit(left, right));
    }

    /** The values at the bottom and at the top rim; the first may be the larger. */
    public Axes ylim(double bottom, double top) {
        return set(() -> y.limit(bottom, top));
    }

    /** {@code "linear"}, {@code "log"} or {@code "symlog"} for the horizontal axis. */
    public Axes xscale(String name) {
        return set(() -> x.scale(Scale.of(name)));
    }

    /** {@code "linear"}, {@code "log"} or {@code "symlog"} for the vertical axis. */
    public Axes yscale(String name) {
        return set(() -> y.scale(Scale.of(name)));
    }

    /** A symmetric logarithmic vertical axis that is linear below the threshold. */
    public Axes symlogY(double threshold) {
        return set(() -> y.scale = new Scale.SymLog(positive(threshold)));
    }

    /** A symmetric logarithmic horizontal axis that is linear below the threshold. */
    public Axes symlogX(double threshold) {
        return set(() -> x.scale = new Scale.SymLog(positive(threshold)));
    }

    private static double positive(double threshold) {
        if (!(threshold > 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException(
                    "The threshold of a symlog axis must be positive but is " + threshold + ".");
        }
        return threshold;
    }

    /** Ticks at these places. */
    public Axes xticks(Object places) {
        return set(() -> x.tickPlaces = Numbers.toDoubles(places));
    }

    /** Ticks at these places with these texts. */
    public Axes xticks(Object places, Object texts) {
        return set(() -> x.tick(places, texts));
    }

    /** Ticks at these places. */
    public Axes yticks(Object places) {
        return set(() -> y.tickPlaces = Numbers.toDoubles(places));
    }

    /** Ticks at these places with these texts. */
    public Axes yticks(Object places, Object texts) {
        return set(() -> y.tick(places, texts));
    }

    /** How the tick labels of the horizontal axis are written. */
    public Axes xformat(DoubleFunction<String> format) {
        return set(() -> x.format = format);
    }

    /** How the tick labels of the vertical axis are written. */
    public Axes yformat(DoubleFunction<String> format) {
        return set(() -> y.format = format);
    }

    /** Turns the tick labels of the horizontal axis by so many degrees. */
    public Axes xrotation(double degrees) {
        return set(() -> x.rotation = degrees);
    }

    /** No ticks and no tick labels on either axis. */
    public Axes noTicks() {
        return set(() -> {
            x.tickPlaces = new double[0];
            y.tickPlaces = new double[0];
        });
    }

    /** Ticks without numbers or texts on the {@code "x"} axis, the {@code "y"} axis or {@code "both"}. */
    public Axes hideTickLabels(String which) {
        if (!List.of("x", "y", "both").contains(which)) {
            throw new IllegalArgumentException("Tick labels are those of x, y or both, not of \"" + which + "\".");
        }
        return set(() -> {
            x.labelsHidden |= !which.equals("y");
            y.labelsHidden |= !which.equals("x");
        });
    }

    /** Short ticks between the long ones. */
    public Axes minorTicks() {
        return set(() -> {
            x.minorTicks = true;
            y.minorTicks = true;
        });
    }

    /** Grid lines at the ticks of both axes. */
    public Axes grid() {
        return grid("both");
    }

    /**
     * Grid lines for {@code "x"}, {@code "y"}, {@code "both"}, {@code "minor"} (both and between) or {@code "none"}.
     */
    public Axes grid(String which) {
        if (!List.of("x", "y", "both", "minor", "none").contains(which)) {
            throw new IllegalArgumentException("A grid is for x, y, both, minor or none, not for \"" + which + "\".");
        }
        return set(() -> {
            x.grid = !which.equals("y") && !which.equals("none");
            y.grid = !which.equals("x") && !which.equals("none");
            x.minorGrid = which.equals("minor");
            y.minorGrid = which.equals("minor");
            if (x.minorGrid) {
                x.minorTicks = true;
                y.minorTicks = true;
            }
        });
    }

    /** One unit has the same length on both axes. */
    public Axes equal() {
        return aspect(1);
    }

    /** One vertical unit is so many times as long as a horizontal one. */
    public Axes aspect(double ratio) {
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("The aspect ratio must be positive but is " + ratio + ".");
        }
        return set(() -> sheet.aspect(ratio));
    }

    /** The box fills its room whatever the units. */
    public Axes aspectAuto() {
        return set(() -> sheet.aspect(Double.NaN));
    }

    /** The horizontal axis runs from right to left. */
    public Axes invertX() {
        return set(() -> x.inverted = !x.inverted);
    }

    /** The vertical axis runs from top to bottom. */
    public Axes invertY() {
        return set(() -> y.inverted = !y.inverted);
    }

    /** Free space around the data as a fraction of its range; 0.05 unless said. */
    public Axes margins(double fraction) {
        return set(() -> {
            x.margin = fraction;
            y.margin = fraction;
        });
    }

    /** Neither box nor ticks nor axis labels. */
    public Axes axisOff() {
        return set(sheet::turnOff);
    }

    /** No lines at the top and at the right. */
    public Axes despine() {
        return despine("top", "right");
    }

    /** No lines at these sides: {@code "left"}, {@code "top"}, {@code "right"}, {@code "bottom"}. */
    public Axes despine(String... sides) {
        for (String side : sides) {
            if (!SIDES.contains(side)) {
                throw new IllegalArgumentException(
                        "The box of axes has the sides left, top, right and bottom but got \"" + side + "\".");
            }
        }
        return set(() -> List.of(sides).forEach(side -> spines[SIDES.indexOf(side)] = false));
    }

    /** Another colour inside the box. */
    public Axes facecolor(String color) {
        return set(() -> face = Colors.parse(color, figure.theme.cycle()));
    }

    /** Explains the labelled series in a box where it covers least. */
    public Axes legend() {
        return legend("best");
    }

    /** Explains the labelled series in a box at a place such as {@code "upper left"} or {@code "outside"}. */
    public Axes legend(String place) {
        return set(() -> {
            legend = legend == null ? new Legend() : legend;
            legend.place = Legend.checked(place);
        });
    }

    /** A legend in several columns. */
    public Axes legend(String place, int columns) {
        return legend(place).set(() -> legend.columns = Math.max(1, columns));
    }

    /** A legend with a title. */
    public Axes legend(String place, String title) {
        return legend(place).set(() -> legend.title = title);
    }

    /** A bar that explains the colours drawn last. */
    public Axes colorbar() {
        return colorbar("");
    }

    /** A bar with a label that explains the colours drawn last. */
    public Axes colorbar(String label) {
        return set(() -> bar(label, null));
    }

    /** A bar with a label and ticks at given values. */
    public Axes colorbar(String label, double[] ticks) {
        return set(() -> bar(label, ticks.clone()));
    }

    private void bar(String label, double[] ticks) {
        ColorScale scale = null;
        for (Layer layer : layers) {
            scale = layer.colorScale() != null ? layer.colorScale() : scale;
        }
        if (scale == null) {
            throw new IllegalArgumentException("A colour bar needs something drawn in colours first, such as contourf, "
                    + "heatmap, "
                    + "or a scatter with colorBy.");
        }
        var bar = new ColorBar(label);
        bar.scale = scale;
        bar.axis.tickPlaces = ticks;
        colorBars.add(bar);
    }

    /** Second axes over these, with a vertical axis of their own at the right. */
    public Axes twinx() {
        synchronized (figure) {
            var axis = new Axis(false);
            axis.far = true;
            return twin(new Axes(figure, x, axis), true);
        }
    }

    /** Second axes over these, with a horizontal axis of their own at the top. */
    public Axes twiny() {
        synchronized (figure) {
            var axis = new Axis(true);
            axis.far = true;
            return twin(new Axes(figure, axis, y), false);
        }
    }

    private Axes twin(Axes twin, boolean sharesX) {
        twin.twinOf = this;
        twin.sheet.countWith(sheet);
        twin.twinSharesX = sharesX;
        twins.add(twin);
        return twin;
    }

    /** Small axes inside these; place and size are fractions of the box, counted from its lower left corner. */
    public Axes inset(double left, double bottom, double width, double height) {
        synchronized (figure) {
            var inner = new Axes(figure);
            inner.x.fontSize = 8;
            inner.y.fontSize = 8;
            insets.add(new Inset(inner, left, bottom, width, height));
            return inner;
        }
    }

    /** Colours the vertical axis, to match a series of twin axes. */
    public Axes ycolor(String color) {
        return set(() -> y.color = Colors.parse(color, figure.theme.cycle()));
    }

    /** The size of tick labels and axis labels in points; 10 unless said. */
    public Axes fontSize(double points) {
        if (!(points > 0 && points < 200)) {
            throw new IllegalArgumentException("A font size lies between 0 and 200 points but is " + points + ".");
        }
        return set(() -> {
            x.fontSize = points;
            y.fontSize = points;
        });
    }

    /** The lines and marks of these axes as a chart of XChart's, to go on with its own API. */
    public org.knowm.xchart.XYChart toXChart() {
        return XCharts.of(this);
    }

    @Override
    Margins measure(double width, double height) {
        return new AxesPainter(this).measure(width, height);
    }

    @Override
    Box paint(Canvas canvas, Box box) {
        return new AxesPainter(this).paint(canvas, box);
    }

    @Override
    Box fit(Box room) {
        return new AxesPainter(this).fit(room);
    }

    @Override
    String describe() {
        return new AxesPainter(this).describe();
    }
}
