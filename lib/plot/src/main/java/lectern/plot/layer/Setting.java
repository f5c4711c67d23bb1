package lectern.plot.layer;

/** The settings that options of plotting verbs make, each with the word by which a cell asks for it. */
public enum Setting {
    LABEL("label"),
    COLOR("color"),
    COLORS("colors"),
    COLOR_BY("colorBy"),
    DASH("dashed, dotted or dashdot"),
    WIDTH("width"),
    MARKER("marker"),
    NO_LINE("noLine"),
    SIZE("size"),
    SIZES("sizes"),
    HOLLOW("hollow"),
    EVERY("every"),
    ALPHA("alpha"),
    ZORDER("zorder"),
    EDGE("edge"),
    HATCH("hatch"),
    CMAP("cmap"),
    CLIM("clim"),
    CENTERED("centered"),
    LOG_COLORS("logColors"),
    BINS("bins"),
    WEIGHTS("weights"),
    KDE("kde"),
    DENSITY("density"),
    CUMULATIVE("cumulative"),
    STACKED("stacked"),
    HORIZONTAL("horizontal"),
    OUTLINED("outlined"),
    YERR("yerr"),
    XERR("xerr"),
    CAP_SIZE("capSize"),
    BOTTOM("bottom"),
    BAR_WIDTH("barWidth"),
    EXTENT("extent"),
    ORIGIN_LOWER("originLower"),
    SMOOTH("smooth"),
    ANNOTATED("annotated"),
    FONT_SIZE("fontSize"),
    ROTATED("rotated"),
    ANCHOR("anchor"),
    VALIGN("valign"),
    BOXED("boxed"),
    AXES_FRACTION("axesFraction"),
    LEVELS("levels"),
    OFFSET("offset"),
    ACROSS("across"),
    WHERE("where"),
    PER_WIDTH("perWidth"),
    LENGTHS("lengths"),
    PIVOT_MIDDLE("pivotMiddle"),
    LINE_DENSITY("lineDensity");

    private final String word;

    Setting(String word) {
        this.word = word;
    }

    /** The name of the option that makes this setting. */
    public String word() {
        return word;
    }
}
