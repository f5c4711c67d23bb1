package lectern.plot;

import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.regex.Pattern;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Fonts;
import org.junit.jupiter.api.Test;

/** Spatial figures and the path that many faces share. */
class SpaceTest {
    private static final double[] G = Gallery.linspace(-2, 2, 61);

    private static long count(String svg, String regex) {
        return Pattern.compile(regex).matcher(svg).results().count();
    }

    @Test
    void aSurfaceOfThreeThousandFacesIsSmall() {
        String svg = surface(G, G, (a, b) -> Math.sin(a * a + b * b)).figure().toSvg();
        assertTrue(svg.length() < 90_000, "bytes: " + svg.length());
        String smooth = surface(G, G, (a, b) -> a * a + b * b).figure().toSvg();
        assertTrue(smooth.length() < 90_000, "bytes: " + smooth.length());
    }

    @Test
    void theNameOfTheHeightsStandsBesideTheirNumbers() {
        String svg = surface(G, G, (a, b) -> 0.24 * a * b)
                .labels("x", "y", "height")
                .figure()
                .toSvg();
        var name =
                Pattern.compile("translate\\(([\\d.]+) [\\d.]+\\)[^>]*>height<").matcher(svg);
        var number = Pattern.compile("x=\"([\\d.]+)\"[^>]*>−0.5<").matcher(svg);
        assertTrue(name.find() && number.find(), svg);
        double left = Double.parseDouble(name.group(1)) - 10 * Fonts.ASCENT;
        double right = Double.parseDouble(number.group(1)) + Fonts.width("−0.5", 9) / 2;
        assertTrue(left > right + 3, "the name begins at " + left + ", the number ends at " + right);
    }

    @Test
    void numbersDoNotCoverEachOtherWhereEdgesMeet() {
        var panels = subplots(1, 3).size(7, 2.4);
        panels.at3d(1).plot(new double[] {-1, 1}, new double[] {-1, 1}, new double[] {0, 10});
        var numbers = Pattern.compile("x=\"([\\d.]+)\" y=\"([\\d.]+)\"[^>]*font-size=\"9\"[^>]*>([^<]+)<")
                .matcher(panels.toSvg())
                .results()
                .map(r -> new Box(
                        Double.parseDouble(r.group(1)) - Fonts.width(r.group(3), 9) / 2,
                        Double.parseDouble(r.group(2)) - 7,
                        Fonts.width(r.group(3), 9),
                        7))
                .toList();
        assertTrue(numbers.size() > 8, numbers.toString());
        for (int i = 0; i < numbers.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertFalse(numbers.get(i).meets(numbers.get(k)), numbers.get(i) + " and " + numbers.get(k));
            }
        }
    }

    @Test
    void planesAreCutAtTheWalls() {
        var space = surface(G, G, (a, b) -> a * b, alpha(0.5))
                .plane("z", 0, color("#123456"), alpha(1))
                .plane(new double[] {0, 0, 0}, new double[] {1, 1, 0}, color("#654321"), label("upright"))
                .legend();
        String svg = space.figure().toSvg();
        assertTrue(count(svg, "#123456") >= 1 && count(svg, "#654321") >= 2);
        assertTrue(space.figure().describe().contains("Plane \"upright\" through (0, 0, 0)."));
        assertThrows(IllegalArgumentException.class, () -> axes3d().plane("w", 0));
        assertThrows(IllegalArgumentException.class, () -> axes3d().plane(new double[3], new double[3]));
    }

    @Test
    void cubesAndPolygonsStandWhereTheyShould() {
        double[] two = {0, 3};
        String svg = cubes(two, two, two, 1, colorBy(new double[] {0, 1}), edge("k"))
                .colorbar("f", new double[] {0, 1})
                .figure()
                .toSvg();
        assertTrue(svg.contains("Cubes around 2 points."));
        assertTrue(polygon3d(new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 1, 1}, color("#abcdef"))
                .figure()
                .toSvg()
                .contains("#abcdef"));
        assertThrows(IllegalArgumentException.class, () -> cubes(two, two, two, 0));
        assertThrows(IllegalArgumentException.class, () -> polygon3d(two, two, two));
    }

    @Test
    void aSharedColourBarTakesItsOwnTicks() {
        var figure = subplots(1, 2)
                .at(0)
                .contourf(G, G, (a, b) -> a * b)
                .at(1)
                .contourf(G, G, (a, b) -> a * b)
                .figure()
                .colorbar("f", new double[] {-3, 3});
        assertEquals(1, count(figure.toSvg(), ">−3<"));
    }
}
