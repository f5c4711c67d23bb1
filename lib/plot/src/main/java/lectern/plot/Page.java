package lectern.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.canvas.Raster;
import lectern.plot.canvas.SketchCanvas;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Layer;

/**
 * Lays the panels of a figure out on paper: measures what every panel needs around its box, gives each row and column
 * of the grid the largest of these needs, shares the rest, and crops empty paper. Boxes of one row or column are
 * therefore aligned and no label is cut off.
 */
final class Page {
    /** Takes nothing: panels that paint on it only tell what they would cover. */
    static final Canvas NOTHING = new NullCanvas();

    private final Figure figure;
    private final List<Box> boxes = new ArrayList<>();
    private Box extent;
    private double top;
    private double right;

    Page(Figure figure) {
        this.figure = figure;
        if (figure.panels.isEmpty()) {
            figure.at(0);
        }
        layOut();
    }

    /** The part of the plane to show. */
    Box extent() {
        return extent;
    }

    private void layOut() {
        top = Figure.PAD
                + (figure.suptitle.isEmpty() ? 0 : Label.of(figure.suptitle, 14).height() + 8);
        right = Figure.PAD;
        if (figure.colorBar != null) {
            figure.colorBar.scale = lastScale();
            right += figure.colorBar.width(figure.height * 0.7) + 6;
        }
        double[] w = new double[figure.panels.size()];
        double[] h = new double[figure.panels.size()];
        Arrays.fill(w, figure.width / figure.cols * 0.75);
        Arrays.fill(h, figure.height / figure.rows * 0.7);
        for (int round = 0; round < 2; round++) {
            place(w, h);
            for (int i = 0; i < w.length; i++) {
                Box fitted = figure.panels.get(i).fit(boxes.get(i));
                w[i] = fitted.w();
                h[i] = fitted.h();
            }
        }
        place(w, h);
        Box used = new Box(0, 0, figure.width, figure.height);
        Box drawn = null;
        boolean shrunk = false;
        for (int i = 0; i < boxes.size(); i++) {
            Frame<?> panel = figure.panels.get(i);
            Box fitted = panel.fit(boxes.get(i));
            shrunk |= fitted.w() < boxes.get(i).w() - 1
                    || fitted.h() < boxes.get(i).h() - 1;
            boxes.set(i, fitted);
            drawn = Box.union(drawn, panel.paint(NOTHING, fitted));
        }
        if (drawn != null
                && (shrunk
                        || drawn.x() < 0
                        || drawn.y() < 0
                        || drawn.right() > used.w()
                        || drawn.bottom() > used.h())) {
            used = crop(drawn, used, shrunk);
        }
        extent = used;
    }

    /** Where equal scales leave paper empty it is cut off; where something sticks out, paper is added. */
    private Box crop(Box drawn, Box page, boolean shrunk) {
        Box rim = drawn.grow(Figure.PAD);
        if (!figure.suptitle.isEmpty()) {
            double half = Label.of(figure.suptitle, 14).width() / 2 + Figure.PAD;
            double middle = center(boxes);
            rim = Box.union(rim, new Box(middle - half, rim.y() - top + Figure.PAD, 2 * half, 1));
        }
        if (figure.colorBar != null) {
            rim = new Box(rim.x(), rim.y(), rim.w() + right, rim.h());
        }
        return shrunk ? rim : Box.union(page, rim);
    }

    private static double center(List<Box> boxes) {
        Box all = null;
        for (Box box : boxes) {
            all = Box.union(all, box);
        }
        return all.centerX();
    }

    private ColorScale lastScale() {
        ColorScale scale = null;
        for (Frame<?> panel : figure.panels) {
            for (Layer layer : panel.layers) {
                scale = layer.colorScale() != null ? layer.colorScale() : scale;
            }
        }
        if (scale == null) {
            throw new IllegalArgumentException(
                    "A colour bar needs something drawn in colours first, " + "such as contourf or heatmap.");
        }
        return scale;
    }

    /** Gives every panel its room for margins measured at the given box sizes. */
    private void place(double[] w, double[] h) {
        int rows = figure.rows;
        int cols = figure.cols;
        var left = new double[cols + 1];
        var rightOf = new double[cols + 1];
        var above = new double[rows + 1];
        var below = new double[rows + 1];
        for (int i = 0; i < w.length; i++) {
            Frame<?> panel = figure.panels.get(i);
            var m = panel.measure(w[i], h[i]);
            var s = panel.span;
            left[s.col()] = Math.max(left[s.col()], m.left());
            rightOf[s.col() + s.cols()] = Math.max(rightOf[s.col() + s.cols()], m.right());
            above[s.row()] = Math.max(above[s.row()], m.top());
            below[s.row() + s.rows()] = Math.max(below[s.row() + s.rows()], m.bottom());
        }
        double[] x = divide(Figure.PAD, figure.width - right, left, rightOf, figure.widthRatios, cols);
        double[] y = divide(top, figure.height - Figure.PAD, above, below, figure.heightRatios, rows);
        boxes.clear();
        for (Frame<?> panel : figure.panels) {
            var s = panel.span;
            int c = s.col() + s.cols() - 1;
            int r = s.row() + s.rows() - 1;
            boxes.add(new Box(
                    x[2 * s.col()], y[2 * s.row()], x[2 * c + 1] - x[2 * s.col()], y[2 * r + 1] - y[2 * s.row()]));
        }
    }

    /** Beginnings and ends of n boxes between from and to, with their margins around them. */
    private static double[] divide(double from, double to, double[] before, double[] after, double[] ratios, int n) {
        double margins = (n - 1) * Figure.GAP;
        double parts = 0;
        for (int i = 0; i < n; i++) {
            margins += before[i] + after[i + 1];
            parts += ratios == null ? 1 : ratios[i];
        }
        double share = Math.max((to - from - margins) / parts, 8);
        var out = new double[2 * n];
        double at = from;
        for (int i = 0; i < n; i++) {
            at += before[i];
            out[2 * i] = at;
            at += share * (ratios == null ? 1 : ratios[i]);
            out[2 * i + 1] = at;
            at += after[i + 1] + Figure.GAP;
        }
        return out;
    }

    void paint(Canvas paper) {
        Box sheet = extent.grow(1);
        if (!figure.transparent) {
            paper.rect(sheet.x(), sheet.y(), sheet.w(), sheet.h(), figure.theme.page(), Pen.NONE);
        }
        Canvas canvas = figure.theme.sketched() ? new SketchCanvas(paper) : paper;
        Box all = null;
        for (int i = 0; i < boxes.size(); i++) {
            all = Box.union(all, figure.panels.get(i).paint(canvas, boxes.get(i)));
        }
        if (!figure.suptitle.isEmpty()) {
            var label = Label.of(figure.suptitle, 14);
            double y = Math.max(extent.y() + Figure.PAD, Math.min(all.y() - label.height() - 6, extent.bottom()));
            label.draw(canvas, center(boxes), y, figure.theme.ink(), 0.5, 0, 0);
        }
        if (figure.colorBar != null) {
            Box inner = null;
            for (Box box : boxes) {
                inner = Box.union(inner, box);
            }
            figure.colorBar.paint(
                    canvas, new Box(all.right() + 12, inner.y(), ColorBar.THICK, inner.h()), figure.theme);
        }
    }

    private static final class NullCanvas implements Canvas {
        @Override
        public void push(java.awt.Shape clip) {}

        @Override
        public void pop() {}

        @Override
        public void polyline(double[] x, double[] y, int n, Pen pen) {}

        @Override
        public void shape(java.awt.Shape shape, int fill, Pen pen) {}

        @Override
        public void rect(double x, double y, double w, double h, int fill, Pen pen) {}

        @Override
        public void marks(Marks marks) {}

        @Override
        public void text(String text, double x, double y, double size, int color, double anchor, double angle) {}

        @Override
        public void image(Raster raster, double x, double y, double w, double h, boolean smooth) {}
    }
}
