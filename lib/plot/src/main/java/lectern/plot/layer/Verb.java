package lectern.plot.layer;

import static lectern.plot.layer.Setting.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The verbs that draw, each with the settings that it reads. A setting that a verb does not read is refused in words:
 * it would have no effect.
 */
public enum Verb {
    PLOT("plot", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH, NO_LINE, MARKER, SIZE, HOLLOW, EDGE, EVERY),
    STEP("step", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH, NO_LINE, MARKER, SIZE, HOLLOW, EDGE, EVERY, WHERE),
    ERRORBAR(
            "errorbar",
            LABEL,
            COLOR,
            ALPHA,
            ZORDER,
            WIDTH,
            DASH,
            NO_LINE,
            MARKER,
            SIZE,
            HOLLOW,
            EDGE,
            EVERY,
            XERR,
            YERR,
            CAP_SIZE),
    STEM("stem", LABEL, COLOR, ALPHA, ZORDER, WIDTH, MARKER, SIZE, HOLLOW, EDGE, EVERY),
    SCATTER(
            "scatter",
            LABEL,
            COLOR,
            COLORS,
            COLOR_BY,
            CMAP,
            CLIM,
            CENTERED,
            LOG_COLORS,
            ALPHA,
            ZORDER,
            MARKER,
            SIZE,
            SIZES,
            HOLLOW,
            EDGE),
    BAR(
            "bar",
            LABEL,
            COLOR,
            COLORS,
            COLOR_BY,
            CMAP,
            CLIM,
            CENTERED,
            LOG_COLORS,
            ALPHA,
            ZORDER,
            EDGE,
            DASH,
            HATCH,
            STACKED,
            BAR_WIDTH,
            BOTTOM,
            YERR,
            CAP_SIZE,
            ANNOTATED,
            FONT_SIZE),
    BARH(
            "barh",
            LABEL,
            COLOR,
            COLORS,
            COLOR_BY,
            CMAP,
            CLIM,
            CENTERED,
            LOG_COLORS,
            ALPHA,
            ZORDER,
            EDGE,
            DASH,
            HATCH,
            STACKED,
            BAR_WIDTH,
            BOTTOM,
            XERR,
            CAP_SIZE,
            ANNOTATED,
            FONT_SIZE),
    HIST(
            "hist",
            LABEL,
            COLOR,
            ALPHA,
            ZORDER,
            EDGE,
            DASH,
            HATCH,
            BINS,
            WEIGHTS,
            KDE,
            DENSITY,
            CUMULATIVE,
            STACKED,
            HORIZONTAL,
            OUTLINED,
            WIDTH),
    IMSHOW("imshow", CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, EXTENT, ORIGIN_LOWER, SMOOTH),
    HEATMAP(
            "heatmap",
            CMAP,
            CLIM,
            CENTERED,
            LOG_COLORS,
            ALPHA,
            ZORDER,
            EXTENT,
            ORIGIN_LOWER,
            SMOOTH,
            ANNOTATED,
            FONT_SIZE),
    PCOLORMESH("pcolormesh", CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, SMOOTH),
    HIST2D("hist2d", CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, SMOOTH, BINS),
    FILL_BETWEEN("fillBetween", LABEL, COLOR, ALPHA, ZORDER, EDGE, DASH, HATCH),
    POLYGON("polygon", LABEL, COLOR, ALPHA, ZORDER, EDGE, DASH, HATCH, HOLLOW),
    ELLIPSE("ellipse", LABEL, COLOR, ALPHA, ZORDER, EDGE, DASH, HATCH, HOLLOW, ROTATED),
    LINE_ACROSS("axhline or axvline", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH),
    STRIP_ACROSS("axhspan or axvspan", LABEL, COLOR, ALPHA, ZORDER),
    TEXT("text", COLOR, ALPHA, ZORDER, FONT_SIZE, ROTATED, ANCHOR, VALIGN, BOXED, AXES_FRACTION),
    ANNOTATE("annotate", COLOR, ALPHA, ZORDER, FONT_SIZE, ROTATED, ANCHOR, VALIGN, BOXED, AXES_FRACTION),
    ARROW("arrow", LABEL, COLOR, ALPHA, ZORDER, WIDTH),
    CONTOUR("contour", LABEL, COLOR, CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, WIDTH, DASH, LEVELS, ANNOTATED),
    CONTOURF("contourf", LABEL, COLOR, CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, LEVELS),
    QUIVER("quiver", LABEL, COLOR, COLOR_BY, CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, PER_WIDTH, PIVOT_MIDDLE),
    STREAMPLOT("streamplot", COLOR, COLOR_BY, CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, WIDTH, LINE_DENSITY),
    BOXPLOT("boxplot", LABEL, COLOR, ALPHA, ZORDER, HORIZONTAL, BAR_WIDTH),
    VIOLIN("violin", LABEL, COLOR, ALPHA, ZORDER, EDGE, DASH, HORIZONTAL, BAR_WIDTH),
    PIE("pie", LABEL, COLORS, ALPHA, ANNOTATED),
    KDEPLOT("kdeplot", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH, HORIZONTAL),
    KDEPLOT_2D("kdeplot of two", LABEL, COLOR, CMAP, CLIM, CENTERED, ALPHA, ZORDER, WIDTH, DASH, LEVELS),
    RUGPLOT("rugplot", COLOR, ALPHA, ZORDER, WIDTH, HORIZONTAL),
    ECDFPLOT("ecdfplot", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH),
    STRIPPLOT("stripplot", LABEL, COLOR, ALPHA, ZORDER, MARKER, SIZE, HOLLOW, EDGE, HORIZONTAL),
    SWARMPLOT("swarmplot", LABEL, COLOR, ALPHA, ZORDER, MARKER, SIZE, HOLLOW, EDGE, HORIZONTAL),
    REGPLOT("regplot", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH, MARKER, SIZE, HOLLOW),
    HEXBIN("hexbin", CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, ZORDER, BINS),
    STACKPLOT("stackplot", LABEL, COLORS, ALPHA, ZORDER, EDGE),
    AXLINE("axline", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH),
    POLAR("polar", LABEL, COLOR, ALPHA, ZORDER, WIDTH, DASH, NO_LINE, MARKER, SIZE, HOLLOW, EDGE, EVERY),
    PARALLEL("parallelCoordinates", CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, WIDTH),
    SURFACE("surface", LABEL, COLOR, COLOR_BY, CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, EDGE),
    WIREFRAME("wireframe", LABEL, COLOR, ALPHA, WIDTH),
    SPACE_CONTOUR("contour in space", CMAP, CLIM, ALPHA, WIDTH, LEVELS, OFFSET, ACROSS),
    SPACE_CONTOURF("contourf in space", CMAP, CLIM, ALPHA, LEVELS, OFFSET, ACROSS),
    SPACE_PLOT("plot in space", LABEL, COLOR, ALPHA, WIDTH, DASH, NO_LINE, MARKER, SIZE),
    SPACE_SCATTER(
            "scatter in space",
            LABEL,
            COLOR,
            COLORS,
            COLOR_BY,
            CMAP,
            CLIM,
            CENTERED,
            LOG_COLORS,
            ALPHA,
            MARKER,
            SIZE,
            SIZES,
            EDGE),
    SPACE_QUIVER("quiver in space", LABEL, COLOR, ALPHA, WIDTH, LENGTHS),
    VOXELS("voxels", COLOR, COLOR_BY, CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, EDGE),
    CUBES("cubes", LABEL, COLOR, COLOR_BY, CMAP, CLIM, CENTERED, LOG_COLORS, ALPHA, EDGE),
    SPACE_POLYGON("polygon in space", LABEL, COLOR, ALPHA, EDGE),
    PLANE("plane", LABEL, COLOR, ALPHA, EDGE),
    SPACE_TEXT("text in space", COLOR, ALPHA, FONT_SIZE);

    /** Verbs that have colours by values only where values are given. */
    private static final Set<Verb> BY_VALUES = EnumSet.of(SCATTER, BAR, BARH, SPACE_SCATTER, VOXELS, CUBES);

    private static final Set<Verb> LINES = EnumSet.of(PLOT, STEP, ERRORBAR, POLAR, SPACE_PLOT);

    /** Of two settings of the same thing one would have no effect. */
    private static final List<Set<Setting>> RIVALS = List.of(
            EnumSet.of(COLOR, COLORS),
            EnumSet.of(COLOR, COLOR_BY),
            EnumSet.of(COLORS, COLOR_BY),
            EnumSet.of(COLOR, CMAP),
            EnumSet.of(SIZE, SIZES),
            EnumSet.of(CENTERED, LOG_COLORS));

    private final String word;
    private final Set<Setting> reads;

    Verb(String word, Setting... reads) {
        this.word = word;
        this.reads = EnumSet.copyOf(List.of(reads));
    }

    /** How a cell calls the verb. */
    public String word() {
        return word;
    }

    /** The settings that have an effect on what the verb draws. */
    public Set<Setting> reads() {
        return EnumSet.copyOf(reads);
    }

    /** The style that the choices of one call make; a choice that the verb does not read is an error. */
    public Style style(Choice... choices) {
        return style(null, choices);
    }

    /** As {@link #style(Choice...)} with a label in the place of a choice; null for none. */
    public Style style(String label, Choice... choices) {
        Collection<Choice> all = new ArrayList<>(Arrays.asList(choices));
        if (label != null) {
            all.add(new Labelled(new String[] {label}));
        }
        var asked = EnumSet.noneOf(Setting.class);
        all.forEach(choice -> asked.add(choice.setting()));
        asked.forEach(setting -> check(setting, asked));
        return Style.of(all);
    }

    private void check(Setting setting, Set<Setting> asked) {
        if (!reads.contains(setting)) {
            throw new IllegalArgumentException("The option " + setting.word() + " has no effect on " + word
                    + ", which takes " + words(reads, ", ") + ".");
        }
        var needed = needs(setting);
        if (!needed.isEmpty() && Collections.disjoint(needed, asked)) {
            throw new IllegalArgumentException("The option " + setting.word() + " has no effect on " + word
                    + " without " + words(needed, " or ") + ".");
        }
        for (Set<Setting> pair : RIVALS) {
            if (pair.contains(setting) && asked.containsAll(pair)) {
                throw new IllegalArgumentException("The options " + words(pair, " and ") + " of " + word
                        + " say the same thing differently; give one of them.");
            }
        }
    }

    private static String words(Collection<Setting> settings, String between) {
        return settings.stream().map(Setting::word).collect(Collectors.joining(between));
    }

    /** Settings of which one must be there too for this one to have an effect; empty where it has one alone. */
    private Set<Setting> needs(Setting setting) {
        return switch (setting) {
            case CMAP -> BY_VALUES.contains(this) ? EnumSet.of(COLOR_BY) : Set.of();
            case CLIM, CENTERED, LOG_COLORS ->
                BY_VALUES.contains(this)
                        ? EnumSet.of(COLOR_BY)
                        : this == QUIVER || this == STREAMPLOT ? EnumSet.of(CMAP, COLOR_BY) : Set.of();
            case SIZE, HOLLOW, EVERY, EDGE -> LINES.contains(this) ? EnumSet.of(MARKER) : Set.of();
            case DASH -> reads.contains(EDGE) && !LINES.contains(this) ? rims() : Set.of();
            case WIDTH -> this == HIST ? EnumSet.of(OUTLINED) : Set.of();
            case FONT_SIZE -> reads.contains(ANNOTATED) ? EnumSet.of(ANNOTATED) : Set.of();
            case CAP_SIZE -> this == ERRORBAR ? EnumSet.of(XERR, YERR) : EnumSet.of(this == BAR ? YERR : XERR);
            case ALPHA -> this == BOXPLOT ? EnumSet.of(COLOR) : Set.of();
            default -> Set.of();
        };
    }

    private Set<Setting> rims() {
        return this == HIST ? EnumSet.of(EDGE, OUTLINED) : EnumSet.of(EDGE);
    }

    private record Labelled(String[] texts) implements Choice {
        @Override
        public Setting setting() {
            return LABEL;
        }

        @Override
        public Object value() {
            return texts;
        }
    }
}
