package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lectern.plot.layer.LineLayer;
import lectern.plot.learning.Circuit;
import lectern.plot.learning.LearningPlots;
import org.junit.jupiter.api.Test;

/**
 * The SVG of every kind of figure has the texts, paths and images that it had when somebody last looked at it.
 *
 * <p>One line a figure in {@code golden/structure.txt}; {@code -Dlectern.golden=write} writes it anew.
 */
class GoldenStructureTest {
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");
    private static final Pattern PATH_DATA = Pattern.compile(" d=\"([^\"]*)\"");
    private static final Pattern COMMAND_WITHOUT_NUMBERS = Pattern.compile("[MmLlQqCcHhVv]\\s*(?:[A-Za-z]|$)");

    @Test
    void figuresHaveTheTextsPathsAndImagesTheyHad() throws IOException {
        var now = new ArrayList<String>();
        for (var entry : Gallery.figures().entrySet()) {
            now.add(structure(entry.getKey(), entry.getValue().get().toSvg()));
        }
        if (System.getProperty("lectern.golden", "").equals("write")) {
            Files.write(Path.of("src/test/resources/lectern/plot/golden/structure.txt"), now);
        }
        try (InputStream in = getClass().getResourceAsStream("golden/structure.txt")) {
            var then = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertEquals(String.join("\n", then), String.join("\n", now));
        }
    }

    private static String structure(String name, String svg) {
        var texts = TEXT.matcher(svg).results().map(m -> m.group(1)).toList();
        return name + ": " + count(svg, "<path") + " paths, " + count(svg, "<use") + " marks, " + count(svg, "<image")
                + " images, texts "
                + String.join(" | ", texts);
    }

    private static int count(String text, String what) {
        return text.split(Pattern.quote(what), -1).length - 1;
    }

    @Test
    void everyPathIsValid() {
        var faults = new ArrayList<String>();
        for (var entry : Gallery.figures().entrySet()) {
            String svg = entry.getValue().get().toSvg();
            PATH_DATA
                    .matcher(svg)
                    .results()
                    .map(m -> m.group(1))
                    .filter(d -> COMMAND_WITHOUT_NUMBERS.matcher(d).find())
                    .forEach(d -> faults.add(entry.getKey() + ": " + d.substring(0, Math.min(60, d.length()))));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void pointsThatFallTogetherDoNotSpoilTheLine() {
        String svg = Plots.plot(new double[] {0, 0, Double.NaN, 1, 2}, new double[] {1, 1, Double.NaN, 0, 1})
                .figure()
                .toSvg();
        assertTrue(
                PATH_DATA
                        .matcher(svg)
                        .results()
                        .noneMatch(
                                m -> COMMAND_WITHOUT_NUMBERS.matcher(m.group(1)).find()),
                svg);
        assertTrue(Gallery.figures().get("stem").get().toSvg().contains("stroke-width=\"1.5\""));
    }

    @Test
    void labelsKeepTheirWidthWhateverFontABrowserHas() {
        String svg = Plots.plot(new double[] {1, 2}, "validation")
                .xlabel("step $h$ of it")
                .legend()
                .figure()
                .toSvg();
        for (String text : List.of("validation", "step", "of it")) {
            var match = Pattern.compile("<text([^>]*)>" + text + "</text>").matcher(svg);
            assertTrue(match.find(), "\"" + text + "\" without blanks at its ends in " + svg);
            assertTrue(match.group(1).contains("textLength"), match.group());
        }
    }

    @Test
    void colourBarsOfXChartRunThroughTheirColours() {
        var chart = new org.knowm.xchart.HeatMapChartBuilder()
                .width(400)
                .height(300)
                .build();
        chart.addSeries("a", new int[] {1, 2}, new int[] {1, 2}, new int[][] {{1, 2}, {3, 4}});
        long colors = Pattern.compile("fill=\"(#[0-9a-f]+)\"")
                .matcher(XCharts.toSvg(chart))
                .results()
                .map(m -> m.group(1))
                .distinct()
                .count();
        assertTrue(colors > 20, colors + " colours");
    }

    @Test
    void circuitsPlaceGatesAsEarlyAsTheirWiresAllow() {
        double narrow = width(LearningPlots.circuit(2).gate("H", 0).gate("H", 1));
        double wide = width(LearningPlots.circuit(2).gate("H", 0).gate("H", 0));
        assertEquals(40, wide - narrow, 1e-6);
        String svg = LearningPlots.circuit(2)
                .gate("H", 0)
                .cnot(0, 1)
                .measure(1)
                .axes()
                .figure()
                .toSvg();
        assertEquals(1, count(svg, ">H</text>"));
        assertEquals(
                "A gate needs different wires numbered from 0 to 1 but got [1, 1].",
                org.junit.jupiter.api.Assertions.assertThrows(
                                IllegalArgumentException.class,
                                () -> LearningPlots.circuit(2).cnot(1, 1))
                        .getMessage());
    }

    private static double width(Circuit circuit) {
        return circuit.axes().figure().width;
    }

    @Test
    void computationsInACircleAreRefused() {
        var fault = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class,
                () -> LearningPlots.computationGraph(List.of("a", "b"), new int[][] {{0, 1}, {1, 0}}));
        assertTrue(fault.getMessage().contains("circle"), fault.getMessage());
    }

    @Test
    void partialDependenceOfAFeatureIsItsMeanOverTheOthers() {
        double[][] samples = {{0, 0}, {1, 1}};
        var line = (LineLayer) LearningPlots.partialDependence(samples, List.of("a", "b"), p -> p[0] + 10 * p[1])
                .at(0, 0)
                .layers
                .getFirst();
        double[][] points = line.points();
        for (int i = 0; i < points[0].length; i++) {
            assertEquals(points[0][i] + 5, points[1][i], 1e-12);
        }
    }
}
