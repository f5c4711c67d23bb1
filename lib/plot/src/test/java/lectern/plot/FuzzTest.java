package lectern.plot;

import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lectern.plot.scale.Numbers;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Figures of random kinds with hostile data: none hangs, none fails but with a sentence for people, all are well-formed
 * SVG.
 */
class FuzzTest {
    private static final int FIGURES = Integer.getInteger("lectern.fuzz", 2000);
    /** The first figures load classes and fonts. */
    private static final int WARM_UP = 20;

    private static final String[] STYLES = {"default", "default", "print", "dark", "sketch"};
    /** Processor time of this thread: a busy machine does not make a figure slower. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    /** So many ordinary curves can be drawn in a second with time to spare. */
    private static final double ORDINARY = 400;

    private static final double[] NASTY = {
        0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e300,
        -1e300,
        1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1e9,
        1e9 + 1e-6,
        123456.789,
        1e-5,
        5
    };

    @Test
    void randomFiguresAreDrawnInTimeOrRefusedInWords() {
        var faults = new ArrayList<String>();
        int drawn = 0;
        for (int seed = 0; seed < FIGURES; seed++) {
            Plots.style(STYLES[seed % STYLES.length]);
            try {
                check(seed, faults);
                drawn++;
            } catch (IllegalArgumentException e) {
                if (!String.valueOf(e.getMessage()).matches("(?s)[A-Z\"0-9].{20,}[.;].*")) {
                    faults.add(seed + " refuses without a sentence: " + e);
                }
            } catch (RuntimeException e) {
                faults.add(seed + " fails: " + e + " at " + e.getStackTrace()[0] + " from " + e.getStackTrace()[1]);
            }
        }
        Plots.style("default");
        assertEquals(List.of(), faults);
        assertTrue(drawn > FIGURES * 0.7, "most figures are drawn, not " + drawn);
    }

    /** Processor time of an ordinary curve at this moment. */
    private static double ordinary() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            plot(new double[] {0, 1, 3, 2}).figure().toSvg();
            least = Math.min(least, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return least / 1e9;
    }

    /**
     * What takes too long is done again: the compiler of the virtual machine may have come in between. Where the machine
     * gives its processors to others, their clocks run on; there a figure may take as many times longer as an ordinary
     * one does.
     */
    private static <T> T timely(int seed, String what, List<String> faults, Supplier<T> drawing) {
        double limit = seed < WARM_UP ? 5 : 1;
        double seconds = 0;
        T result = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            result = drawing.get();
            seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
            if (seconds <= limit) {
                return result;
            }
        }
        if (seconds < ORDINARY * ordinary()) {
            return result;
        }
        faults.add(seed + " as " + what + " took " + seconds + " s of processor time");
        return result;
    }

    private static void check(int seed, List<String> faults) {
        String svg = timely(
                        seed,
                        "SVG",
                        faults,
                        () -> draw(new Random(seed)).figure().toSvg())
                .replaceAll("base64,[^\"]*", "");
        if (svg.contains("NaN") || svg.contains("Infinity")) {
            faults.add(seed + " writes something else than a number: " + around(svg));
        }
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            faults.add(seed + " is not well-formed: " + e);
        }
        if (seed % 10 == 0) {
            timely(seed, "PNG", faults, () -> draw(new Random(seed)).figure().toPng(60));
            timely(seed, "PDF", faults, () -> draw(new Random(seed)).figure().toPdf());
        }
    }

    private static String around(String svg) {
        int at = Math.max(svg.indexOf("NaN"), svg.indexOf("Infinity"));
        return at < 0 ? "" : svg.substring(Math.max(0, at - 120), Math.min(svg.length(), at + 60));
    }

    private static double[] data(Random r, int n) {
        var out = new double[n];
        int kind = r.nextInt(8);
        double base = NASTY[r.nextInt(NASTY.length)];
        for (int i = 0; i < n; i++) {
            out[i] = switch (kind) {
                case 0 -> r.nextGaussian();
                case 1 -> base;
                case 2 -> NASTY[r.nextInt(NASTY.length)];
                case 3 -> r.nextDouble() * 1e-300;
                case 4 -> (r.nextDouble() - 0.5) * 1e300;
                case 5 -> 1e9 + r.nextDouble() * 1e-6;
                case 6 -> r.nextInt(3) - 1;
                default -> Math.pow(10, r.nextInt(40) - 20);
            };
        }
        return out;
    }

    private static double[][] matrix(Random r, int rows, int cols) {
        var out = new double[rows][];
        for (int i = 0; i < rows; i++) {
            out[i] = data(r, cols);
        }
        return out;
    }

    private static Frame<?> draw(Random r) {
        if (r.nextInt(8) == 0) {
            int rows = 2 + r.nextInt(20);
            double[][] z = matrix(r, rows, rows);
            return axes3d().surface(data(r, rows), data(r, rows), z, alpha(r.nextDouble()))
                    .contourf(Numbers.index(rows), Numbers.index(rows), z)
                    .contour(data(r, rows), data(r, rows), z, across("x"), offset(data(r, 1)[0]))
                    .wireframe(data(r, rows), data(r, rows), z)
                    .scatter(data(r, rows), data(r, rows), data(r, rows), colorBy(data(r, rows)))
                    .quiver(data(r, 3), data(r, 3), data(r, 3), data(r, 3), data(r, 3), data(r, 3))
                    .colorbar()
                    .cubes(data(r, 4), data(r, 4), data(r, 4), 1 + r.nextInt(9), alpha(0.3))
                    .plane("z", r.nextInt(5))
                    .polygon(data(r, 5), data(r, 5), data(r, 5))
                    .view(90 * r.nextDouble(), data(r, 1)[0])
                    .title("space");
        }
        var axes = axes();
        int layers = 1 + r.nextInt(3);
        for (int k = 0; k < layers; k++) {
            int n = r.nextInt(4) == 0 ? r.nextInt(3) : r.nextInt(5000);
            double[] x = r.nextBoolean() ? data(r, n) : Numbers.index(n);
            double[] y = data(r, n);
            int small = 2 + r.nextInt(12);
            switch (r.nextInt(25)) {
                case 0 -> axes.plot(x, y, "line " + k, marker("x"));
                case 1 -> axes.scatter(x, y, "dots", colorBy(y)).colorbar();
                case 2 -> axes.bar(Numbers.index(small), data(r, small), yerr(data(r, small)), annotated());
                case 3 -> axes.hist(y, bins(1 + r.nextInt(40)));
                case 4 -> axes.imshow(matrix(r, small, small)).colorbar();
                case 5 -> axes.heatmap(matrix(r, small, small), annotated("%.2f"));
                case 6 -> axes.contour(matrix(r, small, small), annotated());
                case 7 -> axes.contourf(matrix(r, small, small), alpha(0.5)).colorbar();
                case 8 -> axes.quiver(data(r, small), data(r, small), matrix(r, small, small), matrix(r, small, small));
                case 9 ->
                    axes.streamplot(
                            Numbers.index(small),
                            Numbers.index(small),
                            matrix(r, small, small),
                            matrix(r, small, small));
                case 10 -> axes.boxplot(matrix(r, small, small)).violin(matrix(r, small, small));
                case 11 -> axes.fillBetween(x, y, data(r, n), "band");
                case 12 -> axes.errorbar(data(r, small), data(r, small), yerr(data(r, small)), xerr(data(r, small)));
                case 13 -> axes.pcolormesh(data(r, small), data(r, small + 1), matrix(r, small, small), smooth());
                case 14 -> axes.stem(data(r, small), data(r, small)).step(data(r, small), data(r, small));
                case 16 -> axes.hist(y, bins("auto"), density(), kde()).rugplot(data(r, small));
                case 17 -> axes.kdeplot(data(r, 300)).ecdfplot(y);
                case 18 -> axes.kdeplot(data(r, 200), data(r, 200));
                case 19 -> axes.stripplot(matrix(r, small, small)).swarmplot(matrix(r, small, 100));
                case 20 -> axes.regplot(data(r, n), y, "line");
                case 21 -> axes.hexbin(x, y, bins(1 + r.nextInt(30)));
                case 22 -> axes.stackplot(Numbers.index(small), matrix(r, 2, small));
                case 23 -> axes.axline(data(r, 1)[0], data(r, 1)[0], data(r, 1)[0]);
                case 24 ->
                    axes.scatter(
                            Numbers.index(small),
                            data(r, small),
                            colorBy("ab".repeat(small).substring(0, small).toCharArray()));
                case 15 ->
                    axes.ellipse(data(r, 1)[0], 0, data(r, 1)[0], 1, dashed(), edge("k"), rotated(20))
                            .barh(Numbers.index(small), data(r, small), stacked())
                            .arrow(0, 0, data(r, 1)[0], 1);
                default ->
                    axes.polygon(x, y, hatch("//"))
                            .axhline(data(r, 1)[0])
                            .axvspan(data(r, 1)[0], data(r, 1)[0])
                            .text(data(r, 1)[0], 1, "text")
                            .annotate("to", data(r, 1)[0], 0, 0, data(r, 1)[0]);
            }
        }
        String[] scales = {"linear", "linear", "log", "symlog"};
        axes.xscale(scales[r.nextInt(4)]).yscale(scales[r.nextInt(4)]);
        if (r.nextInt(4) == 0) {
            axes.ylim(NASTY[r.nextInt(NASTY.length)], NASTY[r.nextInt(NASTY.length)]);
        }
        if (r.nextInt(5) == 0) {
            axes.equal();
        }
        return axes.legend().grid("minor").title("a <b> & \"c\" $x^2$");
    }
}
