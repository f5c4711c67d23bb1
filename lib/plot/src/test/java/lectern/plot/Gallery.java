package lectern.plot;

import static lectern.plot.Plots.*;
import static lectern.plot.learning.LearningPlots.*;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lectern.plot.scale.Grids;

/** The figures that the golden pictures show, one of each kind. */
final class Gallery {
    private Gallery() {}

    static double[] linspace(double from, double to, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> from + (to - from) * i / (n - 1))
                .toArray();
    }

    static double[] map(double[] x, DoubleUnaryOperator f) {
        return java.util.Arrays.stream(x).map(f).toArray();
    }

    static double[] normal(long seed, int n) {
        var random = new Random(seed);
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    static double[][] matrix(long seed, int rows, int cols) {
        return IntStream.range(0, rows)
                .mapToObj(i -> map(normal(seed + i, cols), v -> 0.5 + 0.2 * v))
                .toArray(double[][]::new);
    }

    static Map<String, Supplier<Figure>> figures() {
        double[] x = linspace(0, 10, 60);
        double[] sin = map(x, Math::sin);
        double[] g = linspace(-2, 2, 41);
        double[] coarse = linspace(-2, 2, 11);
        double[][] u = Grids.evaluate(coarse, coarse, (a, b) -> -b);
        double[][] v = Grids.evaluate(coarse, coarse, (a, b) -> a * (1 - 0.1 * b));
        var out = new LinkedHashMap<String, Supplier<Figure>>();
        out.put(
                "lines",
                () -> plot(x, sin, "sin $x$")
                        .plot(x, Math::cos, "cos", dashed(), width(3))
                        .plot(x, map(x, t -> t / 10), "line", dotted(), marker("o"), every(5))
                        .labels("$x$", "value")
                        .title("loss $\\|\\nabla f\\|^2$")
                        .legend()
                        .grid()
                        .figure());
        out.put(
                "semilogy",
                () -> semilogy(map(x, t -> Math.exp(-t)), "training")
                        .semilogy(map(x, t -> 0.3 * Math.exp(-t / 2)), "validation")
                        .labels("epoch", "loss")
                        .legend()
                        .figure());
        out.put(
                "loglog",
                () -> loglog(map(x, t -> Math.pow(10, t)), map(x, t -> Math.pow(10, t / 3)), marker("s"))
                        .grid("minor")
                        .figure());
        out.put(
                "symlog",
                () -> plot(new double[] {-1000, -10, 0, 10, 5000}, new double[] {1, 2, 3, 4, 5})
                        .symlogX(1)
                        .figure());
        out.put(
                "dates",
                () -> plot(
                                List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 1), LocalDate.of(2025, 3, 1)),
                                new double[] {3, 1, 2})
                        .figure());
        out.put(
                "scatter",
                () -> scatter(normal(1, 80), normal(2, 80), "points", marker("^"), alpha(0.5))
                        .legend()
                        .figure());
        out.put(
                "bubbles",
                () -> scatter(
                                normal(1, 50),
                                normal(2, 50),
                                colorBy(normal(3, 50)),
                                sizes(linspace(5, 200, 50)),
                                edge("k"))
                        .colorbar("value")
                        .figure());
        out.put(
                "bar",
                () -> bar(List.of("setosa", "versicolor", "virginica"), new double[] {3, 7, 5}, yerr(0.5), annotated())
                        .figure());
        out.put(
                "barh",
                () -> barh(List.of("a", "b"), new double[][] {{1, 2}, {3, 1}}, stacked(), label("one", "two"))
                        .legend()
                        .figure());
        out.put(
                "hist",
                () -> hist(normal(4, 500), bins(25), density(), alpha(0.6))
                        .plot(linspace(-3, 3, 50), t -> Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI), "normal")
                        .legend()
                        .figure());
        out.put(
                "hist2d",
                () -> hist2d(normal(5, 2000), normal(6, 2000), bins(20))
                        .colorbar()
                        .figure());
        out.put(
                "boxplot",
                () -> subplots(1, 2)
                        .at(0)
                        .boxplot(matrix(7, 3, 60), label("a", "b", "c"))
                        .at(1)
                        .violin(matrix(7, 3, 60))
                        .figure());
        out.put(
                "errorbar",
                () -> errorbar(linspace(0, 5, 6), linspace(1, 3, 6), yerr(0.3), xerr(0.1), marker("o"))
                        .figure());
        out.put("stem", () -> stem(linspace(0, 10, 20), linspace(-1, 1, 20)).figure());
        out.put(
                "step",
                () -> step(linspace(0, 5, 6), new double[] {1, 3, 2, 4, 3, 5}, where("mid"))
                        .figure());
        out.put(
                "pie",
                () -> pie(new double[] {3, 5, 2}, label("a", "b", "c"), annotated())
                        .figure());
        out.put(
                "fillBetween",
                () -> plot(x, sin, "mean")
                        .fillBetween(x, map(sin, t -> t - 0.3), map(sin, t -> t + 0.3), "band", color("C0"), alpha(0.3))
                        .legend()
                        .figure());
        out.put(
                "contour",
                () -> contour(g, g, (a, b) -> Math.exp(-a * a - b * b) - a / 5, annotated())
                        .figure());
        out.put(
                "contourf",
                () -> contourf(g, g, (a, b) -> 1 / (Math.abs(0.5 - a * a * a * a - b * b * b * b) + 0.1))
                        .colorbar("f")
                        .figure());
        out.put(
                "diverging",
                () -> contourf(g, g, (a, b) -> a * b, cmap("RdBu"), levels(new double[] {-4, -2, 0, 2, 4}), alpha(0.6))
                        .contour(g, g, (a, b) -> a * b, color("k"), levels(5))
                        .figure());
        out.put(
                "pcolormesh",
                () -> pcolormesh(new double[] {1, 10, 100, 1000}, linspace(0, 1, 4), matrix(8, 3, 3))
                        .xscale("log")
                        .figure());
        out.put(
                "imshow",
                () -> imshow(matrix(9, 12, 8), cmap("magma_r")).colorbar().figure());
        out.put(
                "heatmap",
                () -> heatmap(
                                matrix(10, 4, 5),
                                List.of("a", "b", "c", "d"),
                                List.of("1", "2", "3", "4", "5"),
                                annotated("%.2f"))
                        .colorbar()
                        .title("accuracy")
                        .labels("$\\lambda$", "$\\eta$")
                        .figure());
        out.put(
                "confusion",
                () -> confusionMatrix(new int[][] {{50, 2, 0}, {1, 47, 3}, {0, 5, 44}}, List.of("se", "ve", "vi"))
                        .figure());
        out.put(
                "images",
                () -> imageGrid(
                        List.of(matrix(1, 8, 8), matrix(2, 8, 8), matrix(3, 8, 8)),
                        List.of("0", "1", "2"),
                        3,
                        cmap("gray_r")));
        out.put(
                "quiver",
                () -> quiver(coarse, coarse, u, v, cmap("viridis"))
                        .colorbar("speed")
                        .equal()
                        .figure());
        out.put("streamplot", () -> streamplot(coarse, coarse, u, v).figure());
        out.put(
                "shapes",
                () -> polygon(new double[] {0, 1, 0.5}, new double[] {0, 0, 1}, hatch("//"), edge("k"))
                        .arrow(0, 0, 0.5, 0.5)
                        .axhline(0.5, dashed())
                        .axvspan(0.2, 0.3)
                        .annotate("peak", 0.5, 1, 0.8, 0.8)
                        .text(0.1, 0.9, "text", boxed())
                        .figure());
        out.put("twins", () -> {
            var axes = plot(x, sin, "sin").ylabel("sin").ycolor("C0").xlabel("time");
            axes.twinx().plot(x, Math::exp, "exp").ylabel("exp").ycolor("C1");
            axes.inset(0.1, 0.6, 0.3, 0.3).plot(x, sin);
            return axes.legend("lower left").figure();
        });
        out.put(
                "panels",
                () -> subplots(2, 2)
                        .suptitle("four")
                        .at(0)
                        .plot(x, sin)
                        .ylabel("a")
                        .at(1)
                        .plot(x, map(x, t -> 1e6 * t))
                        .at(2)
                        .plot(x, map(sin, t -> t * 1000))
                        .xlabel("x")
                        .at(3)
                        .imshow(matrix(1, 5, 5))
                        .figure());
        out.put(
                "table",
                () -> table(new String[][] {{"a", "1.5"}, {"b", "2.5"}}, List.of("name", "value"))
                        .figure());
        out.put(
                "surface",
                () -> surface(g, g, (a, b) -> Math.sin(a * a + b * b))
                        .colorbar("z")
                        .labels("$x$", "$y$", "$z$")
                        .title("surface")
                        .figure());
        out.put(
                "saddle",
                () -> surface(g, g, (a, b) -> a * a - b * b, alpha(0.6))
                        .contourf(g, g, (a, b) -> a * a - b * b, offset(-8))
                        .contour(g, g, (a, b) -> a * a - b * b, across("y"), offset(2.5))
                        .quiver(
                                new double[1],
                                new double[1],
                                new double[1],
                                new double[] {1},
                                new double[] {1},
                                new double[] {3},
                                color("r"),
                                label("gradient"))
                        .zlim(-8, 6)
                        .legend()
                        .figure());
        out.put(
                "space",
                () -> subplots(1, 3)
                        .size(9, 3)
                        .at3d(0)
                        .scatter(normal(1, 90), normal(2, 90), normal(3, 90), colorBy(normal(3, 90)))
                        .at3d(1)
                        .plot(map(x, Math::cos), map(x, Math::sin), x)
                        .view(20, 40)
                        .at3d(2)
                        .wireframe(coarse, coarse, (a, b) -> a * b)
                        .figure());
        out.put(
                "voxels",
                () -> voxels(new int[][][] {{{1, 0}, {1, 1}}, {{0, 0}, {1, 0}}}, alpha(0.4), edge("k"))
                        .figure());
        double[][] points = {normal(11, 60), map(normal(12, 60), t -> t + 1)};
        double[][] rows = IntStream.range(0, 60)
                .mapToObj(i -> new double[] {points[0][i], points[1][i], points[0][i] * points[1][i]})
                .toArray(double[][]::new);
        int[] classes = IntStream.range(0, 60)
                .map(i -> points[0][i] > 0 ? points[1][i] > 1 ? 2 : 1 : 0)
                .toArray();
        out.put(
                "decision",
                () -> decisionBoundary(rows, classes, (a, b) -> a > 0 ? b > 1 ? 2 : 1 : 0)
                        .labels("$x_1$", "$x_2$")
                        .figure());
        out.put("pairs", () -> pairPlot(rows, List.of("a", "b", "c"), classes));
        out.put(
                "parallel",
                () -> parallelCoordinates(rows, List.of("a", "b", "c"), points[0])
                        .figure());
        out.put(
                "dendrogram",
                () -> dendrogram(new double[][] {{0, 1, 1, 2}, {2, 3, 1.5, 2}, {5, 6, 3, 4}, {4, 7, 6, 5}}, null)
                        .figure());
        out.put(
                "silhouette",
                () -> silhouettePlot(map(points[0], Math::sin), classes).figure());
        out.put("network", () -> network(3, 14, 8, 2).figure());
        out.put(
                "graph",
                () -> graphPlot(new double[][] {{0, 0}, {1, 1}, {2, 0}}, List.of("A", "B", "C"), new int[][] {
                            {0, 1}, {1, 2}
                        })
                        .figure());
        out.put(
                "roc",
                () -> rocCurve(new double[] {0, 0.1, 0.3, 1}, new double[] {0, 0.6, 0.9, 1}, "area 0.87")
                        .figure());
        out.put(
                "partial",
                () -> partialDependence(
                        matrix(30, 25, 3), List.of("a", "b", "c"), p -> p[0] * p[0] + Math.sin(4 * p[1]) * p[2]));
        out.put(
                "computation",
                () -> computationGraph(
                                List.of("$x$", "$w$", "$wx$", "$y$", "loss"),
                                new int[][] {{0, 2}, {1, 2}, {2, 4}, {3, 4}})
                        .figure());
        out.put(
                "circuit",
                () -> circuit(3)
                        .names("a", "b", "c")
                        .gate("H", 0)
                        .gate("$R_y$", 1)
                        .cnot(0, 1)
                        .controlled("Z", 1, 2)
                        .swap(0, 2)
                        .barrier()
                        .gate("U", 0, 1)
                        .toffoli(0, 1, 2)
                        .measure(0)
                        .axes()
                        .figure());
        out.put(
                "numbered",
                () -> numberedMatrix(new int[][] {{0, 1, 2}, {3, 4, 5}}).figure());
        out.put(
                "saliency",
                () -> saliencyOverlay(matrix(31, 8, 8), matrix(32, 8, 8)).figure());
        out.put(
                "drawing",
                () -> ellipse(-0.5, 0, 2, 2, alpha(0.4), edge("k"))
                        .ellipse(0.5, 0, 2, 1, hollow(), edge("C1", 2), dashed(), rotated(30))
                        .arrow(0, 0, 0.5, 0.5)
                        .text(0, 0, "both", anchor("center"), boxed())
                        .equal()
                        .axisOff()
                        .figure());
        out.put(
                "planes",
                () -> surface(coarse, coarse, (a, b) -> a * a - b * b)
                        .plane("z", 0, color("0.6"), alpha(0.4))
                        .plane(
                                new double[3],
                                new double[] {1, 1, 0},
                                color("steelblue"),
                                alpha(0.3),
                                label("constraint"))
                        .polygon(new double[] {0, 1, 1}, new double[] {0, 0, 1}, new double[] {3, 3, 4}, color("C1"))
                        .legend("upper left")
                        .figure());
        out.put(
                "cubes",
                () -> cubes(
                                new double[] {0, 1, 0},
                                new double[] {0, 0, 1},
                                new double[] {0, 0, 1},
                                1,
                                colorBy(new double[] {-1, 0, 1}),
                                alpha(0.25),
                                cmap("bwr_r"))
                        .quiver(
                                new double[] {0, 1},
                                new double[2],
                                new double[2],
                                new double[2],
                                new double[2],
                                new double[] {1, 1},
                                color("k"))
                        .colorbar("f", new double[] {-1, 0, 1})
                        .figure());
        out.putAll(MoreGallery.figures());
        return out;
    }
}
