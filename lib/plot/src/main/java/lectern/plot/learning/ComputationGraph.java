package lectern.plot.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lectern.plot.Axes;
import lectern.plot.Figure;
import lectern.plot.Options;
import lectern.plot.Plots;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.AreaLayer;
import lectern.plot.layer.ArrowLayer;
import lectern.plot.layer.Layer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/**
 * Named steps of a computation from left to right with arrows between them, in layers (K. Sugiyama et al., 1981).
 *
 * <p>A step stands one column right of the last one that it needs. Arrows over several columns get a free place in each
 * of them, so that they run beside the steps between.
 */
final class ComputationGraph {
    private static final double GAP = 38;
    private static final double PITCH = 44;
    private static final double SIZE = 11;
    private static final double EDGE = 8;
    private static final int SWEEPS = 8;

    private final List<String> names;
    private final int[] column;
    private final List<List<Integer>> columns = new ArrayList<>();
    private final List<int[]> routes = new ArrayList<>();
    private final List<List<Integer>> neighbours = new ArrayList<>();

    private ComputationGraph(List<String> names, double[][] edges) {
        this.names = names;
        int n = names.size();
        column = new int[n];
        for (int round = 0; round <= n; round++) {
            boolean moved = false;
            for (double[] edge : edges) {
                int from = node(edge, 0);
                int to = node(edge, 1);
                if (column[to] <= column[from]) {
                    column[to] = column[from] + 1;
                    moved = true;
                }
            }
            if (!moved) {
                break;
            }
            if (round == n) {
                throw new IllegalArgumentException(
                        "A computation runs from left to right," + " but these arrows go around in a circle.");
            }
        }
        for (int i = 0; i < n; i++) {
            put(i, column[i]);
        }
        for (double[] edge : edges) {
            route((int) edge[0], (int) edge[1]);
        }
        order();
    }

    private int node(double[] edge, int end) {
        if (edge.length != 2 || !(edge[end] >= 0 && edge[end] < names.size()) || edge[end] != Math.rint(edge[end])) {
            throw new IllegalArgumentException("An arrow is a pair of step numbers from 0 to " + (names.size() - 1)
                    + " but got "
                    + Arrays.toString(edge) + ".");
        }
        return (int) edge[end];
    }

    private void put(int node, int at) {
        while (columns.size() <= at) {
            columns.add(new ArrayList<>());
        }
        columns.get(at).add(node);
        neighbours.add(new ArrayList<>());
    }

    private void route(int from, int to) {
        var through = new ArrayList<Integer>(List.of(from));
        for (int c = column[from] + 1; c < column[to]; c++) {
            through.add(neighbours.size());
            put(neighbours.size(), c);
        }
        through.add(to);
        for (int i = 1; i < through.size(); i++) {
            neighbours.get(through.get(i)).add(through.get(i - 1));
            neighbours.get(through.get(i - 1)).add(through.get(i));
        }
        routes.add(through.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Steps stand near the mean of their neighbours, which unties most crossings. */
    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] height = heights();
            for (int k = 0; k < columns.size(); k++) {
                int c = sweep % 2 == 0 ? k : columns.size() - 1 - k;
                columns.get(c)
                        .sort(Comparator.comparingDouble(node -> neighbours.get(node).stream()
                                .mapToDouble(i -> height[i])
                                .average()
                                .orElse(height[node])));
                heights(columns.get(c), height);
            }
        }
    }

    private double[] heights() {
        var height = new double[neighbours.size()];
        columns.forEach(nodes -> heights(nodes, height));
        return height;
    }

    private static void heights(List<Integer> nodes, double[] height) {
        for (int i = 0; i < nodes.size(); i++) {
            height[nodes.get(i)] = (i - (nodes.size() - 1) / 2.0) * PITCH;
        }
    }

    static Axes draw(List<String> names, double[][] edges) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A computation needs at least one step but got none.");
        }
        return new ComputationGraph(names, edges).axes();
    }

    private double boxWidth(int node) {
        return node < names.size()
                ? Math.max(26, Label.of(names.get(node), SIZE).width() + 14)
                : 0;
    }

    private double boxHeight(int node) {
        return Math.max(26, Label.of(names.get(node), SIZE).height() + 8);
    }

    private Axes axes() {
        double[] height = heights();
        var centre = new double[neighbours.size()];
        double right = EDGE - GAP;
        for (var nodes : columns) {
            double widest = nodes.stream().mapToDouble(this::boxWidth).max().orElse(0);
            right += GAP + widest;
            for (int node : nodes) {
                centre[node] = right - widest / 2;
            }
        }
        double half = columns.stream().mapToInt(List::size).max().orElse(1) * PITCH / 2;
        double tall = 0;
        for (int i = 0; i < names.size(); i++) {
            tall = Math.max(tall, Math.abs(height[i]) + boxHeight(i) / 2 + EDGE);
        }
        half = Math.max(half, tall);
        var axes = Plots.figure((right + EDGE + 2 * Figure.PAD) / 72, (2 * half + 2 * Figure.PAD) / 72)
                .at(0)
                .xlim(0, right + EDGE)
                .ylim(half, -half)
                .axisOff();
        int ink = axes.figure().theme().ink();
        for (int[] route : routes) {
            arrow(axes, route, centre, height, Colors.mix(axes.figure().theme().face(), ink, 0.65));
        }
        for (int i = 0; i < names.size(); i++) {
            boolean given = columns.getFirst().contains(i);
            boolean last = column[i] == columns.size() - 1;
            int fill = Colors.mix(
                    axes.figure().theme().face(), axes.figure().theme().color(given ? 2 : last ? 1 : 0), 0.3);
            double w = boxWidth(i) / 2;
            double h = boxHeight(i) / 2;
            axes.add(new AreaLayer(
                    "Step " + told(i),
                    new double[] {centre[i] - w, centre[i] + w, centre[i] + w, centre[i] - w},
                    new double[] {height[i] - h, height[i] - h, height[i] + h, height[i] + h},
                    fill,
                    Pen.solid(ink, 0.9),
                    "",
                    "",
                    3));
            axes.text(
                    centre[i],
                    height[i],
                    names.get(i),
                    Options.anchor("center"),
                    Options.valign("center"),
                    Options.fontSize(SIZE),
                    Options.zorder(4));
        }
        return axes;
    }

    private void arrow(Axes axes, int[] route, double[] centre, double[] height, int color) {
        int n = route.length;
        var x = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = centre[route[i]];
            y[i] = height[route[i]];
        }
        x[0] += boxWidth(route[0]) / 2;
        x[n - 1] -= boxWidth(route[n - 1]) / 2;
        var line = new LineLayer(
                Arrays.copyOf(x, n - 1),
                Arrays.copyOf(y, n - 1),
                "",
                Pen.solid(color, 1.2),
                Style.PLAIN,
                axes.figure().theme(),
                color);
        var head = new ArrowLayer(
                new double[] {x[n - 2]},
                new double[] {y[n - 2]},
                new double[] {x[n - 1]},
                new double[] {y[n - 1]},
                new int[] {color},
                1.2,
                "",
                2,
                null,
                "Arrow");
        axes.add(new Link(line, head, told(route[0]) + " leads to " + told(route[n - 1]) + "."));
    }

    /** A step's name as it is spoken: its first line. */
    private String told(int node) {
        return Label.plain(names.get(node).lines().findFirst().orElse(""));
    }

    /** A line that ends in an arrow, told as what it means. */
    private record Link(Layer line, Layer head, String describe) implements Layer {
        @Override
        public void bounds(Bounds bounds) {
            line.bounds(bounds);
            head.bounds(bounds);
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            line.paint(canvas, t, theme);
            head.paint(canvas, t, theme);
        }
    }
}
