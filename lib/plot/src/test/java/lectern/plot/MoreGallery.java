package lectern.plot;

import static lectern.plot.Gallery.linspace;
import static lectern.plot.Gallery.map;
import static lectern.plot.Gallery.matrix;
import static lectern.plot.Gallery.normal;
import static lectern.plot.Plots.*;
import static lectern.plot.learning.LearningPlots.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lectern.plot.scale.Theme;

/** More figures for the golden pictures: distributions, relations, evaluations of models, styles. */
final class MoreGallery {
    private MoreGallery() {}

    static Map<String, Supplier<Figure>> figures() {
        double[] x = linspace(0, 10, 60);
        double[] sin = map(x, Math::sin);
        double[] a = normal(21, 120);
        double[] b = map(normal(22, 120), t -> 1.5 + 0.7 * t);
        double[] noisy =
                IntStream.range(0, 60).mapToDouble(i -> 1 + 0.5 * x[i] + a[i]).toArray();
        String[] kinds = IntStream.range(0, 60)
                .mapToObj(i -> List.of("cat", "dog", "owl").get(i % 3))
                .toArray(String[]::new);
        var out = new LinkedHashMap<String, Supplier<Figure>>();
        out.put(
                "density",
                () -> hist(a, "a", bins("auto"), density(), kde())
                        .hist(b, "b", bins("same"), density(), kde(), alpha(0.6))
                        .rugplot(b)
                        .legend()
                        .figure());
        out.put(
                "distributions",
                () -> subplots(1, 2)
                        .at(0)
                        .kdeplot(List.of(a, b), label("a", "b"))
                        .legend()
                        .at(1)
                        .ecdfplot(a, "a")
                        .ecdfplot(b, "b")
                        .legend()
                        .figure());
        out.put(
                "plane density",
                () -> scatter(a, b, alpha(0.4), size(4))
                        .kdeplot(a, b, levels(6))
                        .figure());
        out.put(
                "single values",
                () -> subplots(1, 2)
                        .size(7.5, 3)
                        .at(0)
                        .boxplot(matrix(7, 3, 40), label("a", "b", "c"))
                        .stripplot(matrix(7, 3, 40), alpha(0.5))
                        .at(1)
                        .swarmplot(kinds, sin)
                        .figure());
        out.put(
                "regression",
                () -> regplot(x, noisy, "least squares")
                        .labels("x", "y")
                        .legend()
                        .figure());
        out.put(
                "classes",
                () -> scatter(x, sin, colorBy(kinds), size(7)).legend().figure());
        out.put(
                "hexbin",
                () -> hexbin(normal(5, 4000), normal(6, 4000), bins(18))
                        .colorbar("points")
                        .figure());
        out.put(
                "stackplot",
                () -> stackplot(
                                x,
                                new double[][] {map(x, t -> 1 + t / 5), map(x, t -> 2 + Math.sin(t)), map(x, t -> 1)},
                                label("rent", "food", "books"))
                        .legend("upper left")
                        .figure());
        out.put(
                "axline",
                () -> loglog(new double[] {1, 10, 100}, new double[] {2, 30, 150}, marker("o"))
                        .axline(1, 1, 1.5, dashed(), color("0.4"), label("slope 1.5"))
                        .legend()
                        .figure());
        out.put(
                "polar",
                () -> polar(
                                linspace(0, 2 * Math.PI, 200),
                                map(linspace(0, 2 * Math.PI, 200), t -> 2 + Math.cos(5 * t)),
                                "flower")
                        .polar(linspace(0, 2 * Math.PI, 9), linspace(0, 4, 9), "spiral", marker("o"))
                        .legend("outside")
                        .figure());
        out.put(
                "precision",
                () -> precisionRecallCurve(
                                new double[] {0, 0.2, 0.5, 0.8, 1}, new double[] {1, 0.9, 0.8, 0.6, 0.4}, "forest")
                        .figure());
        out.put(
                "calibration",
                () -> calibrationCurve(
                                new double[] {0.1, 0.3, 0.5, 0.7, 0.9}, new double[] {0.05, 0.2, 0.5, 0.8, 0.95}, "net")
                        .figure());
        out.put(
                "learning",
                () -> learningCurve(
                                new double[] {20, 50, 100, 200},
                                new double[][] {{0.99, 0.97}, {0.97, 0.95}, {0.95, 0.94}, {0.94, 0.93}},
                                new double[][] {{0.7, 0.6}, {0.78, 0.72}, {0.85, 0.8}, {0.88, 0.86}})
                        .figure());
        out.put(
                "importance",
                () -> featureImportance(
                                List.of("age", "income", "height"),
                                new double[] {0.2, 0.7, 0.1},
                                xerr(new double[] {0.05, 0.1, 0.02}))
                        .figure());
        out.put("residuals", () -> residualPlot(x, noisy).figure());
        out.put(
                "springs",
                () -> graphPlot(
                                List.of("A", "B", "C", "D", "E", "F", "G"),
                                new int[][] {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 4}})
                        .figure());
        out.put("transparent", () -> plot(x, sin).figure().transparent());
        for (String style : new String[] {"print", "dark", "sketch", "colorblind"}) {
            out.put(
                    style,
                    () -> new Figure(1, 2, Theme.of(style))
                            .size(8, 3)
                            .at(0)
                            .bar(
                                    List.of("May", "June"),
                                    new double[][] {{4, 3, 2}, {2, 3, 4}},
                                    label("one", "two", "three"))
                            .title("Hours of work")
                            .legend()
                            .at(1)
                            .plot(x, sin, "sine")
                            .plot(x, Math::cos, "cosine")
                            .scatter(x, map(x, t -> t / 10 - 0.5), "data")
                            .labels("time $t$", "What I think")
                            .legend()
                            .figure());
        }
        return out;
    }
}
