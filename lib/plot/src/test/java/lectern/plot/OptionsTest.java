package lectern.plot;

import static lectern.plot.Plots.*;
import static lectern.plot.learning.LearningPlots.parallelCoordinates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lectern.plot.layer.Setting;
import lectern.plot.layer.Verb;
import org.junit.jupiter.api.Test;

/** Every verb with every option: what a verb takes changes its picture, everything else is refused in words. */
class OptionsTest {
    private static final double[] X = {0, 1, 2, 3};
    private static final double[] Y = {1, 3, 2, 5};
    private static final double[][] M = {{-1, 2, 3, 1}, {2, 4, 1, 0.5}, {1, 0, -2, 3}, {2, 2, 1, 1}};
    private static final double[][] POSITIVE = {{1, 2, 30, 1}, {2, 400, 1, 0.5}, {1, 3, 20, 3}, {2, 2, 1, 1}};
    private static final int[][][] CUBES = {{{1, 0}, {1, 1}}, {{0, 1}, {0, 1}}};

    private static final Map<Verb, Function<Option[], Frame<?>>> VERBS = new EnumMap<>(Verb.class);
    private static final Map<Setting, Option> OPTIONS = new EnumMap<>(Setting.class);

    static {
        VERBS.put(Verb.PLOT, o -> plot(X, Y, o));
        VERBS.put(Verb.STEP, o -> step(X, Y, o));
        VERBS.put(Verb.ERRORBAR, o -> errorbar(X, Y, o));
        VERBS.put(Verb.STEM, o -> stem(X, Y, o));
        VERBS.put(Verb.SCATTER, o -> scatter(X, Y, o));
        VERBS.put(Verb.BAR, o -> bar(X, new double[][] {{1, 2}, {2, 1}, {1, 1}, {3, 1}}, o));
        VERBS.put(Verb.BARH, o -> barh(X, new double[][] {{1, 2}, {2, 1}, {1, 1}, {3, 1}}, o));
        VERBS.put(Verb.HIST, o -> hist(new double[][] {{1, 2, 2, 3}, {2, 3, 5, 9}}, o));
        VERBS.put(Verb.IMSHOW, o -> imshow(POSITIVE, o));
        VERBS.put(Verb.HEATMAP, o -> heatmap(POSITIVE, o));
        VERBS.put(Verb.PCOLORMESH, o -> pcolormesh(X, X, POSITIVE, o));
        VERBS.put(Verb.HIST2D, o -> hist2d(new double[] {1, 2, 2, 2, 3}, new double[] {1, 1, 1, 1, 4}, o));
        VERBS.put(Verb.FILL_BETWEEN, o -> fillBetween(X, Y, 0, o));
        VERBS.put(Verb.POLYGON, o -> polygon(X, Y, o));
        VERBS.put(Verb.ELLIPSE, o -> ellipse(0, 0, 4, 1, o));
        VERBS.put(Verb.LINE_ACROSS, o -> axhline(1, o));
        VERBS.put(Verb.STRIP_ACROSS, o -> axhspan(1, 2, o));
        VERBS.put(Verb.TEXT, o -> plot(X, Y).text(0.3, 0.4, "word", o));
        VERBS.put(Verb.ANNOTATE, o -> plot(X, Y).annotate("word", 3, 3, 0.5, 0.6, o));
        VERBS.put(Verb.ARROW, o -> plot(X, Y).arrow(0, 0, 1, 1, o));
        VERBS.put(Verb.CONTOUR, o -> contour(X, X, POSITIVE, o));
        VERBS.put(Verb.CONTOURF, o -> contourf(X, X, POSITIVE, o));
        VERBS.put(Verb.QUIVER, o -> quiver(X, X, POSITIVE, M, o));
        VERBS.put(Verb.STREAMPLOT, o -> streamplot(X, X, POSITIVE, M, o));
        VERBS.put(Verb.BOXPLOT, o -> boxplot(M, o));
        VERBS.put(Verb.VIOLIN, o -> violin(M, o));
        VERBS.put(Verb.PIE, o -> pie(Y, o));
        VERBS.put(Verb.KDEPLOT, o -> kdeplot(new double[][] {X, Y}, o));
        VERBS.put(Verb.KDEPLOT_2D, o -> kdeplot(X, Y, o));
        VERBS.put(Verb.RUGPLOT, o -> rugplot(X, o));
        VERBS.put(Verb.ECDFPLOT, o -> ecdfplot(Y, o));
        VERBS.put(Verb.STRIPPLOT, o -> stripplot(M, o));
        VERBS.put(Verb.SWARMPLOT, o -> swarmplot(M, o));
        VERBS.put(Verb.REGPLOT, o -> regplot(X, Y, o));
        VERBS.put(
                Verb.HEXBIN,
                o -> hexbin(new double[] {1, 2, 2, 2, 2, 3, 3, 9}, new double[] {1, 1, 1, 1, 1, 4, 4, 9}, o));
        VERBS.put(Verb.STACKPLOT, o -> stackplot(X, POSITIVE, o));
        VERBS.put(Verb.AXLINE, o -> axline(1, 1, 2, o));
        VERBS.put(Verb.POLAR, o -> polar(X, Y, o));
        VERBS.put(
                Verb.PARALLEL,
                o -> parallelCoordinates(POSITIVE, List.of("a", "b", "c", "d"), new double[] {1, 2, 30, 4}, o));
        VERBS.put(Verb.SURFACE, o -> surface(X, X, POSITIVE, o));
        VERBS.put(Verb.WIREFRAME, o -> wireframe(X, X, POSITIVE, o));
        VERBS.put(Verb.SPACE_CONTOUR, o -> contour3d(X, X, POSITIVE, o));
        VERBS.put(Verb.SPACE_CONTOURF, o -> axes3d().contourf(X, X, POSITIVE, o));
        VERBS.put(Verb.SPACE_PLOT, o -> plot3d(X, Y, X, o));
        VERBS.put(Verb.SPACE_SCATTER, o -> scatter3d(X, Y, X, o));
        VERBS.put(Verb.SPACE_QUIVER, o -> quiver3d(X, Y, X, Y, Y, Y, o));
        VERBS.put(Verb.VOXELS, o -> voxels(CUBES, o));
        VERBS.put(Verb.CUBES, o -> cubes(X, Y, X, 1, o));
        VERBS.put(Verb.SPACE_POLYGON, o -> polygon3d(X, Y, X, o));
        VERBS.put(Verb.PLANE, o -> plot3d(X, Y, X).plane("z", 1, o));
        VERBS.put(Verb.SPACE_TEXT, o -> plot3d(X, Y, X).text(1, 1, 1, "word", o));

        OPTIONS.put(Setting.LABEL, label("name"));
        OPTIONS.put(Setting.COLOR, color("crimson"));
        OPTIONS.put(Setting.COLORS, colors("crimson", "gold", "navy", "teal"));
        OPTIONS.put(Setting.COLOR_BY, colorBy(new double[] {1, 20, 3, 4}));
        OPTIONS.put(Setting.DASH, dashed());
        OPTIONS.put(Setting.WIDTH, width(4));
        OPTIONS.put(Setting.MARKER, marker("s"));
        OPTIONS.put(Setting.NO_LINE, noLine());
        OPTIONS.put(Setting.SIZE, size(11));
        OPTIONS.put(Setting.SIZES, sizes(new double[] {9, 40, 90, 200}));
        OPTIONS.put(Setting.HOLLOW, hollow());
        OPTIONS.put(Setting.EVERY, every(2));
        OPTIONS.put(Setting.ALPHA, alpha(0.55));
        OPTIONS.put(Setting.ZORDER, zorder(9));
        OPTIONS.put(Setting.EDGE, edge("crimson", 2));
        OPTIONS.put(Setting.HATCH, hatch("xx"));
        OPTIONS.put(Setting.CMAP, cmap("Reds"));
        OPTIONS.put(Setting.CLIM, clim(0, 2));
        OPTIONS.put(Setting.CENTERED, centered(2));
        OPTIONS.put(Setting.LOG_COLORS, logColors());
        OPTIONS.put(Setting.BINS, bins(1, 2.5, 4, 12));
        OPTIONS.put(Setting.WEIGHTS, weights(new double[][] {{1, 2, 3, 4}, {1, 1, 2, 2}}));
        OPTIONS.put(Setting.KDE, kde());
        OPTIONS.put(Setting.DENSITY, density());
        OPTIONS.put(Setting.CUMULATIVE, cumulative());
        OPTIONS.put(Setting.STACKED, stacked());
        OPTIONS.put(Setting.HORIZONTAL, horizontal());
        OPTIONS.put(Setting.OUTLINED, outlined());
        OPTIONS.put(Setting.YERR, yerr(0.3));
        OPTIONS.put(Setting.XERR, xerr(0.3));
        OPTIONS.put(Setting.CAP_SIZE, capSize(9));
        OPTIONS.put(Setting.BOTTOM, bottom(1));
        OPTIONS.put(Setting.BAR_WIDTH, barWidth(0.3));
        OPTIONS.put(Setting.EXTENT, extent(0, 8, 0, 2));
        OPTIONS.put(Setting.ORIGIN_LOWER, originLower());
        OPTIONS.put(Setting.SMOOTH, smooth());
        OPTIONS.put(Setting.ANNOTATED, annotated("%.3f"));
        OPTIONS.put(Setting.FONT_SIZE, fontSize(5.5));
        OPTIONS.put(Setting.ROTATED, rotated(30));
        OPTIONS.put(Setting.ANCHOR, anchor("right"));
        OPTIONS.put(Setting.VALIGN, valign("top"));
        OPTIONS.put(Setting.BOXED, boxed());
        OPTIONS.put(Setting.AXES_FRACTION, axesFraction());
        OPTIONS.put(Setting.LEVELS, levels(new double[] {0.7, 2.5, 30}));
        OPTIONS.put(Setting.OFFSET, offset(7));
        OPTIONS.put(Setting.ACROSS, across("x"));
        OPTIONS.put(Setting.WHERE, where("mid"));
        OPTIONS.put(Setting.PER_WIDTH, perWidth(3000));
        OPTIONS.put(Setting.LENGTHS, lengths(0.2));
        OPTIONS.put(Setting.PIVOT_MIDDLE, pivotMiddle());
        OPTIONS.put(Setting.LINE_DENSITY, lineDensity(2));
    }

    /** Options without which others have no effect. */
    private static final List<Setting> COMPANIONS = List.of(
            Setting.MARKER,
            Setting.EDGE,
            Setting.COLOR_BY,
            Setting.CMAP,
            Setting.OUTLINED,
            Setting.ANNOTATED,
            Setting.YERR,
            Setting.XERR,
            Setting.COLOR);

    /** The option, with as many values as the verb draws things. */
    private static Option option(Verb verb, Setting setting) {
        return switch (verb) {
            case QUIVER, STREAMPLOT, SURFACE -> setting == Setting.COLOR_BY ? colorBy(M) : OPTIONS.get(setting);
            case VOXELS ->
                setting == Setting.COLOR_BY ? colorBy(new double[] {1, 2, 3, 4, 5, 6, 7, 80}) : OPTIONS.get(setting);
            case HEXBIN -> setting == Setting.BINS ? bins(3) : OPTIONS.get(setting);
            default -> OPTIONS.get(setting);
        };
    }

    /** The option for a verb that draws so many things. */
    static Option sample(Setting setting, int n) {
        double[] rising =
                java.util.stream.IntStream.range(0, n).mapToDouble(i -> 1 + i).toArray();
        return setting == Setting.COLOR_BY
                ? colorBy(rising)
                : setting == Setting.SIZES ? sizes(rising) : OPTIONS.get(setting);
    }

    /** Something else is drawn too, above what verbs draw unless asked otherwise, and a legend shows the labels. */
    private static String svg(Verb verb, List<Option> options) {
        Option[] all = options.toArray(Option[]::new);
        return switch (VERBS.get(verb).apply(all)) {
            case Axes axes ->
                axes.polygon(new double[] {0, 1, 1}, new double[] {0, 0, 1}, zorder(5))
                        .legend("upper left")
                        .figure()
                        .toSvg();
            case Axes3D space -> space.legend().figure().toSvg();
            case Frame<?> other -> other.figure().toSvg();
        };
    }

    @Test
    void whatAVerbTakesHasAnEffect() {
        assertEquals(Setting.values().length, OPTIONS.size());
        assertEquals(Verb.values().length, VERBS.size());
        var faults = new ArrayList<String>();
        for (Verb verb : Verb.values()) {
            for (Setting setting : verb.reads()) {
                if (!effective(verb, setting)) {
                    faults.add(verb + " takes " + setting + " and draws the same");
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private static boolean effective(Verb verb, Setting setting) {
        if (differs(verb, List.of(), setting)) {
            return true;
        }
        for (Setting companion : COMPANIONS) {
            if (verb.reads().contains(companion) && differs(verb, List.of(option(verb, companion)), setting)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Verb verb, List<Option> companions, Setting setting) {
        var with = new ArrayList<>(companions);
        with.add(option(verb, setting));
        try {
            return !svg(verb, companions).equals(svg(verb, with));
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("The option"), verb + " with " + setting + ": " + e.getMessage());
            return false;
        }
    }

    @Test
    void everythingElseIsRefusedInWords() {
        for (Verb verb : Verb.values()) {
            for (Setting setting : Setting.values()) {
                if (!verb.reads().contains(setting)) {
                    var fault = assertThrows(
                            IllegalArgumentException.class,
                            () -> svg(verb, List.of(OPTIONS.get(setting))),
                            verb + " with " + setting);
                    assertTrue(
                            fault.getMessage()
                                    .startsWith("The option " + setting.word() + " has no effect on " + verb.word()
                                            + ", which takes "),
                            fault.getMessage());
                }
            }
        }
    }

    @Test
    void optionsThatNeedOthersOrExcludeThemSaySo() {
        assertEquals(
                "The option size has no effect on plot without marker.",
                assertThrows(IllegalArgumentException.class, () -> plot(X, Y, size(9)))
                        .getMessage());
        assertEquals(
                "The option clim has no effect on quiver without colorBy or cmap.",
                assertThrows(IllegalArgumentException.class, () -> quiver(X, X, M, M, clim(0, 1)))
                        .getMessage());
        assertEquals(
                "The options color and colorBy of scatter say the same thing differently; give one of them.",
                assertThrows(IllegalArgumentException.class, () -> scatter(X, Y, color("k"), colorBy(Y)))
                        .getMessage());
    }

    @Test
    void binsAreCountedByAnIntOrCutByEdges() {
        for (double[] edges : new double[][] {{}, {10}, {Math.sqrt(100)}, {1, 1}, {2, 1}, {0, Double.NaN, 2}}) {
            var fault = assertThrows(IllegalArgumentException.class, () -> bins(edges));
            assertTrue(fault.getMessage().contains("edges"), fault.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> bins(0));
        assertTrue(hist(X, bins(7)).figure().describe().contains("of 7 bars"));
        assertTrue(hist(X, bins(0, 1.5, 4)).figure().describe().contains("of 2 bars"));
    }
}
