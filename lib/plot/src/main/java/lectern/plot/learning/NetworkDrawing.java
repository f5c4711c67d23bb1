package lectern.plot.learning;

import java.util.Arrays;
import lectern.plot.Axes;
import lectern.plot.Options;

/** Neurons as circles in columns, weights as thin lines between neighbouring columns. */
final class NetworkDrawing {
    private static final int SHOWN = 12;

    private NetworkDrawing() {}

    static Axes draw(Axes axes, int... sizes) {
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("A network has at least two layers of at least one neuron each, such as"
                    + " network(3, 4, 2); got " + Arrays.toString(sizes) + ".");
        }
        int tallest = Math.min(SHOWN, Arrays.stream(sizes).max().orElseThrow());
        for (int layer = 1; layer < sizes.length; layer++) {
            double[] from = places(sizes[layer - 1]);
            double[] to = places(sizes[layer]);
            var x = new double[from.length * to.length * 3];
            var y = new double[x.length];
            int at = 0;
            for (double a : from) {
                for (double b : to) {
                    x[at] = layer - 1;
                    y[at++] = a;
                    x[at] = layer;
                    y[at++] = b;
                    x[at] = Double.NaN;
                    y[at++] = Double.NaN;
                }
            }
            axes.plot(x, y, Options.color("gray"), Options.width(0.6), Options.alpha(0.7));
        }
        for (int layer = 0; layer < sizes.length; layer++) {
            double[] y = places(sizes[layer]);
            var x = new double[y.length];
            Arrays.fill(x, layer);
            String color = layer == 0 ? "tab:green" : layer == sizes.length - 1 ? "tab:orange" : "tab:blue";
            double diameter = Math.clamp(210.0 / (tallest + 0.4), 7, 30);
            axes.scatter(x, y, Options.color(color), Options.edge("black"), Options.size(diameter), Options.zorder(3));
            if (sizes[layer] > SHOWN) {
                axes.text(layer, 0, "⋮", Options.anchor("center"), Options.valign("center"), Options.fontSize(14));
            }
        }
        return axes.xlim(-0.4, sizes.length - 0.6)
                .ylim(-tallest / 2.0 - 0.2, tallest / 2.0 + 0.2)
                .axisOff();
    }

    /** Heights of the neurons that are drawn, evenly around zero; a gap in the middle stands for those left out. */
    private static double[] places(int size) {
        if (size <= SHOWN) {
            var y = new double[size];
            for (int i = 0; i < size; i++) {
                y[i] = (size - 1) / 2.0 - i;
            }
            return y;
        }
        int half = (SHOWN - 2) / 2;
        var y = new double[2 * half];
        for (int i = 0; i < half; i++) {
            y[i] = (SHOWN - 1) / 2.0 - i;
            y[2 * half - 1 - i] = -y[i];
        }
        return y;
    }
}
