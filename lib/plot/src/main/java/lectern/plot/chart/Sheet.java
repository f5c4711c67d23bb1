package lectern.plot.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Layer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Theme;

/** What the makers of layers see of flat axes: both axes, the theme, the colours in turn, and a place for layers. */
public final class Sheet {
    private static final int NONE = -1;

    private final Axis x;
    private final Axis y;
    private final Theme theme;
    private final List<Layer> layers;
    private Sheet counter = this;
    private int colors;
    /** The number of a band that has no line yet. */
    private int waiting = NONE;
    /** The number of the last line, for bands around it. */
    private int line = NONE;

    private String lineColor;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    /** The edges of the last histogram. */
    private double[] edges;

    private double aspect = Double.NaN;
    private boolean off;

    /** A sheet that puts its layers into a list. */
    public Sheet(Axis x, Axis y, Theme theme, List<Layer> layers) {
        this.x = x;
        this.y = y;
        this.theme = theme;
        this.layers = layers;
    }

    /** The horizontal axis. */
    public Axis x() {
        return x;
    }

    /** The vertical axis. */
    public Axis y() {
        return y;
    }

    /** The look of the figure. */
    public Theme theme() {
        return theme;
    }

    /** Draws a layer over what is there. */
    public void add(Layer layer) {
        layers.add(layer);
    }

    /** What is drawn so far. */
    List<Layer> layers() {
        return layers;
    }

    /** The number of the next series. */
    public int nextColor() {
        counter.waiting = NONE;
        return counter.colors++;
    }

    /** The number of the last series; what belongs to it takes its colour. */
    int lastColor() {
        return Math.max(0, counter.colors - 1);
    }

    /** The number of a class of points, the same one for the same name. */
    int classColor(String name) {
        return counter.classes.computeIfAbsent(name, key -> nextColor());
    }

    /** The edges of the bins of the last histogram; null without one. */
    double[] edges() {
        return edges;
    }

    /** Remembers the edges of the bins of a histogram. */
    void edges(double[] edges) {
        this.edges = edges;
    }

    /** The number of the next line; bands around it take its colour, which may be one of its own. */
    int nextLine(String color) {
        int waiting = counter.waiting;
        int number = nextColor();
        line = waiting == number ? NONE : number;
        lineColor = color;
        return number;
    }

    /**
     * The number of a band. Bands belong to the line before them and take its colour; a band without a line before it
     * takes the colour of the line that follows.
     */
    int nextBand() {
        if (line != NONE) {
            return line;
        }
        if (counter.waiting != NONE) {
            counter.colors++;
        }
        counter.waiting = counter.colors;
        return counter.waiting;
    }

    /** The name of the colour that the line before a band was given; null for none. */
    String bandColor() {
        return line == NONE ? null : lineColor;
    }

    /** Twins go on with the colours of the axes below them. */
    public void countWith(Sheet host) {
        counter = host.counter;
    }

    /** How many times as long a vertical unit is as a horizontal one; NaN when the box fills its room. */
    public double aspect() {
        return aspect;
    }

    /** Sets how many times as long a vertical unit is as a horizontal one; NaN lets the box fill its room. */
    public void aspect(double ratio) {
        aspect = ratio;
    }

    /** Whether box, ticks and axis labels are left out. */
    public boolean isOff() {
        return off;
    }

    /** Leaves box, ticks and axis labels out. */
    public void turnOff() {
        off = true;
    }

    /** The pen around areas. */
    Pen edge(Style style) {
        if (style.fill().edgeColor() == null) {
            return theme.rim();
        }
        double width = style.fill().edgeWidth() == null ? 1 : style.fill().edgeWidth();
        return new Pen(
                style.edgeOr(theme, theme.ink()),
                width,
                Pen.dashes(style.stroke().dash(), width),
                false);
    }

    /** The strokes over areas of the series of this number. */
    String hatch(Style style, int number) {
        return style.fill().hatch() != null ? style.fill().hatch() : theme.hatch(number);
    }
}
