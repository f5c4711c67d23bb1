package lectern.plot;

import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lectern.plot.canvas.Fonts;
import lectern.plot.canvas.Label;
import org.junit.jupiter.api.Test;

/** What figures say: at their ticks, in their frames, with letters of any language, and where something is missing. */
class WordsTest {
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");
    private static final double[] X = {0, 1, 2, 3};

    private static List<String> texts(Axes axes) {
        return TEXT.matcher(axes.figure().toSvg())
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void aLegendWithoutLabelsSaysSo() {
        assertTrue(texts(plot(X, X).legend()).contains("nothing here has a label"));
        assertTrue(texts(plot(X, X).legend("outside")).contains("nothing here has a label"));
        assertFalse(texts(plot(X, X, "a").legend()).contains("nothing here has a label"));
        assertFalse(texts(plot(X, X)).contains("nothing here has a label"));
    }

    @Test
    void limitsThatALogarithmicAxisCannotShowAreRefusedInEitherOrder() {
        for (double[] limits : new double[][] {{-1, 10}, {0, 10}, {10, 0}, {Double.NaN, -1}}) {
            for (boolean scaleFirst : new boolean[] {true, false}) {
                var fault = assertThrows(IllegalArgumentException.class, () -> {
                    Axes axes = plot(X, X);
                    if (scaleFirst) {
                        axes.xscale("log");
                    }
                    axes.xlim(limits[0], limits[1]).xscale("log");
                });
                assertTrue(fault.getMessage().contains("values above 0"), fault.getMessage());
            }
        }
        assertTrue(texts(loglog(new double[] {1, 10}, new double[] {1, 10}).xlim(Double.NaN, 100))
                        .size()
                > 3);
        assertTrue(texts(plot(X, X).xlim(-1, 10)).contains("0"));
    }

    @Test
    void imagesHaveTicksAtWholePixels() {
        assertEquals(List.of("0", "1", "2", "0", "1"), texts(imshow(new double[][] {{1, 2, 3}, {4, 5, 6}})));
        assertEquals(List.of("0", "0"), texts(imshow(new double[][] {{1}})));
        for (int n : new int[] {2, 5, 9, 30, 1000}) {
            for (String text : texts(imshow(new double[n][n]))) {
                assertTrue(text.matches("\\d+"), n + " pixels have a tick at " + text);
            }
        }
        assertTrue(texts(imshow(new double[][] {{1, 2}}, extent(0, 1, 0, 1))).stream()
                .anyMatch(t -> t.contains(".")));
    }

    @Test
    void axesOfTimesSayTheDateOnce() {
        assertTrue(texts(times(1, 40)).contains("2024-03-30"));
        assertTrue(texts(times(1, 1500)).stream().anyMatch(t -> t.matches("2024|2024-03-30.*")));
        var overnight = plot(
                IntStream.range(0, 50)
                        .mapToObj(i -> LocalDateTime.of(2024, 3, 30, 23, 50).plusMinutes(i))
                        .toList(),
                new double[50]);
        assertTrue(
                texts(overnight).contains("2024-03-30 to 2024-03-31"),
                texts(overnight).toString());
    }

    private static Axes times(int minutes, int n) {
        return plot(
                IntStream.range(0, n)
                        .mapToObj(i -> LocalDateTime.of(2024, 3, 30, 1, 5).plusMinutes((long) minutes * i))
                        .toList(),
                new double[n]);
    }

    @Test
    void weeksBeginWhereMonthsDo() {
        for (int days : new int[] {25, 40, 60, 75, 90}) {
            var axes = plot(
                    IntStream.range(0, days)
                            .mapToObj(i -> LocalDate.of(2024, 3, 3).plusDays(i))
                            .toList(),
                    new double[days]);
            var dates = texts(axes).stream().filter(t -> t.startsWith("2024")).toList();
            assertTrue(dates.size() >= 2, days + " days: " + dates);
            assertTrue(
                    days < 40 || dates.stream().allMatch(t -> t.matches("2024-\\d\\d(-(01|08|15|22))?")),
                    days + " days: " + dates);
        }
    }

    @Test
    void framesHoldTheirTextsInTheWidestFontThatViewersPutInPlaceOfOurs() {
        String[] words = {"malignant", "illicit", "validation", "WWW mmm", "$x^2$ fill", "naïve Bayes", "lll"};
        for (String word : words) {
            var label = Label.of(word, 10);
            assertTrue(label.room() >= label.width(), word);
            assertTrue(legendWidth(word) >= label.room() + 28, word + " in a frame of " + legendWidth(word));
        }
        assertEquals(
                1.17,
                Label.of("malignant", 10).room() / Label.of("malignant", 10).width(),
                0.02);
        // The widths that stand here as numbers are those of the font, where this machine has it.
        var dejavu = new Font("DejaVu Sans", Font.PLAIN, 100);
        if (dejavu.getFamily().equals("DejaVu Sans")) {
            for (String word : List.of("malignant", "illicit", "WWW mmm", "{0123}")) {
                double width = dejavu.getStringBounds(word, new FontRenderContext(null, true, true))
                        .getWidth();
                assertEquals(width, Fonts.roomy(word, 100), 0.01 * width, word);
            }
        }
    }

    /** The width of the frame that is drawn as a path with round corners. */
    private static double legendWidth(String label) {
        String svg = plot(X, X, label).legend("upper left").figure().toSvg();
        var frame = Pattern.compile("<path d=\"M([\\d.]+) [\\d.]+l?[^\"]*\" fill=\"#fff\" fill-opacity=\"\\.8\"")
                .matcher(svg);
        assertTrue(frame.find(), svg);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        var path = PathReader.points(frame.group().split("\"")[1]);
        for (double[] p : path) {
            least = Math.min(least, p[0]);
            most = Math.max(most, p[0]);
        }
        return most - least;
    }

    @Test
    void lettersOfAllLanguagesHaveFontsInTheBrowserAndANoteWhereNoneIsHere() {
        Axes axes = plot(X, X, "世界").title("plain").legend();
        String svg = axes.figure().toSvg();
        assertTrue(svg.contains("Noto Sans CJK SC") && svg.contains("Noto Color Emoji"), svg);
        assertFalse(plot(X, X, "naïve – ψ").legend().figure().toSvg().contains("Noto"));
        // No font has a letter that Unicode has not assigned.
        String words = plot(X, X, "a\u0378b").figure().describe();
        assertTrue(words.endsWith("boxes in PNG and PDF: \u0378."), words);
        assertFalse(plot(X, X, "naïve – ψ").figure().describe().contains("boxes"));
        var with = plot(X, X).title("\u0378").figure().toRaster(72);
        var without = plot(X, X).title(" ").figure().toRaster(72);
        assertFalse(java.util.Arrays.equals(with.argb(), without.argb()));
    }

    @Test
    void pixelsAnInchAreNeitherNoneNorBeyondAllMemory() {
        for (double dpi : new double[] {0, -3, Double.NaN, 1e9}) {
            var fault = assertThrows(
                    IllegalArgumentException.class, () -> plot(X).figure().toPng(dpi));
            assertTrue(fault.getMessage().contains("between 1 and 5000"), fault.getMessage());
        }
    }

    /** What a column of a table library looks like: values and a name. */
    public static final class Named implements Iterable<Double> {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        @Override
        public Iterator<Double> iterator() {
            return List.of(1.0, 2.0).iterator();
        }
    }

    @Test
    void columnsNameTheirAxes() {
        double[] pair = {1, 2};
        var axes = scatter(new Named("height"), new Named("weight"));
        assertTrue(texts(axes).containsAll(List.of("height", "weight")));
        assertTrue(axes.figure().describe().contains("x = height from"));
        assertTrue(texts(hist(new Named("age"))).contains("age"));
        assertTrue(texts(bar(List.of("a", "b"), new Named("cost"))).contains("cost"));
        // Another name wins, and columns of different names name nothing.
        var renamed = texts(scatter(new Named("height"), new Named("weight")).xlabel("h in m"));
        assertTrue(renamed.contains("h in m") && !renamed.contains("height"), renamed.toString());
        var two = texts(plot(new Named("t"), new Named("a")).plot(new Named("t"), new Named("b")));
        assertTrue(two.contains("t") && !two.contains("a") && !two.contains("b"), two.toString());
        assertFalse(texts(plot(pair, pair).plot(pair, new Named("a"))).contains("a"));
        assertFalse(texts(scatter(new Named("height"), pair).xlabel("")).contains("height"));
    }

    @Test
    void numbersOfAnInsetStandOnALightGround() {
        Axes host = plot(X, X);
        host.inset(0.4, 0.4, 0.3, 0.3).plot(X, X);
        assertTrue(host.figure().toSvg().contains("fill-opacity=\".8\""));
    }

    /** Reads the relative paths that our SVG has. */
    private static final class PathReader {
        static List<double[]> points(String d) {
            var out = new ArrayList<double[]>();
            var token = Pattern.compile("[a-zA-Z]|-?\\d*\\.?\\d+").matcher(d);
            char command = 'M';
            double x = 0;
            double y = 0;
            var numbers = new ArrayList<Double>();
            while (token.find()) {
                String t = token.group();
                if (Character.isLetter(t.charAt(0))) {
                    command = t.charAt(0);
                    numbers.clear();
                    continue;
                }
                numbers.add(Double.valueOf(t));
                int need = command == 'c' ? 6 : command == 'q' ? 4 : 2;
                if (numbers.size() == need) {
                    x = (command == 'M' ? 0 : x) + numbers.get(need - 2);
                    y = (command == 'M' ? 0 : y) + numbers.get(need - 1);
                    out.add(new double[] {x, y});
                    numbers.clear();
                }
            }
            return out;
        }
    }
}
