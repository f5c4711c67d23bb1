package lectern.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lectern.data.table.Columns;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;
import tech.tablesaw.table.TableSliceGroup;

/**
 * How a table shows itself in a notebook: the first and last rows, numbers aligned and rounded alike, and a line that
 * says how much of the table is seen.
 *
 * <p>Browsers get HTML, the PDF script gets LaTeX (with the packages booktabs and adjustbox), consoles get plain text.
 */
public final class TableView implements Displayable {
    private static final int ROWS = 12;
    private static final int COLUMNS_ON_SCREEN = 20;
    private static final int COLUMNS_ON_PAPER = 7;
    private static final String GAP = "…";

    private final Relation table;
    private final int rows;

    private TableView(Relation table, int rows) {
        this.table = table;
        this.rows = rows;
    }

    /** A view of at most twelve rows. */
    public static TableView of(Relation table) {
        return new TableView(table, ROWS);
    }

    /** A view of at most this many rows. */
    public static TableView of(Relation table, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("At least one row must be shown; " + rows + " was given.");
        }
        return new TableView(table, rows);
    }

    /** A view of a single column. */
    public static TableView of(Column<?> column) {
        return of(Table.create(column.name() == null ? "column" : column.name(), column.copy()));
    }

    /** A view of the groups that Tablesaw splits a table into: their names and how many rows they have. */
    public static TableView of(TableSliceGroup groups) {
        var names = StringColumn.create("group");
        var sizes = IntColumn.create("size");
        for (var slice : groups) {
            names.append(slice.name());
            sizes.append(slice.rowCount());
        }
        return of(Table.create("groups", names, sizes));
    }

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.text(text()).with(MimeBundle.HTML, html()).with(MimeBundle.LATEX, latex());
    }

    @Override
    public String toString() {
        return text();
    }

    /** The line below the table. */
    String caption() {
        int n = table.rowCount();
        String seen = n > rows ? rows + " of " + count(n) + " rows" : n == 1 ? "1 row" : count(n) + " rows";
        return seen + " × " + table.columnCount() + (table.columnCount() == 1 ? " column" : " columns");
    }

    private static String count(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Places shown of n things when only some fit: the first ones, a gap (−1), the last ones. */
    private static int[] places(int n, int limit) {
        if (n <= limit) {
            return IntStream.range(0, n).toArray();
        }
        int tail = limit / 2;
        int head = limit - tail;
        return IntStream.concat(
                        IntStream.concat(IntStream.range(0, head), IntStream.of(-1)), IntStream.range(n - tail, n))
                .toArray();
    }

    /** The cells seen: first the header, then the rows; the first column counts rows. */
    private List<String[]> cells(int columnLimit) {
        int[] columns = places(table.columnCount(), columnLimit);
        int[] lines = places(table.rowCount(), rows);
        var grid = new ArrayList<String[]>();
        for (int i = 0; i <= lines.length; i++) {
            grid.add(new String[columns.length + 1]);
        }
        grid.getFirst()[0] = "";
        for (int i = 0; i < lines.length; i++) {
            grid.get(i + 1)[0] = lines[i] < 0 ? GAP : Integer.toString(lines[i]);
        }
        for (int j = 0; j < columns.length; j++) {
            String title = columns[j] < 0 ? GAP : table.column(columns[j]).name();
            grid.getFirst()[j + 1] = title == null ? "" : CellText.shown(title);
            String[] column = columns[j] < 0 ? null : column(table.column(columns[j]), lines);
            for (int i = 0; i < lines.length; i++) {
                grid.get(i + 1)[j + 1] = column == null || lines[i] < 0 ? GAP : column[i];
            }
        }
        return grid;
    }

    private static String[] column(Column<?> column, int[] lines) {
        boolean whole = Columns.whole(column);
        var numbers = !whole && column instanceof NumericColumn<?> numeric
                ? NumberFormatter.forValues(IntStream.of(lines)
                        .filter(i -> i >= 0)
                        .mapToDouble(numeric::getDouble)
                        .toArray())
                : null;
        var result = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] >= 0) {
                result[i] = column.isMissing(lines[i])
                        ? ""
                        : numbers == null
                                // Whole numbers have all their digits.
                                ? whole ? column.get(lines[i]).toString() : CellText.shown(column.getString(lines[i]))
                                : numbers.format(((NumericColumn<?>) column).getDouble(lines[i]));
            }
        }
        return result;
    }

    private boolean rightAligned(int columnLimit, int j) {
        int place = j == 0 ? -1 : places(table.columnCount(), columnLimit)[j - 1];
        return j == 0 || place >= 0 && table.column(place) instanceof NumericColumn<?>;
    }

    private String html() {
        List<String[]> grid = cells(COLUMNS_ON_SCREEN);
        int[] columns = places(table.columnCount(), COLUMNS_ON_SCREEN);
        var html = new StringBuilder("<div class=\"lectern-table\" style=\"overflow:auto;max-height:30em\"><table>\n"
                + "<thead style=\"position:sticky;top:0;background:var(--jp-layout-color0,Canvas)\">");
        for (int i = 0; i < grid.size(); i++) {
            html.append(i == 1 ? "</thead>\n<tbody>\n<tr>" : "<tr>");
            String[] row = grid.get(i);
            for (int j = 0; j < row.length; j++) {
                String tag = i == 0 || j == 0 ? "th" : "td";
                Column<?> column = i == 0 && j > 0 && columns[j - 1] >= 0 ? table.column(columns[j - 1]) : null;
                html.append('<')
                        .append(tag)
                        .append(
                                rightAligned(COLUMNS_ON_SCREEN, j)
                                        ? " style=\"text-align:right\""
                                        : " style=\"text-align:left\"")
                        .append(column == null ? "" : hint(column))
                        .append('>')
                        .append(escaped(row[j], TableView::htmlCharacter))
                        .append(column == null ? "" : mark(column))
                        .append("</")
                        .append(tag)
                        .append('>');
            }
            html.append("</tr>\n");
        }
        html.append(grid.size() == 1 ? "</thead>" : "</tbody>")
                .append("</table></div>\n<p><small>")
                .append(caption());
        return html.append("</small></p>").toString();
    }

    /** How to sort by a column, shown when the pointer rests on its name. */
    private static String hint(Column<?> column) {
        String name = column.name() == null ? "" : column.name();
        return " title=\"sortOn(&quot;"
                + escaped(name, TableView::htmlCharacter).replace("\"", "&quot;") + "&quot;), sortDescendingOn(…)\"";
    }

    /** An arrow where the rows are sorted by the column, a faint double one where they are not. */
    private static String mark(Column<?> column) {
        int direction = direction(column);
        return direction > 0
                ? "<span> ▲</span>"
                : direction < 0 ? "<span> ▼</span>" : "<span style=\"opacity:.3\"> ⇅</span>";
    }

    /** 1 when the values never fall, −1 when they never rise, 0 otherwise and where all are equal. */
    @SuppressWarnings("unchecked")
    private static int direction(Column<?> column) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < column.size() && !(rises && falls); i++) {
            if (column.isMissing(i - 1) || column.isMissing(i) || !(column.get(i) instanceof Comparable<?> next)) {
                return 0;
            }
            int order = ((Comparable<Object>) next).compareTo(column.get(i - 1));
            rises |= order > 0;
            falls |= order < 0;
        }
        return rises == falls ? 0 : rises ? 1 : -1;
    }

    private String latex() {
        List<String[]> grid = cells(COLUMNS_ON_PAPER);
        var latex = new StringBuilder("\\begin{center}\\small\n")
                .append("\\begin{adjustbox}{max width=\\linewidth}\n\\begin{tabular}{");
        for (int j = 0; j < grid.getFirst().length; j++) {
            latex.append(rightAligned(COLUMNS_ON_PAPER, j) ? 'r' : 'l');
        }
        latex.append("}\n\\toprule\n");
        for (int i = 0; i < grid.size(); i++) {
            String[] row = grid.get(i);
            for (int j = 0; j < row.length; j++) {
                latex.append(j == 0 ? "" : " & ").append(escaped(row[j], TableView::latexCharacter));
            }
            latex.append(i == 0 ? " \\\\\n\\midrule\n" : " \\\\\n");
        }
        return latex.append("\\bottomrule\n\\end{tabular}\n\\end{adjustbox}\\\\[2pt]\n{\\footnotesize ")
                .append(escaped(caption(), TableView::latexCharacter))
                .append("}\n\\end{center}")
                .toString();
    }

    private String text() {
        List<String[]> grid = cells(COLUMNS_ON_PAPER);
        int columns = grid.getFirst().length;
        var text = new StringBuilder();
        for (String[] row : grid) {
            var line = new StringBuilder();
            for (int j = 0; j < columns; j++) {
                int column = j;
                int width = grid.stream()
                        .mapToInt(r -> CellText.width(r[column]))
                        .max()
                        .orElse(0);
                String pad = " ".repeat(width - CellText.width(row[j]));
                line.append(j == 0 ? "" : "  ").append(rightAligned(COLUMNS_ON_PAPER, j) ? pad + row[j] : row[j] + pad);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.append(caption()).toString();
    }

    private static String escaped(String text, UnaryOperator<String> character) {
        var result = new StringBuilder();
        text.codePoints().forEach(c -> result.append(character.apply(Character.toString(c))));
        return result.toString();
    }

    private static String htmlCharacter(String c) {
        return switch (c) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            // MathJax would typeset what stands between two dollar signs.
            case "$" -> "&#36;";
            default -> c;
        };
    }

    private static String latexCharacter(String c) {
        return switch (c) {
            case "\\" -> "\\textbackslash{}";
            case "~" -> "\\textasciitilde{}";
            case "^" -> "\\textasciicircum{}";
            case "&", "%", "$", "#", "_", "{", "}" -> "\\" + c;
            case "…" -> "\\dots{}";
            case "×" -> "$\\times$";
            case "↵" -> " ";
            case "\n", "\r" -> " ";
            default -> c;
        };
    }
}
