package lectern.kernel.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java's own types as notebooks show them. */
class RenderersTest {
    record Run(String name, int steps, double loss) {}

    record Card(int rank) {
        @Override
        public String toString() {
            return "card of rank " + rank;
        }
    }

    record Weights(double[] values) {}

    private final Renderers renderers = new Renderers();

    private Object shown(Object value, String type) {
        return renderers.render(value).data().get(type);
    }

    private String text(Object value) {
        return (String) shown(value, MimeBundle.TEXT);
    }

    @Test
    void recordsInColumns() {
        var runs = List.of(new Run("a_1", 10, 0.5), new Run("<b>", 2000, 0.0625));
        assertEquals("name  steps    loss\na_1      10  0.5000\n<b>    2000  0.0625", text(runs));
        var html = (String) shown(runs, MimeBundle.HTML);
        assertTrue(
                html.contains("<td style=\"text-align:left\">&lt;b&gt;</td><td style=\"text-align:right\">2000</td>"),
                html);
        var latex = (String) shown(runs, MimeBundle.LATEX);
        assertTrue(latex.contains("\\begin{tabular}{lrr}") && latex.contains("a\\_1 & 10 & 0.5000 \\\\"), latex);
        assertEquals(text(runs), text(runs.toArray(Run[]::new)));
    }

    @Test
    void manyRecordsLeaveOutTheMiddle() {
        var text =
                text(IntStream.range(0, 1000).mapToObj(i -> new Run("r", i, i)).toList());
        assertEquals(33, text.lines().count());
        assertTrue(text.contains("…") && text.contains("999") && text.endsWith("30 of 1,000 rows"), text);
    }

    @Test
    void recordsWithATextOfTheirOwnKeepIt() {
        assertEquals("[card of rank 3]", text(List.of(new Card(3))));
        assertNull(shown(new Card(3), MimeBundle.HTML));
    }

    @Test
    void oneRecordTellsItsArrays() {
        assertEquals("Weights[values=[1.0, 2.0]]", text(new Weights(new double[] {1, 2})));
        assertTrue(((String) shown(new Run("a", 1, 2), MimeBundle.LATEX)).contains("loss & 2.0"));
    }

    @Test
    void mapsAreTables() {
        var map = new LinkedHashMap<String, Double>(Map.of("rate", 0.1));
        assertEquals("{rate=0.1}", text(map));
        assertTrue(
                ((String) shown(map, MimeBundle.HTML)).contains(">rate</td><td style=\"text-align:right\">0.1</td>"));
        assertEquals("key  name  steps  loss\nx    a         1   2.0", text(Map.of("x", new Run("a", 1, 2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1 2 3                # 1.0 2.0 3.0",
                "0.1234567 12.5       # 0.123457 12.500000",
                "1e-9 1               # 1e-09 1.0",
                "123456789 0.5        # 1.23457e+08 0.5",
                "0 0                  # 0.0 0.0",
                "NaN Infinity 2.5     # NaN Infinity 2.5",
                "-0.5 0.25            # -0.50 0.25",
            })
    void numbersOfAColumn(String given, String expected) {
        var values = Arrays.stream(given.split(" ")).map(Double::valueOf).toList();
        var digits = Digits.of(values);
        assertEquals(
                expected, String.join(" ", values.stream().map(digits::text).toList()));
    }

    @Test
    void emptyAndMixedListsStayText() {
        assertEquals("[]", text(List.of()));
        assertEquals("[Run[name=a, steps=1, loss=2.0], 3]", text(List.of(new Run("a", 1, 2), 3)));
        assertEquals("[null]", text(Arrays.asList((Object) null)));
        assertNull(shown(List.of(1, 2), MimeBundle.HTML));
    }

    @Test
    void longThingsAreCut() {
        var text = text("x".repeat(1_000_000));
        assertTrue(
                text.length() < 21_000 && text.endsWith("… (1,000,000 characters)"),
                text.substring(text.length() - 40));
        assertTrue(text(IntStream.range(0, 1000).boxed().toList()).endsWith("…]  (1000 items)"));
        var self = new ArrayList<Object>();
        self.add(self);
        assertTrue(text(self).length() < 100);
    }

    @Test
    void arraysWithShape() {
        assertEquals("[[1, 2],\n [3, 4]]", text(new int[][] {{1, 2}, {3, 4}}));
        assertTrue(text(new float[200][3]).endsWith("float[200][3]"));
        assertEquals("[a, null]", text(new String[] {"a", null}));
    }

    @Test
    void otherThingsOfJava() {
        assertEquals("Optional[[1, 2]]", text(Optional.of(new int[] {1, 2})));
        assertTrue(text(Stream.of(1)).contains(".toList()"));
        assertEquals("java.lang.IllegalStateException: no", text(new IllegalStateException("no")));
        assertEquals("BufferedImage 4×3", text(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB)));
        var png = (byte[]) shown(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), MimeBundle.PNG);
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
    }

    @Test
    void whatCannotBeShownSaysSo() {
        var broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("broken toString");
            }
        };
        assertTrue(text(broken).contains("broken toString"));
        assertFalse(text(List.of(broken)).isEmpty());
    }
}
