package lectern.plot.learning;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import lectern.plot.Axes;
import lectern.plot.Plots;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Layer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Makes pictures of trees and graphs. */
final class Trees {
    private Trees() {}

    static Axes dendrogram(double[][] linkage, List<String> names) {
        int n = linkage.length + 1;
        if (linkage.length == 0 || linkage[0].length < 3) {
            throw new IllegalArgumentException("A dendrogram needs rows (left, right, distance) but got "
                    + (linkage.length == 0 ? "none" : "rows of " + linkage[0].length + " values") + ".");
        }
        var order = new ArrayList<Integer>();
        leaves(linkage, 2 * n - 2, n, order);
        var x = new double[2 * n - 1];
        var height = new double[2 * n - 1];
        for (int i = 0; i < order.size(); i++) {
            x[order.get(i)] = i;
        }
        double top = linkage[n - 2][2];
        var axes = Plots.axes();
        for (int k = 0; k < linkage.length; k++) {
            x[n + k] = (x[(int) linkage[k][0]] + x[(int) linkage[k][1]]) / 2;
            height[n + k] = linkage[k][2];
        }
        int[] color = colors(linkage, n, top);
        for (int k = 0; k < linkage.length; k++) {
            int left = (int) linkage[k][0];
            int right = (int) linkage[k][1];
            double h = linkage[k][2];
            int ink = axes.figure().theme().color(color[n + k]);
            axes.add(new LineLayer(
                    new double[] {x[left], x[left], x[right], x[right]},
                    new double[] {height[left], h, h, height[right]},
                    "",
                    Pen.solid(ink, 1.3),
                    Style.PLAIN,
                    axes.figure().theme(),
                    ink));
        }
        var labels = new ArrayList<String>();
        for (int leaf : order) {
            labels.add(names.isEmpty() ? Integer.toString(leaf) : names.get(leaf));
        }
        if (n > 60) {
            axes.xticks(new double[0]);
        } else {
            axes.xticks(Numbers.index(n), labels);
        }
        return axes.ylim(0, 1.05 * top).ylabel("distance");
    }

    /** Colour numbers of the nodes: 0 above seven tenths of the height, below one number for every branch. */
    private static int[] colors(double[][] linkage, int n, double top) {
        var color = new int[2 * n - 1];
        int next = 1;
        for (int k = linkage.length - 1; k >= 0; k--) {
            boolean low = linkage[k][2] <= 0.7 * top;
            if (low && color[n + k] == 0) {
                color[n + k] = next++;
            }
            color[(int) linkage[k][0]] = color[n + k];
            color[(int) linkage[k][1]] = color[n + k];
        }
        return color;
    }

    /** Leaves from left to right, without recursion so that long chains do no harm. */
    private static void leaves(double[][] linkage, int root, int n, List<Integer> order) {
        var stack = new java.util.ArrayDeque<Integer>();
        stack.push(root);
        while (!stack.isEmpty()) {
            int node = stack.pop();
            if (node < n) {
                order.add(node);
                continue;
            }
            int left = (int) linkage[node - n][0];
            int right = (int) linkage[node - n][1];
            if (left < 0 || right < 0 || left >= node || right >= node) {
                throw new IllegalArgumentException("Row " + (node - n) + " of the linkage joins " + left + " and "
                        + right
                        + ", but clusters must exist before they are joined.");
            }
            stack.push(right);
            stack.push(left);
        }
    }

    static Axes graph(double[][] places, List<String> names, double[][] edges) {
        var pairs = new int[edges.length][2];
        for (int i = 0; i < edges.length; i++) {
            for (int k = 0; k < 2; k++) {
                pairs[i][k] = (int) edges[i][k];
                if (pairs[i][k] < 0 || pairs[i][k] >= places.length) {
                    throw new IllegalArgumentException("Edge " + i + " names node " + pairs[i][k] + ", but there are "
                            + places.length
                            + " nodes, counted from 0.");
                }
            }
        }
        var axes = Plots.axes();
        axes.add(new GraphLayer(places, new int[] {axes.figure().theme().color(0)}, names, pairs));
        return axes.axisOff().margins(0.15);
    }

    /** Round nodes with names, over the lines that join them. */
    private record GraphLayer(double[][] places, int[] fills, List<String> names, int[][] edges) implements Layer {
        @Override
        public void bounds(Bounds b) {
            for (double[] p : places) {
                b.x(p[0]);
                b.y(p[1]);
            }
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            var x = new double[3 * edges.length];
            var y = new double[3 * edges.length];
            for (int i = 0; i < edges.length; i++) {
                for (int k = 0; k < 2; k++) {
                    x[3 * i + k] = t.x(places[edges[i][k]][0]);
                    y[3 * i + k] = t.y(places[edges[i][k]][1]);
                }
                x[3 * i + 2] = Double.NaN;
                y[3 * i + 2] = Double.NaN;
            }
            canvas.polyline(x, y, x.length, Pen.solid(Colors.mix(theme.face(), theme.ink(), 0.45), 0.6));
            double r = 11;
            for (int i = 0; i < places.length; i++) {
                double px = t.x(places[i][0]);
                double py = t.y(places[i][1]);
                int fill = Colors.mix(theme.face(), fills[i % fills.length], 0.55);
                canvas.shape(new Ellipse2D.Double(px - r, py - r, 2 * r, 2 * r), fill, Pen.solid(theme.ink(), 0.8));
                if (i < names.size()) {
                    Label.of(names.get(i), Math.min(10, 1.5 * r)).draw(canvas, px, py, theme.ink(), 0.5, 0.5, 0);
                }
            }
        }

        @Override
        public double zorder() {
            return 1;
        }

        @Override
        public String describe() {
            return "Graph of " + places.length + " nodes and " + edges.length + " edges.";
        }
    }
}
