package lectern.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.notebook.MimeBundle;

/**
 * Values in rows and columns as browsers, the printed script and consoles show them: numbers right-aligned with six significant
 * digits, the middle rows left out when there are many.
 *
 * <p>The LaTeX form wants the packages booktabs and adjustbox.
 */
record Grid(List<String> head, List<List<Object>> rows, int all) {
    private static final int ROWS = 30;
    private static final int WIDE = 80;
    private static final String GAP = "…";

    /** The grid of {@code n} rows of which only those that are shown are asked for. */
    static Grid of(List<String> head, int n, IntFunction<List<Object>> row) {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < n; i++) {
            if (n > ROWS && i == ROWS / 2) {
                rows.add(null);
                i = n - ROWS / 2;
            }
            rows.add(row.apply(i));
        }
        return new Grid(head, rows, n);
    }

    MimeBundle bundle(String text) {
        var cells = cells();
        return MimeBundle.text(text).with(MimeBundle.HTML, html(cells)).with(MimeBundle.LATEX, latex(cells));
    }

    MimeBundle bundle() {
        return bundle(text(cells()));
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                        .filter(row -> row != null)
                        .map(row -> row.get(column))
                        .allMatch(value -> value == null || value instanceof Number)
                && rows.stream().anyMatch(row -> row != null && row.get(column) != null);
    }

    private List<String[]> cells() {
        var cells = rows.stream().map(row -> new String[head.size()]).collect(Collectors.toList());
        for (int j = 0; j < head.size(); j++) {
            int column = j;
            var numbers = Digits.of(rows.stream()
                    .filter(row -> row != null)
                    .map(row -> row.get(column))
                    .toList());
            for (int i = 0; i < rows.size(); i++) {
                cells.get(i)[j] = rows.get(i) == null ? GAP : cell(rows.get(i).get(j), numbers);
            }
        }
        return cells;
    }

    private static String cell(Object value, Digits numbers) {
        var text = value instanceof Double || value instanceof Float
                ? numbers.text(((Number) value).doubleValue())
                : Texts.brief(value).replaceAll("\\s+", " ");
        return text.length() > WIDE ? text.substring(0, WIDE) + GAP : text;
    }

    private String caption() {
        return all > ROWS ? ROWS + " of " + String.format(Locale.ROOT, "%,d", all) + " rows" : "";
    }

    private String html(List<String[]> cells) {
        var html =
                new StringBuilder("<div class=\"lectern-table\" style=\"overflow:auto;max-height:30em\"><table>\n<thead"
                        + " style=\"position:sticky;top:0;background:var(--jp-layout-color0,Canvas)\"><tr>");
        for (int j = 0; j < head.size(); j++) {
            html.append(opening("th", j)).append(escape(head.get(j))).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : cells) {
            html.append("<tr>");
            for (int j = 0; j < row.length; j++) {
                html.append(opening("td", j)).append(escape(row[j])).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>");
        return html.append(caption().isEmpty() ? "" : "\n<p><small>" + caption() + "</small></p>")
                .toString();
    }

    private String opening(String tag, int column) {
        return "<" + tag + " style=\"text-align:" + (isNumeric(column) ? "right" : "left") + "\">";
    }

    private String latex(List<String[]> cells) {
        var latex = new StringBuilder(
                "\\begin{center}\\small\n\\begin{adjustbox}{max width=\\linewidth}\n\\begin{tabular}{");
        IntStream.range(0, head.size()).forEach(j -> latex.append(isNumeric(j) ? 'r' : 'l'));
        latex.append("}\n\\toprule\n")
                .append(head.stream().map(Grid::latexText).collect(Collectors.joining(" & ")))
                .append(" \\\\\n\\midrule\n");
        for (var row : cells) {
            latex.append(IntStream.range(0, row.length)
                            .mapToObj(j -> latexText(row[j]))
                            .collect(Collectors.joining(" & ")))
                    .append(" \\\\\n");
        }
        latex.append("\\bottomrule\n\\end{tabular}\n\\end{adjustbox}\n");
        return latex.append(caption().isEmpty() ? "" : "\\\\[2pt]\n{\\footnotesize " + latexText(caption()) + "}\n")
                .append("\\end{center}")
                .toString();
    }

    private String text(List<String[]> cells) {
        var lines = new ArrayList<String[]>();
        lines.add(head.toArray(String[]::new));
        lines.addAll(cells);
        var text = new StringBuilder();
        for (var line : lines) {
            var joined = new StringBuilder();
            for (int j = 0; j < head.size(); j++) {
                int column = j;
                int width = lines.stream()
                        .mapToInt(one -> one[column].length())
                        .max()
                        .orElse(0);
                var pad = " ".repeat(width - line[j].length());
                joined.append(j == 0 ? "" : "  ").append(isNumeric(j) ? pad + line[j] : line[j] + pad);
            }
            text.append(text.isEmpty() ? "" : "\n").append(joined.toString().stripTrailing());
        }
        return text + (caption().isEmpty() ? "" : "\n" + caption());
    }

    /** Dollar signs too: a browser would set what stands between two of them as a formula. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "&#36;");
    }

    private static String latexText(String text) {
        var latex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            latex.append(
                    switch (c) {
                        case '\\' -> "\\textbackslash{}";
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
                        case '…' -> "\\dots{}";
                        case '×' -> "$\\times$";
                        default -> String.valueOf(c);
                    });
        }
        return latex.toString();
    }
}
