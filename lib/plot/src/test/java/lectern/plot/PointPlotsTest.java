package lectern.plot;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.function.Supplier;
import lectern.notebook.Displayable;
import lectern.notebook.Mesh;
import lectern.notebook.MimeBundle;
import lectern.notebook.Numeric;
import org.junit.jupiter.api.Test;

/** Values over grids, and points, segments and paths without arrays. */
class PointPlotsTest {
    /** Numbers in a row. */
    private record Row(double... values) implements Numeric {
        @Override
        public int[] shape() {
            return new int[] {values.length};
        }

        @Override
        public double[] toDoubleArray() {
            return values.clone();
        }
    }

    private record Net(Numeric x, Numeric y) implements Mesh {}

    private static final Net NET = new Net(new Row(0, 1, 2), new Row(0, 10));
    private static final double[][] MATRIX = {{0, 1, 2}, {3, 4, 5}};
    private static final double[] FLAT = {0, 1, 2, 3, 4, 5};

    private static String svg(Supplier<? extends Displayable> figure) {
        return figure.get().toMimeBundle().data().get(MimeBundle.SVG).toString();
    }

    @Test
    void aGridStandsForItsPlaces() {
        double[] x = {0, 1, 2};
        double[] y = {0, 10};
        assertEquals(svg(() -> Plots.contourf(x, y, MATRIX)), svg(() -> Plots.contourf(NET, FLAT)));
        assertEquals(svg(() -> Plots.contour(x, y, MATRIX)), svg(() -> Plots.contour(NET, MATRIX)));
        assertEquals(svg(() -> Plots.contourf(x, y, (a, b) -> a + b)), svg(() -> Plots.contourf(NET, (a, b) -> a + b)));
        assertEquals(svg(() -> Plots.contour(x, y, (a, b) -> a + b)), svg(() -> Plots.contour(NET, (a, b) -> a + b)));
        assertEquals(svg(() -> Plots.pcolormesh(x, y, MATRIX)), svg(() -> Plots.pcolormesh(NET, FLAT)));
        assertEquals(svg(() -> SpacePlots.surface(x, y, MATRIX)), svg(() -> SpacePlots.surface(NET, FLAT)));
        assertEquals(
                svg(() -> SpacePlots.surface(x, y, (a, b) -> a * b)),
                svg(() -> SpacePlots.surface(NET, (a, b) -> a * b)));
        assertEquals(
                svg(() -> Plots.imshow(MATRIX, Options.originLower(), Options.extent(-0.5, 2.5, -5, 15))),
                svg(() -> Plots.imshow(NET, FLAT)));
    }

    @Test
    void pointsSegmentsAndPathsAreLines() {
        double[] one = {1};
        assertEquals(
                svg(() -> Plots.plot(one, new double[] {2}, "here", Options.marker("*"), Options.noLine())),
                svg(() -> Plots.point(1, 2, "here", Options.marker("*"))));
        assertEquals(
                svg(() -> Plots.plot(one, new double[] {2}, Options.marker("o"), Options.noLine())),
                svg(() -> Plots.point(1, 2)));
        assertEquals(
                svg(() -> Plots.plot(new double[] {0, 1}, new double[] {2, 3}, Options.dashed())),
                svg(() -> Plots.segment(0, 2, 1, 3, Options.dashed())));
        var expected = svg(() -> Plots.plot(new double[] {0, 1, 1}, new double[] {2, 3, 5}, "way"));
        assertEquals(expected, svg(() -> Plots.path(new double[][] {{0, 2}, {1, 3}, {1, 5}}, "way")));
        assertEquals(
                expected,
                svg(() -> Plots.path(List.of(new double[] {0, 2}, new double[] {1, 3}, new double[] {1, 5}), "way")));
        assertNotEquals(
                expected, svg(() -> Plots.path(new double[][] {{0, 2}, {1, 3}, {1, 5}})), "no label, no legend");
        double[] zero = {0};
        assertEquals(
                svg(() -> SpacePlots.axes3d().quiver(zero, zero, zero, one, one, one)),
                svg(() -> SpacePlots.axes3d().arrow(0, 0, 0, 1, 1, 1)));
        assertEquals(
                svg(() -> SpacePlots.axes3d().scatter(zero, one, zero)),
                svg(() -> SpacePlots.axes3d().point(0, 1, 0)));
        assertEquals(
                svg(() -> SpacePlots.axes3d().plot(new double[] {0, 1}, new double[] {0, 2}, new double[] {0, 3})),
                svg(() -> SpacePlots.axes3d().segment(0, 0, 0, 1, 2, 3)));
    }

    @Test
    void whatDoesNotFitIsSaid() {
        says(
                "2 rows and 3 columns needs 6 values but got 4 of shape [2, 2]",
                () -> Plots.contourf(NET, new double[2][2]));
        says("rows (x, y), shape (n, 2); got shape [1, 3]", () -> Plots.path(new double[][] {{1, 2, 3}}));
        says(
                "along x are not evenly spaced; pcolormesh",
                () -> Plots.imshow(new Net(new Row(0, 1, 3), new Row(0, 1)), FLAT));
    }

    private static void says(String part, org.junit.jupiter.api.function.Executable wrong) {
        var message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
