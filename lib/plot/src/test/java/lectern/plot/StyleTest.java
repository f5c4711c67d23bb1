package lectern.plot;

import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the styles change. */
class StyleTest {
    private static final double[] X = Gallery.linspace(0, 10, 50);

    private static String svg(String style, Supplier<Axes> drawing) {
        style(style);
        try {
            return drawing.get().figure().toSvg();
        } finally {
            style("default");
        }
    }

    private static Set<String> all(String svg, String regex) {
        var out = new TreeSet<String>();
        Pattern.compile(regex).matcher(svg).results().forEach(m -> out.add(m.group(1)));
        return out;
    }

    private static Axes bars() {
        return bar(List.of("a", "b"), new double[][] {{1, 2, 3}, {2, 1, 2}}, label("one", "two", "three"))
                .legend();
    }

    @Test
    void aHandDrawsShapesAndTextsToo() {
        String plain = svg("default", StyleTest::bars);
        String drawn = svg("sketch", StyleTest::bars);
        assertTrue(
                Pattern.compile("d=\"M[^\"]*h[^\"]*v[^\"]*z\" fill=\"#1f77b4\"")
                        .matcher(plain)
                        .find(),
                "ordinary bars have upright sides");
        long corners =
                Pattern.compile("fill=\"#1f77b4\"").matcher(drawn).results().count();
        assertEquals(3, corners, "two bars and a legend sample");
        var bar = Pattern.compile("d=\"([^\"]*)\" fill=\"#1f77b4\"").matcher(drawn);
        assertTrue(bar.find() && bar.group(1).split("[ -]").length > 60, "the sides of a bar are unsteady");
        assertTrue(Pattern.compile("<text[^>]*>three</text>").matcher(drawn).find(), "words can still be selected");
        assertFalse(
                Pattern.compile("<text[^>]*fill=[^>]*>three</text>")
                        .matcher(drawn)
                        .find(),
                "and are not seen");
        assertEquals(drawn, svg("sketch", StyleTest::bars), "a figure always looks the same");
    }

    @Test
    void printTellsSeriesApartWithoutColour() {
        String lines = svg(
                "print",
                () -> plot(X, Math::sin, "a")
                        .plot(X, Math::cos, "b")
                        .plot(X, t -> t / 9, "c")
                        .legend());
        assertEquals(2, all(lines, "stroke-dasharray=\"([^\"]*)\"").size(), "a solid line and two kinds of dashes");
        String bars = svg("print", StyleTest::bars);
        assertTrue(all(bars, "fill=\"(#[0-9a-f]+)\"").stream().allMatch(StyleTest::grey), bars);
        assertTrue(Pattern.compile("<clipPath").matcher(bars).results().count() >= 5, "hatches in bars and samples");
        String marks = svg("print", () -> scatter(X, X, "a").scatter(X, Gallery.map(X, t -> -t), "b"));
        assertTrue(marks.contains("<use"), "the second series has marks of another form");
    }

    private static boolean grey(String color) {
        String c = color.substring(1);
        int n = c.length() / 3;
        return c.substring(0, n).equals(c.substring(n, 2 * n))
                && c.substring(n, 2 * n).equals(c.substring(2 * n));
    }

    @Test
    void darkHasLightInkOnADarkPage() {
        String svg = svg("dark", StyleTest::bars);
        assertTrue(svg.contains("fill=\"#111\"") && svg.contains("fill=\"#e6e6e6\""), svg.substring(0, 600));
        assertFalse(Pattern.compile("<text[^>]*fill=\"#000\"").matcher(svg).find());
    }
}
