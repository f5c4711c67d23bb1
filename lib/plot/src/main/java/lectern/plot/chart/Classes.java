package lectern.plot.chart;

import java.util.List;
import java.util.stream.IntStream;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Marker;
import lectern.plot.layer.ScatterLayer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;

/** Makes marks in the colours of their classes, each class a series of its own that the legend names. */
final class Classes {
    private Classes() {}

    static void scatter(Sheet sheet, double[] x, double[] y, Style style) {
        List<String> texts = Numbers.toTexts(style.colouring().values());
        if (texts.size() != x.length || x.length != y.length) {
            throw new IllegalArgumentException("Points are coloured by one text each but got " + texts.size()
                    + " texts for " + x.length + " x and " + y.length + " y values.");
        }
        if (style.colouring().lo() != null
                || style.colouring().center() != null
                || style.colouring().log()
                || !style.labels().isEmpty()) {
            throw new IllegalArgumentException("Points that are coloured by texts take each class's text as its label;"
                    + " clim, centered, logColors and label have no effect on them.");
        }
        double[] areas = style.marks().areas() == null
                ? null
                : Numbers.spread(style.marks().areas(), x.length);
        List<String> classes = texts.stream().distinct().toList();
        for (int k = 0; k < classes.size(); k++) {
            String name = classes.get(k);
            int[] own = IntStream.range(0, x.length)
                    .filter(i -> texts.get(i).equals(name))
                    .toArray();
            int number = sheet.classColor(name);
            int color = style.colouring().map() == null
                    ? sheet.theme().color(number)
                    : style.colouring().map().at(classes.size() == 1 ? 0.5 : k / (classes.size() - 1.0));
            Marker marker = style.marks().marker() == null
                    ? sheet.theme().marker(number)
                    : style.marks().marker();
            Style each = style.ofClass(name, areas == null ? null : pick(areas, own));
            sheet.add(new ScatterLayer(
                    pick(x, own), pick(y, own), marker, each, sheet.theme(), Colors.fade(color, style.alphaOr(1))));
        }
    }

    private static double[] pick(double[] values, int[] at) {
        return IntStream.of(at).mapToDouble(i -> values[i]).toArray();
    }
}
