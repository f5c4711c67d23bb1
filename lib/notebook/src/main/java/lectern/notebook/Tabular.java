package lectern.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows under headings, numbers on the right and written alike in each column.
 *
 * <p>Browsers get HTML, print gets LaTeX, consoles get text. Mathematics in texts stands between dollars.
 */
public final class Tabular implements Displayable {
    private static final int DIGITS = 3;
    private static final double SMALL = 1e-3;
    private static final double LARGE = 1e6;
    private static final double SPAN = 1e4;

    private final List<String> heads;
    private final List<List<Object>> rows;
    private final List<String> formats;

    private Tabular(List<String> heads, List<List<Object>> rows, List<String> formats) {
        this.heads = heads;
        this.rows = rows;
        this.formats = formats;
    }

    /**
     * Makes a table of rows under headings.
     *
     * {@snippet :
     * Tabular.of(List.of("n", "error"), List.of(List.of(10, 0.5), List.of(100, 0.05))) // → n error 10 0.50 100 0.05
     * }
     *
     * @param heads a heading for each column
     * @param rows the rows, each with a value for each heading; null leaves a cell empty
     * @param formats how floating-point numbers are written, one for all columns or one for each; an empty one, or none
     *     at all, writes them as {@link #formatOf} says
     * @return the table, a value that shows itself
     * @throws IllegalArgumentException when a row has more or fewer values than there are headings, or formats are
     *     neither one nor as many
     */
    public static Tabular of(List<String> heads, List<? extends List<?>> rows, String... formats) {
        var copied = new ArrayList<List<Object>>();
        for (var row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException("A table with " + heads.size() + " headings " + heads
                        + " got a row of " + row.size() + " values: " + row);
            }
            copied.add(new ArrayList<>(row));
        }
        return new Tabular(List.copyOf(heads), copied, formats(formats, heads.size()));
    }

    private static List<String> formats(String[] given, int columns) {
        if (given.length > 1 && given.length != columns) {
            throw new IllegalArgumentException(
                    "A table of " + columns + " columns wants one format for all or " + columns
                            + ", one for each (an empty text for columns of words); got " + given.length + ": "
                            + Arrays.toString(given));
        }
        var formats = new ArrayList<String>();
        for (int j = 0; j < columns; j++) {
            formats.add(given.length == 0 ? "" : given[given.length == 1 ? 0 : j]);
        }
        return formats;
    }

    /**
     * Makes a table of records of one class: a column for each component, with its name or its {@link Column} as
     * heading.
     *
     * {@snippet :
     * record Run(String method, double error) {}
     * table(List.of(new Run("plain", 0.0312), new Run("momentum", 1.2e-5)), "%.1e")
     * // → method error plain 3.1e-02 momentum 1.2e-05
     * }
     *
     * @param rows the records
     * @param formats how floating-point numbers are written, one for all columns or one for each; as {@link #formatOf}
     *     says where there is none
     * @return the table, a value that shows itself
     * @throws IllegalArgumentException without rows, or when they are not records of one class
     */
    public static Tabular table(Collection<?> rows, String... formats) {
        return ofRows(rows, formats);
    }

    /**
     * Makes a table of records with one format for all floating-point numbers.
     *
     * @param rows the records, all of one class
     * @param format such as {@code "%.2f"} or {@code "%.1e"}
     * @return the table, a value that shows itself
     * @throws IllegalArgumentException without rows, or when they are not records of one class
     */
    public static Tabular table(Collection<?> rows, String format) {
        // Said by itself, so that two arguments are not taken for the rows and the header of a table in a figure.
        return ofRows(rows, format);
    }

    private static Tabular ofRows(Collection<?> rows, String... formats) {
        return Records.table(null, rows.stream().map(row -> Map.entry("", row)).toList(), formats);
    }

    /**
     * Makes a table of records, or of single values, by their names, which make the first column.
     *
     * @param rows records of one class, or single values, by name
     * @param formats how floating-point numbers are written, one for all columns or one for each; as {@link #formatOf}
     *     says where there is none
     * @return the table, a value that shows itself
     * @throws IllegalArgumentException without rows, or when they are records of several classes
     */
    public static Tabular table(Map<String, ?> rows, String... formats) {
        return ofNamed(rows, formats);
    }

    /**
     * Makes a table of records, or of single values, by their names, with one format for all floating-point numbers.
     *
     * @param rows records of one class, or single values, by name
     * @param format such as {@code "%.2f"} or {@code "%.1e"}
     * @return the table, a value that shows itself
     * @throws IllegalArgumentException without rows, or when they are records of several classes
     */
    public static Tabular table(Map<String, ?> rows, String format) {
        return ofNamed(rows, format);
    }

    private static Tabular ofNamed(Map<String, ?> rows, String... formats) {
        return Records.table(
                "",
                rows.entrySet().stream()
                        .map(row -> Map.<String, Object>entry(row.getKey(), row.getValue()))
                        .toList(),
                formats);
    }

    /** This table with other headings. */
    public Tabular heads(String... texts) {
        if (texts.length != heads.size()) {
            throw new IllegalArgumentException("A table of " + heads.size() + " columns " + heads
                    + " wants as many headings; got " + texts.length);
        }
        return new Tabular(List.of(texts), rows, formats);
    }

    /** The headings. */
    public List<String> heads() {
        return heads;
    }

    /** What is shown: the texts of a row after the other. */
    public List<List<String>> cells() {
        var written = new ArrayList<String>();
        for (int j = 0; j < heads.size(); j++) {
            int column = j;
            written.add(
                    formats.get(j).isEmpty()
                            ? formatOf(rows.stream()
                                    .map(row -> row.get(column))
                                    .filter(value -> value instanceof Double || value instanceof Float)
                                    .mapToDouble(value -> ((Number) value).doubleValue())
                                    .toArray())
                            : formats.get(j));
        }
        var cells = new ArrayList<List<String>>();
        for (var row : rows) {
            var texts = new ArrayList<String>();
            for (int j = 0; j < row.size(); j++) {
                texts.add(text(row.get(j), written.get(j)));
            }
            cells.add(texts);
        }
        return cells;
    }

    /**
     * Finds one format in which all numbers of a column can be read: with three significant digits at least.
     *
     * <p>That is {@code %.3f} and its like where they are of a size, without decimals that all are zero, and
     * {@code %.2e} where they are far apart, large or small.
     *
     * {@snippet :
     * formatOf(0.25, 1.5) // → "%.2f"
     * formatOf(1e-9, 1.5) // → "%.2e"
     * }
     *
     * @param values the numbers of the column; NaN and infinities do not count
     * @return a format for {@code String.format}
     */
    public static String formatOf(double... values) {
        double[] sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(x -> x > 0 && Double.isFinite(x))
                .toArray();
        double low = Arrays.stream(sizes).min().orElse(1);
        double high = Arrays.stream(sizes).max().orElse(1);
        if (low < SMALL || high >= LARGE || high / low > SPAN) {
            return Arrays.stream(sizes).allMatch(x -> x == Math.rint(x) && x < LARGE) ? "%.0f" : "%.2e";
        }
        int most = Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(low)));
        int needed = Arrays.stream(values)
                .filter(Double::isFinite)
                .mapToInt(x -> BigDecimal.valueOf(x)
                        .setScale(most, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .scale())
                .max()
                .orElse(0);
        return "%." + Math.max(0, needed) + "f";
    }

    private static String text(Object value, String format) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof Double || value instanceof Float)) {
            return value.toString();
        }
        double x = ((Number) value).doubleValue();
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "NaN" : x > 0 ? "∞" : "−∞";
        }
        try {
            return String.format(Locale.ROOT, format, x);
        } catch (IllegalFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + format + "\" is no format for a number; such are \"%.2f\", \"%.1e\" and " + "\"%.3g\"", e);
        }
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(value -> value == null || value instanceof Number)
                && rows.stream().anyMatch(row -> row.get(column) != null);
    }

    @Override
    public MimeBundle toMimeBundle() {
        var cells = cells();
        return MimeBundle.text(text(cells)).with(MimeBundle.HTML, html(cells)).with(MimeBundle.LATEX, latex(cells));
    }

    private String html(List<List<String>> cells) {
        var html = new StringBuilder("<div class=\"lectern-table\" style=\"overflow:auto\"><table>\n<thead>");
        row(html, "th", heads);
        html.append("</thead>\n<tbody>\n");
        cells.forEach(cell -> row(html, "td", cell));
        return html.append("</tbody></table></div>").toString();
    }

    private void row(StringBuilder html, String tag, List<String> texts) {
        html.append("<tr>");
        for (int j = 0; j < texts.size(); j++) {
            html.append('<')
                    .append(tag)
                    .append(" style=\"text-align:")
                    .append(isNumeric(j) ? "right" : "left")
                    .append("\">")
                    .append(Markup.html(texts.get(j)))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>\n");
    }

    private String latex(List<List<String>> cells) {
        var latex = new StringBuilder(
                "\\begin{center}\\small\n\\begin{adjustbox}{max width=\\linewidth}\n\\begin{tabular}{");
        for (int j = 0; j < heads.size(); j++) {
            latex.append(isNumeric(j) ? 'r' : 'l');
        }
        latex.append("}\n\\toprule\n").append(latexRow(heads)).append("\\midrule\n");
        cells.forEach(row -> latex.append(latexRow(row)));
        return latex.append("\\bottomrule\n\\end{tabular}\n\\end{adjustbox}\n\\end{center}")
                .toString();
    }

    private static String latexRow(List<String> texts) {
        return texts.stream().map(Markup::latex).collect(Collectors.joining(" & ")) + " \\\\\n";
    }

    private String text(List<List<String>> cells) {
        var lines = new ArrayList<List<String>>();
        lines.add(heads);
        lines.addAll(cells);
        var text = new StringBuilder();
        for (var line : lines) {
            var joined = new StringBuilder();
            for (int j = 0; j < heads.size(); j++) {
                int column = j;
                int width = lines.stream()
                        .mapToInt(one -> one.get(column).length())
                        .max()
                        .orElse(0);
                var pad = " ".repeat(width - line.get(j).length());
                joined.append(j == 0 ? "" : "  ").append(isNumeric(j) ? pad + line.get(j) : line.get(j) + pad);
            }
            text.append(text.isEmpty() ? "" : "\n").append(joined.toString().stripTrailing());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text(cells());
    }
}
