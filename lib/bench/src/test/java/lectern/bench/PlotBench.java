package lectern.bench;

import static lectern.plot.Plots.*;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import lectern.plot.Figure;

/**
 * Twelve typical figures, a line of 100,000 points among them, and one of a million points. {@link Main} measures them
 * one by one; as a program this class draws the first figure of a fresh process as SVG and prints its bytes.
 */
public final class PlotBench {
    private static final Random RANDOM = new Random(1);
    private static final double[] X = new double[200];
    private static final double[] SIN = new double[200];
    private static final double[] NEAR = new double[200];
    private static final double[] EXP = new double[200];
    private static final double[][] NORMAL = new double[3][1000];
    private static final double[][] LOSS = new double[2][2000];
    private static final double[] GRID = new double[100];
    private static final double[][] RIDGE = new double[100][100];
    private static final double[][] POINTS = new double[2][500];
    private static final double[][] MATRIX = new double[10][10];
    private static final double[][][] DIGITS = new double[5][8][8];
    private static final double[] FIELD = new double[15];
    private static final double[][][] FLOW = new double[2][15][15];
    private static final double[] WALK = new double[100_000];
    private static final double[] MILLION = new double[1_000_000];

    private PlotBench() {}

    public static void main(String[] args) {
        System.out.println(figures().get("lines").get().toSvg().getBytes(StandardCharsets.UTF_8).length);
    }

    private static void data() {
        double sum = 0;
        for (int i = 0; i < MILLION.length; i++) {
            MILLION[i] = RANDOM.nextGaussian();
            if (i < WALK.length) {
                sum += RANDOM.nextGaussian();
                WALK[i] = sum;
            }
        }
        for (int i = 0; i < 2000; i++) {
            LOSS[0][i] = Math.exp(-i / 300.0) * (1 + 0.3 * RANDOM.nextDouble()) + 1e-4;
            LOSS[1][i] = 1.3 * LOSS[0][i];
            if (i < 1000) {
                NORMAL[0][i] = RANDOM.nextGaussian();
                NORMAL[1][i] = RANDOM.nextGaussian();
                NORMAL[2][i] = NORMAL[0][i] * NORMAL[1][i];
            }
            if (i < 500) {
                POINTS[0][i] = RANDOM.nextDouble();
                POINTS[1][i] = RANDOM.nextDouble();
            }
            if (i < 200) {
                X[i] = i * 10 / 199.0;
                SIN[i] = Math.sin(X[i]);
                NEAR[i] = Math.sin(X[i] + 0.1);
                EXP[i] = Math.exp(SIN[i]);
            }
            if (i < 100) {
                GRID[i] = i / 99.0;
                MATRIX[i / 10][i % 10] = RANDOM.nextDouble();
            }
            if (i < 320) {
                DIGITS[i / 64][i / 8 % 8][i % 8] = RANDOM.nextInt(17);
            }
        }
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                RIDGE[i][j] = 1 / (Math.abs(0.5 - Math.pow(GRID[j], 4) - Math.pow(GRID[i], 4)) + 0.1);
            }
        }
        for (int i = 0; i < 15; i++) {
            FIELD[i] = -2 + i * 4 / 14.0;
        }
        for (int i = 0; i < 225; i++) {
            FLOW[0][i / 15][i % 15] = -FIELD[i / 15];
            FLOW[1][i / 15][i % 15] = FIELD[i % 15];
        }
    }

    /** What draws each figure, by name; the data are drawn at random once. */
    static Map<String, Supplier<Figure>> figures() {
        data();
        var out = new LinkedHashMap<String, Supplier<Figure>>();
        out.put(
                "lines",
                () -> plot(X, SIN, "sin")
                        .plot(X, EXP, "exp sin", dashed())
                        .labels("x", "value")
                        .title("Two targets")
                        .legend()
                        .figure());
        out.put(
                "losses",
                () -> subplots(1, 2)
                        .at(0)
                        .plot(X, SIN, "exact")
                        .plot(X, NEAR, "network", dashed())
                        .legend()
                        .at(1)
                        .semilogy(LOSS[0], "training")
                        .semilogy(LOSS[1], "validation")
                        .labels("epoch", "loss")
                        .legend()
                        .figure());
        out.put(
                "scatter",
                () -> scatter(NORMAL[0], NORMAL[1], "points").legend().figure());
        out.put(
                "coloured",
                () -> scatter(NORMAL[0], NORMAL[1], colorBy(NORMAL[2]))
                        .colorbar()
                        .figure());
        out.put("histogram", () -> hist(NORMAL[0], bins(30)).figure());
        out.put(
                "bars",
                () -> bar(new String[] {"a", "b", "c", "d", "e"}, new int[] {3, 7, 5, 2, 6}, yerr(0.5))
                        .ylabel("count")
                        .figure());
        out.put(
                "contours",
                () -> contourf(GRID, GRID, RIDGE)
                        .scatter(POINTS[0], POINTS[1], color("r"), size(3))
                        .colorbar()
                        .figure());
        out.put("heat", () -> heatmap(MATRIX, annotated("%.2f")).colorbar().figure());
        out.put("images", () -> {
            var figure = subplots(1, 5).size(8, 2);
            for (int i = 0; i < 5; i++) {
                figure.at(i)
                        .imshow(DIGITS[i], cmap("gray_r"))
                        .title("Label " + i)
                        .axisOff();
            }
            return figure;
        });
        out.put(
                "panels",
                () -> subplots(2, 2)
                        .at(0)
                        .plot(X, SIN)
                        .at(1)
                        .scatter(java.util.Arrays.copyOf(NORMAL[0], 100), java.util.Arrays.copyOf(NORMAL[1], 100))
                        .at(2)
                        .hist(NORMAL[1])
                        .at(3)
                        .fillBetween(X, SIN, EXP)
                        .figure());
        out.put("arrows", () -> quiver(FIELD, FIELD, FLOW[0], FLOW[1]).figure());
        out.put("long_line", () -> plot(WALK).figure());
        out.put("million_points", () -> plot(MILLION).figure());
        return out;
    }
}
