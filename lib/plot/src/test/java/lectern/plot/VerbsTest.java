package lectern.plot;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.plot.learning.LearningPlots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every verb of a notebook is there without an import and on axes; none of them touches a window system. */
class VerbsTest {
    private static final List<String> FLAT = List.of(
            "plot",
            "scatter",
            "bar",
            "barh",
            "hist",
            "hist2d",
            "boxplot",
            "violin",
            "errorbar",
            "fillBetween",
            "stem",
            "step",
            "pie",
            "semilogx",
            "semilogy",
            "loglog",
            "contour",
            "contourf",
            "pcolormesh",
            "imshow",
            "heatmap",
            "quiver",
            "streamplot",
            "polygon",
            "ellipse",
            "arrow",
            "annotate",
            "axhline",
            "axvline",
            "axhspan",
            "axvspan",
            "text",
            "table");
    private static final List<String> SPATIAL = List.of(
            "plot",
            "scatter",
            "surface",
            "wireframe",
            "contour",
            "contourf",
            "quiver",
            "voxels",
            "cubes",
            "polygon",
            "plane",
            "text");

    private static boolean has(Class<?> type, String name, boolean unbound) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name))
                .anyMatch(m -> Modifier.isStatic(m.getModifiers()) == unbound);
    }

    @Test
    void verbsAreShortAndOnAxes() {
        assertEquals(
                List.of(), FLAT.stream().filter(v -> !has(Plots.class, v, true)).toList());
        assertEquals(
                List.of(), FLAT.stream().filter(v -> !has(Axes.class, v, false)).toList());
        assertEquals(
                List.of(),
                SPATIAL.stream().filter(v -> !has(Axes3D.class, v, false)).toList());
        assertEquals(
                List.of(),
                List.of(
                                "surface",
                                "wireframe",
                                "plot3d",
                                "scatter3d",
                                "voxels",
                                "cubes",
                                "quiver3d",
                                "contour3d",
                                "polygon3d",
                                "animate")
                        .stream()
                        .filter(v -> !has(Plots.class, v, true))
                        .toList());
        assertEquals(
                List.of(),
                List.of(
                                "lossCurves",
                                "decisionBoundary",
                                "confusionMatrix",
                                "imageGrid",
                                "parallelCoordinates",
                                "partialDependence",
                                "pairPlot",
                                "dendrogram",
                                "silhouettePlot",
                                "saliencyOverlay",
                                "graphPlot",
                                "computationGraph",
                                "circuit",
                                "numberedMatrix")
                        .stream()
                        .filter(v -> !has(LearningPlots.class, v, true))
                        .toList());
    }

    @Test
    void shapesAndWordsBeginFigures() {
        String svg = Plots.arrow(0, 0, 1, 1)
                .annotate("peak", 1, 1, 0.5, 0.2)
                .axhline(0.5)
                .figure()
                .toSvg();
        assertTrue(svg.contains(">peak<"));
        assertTrue(Plots.ellipse(0, 0, 2, 1, Plots.edge("k"), Plots.dashed())
                .figure()
                .toSvg()
                .contains("stroke-dasharray"));
        assertTrue(Plots.text(0, 0, "word").figure().toSvg().contains(">word<"));
        assertTrue(Plots.axvline(1).figure().toSvg().contains("#1f77b4"));
    }

    /** Draws in a machine of its own, with a display set that does not exist, and looks which classes were loaded. */
    @Test
    void noWindowSystemIsTouched(@TempDir Path dir) throws IOException, InterruptedException {
        Path log = dir.resolve("classes.txt");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--add-modules",
                        "jdk.incubator.vector",
                        Windowless.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("out.txt").toFile());
        builder.environment().put("DISPLAY", ":99");
        var process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("drawing did not end within three minutes");
        }
        assertEquals(0, process.exitValue(), Files.readString(dir.resolve("out.txt")));
        assertEquals(
                List.of(),
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains("sun.awt.X11.X")
                                || line.contains("sun.awt.wl.")
                                || line.contains("sun.lwawt"))
                        .limit(5)
                        .toList());
    }

    /** Draws one figure of each output. */
    static final class Windowless {
        private Windowless() {}

        public static void main(String[] args) {
            var figure = Plots.plot(new double[] {1, 2, 3}, "λ")
                    .title("$x^2$")
                    .legend()
                    .figure();
            figure.toSvg();
            figure.toPdf();
            figure.toPng(60);
            XCharts.toSvg(Plots.plot(new double[] {1, 2, 3}, "a").toXChart());
        }
    }
}
