package lectern.kernel.cell.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.Set;
import lectern.kernel.cell.compile.ClassPath;
import lectern.kernel.cell.compile.DoesNotCompile;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.kernel.cell.compile.PackageIndex;
import lectern.kernel.cell.run.CellRunner;
import lectern.kernel.cell.run.Interrupter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Memory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every cell has a loader of its own: what is out of use goes, and cells still see each other as one package. */
class CellLoadersTest {
    private static Engine engine;
    private int number;

    @BeforeEach
    void open() {
        engine = engine == null
                ? new Engine(new PackageIndex(ClassPath.ofProcess(), null), false, new Interrupter(new CellRunner()))
                : engine;
        engine.reset();
    }

    private Object run(String... cells) {
        Object last = null;
        for (var cell : cells) {
            try {
                last = engine.run(new CellText(++number, cell)).object();
            } catch (Throwable thrown) {
                throw new AssertionError(cell + " -> " + thrown, thrown);
            }
        }
        return last;
    }

    /** The loader of the cell that gives this lambda. */
    private WeakReference<ClassLoader> loaderOf(String cell) {
        return new WeakReference<>(run(cell).getClass().getClassLoader());
    }

    /** Cells enough for the notebook to look what it can let go of. */
    private void goOn() {
        for (int i = 0; i < 40; i++) {
            run("int filler" + i + " = " + i + ";");
        }
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 20 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    @Test
    void aCellWithoutDeclarationsGoesAtOnce() {
        assertTrue(isCollected(loaderOf("(Runnable) () -> {}")));
    }

    @Test
    void aLibraryMayReadTheCodeOfACell() {
        var size = run("""
                class Mine {}
                """, """
                String file = Mine.class.getName().substring(Mine.class.getPackageName().length() + 1) + ".class";
                Mine.class.getResourceAsStream(file).readAllBytes().length > 50
                    && Mine.class.getResourceAsStream("None.class") == null
                """);
        assertEquals(true, size);
    }

    @Test
    void aVariableKeepsItsCellUntilItIsDeclaredAnew() {
        run("double kept = 1;");
        var loader = loaderOf("Runnable task = () -> {}; task");
        assertFalse(isCollected(loader), "task is in sight");
        run("String task = \"another type, another field\";");
        goOn();
        assertTrue(isCollected(loader), "nothing names the old task");
        assertEquals(1.0, run("kept"));
    }

    @Test
    void whatUsesACellKeepsIt() {
        run("class Base { int depth() { return 1; } }");
        run("class Leaf extends Base { int more() { return depth() + 1; } }", "var leaf = new Leaf();");
        run("class Base {}");
        goOn();
        System.gc();
        assertEquals(2, run("leaf.more()"));
    }

    @Test
    void resetLetsGoOfEverything() {
        var loader = loaderOf("Runnable task = () -> {}; task");
        engine.reset();
        assertTrue(isCollected(loader));
    }

    @Test
    void membersWithoutModifiersAreSeenByLaterCells() {
        run(
                "class Counter { int count; protected int step = 2; Counter() {} Counter(int from) { count = from; } void next() { count += step; } "
                        + "static int made; enum Mode { UP, DOWN } record Pair(int a, int b) {} interface Visit { int at(int i); } }");
        assertEquals(5, run("var c = new Counter(3); c.next(); c.count"));
        assertEquals(7, run("c.step = 2; c.next(); c.count"));
        assertEquals(1, run("Counter.made++; Counter.made"));
        assertEquals("UP", run("Counter.Mode.UP").toString());
        assertEquals("down", run("switch (Counter.Mode.DOWN) { case UP -> \"up\"; case DOWN -> \"down\"; }"));
        assertEquals(
                3,
                run(
                        "switch ((Object) new Counter.Pair(1, 2)) { case Counter.Pair(int a, int b) -> a + b; default -> 0; }"));
        assertEquals(8, run("Counter.Visit twice = i -> 2 * i; twice.at(4)"));
    }

    @Test
    void laterCellsOverrideWhatHasNoModifier() {
        run("abstract class Shape { abstract double area(); double twice() { return 2 * area(); } }");
        run("class Square extends Shape { double side = 3; double area() { return side * side; } }");
        assertEquals(18.0, run("new Square().twice()"));
        assertEquals(10.0, run("new Shape() { double area() { return 5; } }.twice()"));
        run(
                "sealed interface Sum permits Zero, One {} record Zero() implements Sum {} record One(int n) implements Sum {}");
        assertEquals(4, run("Sum sum = new One(4); switch (sum) { case Zero z -> 0; case One(int n) -> n; }"));
    }

    @Test
    void privateStaysPrivate() {
        run("class Safe { private int code = 7; int open() { return code; } }");
        assertEquals(7, run("new Safe().open()"));
        assertThrows(DoesNotCompile.class, () -> engine.run(new CellText(++number, "new Safe().code")));
    }

    @Test
    void librariesFindCellsByName() throws Exception {
        run("public class Named {}");
        var type = engine.memory().types.get("Named");
        var name = Memory.PACKAGE + "." + type.holder() + "$Named";
        assertEquals(
                name,
                Class.forName(name, false, Thread.currentThread().getContextClassLoader())
                        .getName());
        assertEquals(
                name,
                run("Class.forName(\"" + name
                        + "\", false, Thread.currentThread().getContextClassLoader()).getName()"));
    }

    @Test
    void namesInClassFilesAreFound() {
        var bytes = "xxnotebook/Cell12_3$P;notebook/Cell4_15; notebook/Cell notebook/Cellar notebook/Cell7_".getBytes();
        assertEquals(Set.of("Cell12_3", "Cell4_15"), LoadedCells.cellsNamedIn(bytes));
        assertEquals(Set.of(), LoadedCells.cellsNamedIn(new byte[0]));
        assertNull(new LoadedCells().find("Cell1_1"));
        assertEquals(Set.of(), LoadedCells.cellsNamedIn("notebook/Cel".getBytes()));
    }
}
