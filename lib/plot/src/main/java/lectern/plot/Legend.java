package lectern.plot;

import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Hatch;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Theme;

/** The box that explains the series; {@code best} puts it where it covers least. */
final class Legend {
    private static final String[] PLACES = {
        "upper right",
        "upper left",
        "lower left",
        "lower right",
        "center right",
        "center left",
        "lower center",
        "upper center",
        "center"
    };

    String place = "best";
    String title = "";
    /** How many columns were asked for; 0 for as many as the room needs. */
    int columns;

    double size = 10;
    boolean boxed = true;

    private double em() {
        return size;
    }

    private double[] columnWidths(List<Layer.Handle> handles, int columns) {
        int perColumn = perColumn(handles, columns);
        var widths = new double[(handles.size() + perColumn - 1) / perColumn];
        for (int i = 0; i < handles.size(); i++) {
            int c = i / perColumn;
            widths[c] = Math.max(
                    widths[c],
                    2.8 * em() + Label.of(handles.get(i).label(), size).room());
        }
        return widths;
    }

    private static int perColumn(List<Layer.Handle> handles, int columns) {
        return Math.max(1, (handles.size() + columns - 1) / columns);
    }

    private double[] extent(List<Layer.Handle> handles, int columns) {
        double w = 0;
        double[] widths = columnWidths(handles, columns);
        for (double each : widths) {
            w += each;
        }
        w += 2 * em() * (widths.length - 1);
        int rows = Math.min(perColumn(handles, columns), handles.size());
        double h = 0;
        for (int i = 0; i < rows; i++) {
            h += rowHeight(handles, i, columns) + (i > 0 ? 0.4 * em() : 0);
        }
        if (!title.isEmpty()) {
            var label = Label.of(title, size);
            w = Math.max(w, label.room());
            h += label.height() + 0.4 * em();
        }
        return new double[] {w + 0.8 * em(), h + 0.8 * em()};
    }

    private double rowHeight(List<Layer.Handle> handles, int row, int columns) {
        double h = em();
        for (int i = row; i < handles.size(); i += perColumn(handles, columns)) {
            h = Math.max(h, Label.of(handles.get(i).label(), size).height());
        }
        return h;
    }

    /** How the entries are arranged, and whether beside the axes. */
    private record Fit(int columns, boolean outside) {}

    /** One column, or as many as a box of that size needs; what does not fit into it stands beside it. */
    private Fit fit(List<Layer.Handle> handles, double w, double h) {
        boolean beside = place.startsWith("outside");
        if (columns > 0) {
            return new Fit(columns, beside);
        }
        int count = Math.max(1, handles.size());
        for (int c = 1; c <= count; c++) {
            double[] extent = extent(handles, c);
            if (extent[1] <= h - em() || beside && extent[1] <= h) {
                boolean wide = extent[0] > w - em();
                return new Fit(c, beside || wide && place.equals("best"));
            }
        }
        return new Fit(count, beside || place.equals("best"));
    }

    /** What a legend beside axes of that size takes of the page; 0 for one inside them. */
    double beside(List<Layer.Handle> handles, double w, double h) {
        var fit = fit(handles, w, h);
        return fit.outside && !handles.isEmpty() ? 8 + extent(handles, fit.columns)[0] : 0;
    }

    /** Where the legend stands in a box of axes. */
    Box locate(List<Layer.Handle> handles, Box axes, List<double[]> occupied) {
        var fit = fit(handles, axes.w(), axes.h());
        double[] wh = extent(handles, fit.columns);
        if (fit.outside) {
            return new Box(axes.right() + 8, axes.y(), wh[0], wh[1]);
        }
        if (!place.equals("best")) {
            return corner(place, axes, wh);
        }
        Box best = null;
        int least = Integer.MAX_VALUE;
        for (String name : PLACES) {
            Box box = corner(name, axes, wh);
            int hits = 0;
            for (double[] p : occupied) {
                hits += box.contains(p[0], p[1]) ? 1 : 0;
            }
            if (hits < least) {
                least = hits;
                best = box;
            }
        }
        return best;
    }

    private Box corner(String name, Box axes, double[] wh) {
        double pad = 0.5 * em();
        double x = name.endsWith("left")
                ? axes.x() + pad
                : name.endsWith("right") ? axes.right() - pad - wh[0] : axes.centerX() - wh[0] / 2;
        double y = name.startsWith("upper")
                ? axes.y() + pad
                : name.startsWith("lower") ? axes.bottom() - pad - wh[1] : axes.centerY() - wh[1] / 2;
        return new Box(x, y, wh[0], wh[1]);
    }

    static String checked(String place) {
        boolean known = place.equals("best") || place.equals("outside") || place.equals("outside right");
        for (String name : PLACES) {
            known |= name.equals(place);
        }
        if (!known) {
            throw new IllegalArgumentException("A legend cannot stand at \"" + place
                    + "\"; known places are best, outside, "
                    + String.join(", ", PLACES) + ".");
        }
        return place;
    }

    void paint(Canvas canvas, List<Layer.Handle> handles, Box axes, Box box, Theme theme) {
        int columns = fit(handles, axes.w(), axes.h()).columns;
        if (boxed) {
            canvas.shape(
                    new RoundRectangle2D.Double(box.x(), box.y(), box.w(), box.h(), 4, 4),
                    Colors.fade(theme.face(), 0.8),
                    Pen.solid(Colors.fade(Colors.mix(theme.face(), theme.ink(), 0.2), 0.8), 1));
        }
        double top = box.y() + 0.4 * em();
        if (!title.isEmpty()) {
            var label = Label.of(title, size);
            label.draw(canvas, box.centerX(), top, theme.ink(), 0.5, 0, 0);
            top += label.height() + 0.4 * em();
        }
        double[] widths = columnWidths(handles, columns);
        int perColumn = perColumn(handles, columns);
        double x = box.x() + 0.4 * em();
        for (int c = 0; c < widths.length; c++) {
            double y = top;
            for (int r = 0; r < perColumn && c * perColumn + r < handles.size(); r++) {
                var handle = handles.get(c * perColumn + r);
                double h = rowHeight(handles, r, columns);
                sample(canvas, handle, x, y + h / 2, theme.ink());
                Label.of(handle.label(), size).draw(canvas, x + 2.8 * em(), y + h / 2, theme.ink(), 0, 0.5, 0);
                y += h + 0.4 * em();
            }
            x += widths[c] + 2 * em();
        }
    }

    private void sample(Canvas canvas, Layer.Handle handle, double x, double middle, int ink) {
        double w = 2 * em();
        if (handle.patch()) {
            double h = 0.7 * em();
            canvas.rect(x, middle - h / 2, w, h, handle.fill(), handle.edge());
            Hatch.paint(canvas, new Box(x, middle - h / 2, w, h).rectangle(), handle.hatch(), ink);
            return;
        }
        if (handle.bar().visible()) {
            double at = x + w / 2;
            double top = middle - 0.5 * em();
            double foot = middle + 0.5 * em();
            double from = at - handle.cap();
            double to = at + handle.cap();
            double gap = Double.NaN;
            canvas.polyline(
                    new double[] {at, at, gap, from, to, gap, from, to},
                    new double[] {top, foot, gap, top, top, gap, foot, foot},
                    8,
                    handle.bar());
        }
        canvas.polyline(new double[] {x, x + w}, new double[] {middle, middle}, 2, handle.line());
        if (handle.marker() != null) {
            canvas.marks(new Canvas.Marks(
                    handle.marker(),
                    new double[] {x + w / 2},
                    new double[] {middle},
                    handle.size(),
                    null,
                    handle.fill(),
                    null,
                    handle.edge()));
        }
    }

    /** The handles of some layers, without those that have no label. */
    static List<Layer.Handle> handles(List<Layer> layers) {
        var out = new ArrayList<Layer.Handle>();
        for (Layer layer : layers) {
            var handle = layer.handle();
            if (handle != null && !handle.label().isEmpty() && !handle.label().startsWith("_")) {
                out.add(handle);
            }
        }
        return out;
    }
}
