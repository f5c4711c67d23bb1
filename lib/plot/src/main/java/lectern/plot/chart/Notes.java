package lectern.plot.chart;

import java.util.List;
import lectern.plot.canvas.Colors;
import lectern.plot.layer.ArrowLayer;
import lectern.plot.layer.PieLayer;
import lectern.plot.layer.Style;
import lectern.plot.layer.TableLayer;
import lectern.plot.layer.TextLayer;
import lectern.plot.scale.Numbers;

/** Makes texts, arrows, tables and pies: what has no curve of its own. */
public final class Notes {
    private Notes() {}

    /** A text at a place, with an arrow to a target unless that is NaN. */
    public static void text(Sheet sheet, String text, double x, double y, double toX, double toY, Style style) {
        int color = style.colorOr(sheet.theme(), sheet.theme().ink());
        sheet.add(new TextLayer(text, x, y, toX, toY, style, color));
    }

    /** An arrow from (x, y) by (dx, dy). */
    public static void arrow(Sheet sheet, double x, double y, double dx, double dy, Style style) {
        int color = style.colorOr(sheet.theme(), sheet.theme().ink());
        sheet.add(new ArrowLayer(
                new double[] {x},
                new double[] {y},
                new double[] {x + dx},
                new double[] {y + dy},
                new int[] {color},
                style.widthOr(1.5),
                style.label(0),
                style.zorderOr(2),
                null,
                "Arrow"));
    }

    /** A disc in sectors. */
    public static void pie(Sheet sheet, Object data, Style style) {
        double[] values = Numbers.toDoubles(data);
        for (double v : values) {
            if (!(v >= 0) || Double.isInfinite(v)) {
                throw new IllegalArgumentException("A pie needs values of zero or more but got " + v + ".");
            }
        }
        List<String> names = style.colouring().names();
        var colors = new int[values.length];
        for (int i = 0; i < colors.length; i++) {
            int color = names == null
                    ? sheet.theme().fill(i)
                    : Colors.parse(names.get(i % names.size()), sheet.theme().cycle());
            colors[i] = Colors.fade(color, style.alphaOr(1));
        }
        String format =
                style.words().format() == null ? "%.0f %%" : style.words().format();
        sheet.add(new PieLayer(
                values, style.labels(), colors, format, style.words().annotated()));
        sheet.aspect(1);
        sheet.turnOff();
    }

    /** Rows of texts or numbers under a header, which may be null. */
    public static void table(Sheet sheet, Object rows, Object header) {
        Object[] items = rows instanceof List<?> list
                ? list.toArray()
                : rows instanceof Object[] array ? array : Numbers.toMatrix(rows);
        var cells = new String[items.length][];
        for (int i = 0; i < items.length; i++) {
            cells[i] = Numbers.toTexts(items[i]).toArray(String[]::new);
        }
        sheet.add(new TableLayer(cells, header == null ? List.of() : Numbers.toTexts(header)));
        sheet.turnOff();
    }
}
