package lectern.plot;

import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lectern.plot.layer.Setting;
import lectern.plot.layer.Verb;
import org.junit.jupiter.api.Test;

/**
 * Random figures of all verbs and options, with dates, missing values, enums, empty and huge data and texts outside:
 * nothing lies outside the page, no mark where no data is, the document is small, and the description is true.
 *
 * <p>Ten times as many when {@code LECTERN_NIGHTLY} is set.
 */
class SweepTest {
    private static final int FIGURES = 3000 * (System.getenv("LECTERN_NIGHTLY") == null ? 1 : 10);
    private static final int LARGEST = 1_500_000;
    private static final Pattern POINTS = Pattern.compile("(?:Line|Marks|Scatter)(?: \"[^\"]*\")? of (\\d+) points");
    private static final List<Verb> FLAT = Arrays.stream(Verb.values())
            .filter(verb -> verb.ordinal() <= Verb.PIE.ordinal())
            .toList();
    private static final double[] WILD = {
        0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e300, 1e-300, 1e9, 1e9 + 3, 0.1, 1e15, 42
    };

    @Test
    void randomFiguresStayOnTheirPageAndSayTheTruth() {
        var faults = new ArrayList<String>();
        int drawn = 0;
        for (int seed = 0; seed < FIGURES && faults.size() < 5; seed++) {
            try {
                check(seed, faults);
                drawn++;
            } catch (IllegalArgumentException e) {
                if (!String.valueOf(e.getMessage()).matches("(?s)[A-Z\"0-9].{15,}[.;].*")) {
                    faults.add(seed + " refuses without a sentence: " + e);
                }
            } catch (RuntimeException e) {
                faults.add(seed + " fails: " + e + " at " + e.getStackTrace()[0] + " from " + e.getStackTrace()[1]);
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(drawn > 0.7 * FIGURES, "most figures are drawn, not " + drawn + " of " + FIGURES);
    }

    private static void check(int seed, List<String> faults) {
        var r = new Random(seed);
        var axes = axes();
        Verb verb = FLAT.get(r.nextInt(FLAT.size()));
        // Bars are shapes of their own each; beyond some thousands nobody tells them apart.
        int n = verb == Verb.BAR || verb == Verb.BARH ? Math.min(size(r), 5_000) : size(r);
        Object x = places(r, n);
        Object y = values(r, n);
        String what = seed + " (" + verb + ")";
        draw(axes, verb, r, n, x, y, options(verb, r, n));
        decorate(axes, r);
        var page = Recorder.of(axes.figure());
        if (!page.outside.isEmpty()) {
            faults.add(what + " draws " + page.outside.getFirst());
        }
        int legend = axes.legend == null ? 0 : 2;
        if (axes.insets.isEmpty() && pointed(verb) && page.marks > n + legend) {
            faults.add(what + " has " + page.marks + " marks for " + n + " points");
        }
        String words = axes.figure().describe();
        var counts = POINTS.matcher(words);
        if (pointed(verb) && counts.find() && Integer.parseInt(counts.group(1)) > n) {
            faults.add(what + " of " + n + " points says " + words);
        }
        String svg = axes.figure().toSvg();
        if (svg.length() > LARGEST) {
            faults.add(what + " has " + svg.length() + " bytes");
        }
        if (!svg.contains("<title") || words.isBlank()) {
            faults.add(what + " has no name");
        }
    }

    private static boolean pointed(Verb verb) {
        return switch (verb) {
            case PLOT, STEP, ERRORBAR, STEM, SCATTER -> true;
            default -> false;
        };
    }

    private static int size(Random r) {
        int kind = r.nextInt(40);
        return kind == 0 ? 30_000 : kind < 4 ? r.nextInt(2) : 2 + r.nextInt(30);
    }

    private static Object places(Random r, int n) {
        return switch (r.nextInt(9)) {
            case 0 -> list(n, i -> LocalDate.of(2024, 1, 31).plusMonths(i % 600));
            case 1 -> list(n, i -> LocalDateTime.of(2024, 2, 28, 23, 59, 59).plusNanos(70_000_000L * i));
            case 2 -> list(n, i -> Instant.ofEpochSecond(1_700_000_000L + 3600L * i));
            case 3 -> list(n, i -> LocalTime.MIDNIGHT.plusSeconds(i % 86_400));
            case 4 -> list(n, i -> i % 3 == 1 ? null : Duration.ofMinutes(17L * i));
            case 5 -> list(n, i -> TimeUnit.values()[i % 7]);
            case 6 -> list(n, i -> i % 4 == 2 ? null : "name " + i % 12 + " of a thing".repeat(i % 3));
            case 7 -> numbers(r, n);
            default -> IntStream.range(0, n).mapToDouble(i -> i).toArray();
        };
    }

    private static Object values(Random r, int n) {
        return r.nextInt(6) == 0 ? list(n, i -> i % 3 == 0 ? null : i * 0.5) : numbers(r, n);
    }

    private static List<Object> list(int n, java.util.function.IntFunction<Object> make) {
        var out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            out.add(make.apply(i));
        }
        return out;
    }

    private static double[] numbers(Random r, int n) {
        int kind = r.nextInt(6);
        double scale = Math.pow(10, r.nextInt(13) - 6);
        return IntStream.range(0, n)
                .mapToDouble(i -> kind == 0
                        ? WILD[r.nextInt(WILD.length)]
                        : kind == 1 && i % 5 == 0 ? Double.NaN : scale * r.nextGaussian())
                .toArray();
    }

    private static double[][] matrix(Random r, int rows, int cols) {
        var out = new double[rows][];
        for (int i = 0; i < rows; i++) {
            out[i] = numbers(r, cols);
        }
        return out;
    }

    /** A few options that the verb reads, with one that another needs now and then missing. */
    private static Option[] options(Verb verb, Random r, int n) {
        var out = new ArrayList<Option>();
        for (Setting setting : verb.reads()) {
            if (r.nextInt(6) == 0) {
                out.add(OptionsTest.sample(setting, n));
            }
        }
        return out.toArray(Option[]::new);
    }

    private static void draw(Axes axes, Verb verb, Random r, int n, Object x, Object y, Option... o) {
        int small = 2 + r.nextInt(6);
        double[] line = IntStream.range(0, small).mapToDouble(i -> i).toArray();
        double[][] m = matrix(r, small, small);
        double at = numbers(r, 1)[0];
        switch (verb) {
            case PLOT -> axes.plot(x, y, o);
            case STEP -> axes.step(x, y, o);
            case ERRORBAR -> axes.errorbar(x, y, o);
            case STEM -> axes.stem(x, y, o);
            case SCATTER -> axes.scatter(x, y, o);
            case BAR -> axes.bar(x, y, o);
            case BARH -> axes.barh(x, y, o);
            case HIST -> axes.hist(y, o);
            case IMSHOW -> axes.imshow(m, o);
            case HEATMAP -> axes.heatmap(m, o);
            case PCOLORMESH -> axes.pcolormesh(line, line, m, o);
            case HIST2D -> axes.hist2d(numbers(r, n), y, o);
            case FILL_BETWEEN -> axes.fillBetween(x, y, 0, o);
            case POLYGON -> axes.polygon(x, y, o);
            case ELLIPSE -> axes.ellipse(at, 0, 3, 1, o);
            case LINE_ACROSS -> axes.axhline(at, o).axvline(1, o);
            case STRIP_ACROSS -> axes.axhspan(at, 1, o).axvspan(0, 1, o);
            case TEXT -> axes.plot(line, line).text(9 * r.nextGaussian(), at, "word ".repeat(1 + r.nextInt(40)), o);
            case ANNOTATE -> axes.plot(line, line).annotate("a $x^2$", at, 1, 7 * r.nextGaussian(), 3, o);
            case ARROW -> axes.plot(line, line).arrow(0, 0, 1, 1, o);
            case CONTOUR -> axes.contour(m, o);
            case CONTOURF -> axes.contourf(m, o);
            case QUIVER -> axes.quiver(line, line, m, matrix(r, small, small), o);
            case STREAMPLOT -> axes.streamplot(line, line, m, matrix(r, small, small), o);
            case BOXPLOT -> axes.boxplot(m, o);
            case VIOLIN -> axes.violin(m, o);
            case PIE -> axes.pie(line, o);
            default -> throw new IllegalStateException(verb.toString());
        }
    }

    private static void decorate(Axes axes, Random r) {
        String[] scales = {"linear", "linear", "linear", "log", "symlog"};
        axes.xscale(scales[r.nextInt(5)]).yscale(scales[r.nextInt(5)]);
        if (r.nextInt(3) == 0) {
            axes.legend(r.nextBoolean() ? "best" : "outside");
        }
        if (r.nextInt(3) == 0) {
            axes.title("a title ".repeat(1 + r.nextInt(30))).labels("along ".repeat(1 + r.nextInt(20)), "up");
        }
        if (r.nextInt(5) == 0) {
            axes.text(-0.15 + r.nextDouble(), 1.1, "(a)", axesFraction());
        }
    }
}
