package lectern.plot.learning;

import static lectern.plot.Options.*;

import java.util.Arrays;
import java.util.List;
import lectern.plot.Axes;
import lectern.plot.Figure;
import lectern.plot.Option;
import lectern.plot.Plots;
import lectern.plot.scale.Numbers;

/** Figures that lectures on learning draw again and again, one call each; those that judge a model are inherited. */
public final class LearningPlots extends ModelPlots {
    private LearningPlots() {}

    /**
     * Shows pictures in a grid without ticks, a title over each.
     *
     * {@snippet :
     * imageGrid(List.of(eye(2), ones(2, 2)), List.of("identity", "ones"), 2, cmap("gray"))
     * // → Figure of 2 panels. "identity". …
     * }
     *
     * @param images the pictures, each as {@code imshow} takes it
     * @param titles a text for each picture; null for none
     * @param columns how many pictures stand in a row
     * @param options those of {@code imshow}, for all pictures: {@code cmap("gray")}
     * @return the figure
     */
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

    /**
     * Draws a network: a column of neurons for every layer, a line for every weight.
     *
     * {@snippet :
     * network(2, 3, 1)
     * // → Figure. Axes. Line of 12 points… Scatter of 2 points. Scatter of 3 points. Scatter of 1 points.
     * }
     *
     * @param sizes the number of neurons of each layer, the inputs first; two layers or more
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for fewer than two layers, or a layer without neurons
     */
    public static Axes network(int... sizes) {
        return network(Plots.axes(), sizes);
    }

    /**
     * Draws a network on axes that are there already; layers of more than 12 neurons show dots in their middle.
     *
     * @param axes where to draw
     * @param sizes the number of neurons of each layer, the inputs first; two layers or more
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for fewer than two layers, or a layer without neurons
     */
    public static Axes network(Axes axes, int... sizes) {
        return NetworkDrawing.draw(axes, sizes);
    }

    /**
     * Draws every feature against every other one, and the histogram of each on the diagonal.
     *
     * {@snippet :
     * pairPlot(randn(20, 2), List.of("width", "height"), null) // → Figure of 4 panels. … Histogram of 15 bars. …
     * }
     *
     * @param table samples in rows, at most 12 features in columns
     * @param names a text for each column
     * @param classes a number or text for each row, which colours it; null for none
     * @return the figure
     * @throws IllegalArgumentException for more than 12 columns, or names that are not as many as columns
     */
    public static Figure pairPlot(Object table, Object names, Object classes) {
        return ClassPlots.pairs(Numbers.toMatrix(table), Numbers.toTexts(names), classes);
    }

    /**
     * Draws a line for each row of a table across upright axes, one axis a feature, coloured by values.
     *
     * {@snippet :
     * parallelCoordinates(randn(5, 3), List.of("a", "b", "c"), of(0.0, 1, 2, 3, 4)) // → Figure. … Line of 3 points…
     * }
     *
     * @param table samples in rows, features in columns
     * @param names a text for each column
     * @param values a number for each row, which colours its line
     * @param options {@code cmap}, {@code clim}, {@code centered}, {@code logColors}, {@code width}, {@code alpha}
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException where names are not as many as columns, or values not as many as rows
     */
    public static Axes parallelCoordinates(Object table, Object names, Object values, Option... options) {
        return ClassPlots.parallel(Numbers.toMatrix(table), Numbers.toTexts(names), Numbers.toDoubles(values), options);
    }

    /**
     * Draws the tree of a hierarchical clustering, each union at the height of its distance.
     *
     * {@snippet :
     * dendrogram(of(new double[][] {{0, 1, 0.5, 2}, {2, 3, 1.5, 3}}), List.of("a", "b", "c"))
     * // → Figure. … Line of 4 points, values from 0 to 0.5. Line of 4 points, values from 0 to 1.5.
     * }
     *
     * @param linkage rows (left, right, distance, size) as SciPy's linkage gives them: the n samples are 0 to n − 1,
     *     row i makes cluster n + i
     * @param names a text for each sample; null for none
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for rows of fewer than three numbers, or unions of what does not exist yet
     */
    public static Axes dendrogram(Object linkage, Object names) {
        return Trees.dendrogram(Numbers.toMatrix(linkage), names == null ? List.of() : Numbers.toTexts(names));
    }

    /**
     * Shows a matrix as cells with its numbers and without ticks, as large as it needs.
     *
     * {@snippet :
     * numberedMatrix(eye(2)) // → Figure. … Field of 2 x 2 cells, values from 0 to 1. Numbers in the cells.
     * }
     *
     * @param matrix the numbers
     * @param options those of {@code heatmap}; {@code cmap("Blues")} and {@code annotated()} unless said
     * @return the axes, to which further calls add titles and layers
     */
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

    /**
     * Draws the nodes of a graph at places, with names, joined by edges.
     *
     * {@snippet :
     * graphPlot(of(new double[][] {{0, 0}, {1, 0}}), List.of("a", "b"), new int[][] {{0, 1}})
     * // → Figure. Axes. Graph of 2 nodes and 1 edges.
     * }
     *
     * @param places shape (n, 2)
     * @param names a text for each node; null for none
     * @param edges pairs of node numbers, counted from 0
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for an edge to a node that does not exist
     */
    public static Axes graphPlot(Object places, Object names, Object edges) {
        return Trees.graph(
                Numbers.toMatrix(places), names == null ? List.of() : Numbers.toTexts(names), Numbers.toMatrix(edges));
    }

    /**
     * Draws the nodes of a graph with names, joined by edges, at the places of {@code springLayout}.
     *
     * @param names a text for each node
     * @param edges pairs of node numbers, counted from 0
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for an edge to a node that does not exist
     */
    public static Axes graphPlot(Object names, Object edges) {
        List<String> texts = Numbers.toTexts(names);
        return Trees.graph(springLayout(texts.size(), edges), texts, Numbers.toMatrix(edges));
    }

    /**
     * Finds places for the nodes of a graph: edges pull like springs, nodes push one another away (T. M. J. Fruchterman
     * and E. M. Reingold, 1991). The same graph always gets the same places.
     *
     * {@snippet :
     * springLayout(3, new int[][] {{0, 1}, {1, 2}}).length // → 3
     * }
     *
     * @param nodes the number of nodes
     * @param edges pairs of node numbers, counted from 0
     * @return the places, shape (n, 2)
     * @throws IllegalArgumentException for an edge to a node that does not exist, or more nodes than anybody could read
     */
    public static double[][] springLayout(int nodes, Object edges) {
        return SpringLayout.places(nodes, Numbers.toMatrix(edges));
    }

    /**
     * Draws the steps of a computation in boxes from left to right, with arrows between them.
     *
     * {@snippet :
     * computationGraph(List.of("$x$", "$x^2$", "loss"), new int[][] {{0, 1}, {1, 2}})
     * // → Figure. Axes. x leads to x^2. x^2 leads to loss. Text "x". Text "x^2". Text "loss".
     * }
     *
     * @param names a text for each step; formulas stand between dollar signs
     * @param arrows pairs of step numbers, counted from 0: from, to
     * @return the axes, to which further calls add titles and layers
     * @throws IllegalArgumentException for no steps, for arrows to steps that do not exist, or for arrows that go
     *     around in a circle
     */
    public static Axes computationGraph(Object names, Object arrows) {
        return ComputationGraph.draw(Numbers.toTexts(names), Numbers.toMatrix(arrows));
    }

    /**
     * Makes an empty quantum circuit, to which gates are added from left to right.
     *
     * {@snippet :
     * circuit(2).gate("H", 0).cnot(0, 1).measure(1) // → Circuit of 2 wires and 3 gates
     * }
     *
     * @param wires the number of qubits, 1 to 40
     * @return the circuit: {@code gate("H", 0)}, {@code cnot(0, 1)}, {@code measure(1)} add to it
     * @throws IllegalArgumentException for another number of wires
     */
    public static Circuit circuit(int wires) {
        return new Circuit(wires);
    }
}
