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

/** Figures that show what a model has learned and how well, one call each. */
public class ModelPlots {
    ModelPlots() {}

    /**
     * Shows the counts of true classes (rows) and predicted classes (columns) as a heat map with its numbers.
     *
     * {@snippet :
     * confusionMatrix(of(new double[][] {{50, 2}, {3, 45}}))
     * // → Figure. … Field of 2 x 2 cells, values from 2 to 50. Numbers in the cells.
     * }
     *
     * @param counts a square matrix; whole numbers are written as such, others with two digits
     * @param options those of {@code heatmap}, such as {@code cmap} (Blues unless said) and {@code fontSize}
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for a matrix that is not square
     */
    public static Axes confusionMatrix(Object counts, Option... options) {
        return confusionMatrix(counts, null, options);
    }

    /**
     * Shows the counts of true classes (rows) and predicted classes (columns), with the names of the classes at the
     * axes.
     *
     * @param counts a square matrix; whole numbers are written as such, others with two digits
     * @param names a text for each class
     * @param options those of {@code heatmap}, such as {@code cmap} (Blues unless said) and {@code fontSize}
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for a matrix that is not square, or names that are not as many as classes
     */
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

    /**
     * Draws the losses of training and of validation over the epochs, on a logarithmic axis; where they part,
     * overfitting begins.
     *
     * {@snippet :
     * lossCurves(of(1.0, 0.5, 0.2), of(1.1, 0.7, 0.8))
     * // → Figure. … Line "training" of 3 points… Line "validation" of 3 points…
     * }
     *
     * @param training a loss for each epoch, the first one at 0
     * @param validation the same of samples that were held out; null for none
     * @return the axes, to which further calls add titles and layers
     */
    public static Axes lossCurves(Object training, Object validation) {
        var axes = Plots.axes().semilogy(training, "training");
        if (validation != null) {
            axes.plot(validation, "validation");
        }
        return axes.labels("epoch", "loss").legend();
    }

    /**
     * Draws a receiver operating characteristic: the part of the positives found over the part of the negatives taken
     * for positive, at every threshold; chance is dashed (T. Fawcett, 2006).
     *
     * {@snippet :
     * rocCurve(of(0.0, 0.1, 1), of(0.0, 0.8, 1), "AUC 0.85")
     * // → Figure. … Line "AUC 0.85" of 3 points, values from 0 to 1. Line "chance" of 2 points, values from 0 to 1.
     * }
     *
     * @param falsePositiveRate the horizontal axis, between 0 and 1
     * @param truePositiveRate the vertical axis, between 0 and 1, as many
     * @param label the words in the legend, such as the area under the curve
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException where the two differ in length
     */
    public static Axes rocCurve(Object falsePositiveRate, Object truePositiveRate, String label) {
        return Plots.axes()
                .plot(falsePositiveRate, truePositiveRate, label)
                .plot(new double[] {0, 1}, new double[] {0, 1}, "chance", dashed(), color("0.5"))
                .labels("false positive rate", "true positive rate")
                .equal()
                .legend("lower right");
    }

    /**
     * Draws precision over recall at every threshold, as a staircase in the unit square; it tells more than an ROC
     * curve where positives are rare.
     *
     * {@snippet :
     * precisionRecallCurve(of(0.0, 0.5, 1), of(1.0, 0.9, 0.4), "forest")
     * // → Figure. … Line "forest" of 3 points, values from 0.4 to 1.
     * }
     *
     * @param recall the horizontal axis, between 0 and 1
     * @param precision the vertical axis, between 0 and 1, as many
     * @param label the words in the legend
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for values outside 0 to 1, or where the two differ in length
     */
    public static Axes precisionRecallCurve(Object recall, Object precision, String label) {
        return Evaluations.precisionRecall(recall, precision, label);
    }

    /**
     * Draws how often what a model predicts with a probability comes true; the perfect model is the dashed diagonal.
     *
     * {@snippet :
     * calibrationCurve(of(0.1, 0.5, 0.9), of(0.2, 0.5, 0.7), "network")
     * // → Figure. … Line "network" of 3 points… Line "perfect" of 2 points…
     * }
     *
     * @param predicted mean predicted probabilities of groups of samples
     * @param observed the part of each group that was positive
     * @param label the words in the legend
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for values outside 0 to 1, or where the two differ in length
     */
    public static Axes calibrationCurve(Object predicted, Object observed, String label) {
        return Evaluations.calibration(predicted, observed, label);
    }

    /**
     * Draws scores of training and of validation over the number of samples: the mean of the folds with a band of one
     * standard deviation.
     *
     * {@snippet :
     * learningCurve(of(10.0, 20, 40), of(1.0, 0.98, 0.97), of(0.7, 0.8, 0.9))
     * // → Figure. … Line "training" of 3 points… Line "validation" of 3 points…
     * }
     *
     * @param sizes numbers of training samples
     * @param training a row of folds for each size, or one score for each size
     * @param validation the same of samples that were held out; null for none
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException where rows are not as many as sizes
     */
    public static Axes learningCurve(Object sizes, Object training, Object validation) {
        return Evaluations.learning(sizes, training, validation);
    }

    /**
     * Draws bars of the importance of features, the most important one on top.
     *
     * {@snippet :
     * featureImportance(List.of("age", "income"), of(0.2, 0.8)) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param names a text for each feature
     * @param importances a number for each feature
     * @param options those of {@code barh}; {@code xerr(…)} for their spread, in the order of the names
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException where names and importances differ in number
     */
    public static Axes featureImportance(Object names, Object importances, Option... options) {
        return Evaluations.importance(Numbers.toTexts(names), Numbers.toDoubles(importances), options);
    }

    /**
     * Draws what a regression left unexplained, {@code actual − predicted}, over what it predicted, with a line at
     * zero; a pattern is something the model has missed.
     *
     * {@snippet :
     * residualPlot(of(1.0, 2, 3), of(1.5, 2, 2.5)) // → Figure. … Scatter of 3 points.
     * }
     *
     * @param predicted what the model answered
     * @param actual the truth, as many
     * @param options those of {@code scatter}
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException where the two differ in length
     */
    public static Axes residualPlot(Object predicted, Object actual, Option... options) {
        return Evaluations.residuals(Numbers.toDoubles(predicted), Numbers.toDoubles(actual), options);
    }

    /**
     * Draws points of the plane in the colours of their classes, with a legend.
     *
     * {@snippet :
     * classScatter(of(new double[][] {{0, 0}, {1, 1}}), List.of("a", "b"), null)
     * // → Figure. … Scatter "a" of 1 points. Scatter "b" of 1 points.
     * }
     *
     * @param points shape (n, 2)
     * @param classes a number or text for each point
     * @param names a text for each class in their order; null for the numbers or texts themselves
     * @param options those of {@code scatter}, such as {@code size} and {@code alpha}
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for points of another shape, or classes and names of another number
     */
    public static Axes classScatter(Object points, Object classes, Object names, Option... options) {
        var axes = Plots.axes();
        ClassPlots.scatter(axes, Numbers.toMatrix(points), classes, names, options);
        return axes.legend();
    }

    /**
     * Draws the class that a rule gives to every place of the plane as fields of colour, under the points and their
     * true classes.
     *
     * {@snippet :
     * decisionBoundary(of(new double[][] {{0, 0}, {1, 1}}), of(0.0, 1), (p, q) -> p + q > 1 ? 1 : 0)
     * // → Figure. … Field of 200 x 200 cells. Scatter "0" of 1 points. Scatter "1" of 1 points.
     * }
     *
     * @param points shape (n, 2)
     * @param classes a number or text for each point
     * @param rule the number of the class of a place (x, y), classes counted from 0 in their order
     * @param options those of {@code scatter}, for the points
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for points of another shape, or classes of another number
     */
    public static Axes decisionBoundary(Object points, Object classes, DoubleBinaryOperator rule, Option... options) {
        var axes = Plots.axes();
        ClassPlots.boundary(axes, Numbers.toMatrix(points), classes, rule, options);
        return axes.legend();
    }

    /**
     * Draws silhouette values sorted within their clusters, their mean dashed (P. J. Rousseeuw, 1987): near 1 a sample
     * lies well inside its cluster, below 0 nearer to another.
     *
     * {@snippet :
     * silhouettePlot(of(0.8, 0.7, 0.3, -0.1), of(0.0, 0, 1, 1))
     * // → Figure. … Silhouette "cluster 0" of 2 bars. Silhouette "cluster 1" of 2 bars. Rule "mean 0.43" at 0.425.
     * }
     *
     * @param values the silhouette value of each sample, from −1 to 1
     * @param clusters the number of the cluster of each sample
     * @return the axes, to which further calls add titles and layers
     */
    public static Axes silhouettePlot(Object values, Object clusters) {
        return ClassPlots.silhouette(Numbers.toDoubles(values), Numbers.toDoubles(clusters));
    }

    /**
     * Shows a grey image under a translucent map of what mattered in it.
     *
     * {@snippet :
     * saliencyOverlay(ones(4, 4), eye(4))
     * // → Figure. Axes. Field of 4 x 4 cells, values from 1 to 1. Field of 4 x 4 cells, values from 0 to 1.
     * }
     *
     * @param image the image, rows x columns
     * @param map a number for each pixel, of the same size
     * @param options those of {@code imshow}, for the map; {@code cmap("hot")} and {@code alpha(0.5)} unless said
     * @return the axes, to which further calls add titles and layers
     */
    public static Axes saliencyOverlay(Object image, Object map, Option... options) {
        var all = Arrays.copyOf(new Option[] {cmap("hot"), alpha(0.5)}, 2 + options.length);
        System.arraycopy(options, 0, all, 2, options.length);
        return Plots.axes().imshow(image, cmap("gray")).imshow(map, all).axisOff();
    }

    /**
     * Draws how a model answers to each feature (diagonal) and each pair of features (below it), the others averaged
     * over the samples, which stand on the contours as dots (J. H. Friedman, 2001).
     *
     * {@snippet :
     * partialDependence(randn(20, 2), List.of("a", "b"), row -> row[0] * row[1]) // → Figure of 3 panels. …
     * }
     *
     * @param samples samples in rows, 2 features or more in columns
     * @param names a text for each column
     * @param model the model's answer to a sample
     * @return the figure
     * @throws IllegalArgumentException for too few or too many columns, or names that are not as many
     */
    public static Figure partialDependence(Object samples, Object names, ToDoubleFunction<double[]> model) {
        return PartialDependence.draw(Numbers.toMatrix(samples), Numbers.toTexts(names), model);
    }
}
