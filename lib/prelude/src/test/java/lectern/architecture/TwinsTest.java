package lectern.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every loop over float32 is what {@link Narrow} makes of the one over float64. */
class TwinsTest {
    private static final Path ROOT = Path.of("../..");

    @TestFactory
    List<DynamicTest> filesMadeFromOthersAreUpToDate() {
        Map<Path, String> made = Narrow.all(ROOT);
        assertTrue(made.size() > 10, () -> "only these were found: " + made.keySet());
        return made.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey().getFileName().toString(), () -> same(file)))
                .toList();
    }

    private static void same(Map.Entry<Path, String> file) throws IOException {
        assertEquals(file.getValue(), Files.readString(file.getKey()), "run Narrow, see its description");
    }

    @Test
    void noFloat32FileIsWrittenByHand() {
        List<Path> unknown = Narrow.files(ROOT, "32.java");
        unknown.removeAll(Narrow.all(ROOT).keySet());
        assertEquals(List.of(), unknown);
    }

    @Test
    void narrowsTypesNamesAndNumbers() {
        assertEquals(
                "float[] x = new float[8]; IntVector v = Math32.all(0.5f, 0x1.8p5f, 3, 1e6f); // of float32\n",
                Narrow.narrow(
                        "double[] x = new double[8]; LongVector v = Math64.all(0.5, 0x1.8p5, 3, 1e6); // of float64\n"));
        assertEquals(" * Half is 0.5 in float32.\n", Narrow.narrow(" * Half is 0.5 in float64.\n"));
    }

    @Test
    void markedLinesDiffer() {
        assertEquals("  float limit = 87;\n", Narrow.narrow("  double limit = 708; // f32: 87\n"));
        assertEquals(
                "  case double[] x -> cut(x);\n",
                Narrow.narrow("  case A -> b; // f32: => case double[] x -> cut(x);\n"));
        assertEquals("double d;\n", Narrow.narrow("double a; // f32: -\ndouble d; // f32: keep\n"));
        assertEquals("int bits = 3;\n", Narrow.narrow("// f32: long => int\nlong bits = 3L;\n"));
        assertThrows(IllegalArgumentException.class, () -> Narrow.narrow("return 5; // f32: 3\n"));
    }
}
