package lectern.plot;

import java.util.Arrays;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Axis;

/** What surrounds the drawing in spatial axes: limits, labels, the view, legend and colour bar. */
public abstract class SpaceFrame extends Frame<Axes3D> {
    final Axis[] axes = {new Axis(true), new Axis(true), new Axis(true)};
    double elevation = 30;
    double azimuth = -60;
    boolean off;
    boolean equalScales;
    Legend legend;
    ColorBar colorBar;

    SpaceFrame(Figure figure) {
        super(figure);
        for (Axis axis : axes) {
            axis.margin = 0.02;
        }
    }

    /** Changes some setting under the figure's lock. */
    Axes3D set(Runnable change) {
        synchronized (figure) {
            change.run();
        }
        return self();
    }

    /** Names the three axes. */
    public Axes3D labels(String x, String y, String z) {
        return xlabel(x).ylabel(y).zlabel(z);
    }

    /** Names the first axis. */
    public Axes3D xlabel(String text) {
        return set(() -> axes[0].label = text);
    }

    /** Names the second axis. */
    public Axes3D ylabel(String text) {
        return set(() -> axes[1].label = text);
    }

    /** Names the upright axis. */
    public Axes3D zlabel(String text) {
        return set(() -> axes[2].label = text);
    }

    /** Limits of the first axis. */
    public Axes3D xlim(double lo, double hi) {
        return limits(0, lo, hi);
    }

    /** Limits of the second axis. */
    public Axes3D ylim(double lo, double hi) {
        return limits(1, lo, hi);
    }

    /** Limits of the upright axis. */
    public Axes3D zlim(double lo, double hi) {
        return limits(2, lo, hi);
    }

    private Axes3D limits(int axis, double lo, double hi) {
        if (!(lo < hi) || Double.isInfinite(hi - lo)) {
            throw new IllegalArgumentException(
                    "Limits of a spatial axis must be finite and rise, but are " + lo + " and " + hi + ".");
        }
        return set(() -> {
            axes[axis].lo = lo;
            axes[axis].hi = hi;
        });
    }

    /** Looks from a height above the floor and from a direction, both in degrees; (30, −60) unless said. */
    public Axes3D view(double elevation, double azimuth) {
        return set(() -> {
            this.elevation = Math.clamp(elevation, -90, 90);
            this.azimuth = azimuth;
        });
    }

    /** One unit has the same length on all axes. */
    public Axes3D equal() {
        return set(() -> equalScales = true);
    }

    /** No tick labels. */
    public Axes3D noTicks() {
        return set(() -> Arrays.stream(axes).forEach(axis -> axis.tickPlaces = new double[0]));
    }

    /** Neither walls nor ticks nor labels. */
    public Axes3D axisOff() {
        return set(() -> off = true);
    }

    /** Explains the labelled things. */
    public Axes3D legend() {
        return legend("upper right");
    }

    /** Explains the labelled things at a place. */
    public Axes3D legend(String place) {
        return set(() -> {
            legend = new Legend();
            legend.place = Legend.checked(place.equals("best") ? "upper right" : place);
        });
    }

    /** A bar that explains the colours drawn last. */
    public Axes3D colorbar() {
        return colorbar("");
    }

    /** A bar with a label that explains the colours drawn last. */
    public Axes3D colorbar(String label) {
        return colorbar(label, null);
    }

    /** A bar with a label and ticks at given values. */
    public Axes3D colorbar(String label, double[] ticks) {
        return set(() -> {
            ColorScale scale = null;
            for (Layer layer : layers) {
                scale = layer.colorScale() != null ? layer.colorScale() : scale;
            }
            if (scale == null) {
                throw new IllegalArgumentException(
                        "A colour bar needs something drawn in colours first, " + "such as a surface.");
            }
            colorBar = new ColorBar(label);
            colorBar.scale = scale;
            colorBar.axis.tickPlaces = ticks;
        });
    }

    @Override
    Margins measure(double width, double height) {
        return new Axes3DPainter(self()).measure(width, height);
    }

    @Override
    Box paint(Canvas canvas, Box box) {
        return new Axes3DPainter(self()).paint(canvas, box);
    }

    @Override
    Box fit(Box room) {
        return new Axes3DPainter(self()).fit(room);
    }

    @Override
    String describe() {
        return new Axes3DPainter(self()).describe();
    }
}
