package lectern.plot.learning;

import static lectern.plot.Options.*;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import lectern.plot.Axes;
import lectern.plot.Figure;
import lectern.plot.Option;
import lectern.plot.Plots;
import lectern.plot.scale.Numbers;

/** Figures that lectures on learning draw again and again, one call each. */
public final class LearningPlots {
    private LearningPlots() {}

    /** Counts of true classes (rows) and predicted classes (columns) as a heat map with the numbers in its cells. */
    public static Axes confusionMatrix(Object counts, Option... options) {
        return confusionMatrix(counts, null, options);
    }

    /** Counts of true classes (rows) and predicted classes (columns), the classes named. */
    public static Axes confusionMatrix(Object counts, Object names, Option... options) {
        double[][] m = Numbers.toMatrix(counts);
        if (m.length == 0 || m.length != m[0].length) {
            throw new IllegalArgumentException("A confusion matrix has as many rows as columns but got " + m.length
                    + " x "
                    + (m.length == 0 ? 0 : m[0].length) + ".");
        }
        boolean whole = Arrays.stream(m).flatMapToDouble(Arrays::stream).allMatch(v -> v == Math.rint(v));
        var all = Arrays.copyOf(new Option[] {cmap("Blues"), annotated(whole ? "%d" : "%.2f")}, 2 + options.length);
        System.arraycopy(options, 0, all, 2, options.length);
        Object texts = names == null ? classes(m.length) : names;
        return Plots.axes().heatmap(m, texts, texts, all).colorbar().labels("predicted class", "true class");
    }

    private static List<String> classes(int n) {
        return java.util.stream.IntStream.range(0, n)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Pictures in a grid without ticks, {@code columns} in each row, a title over each where there are titles. */
    public static Figure imageGrid(List<?> images, Object titles, int columns, Option... options) {
        int n = images.size();
        int cols = Math.clamp(columns, 1, Math.max(1, n));
        int rows = Math.max(1, (n + cols - 1) / cols);
        List<String> texts = titles == null ? List.of() : Numbers.toTexts(titles);
        var figure = Plots.subplots(rows, cols)
                .size(Math.min(10, 1.5 * cols + 0.2), rows * (texts.isEmpty() ? 1.5 : 1.75) + 0.2);
        for (int i = 0; i < n; i++) {
            var axes = figure.at(i).imshow(images.get(i), options).axisOff();
            if (i < texts.size()) {
                axes.title(texts.get(i), 10);
            }
        }
        for (int i = n; i < rows * cols; i++) {
            figure.at(i).axisOff();
        }
        return figure;
    }

    /** Loss of training and of validation over the epochs, on a logarithmic axis; {@code validation} may be null. */
    public static Axes lossCurves(Object training, Object validation) {
        var axes = Plots.axes().semilogy(training, "training");
        if (validation != null) {
            axes.plot(validation, "validation");
        }
        return axes.labels("epoch", "loss").legend();
    }

    /** The receiver operating characteristic: true over false positive rate, chance dashed. */
    public static Axes rocCurve(Object falsePositiveRate, Object truePositiveRate, String label) {
        return Plots.axes()
                .plot(falsePositiveRate, truePositiveRate, label)
                .plot(new double[] {0, 1}, new double[] {0, 1}, "chance", dashed(), color("0.5"))
                .labels("false positive rate", "true positive rate")
                .equal()
                .legend("lower right");
    }

    /** Precision over recall at every threshold, as a staircase in the unit square. */
    public static Axes precisionRecallCurve(Object recall, Object precision, String label) {
        return Evaluations.precisionRecall(recall, precision, label);
    }

    /**
     * How often what a model predicts with a probability comes true: observed over predicted frequencies, the perfect
     * model dashed.
     *
     * @throws IllegalArgumentException for values outside 0 to 1
     */
    public static Axes calibrationCurve(Object predicted, Object observed, String label) {
        return Evaluations.calibration(predicted, observed, label);
    }

    /**
     * Scores of training and of validation over the number of samples: the mean of the folds with a band of one standard
     * deviation. Scores are sizes × folds, or one for each size; {@code validation} may be null.
     */
    public static Axes learningCurve(Object sizes, Object training, Object validation) {
        return Evaluations.learning(sizes, training, validation);
    }

    /** Bars of the importance of features, the most important one on top; {@code xerr(…)} for their spread. */
    public static Axes featureImportance(Object names, Object importances, Option... options) {
        return Evaluations.importance(Numbers.toTexts(names), Numbers.toDoubles(importances), options);
    }

    /** What a regression left unexplained, {@code actual − predicted}, over what it predicted, with a line at zero. */
    public static Axes residualPlot(Object predicted, Object actual, Option... options) {
        return Evaluations.residuals(Numbers.toDoubles(predicted), Numbers.toDoubles(actual), options);
    }

    /** A drawing of a network: a column of neurons for every layer, a line for every weight. */
    public static Axes network(int... sizes) {
        return network(Plots.axes(), sizes);
    }

    /**
     * A drawing of a network on axes that are there already; layers of more than 12 neurons show dots in their middle.
     */
    public static Axes network(Axes axes, int... sizes) {
        return NetworkDrawing.draw(axes, sizes);
    }

    /** Points of the plane (n × 2) in the colours of their classes, with a legend; {@code names} may be null. */
    public static Axes classScatter(Object points, Object classes, Object names, Option... options) {
        var axes = Plots.axes();
        ClassPlots.scatter(axes, Numbers.toMatrix(points), classes, names, options);
        return axes.legend();
    }

    /**
     * The classes that a rule gives to the plane as fields of colour, under the points (n × 2) and their true classes.
     */
    public static Axes decisionBoundary(Object points, Object classes, DoubleBinaryOperator rule, Option... options) {
        var axes = Plots.axes();
        ClassPlots.boundary(axes, Numbers.toMatrix(points), classes, rule, options);
        return axes.legend();
    }

    /** Every feature against every other one, histograms on the diagonal; {@code classes} may be null. */
    public static Figure pairPlot(Object table, Object names, Object classes) {
        return ClassPlots.pairs(Numbers.toMatrix(table), Numbers.toTexts(names), classes);
    }

    /** One line for each row across upright axes, one axis a feature, coloured by values. */
    public static Axes parallelCoordinates(Object table, Object names, Object values, Option... options) {
        return ClassPlots.parallel(Numbers.toMatrix(table), Numbers.toTexts(names), Numbers.toDoubles(values), options);
    }

    /** The tree of a hierarchical clustering: rows (left, right, distance, size) as SciPy's linkage gives them. */
    public static Axes dendrogram(Object linkage, Object names) {
        return Trees.dendrogram(Numbers.toMatrix(linkage), names == null ? List.of() : Numbers.toTexts(names));
    }

    /** Silhouette values sorted within their clusters, the mean dashed (P. Rousseeuw, 1987). */
    public static Axes silhouettePlot(Object values, Object clusters) {
        return ClassPlots.silhouette(Numbers.toDoubles(values), Numbers.toDoubles(clusters));
    }

    /** A grey image under a translucent map of what mattered in it. */
    public static Axes saliencyOverlay(Object image, Object map, Option... options) {
        var all = Arrays.copyOf(new Option[] {cmap("hot"), alpha(0.5)}, 2 + options.length);
        System.arraycopy(options, 0, all, 2, options.length);
        return Plots.axes().imshow(image, cmap("gray")).imshow(map, all).axisOff();
    }

    /** A matrix as cells with its numbers and without ticks. */
    public static Axes numberedMatrix(Object matrix, Option... options) {
        double[][] m = Numbers.toMatrix(matrix);
        var all = Arrays.copyOf(new Option[] {cmap("Blues"), annotated()}, 2 + options.length);
        System.arraycopy(options, 0, all, 2, options.length);
        return Plots.figure(
                        Math.clamp(0.55 * (m.length == 0 ? 1 : m[0].length) + 0.4, 1.5, 9),
                        Math.clamp(0.55 * m.length + 0.4, 1.2, 9))
                .at(0)
                .heatmap(m, all)
                .noTicks();
    }

    /** Nodes at places (n × 2) with names, joined by edges (pairs of node numbers). */
    public static Axes graphPlot(Object places, Object names, Object edges) {
        return Trees.graph(
                Numbers.toMatrix(places), names == null ? List.of() : Numbers.toTexts(names), Numbers.toMatrix(edges));
    }

    /** Nodes with names, joined by edges (pairs of node numbers), at the places of {@link #springLayout}. */
    public static Axes graphPlot(Object names, Object edges) {
        List<String> texts = Numbers.toTexts(names);
        return Trees.graph(springLayout(texts.size(), edges), texts, Numbers.toMatrix(edges));
    }

    /**
     * Places (n × 2) of the nodes of a graph: edges pull like springs, nodes push one another away (T. Fruchterman and E.
     * Reingold, 1991). The same graph always gets the same places.
     */
    public static double[][] springLayout(int nodes, Object edges) {
        return SpringLayout.places(nodes, Numbers.toMatrix(edges));
    }

    /**
     * How a model answers to each feature (diagonal) and each pair of features (below it), the others averaged over the
     * samples (n × d), which stand on the contours as dots (J. H. Friedman, 2001).
     */
    public static Figure partialDependence(Object samples, Object names, ToDoubleFunction<double[]> model) {
        return PartialDependence.draw(Numbers.toMatrix(samples), Numbers.toTexts(names), model);
    }

    /** The steps of a computation in boxes from left to right, with arrows (pairs of step numbers) between them. */
    public static Axes computationGraph(Object names, Object arrows) {
        return ComputationGraph.draw(Numbers.toTexts(names), Numbers.toMatrix(arrows));
    }

    /** An empty quantum circuit of so many wires, to which gates are added. */
    public static Circuit circuit(int wires) {
        return new Circuit(wires);
    }
}
