package lectern.plot.canvas;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/**
 * A small alphabet of pen strokes for figures that look drawn by hand. Letters are as wide as those of the ordinary
 * font, so that nothing else in a figure moves.
 *
 * <p>A letter is some strokes through points of a grid: two digits a point, x from the left, y upwards with the base
 * line at 2, small letters up to 6 and capitals up to 9. Strokes are rounded, those with a bar before them are
 * straight.
 */
final class Handwriting {
    private static final String LETTERS = """
            a 453616050312324345 |4642
            b |0902 0516364543321203
            c 4536160503123243
            d |4942 4536160503123243
            e |0444 444536160503123243
            f 39291812 |0636
            g 4536160503123243 4641301001
            h |0902 0516364542
            i |1612 |1819
            j 26211000 |2829
            k |0902 |3604 |1432
            l |1912
            m |0602 0516263532 3546566562
            n |0602 0516364542
            o 26050322434526
            p |0600 0516364543321203
            q 4536160503123243 |4640
            r |0602 04163645
            s 45361605143443321203
            t 18132232 |0636
            u 0603123243 |4642
            v |062246
            w |0612355266
            x |0642 |4602
            y |0623 |4600
            z |06460242
            A |022942 |1535
            B |0902 092938372606 062645433202
            C 4839190704123243
            D |0902 0919384645331202
            E |49090242 |0636
            F |490902 |0636
            G 483919070412324344 |2444
            H |0902 |4942 |0646
            I |1912
            J 3933221203
            K |0902 |4905 |1642
            L |090242
            M |0209356962
            N |02094249
            O 29070422444729
            P |0902 092948463505
            Q 29070422444729 |2442
            R |0902 092948463505 |2542
            S 483919080716364543321203
            T |0949 |2922
            U 090412324449
            V |092249
            W |0912365269
            X |0942 |4902
            Y |092649 |2622
            Z |09490242
            0 29070422444729
            1 |072922
            2 081939484602 |0242
            3 081939483726 26364543321203
            4 |32390444
            5 |490906 06364543321203
            6 3918050312324344351504
            7 |094912
            8 2608193948260312324326
            9 4736160708193948464422
            \u2212 |0444
            - |0434
            + |0444 |2622
            . |1213
            , |1311
            : |1213 |1516
            = |0343 |0545
            ( 29171421
            ) 09171401
            / |0149
            % |0249 0818190908 3242433332
            ! |1914 |1213
            ? 081939483624 |2223
            ' |1917
            < |460442
            > |064402
            _ |0141
            \u00d7 |0346 |4306
            """;
    private static final double UNIT = 0.1;
    private static final Map<Integer, Path2D.Double> GLYPHS = read();

    private Handwriting() {}

    /**
     * A written text on a base line through the origin.
     *
     * @param strokes what the pen draws
     * @param filled letters outside the alphabet as outlines to fill, or null
     */
    record Written(Path2D.Double strokes, Path2D.Double filled) {}

    /** Writes a text. */
    static Written write(String text, double size) {
        var strokes = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Path2D.Double filled = null;
        double at = 0;
        int seed = text.hashCode();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            double width = Fonts.width(Character.toString(c), size);
            seed = seed * 1_103_515_245 + 12_345;
            double slope = ((seed >>> 16 & 255) / 255.0 - 0.5) * 0.12;
            double lift = ((seed >>> 8 & 255) / 255.0 - 0.5) * 0.06 * size;
            var glyph = GLYPHS.get(c);
            if (glyph != null) {
                strokes.append(place(glyph, at, width, size, slope, lift), false);
            } else if (c != ' ') {
                filled = filled == null ? new Path2D.Double(Path2D.WIND_NON_ZERO) : filled;
                filled.append(SketchCanvas.byHand(Fonts.outline(Character.toString(c), at, lift, size), at), false);
            }
            at += width;
        }
        return new Written(strokes, filled);
    }

    /** Fits a letter into its width, a little turned and a little off the line. */
    private static Path2D.Double place(
            Path2D.Double glyph, double at, double width, double size, double slope, double lift) {
        var bounds = glyph.getBounds2D();
        double room = 0.78 * width;
        double wide = bounds.getWidth() * size;
        double scale = wide < 0.15 * size ? size : size * Math.min(1.25, room / wide);
        double left = at + (width - bounds.getWidth() * scale) / 2;
        return new Path2D.Double(
                glyph,
                new AffineTransform(
                        scale, slope * size, -slope * size * 0.8, size, left - bounds.getX() * scale, lift));
    }

    private static Map<Integer, Path2D.Double> read() {
        var out = new HashMap<Integer, Path2D.Double>();
        LETTERS.lines().forEach(line -> {
            String[] parts = line.split(" ");
            var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int i = 1; i < parts.length; i++) {
                boolean straight = parts[i].startsWith("|");
                stroke(path, straight ? parts[i].substring(1) : parts[i], straight);
            }
            out.put(parts[0].codePointAt(0), path);
        });
        return Map.copyOf(out);
    }

    /** One stroke: straight, or a curve through its points (E. Catmull, R. Rom, 1974). */
    private static void stroke(Path2D.Double path, String digits, boolean straight) {
        int n = digits.length() / 2;
        var x = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = UNIT * (digits.charAt(2 * i) - '0');
            y[i] = -UNIT * (digits.charAt(2 * i + 1) - '2');
        }
        path.moveTo(x[0], y[0]);
        boolean ring = digits.startsWith(digits.substring(2 * n - 2));
        for (int i = 1; i < n; i++) {
            if (straight) {
                path.lineTo(x[i], y[i]);
            } else {
                int before = i > 1 ? i - 2 : ring ? n - 2 : 0;
                int after = i + 1 < n ? i + 1 : ring ? 1 : i;
                path.curveTo(
                        x[i - 1] + (x[i] - x[before]) / 6,
                        y[i - 1] + (y[i] - y[before]) / 6,
                        x[i] - (x[after] - x[i - 1]) / 6,
                        y[i] - (y[after] - y[i - 1]) / 6,
                        x[i],
                        y[i]);
            }
        }
    }
}
