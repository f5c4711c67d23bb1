package lectern.prelude;

import static org.junit.jupiter.api.Assertions.*;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import lectern.data.Datasets;
import lectern.nn.dl4j.Dl4j;
import lectern.notebook.Extension;
import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.QuickChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

class LecternExtensionTest {
    private final LecternExtension extension = new LecternExtension();

    private Map<Class<?>, Function<Object, MimeBundle>> renderers() {
        var found = new LinkedHashMap<Class<?>, Function<Object, MimeBundle>>();
        extension.renderers(new Extension.Renderers() {
            @Override
            public <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer) {
                found.put(type, value -> renderer.apply(type.cast(value)));
            }
        });
        return found;
    }

    @Test
    void aKernelFindsIt() {
        assertTrue(ServiceLoader.load(Extension.class).stream().anyMatch(p -> p.type() == LecternExtension.class));
    }

    @Test
    void wordsOfTheLogHaveNoDateUnlessSomebodyWantsOne() {
        String format = "java.util.logging.SimpleFormatter.format";
        String before = System.getProperty(format);
        try {
            System.clearProperty(format);
            renderers();
            assertEquals(
                    "WARNING: look here%n".formatted(),
                    System.getProperty(format).formatted("", "", "", "WARNING", "look here", ""));
            System.setProperty(format, "mine");
            renderers();
            assertEquals("mine", System.getProperty(format));
        } finally {
            if (before == null) {
                System.clearProperty(format);
            } else {
                System.setProperty(format, before);
            }
        }
    }

    @Test
    void verbsOfTheRoomsDoNotClash() {
        var owners = new HashMap<String, String>();
        for (String line : extension.imports()) {
            if (line.startsWith("import static ")) {
                String name = line.substring("import static ".length(), line.length() - ".*;".length());
                Class<?> verbs = assertDoesNotThrow(() -> Class.forName(name));
                // Methods inherited from another class of the room count as well; what every enum has is called by
                // nobody.
                Arrays.stream(verbs.getMethods())
                        .filter(m -> Modifier.isStatic(m.getModifiers()))
                        .filter(m ->
                                !verbs.isEnum() || !List.of("values", "valueOf").contains(m.getName()))
                        .forEach(m -> {
                            String earlier = owners.put(m.getName() + Arrays.toString(m.getParameterTypes()), name);
                            assertTrue(earlier == null || earlier.equals(name), m + " is also in " + earlier);
                        });
                Arrays.stream(verbs.getFields())
                        .filter(f -> Modifier.isStatic(f.getModifiers()))
                        .forEach(f -> {
                            String earlier = owners.put(f.getName(), name);
                            assertTrue(earlier == null || earlier.equals(name), f + " is also in " + earlier);
                        });
            }
        }
        assertTrue(
                owners.containsKey("breastCancer[]") && owners.containsKey("TANH"),
                owners.keySet().toString());
    }

    @Test
    void typesOfTheRoomsDoNotClash() {
        var packages = extension.imports().stream()
                .filter(line -> !line.startsWith("import static"))
                .map(line -> line.substring("import ".length(), line.length() - ".*;".length()))
                .toList();
        var rooms =
                packages.stream().filter(name -> name.startsWith("lectern.")).toList();
        int types = 0;
        for (var type : new ClassFileImporter().importPackages(rooms)) {
            if (rooms.contains(type.getPackageName())
                    && type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                types++;
                for (String other : packages) {
                    assertTrue(
                            other.equals(type.getPackageName()) || !exists(other + "." + type.getSimpleName()),
                            () -> type.getName() + " and " + other);
                }
            }
        }
        assertTrue(types > 50, "types seen: " + types);
    }

    private static boolean exists(String type) {
        try {
            return Modifier.isPublic(Class.forName(type, false, LecternExtensionTest.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void cellsSeeTheVerbsAndTypes() {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String line : extension.imports()) {
                assertEquals(Snippet.Status.VALID, shell.eval(line).getFirst().status(), line);
            }
            var event = shell.eval("""
                    int count(Table t) { return t.rowCount() + matrix(t).length; }""").getFirst();
            assertEquals(Snippet.Status.VALID, event.status(), event.toString());
            event = shell.eval("""
                    (accuracy(new int[]{1, 0}, new int[]{1, 1}) + count(iris().table())) + " " + quick()""").getFirst();
            assertEquals(
                    "\"300.5 " + "1".equals(System.getenv("LECTERN_QUICK")) + "\"", event.value(), event.toString());
        }
    }

    @Test
    void tablesAndColumnsAreShownAsTables() {
        var table = Datasets.iris().table();
        MimeBundle bundle = renderers().get(Relation.class).apply(table);
        assertTrue(bundle.data().get(MimeBundle.HTML).toString().contains("12 of 150 rows"));
        assertTrue(bundle.data().containsKey(MimeBundle.LATEX));
        assertTrue(
                renderers().get(Column.class).apply(table.column(0)).toString().contains("sepal length"));
    }

    @Test
    void chartsOfXChartAreDrawnAsVectors() {
        var chart = QuickChart.getChart("Squares", "x", "y", "y(x)", new double[] {0, 1, 2}, new double[] {0, 1, 4});
        MimeBundle bundle = renderers().get(Chart.class).apply(chart);
        String svg = (String) bundle.data().get(MimeBundle.SVG);
        assertTrue(svg.contains("<svg") && svg.contains("<path"), svg);
        assertTrue(bundle.toString().contains("Squares"), bundle.toString());
    }

    @Test
    void arraysTellTheirShape() {
        INDArray array = Dl4j.indArray(new double[][] {{1, 2, 3}, {4, 5, 6}});
        String text = renderers().get(INDArray.class).apply(array).toString();
        assertTrue(text.startsWith("INDArray (2, 3) DOUBLE\n"), text);
        String rows =
                renderers().get(double[][].class).apply(new double[30][20]).toString();
        assertTrue(rows.startsWith("double[30][20]\n"), rows);
        assertEquals(12, rows.lines().count());
    }
}
