package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import lectern.kernel.cell.compile.CellLoader;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.notebook.Uncut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes are left to finish what they do. */
@SuppressWarnings("UnusedNestedClass") // they are found by name
class UncutClassesTest {
    private static final String HERE = UncutClassesTest.class.getName();
    private static boolean initialised;

    @Uncut
    private static final class Marked {
        static {
            initialised = true;
        }

        static final class Inner {}
    }

    private static final class Plain {}

    private final UncutClasses classes = new UncutClasses();

    private boolean areLeft(Thread thread, String frames) {
        var stack = Stacks.of(frames);
        classes.learn(thread, stack);
        return classes.areLeft(stack);
    }

    private boolean areLeft(String frames) {
        return areLeft(Thread.currentThread(), frames);
    }

    @Test
    void thoseThatAreMarked() {
        assertTrue(areLeft(HERE + "$Marked.work"));
        assertFalse(areLeft(HERE + "$Plain.work"));
        assertFalse(areLeft(HERE + ".work"));
    }

    @Test
    void andThoseNestedInAMarkedOne(@TempDir Path folder) throws IOException {
        var thread = withClass(
                folder,
                "@lectern.notebook.Uncut public class Outer { static class Inner { Runnable r() { return () -> {}; } } }");
        assertTrue(areLeft(thread, "Outer$Inner.r"));
        assertTrue(areLeft(thread, "Outer.f"));
    }

    @Test
    void whereverTheyStandOnTheStack() {
        assertTrue(areLeft("java.util.HashMap.get < " + HERE + "$Marked.work < notebook.Cell1_1.run$"));
        assertTrue(areLeft("notebook.Cell1_1.lambda$f < " + HERE + "$Marked.work < notebook.Cell1_1.run$"));
        assertFalse(areLeft("java.util.HashMap.get < " + HERE + "$Plain.work < notebook.Cell1_1.run$"));
    }

    @Test
    void allThatHasNotBeenLookedUp() {
        var stack = Stacks.of("java.util.HashMap.get < " + HERE + "$Plain.work < notebook.Cell1_1.run$");
        assertTrue(classes.areLeft(stack));
        classes.learn(Thread.currentThread(), stack);
        assertFalse(classes.areLeft(stack));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.util.A", "javax.swing.A", "jdk.internal.A", "sun.misc.A", "com.sun.tools.A"})
    void noneOfThePlatform(String name) {
        assertFalse(classes.areLeft(Stacks.of(name + ".f")), "without being looked up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.example.Nowhere", "notebook.Cell9_9", "org.example.Plain$$Lambda/0x00007f", "javaparser.A"})
    void noneThatCannotBeFound(String name) {
        assertFalse(areLeft(name + ".f"));
    }

    @Test
    void toLookForAMarkStartsNothing() {
        assertTrue(areLeft(HERE + "$Marked.work"));
        assertFalse(initialised, "static initialisers are the business of the program");
    }

    @Test
    void classesOfAddedJarsToo(@TempDir Path folder) throws IOException {
        var thread = withClass(folder, "@lectern.notebook.Uncut public class Native {}");
        assertTrue(areLeft(thread, "Native.call"));
    }

    @Test
    void noLoaderButTheCellsIsAskedForClasses() {
        var thread = new Thread();
        thread.setContextClassLoader(new ClassLoader() {
            @Override
            protected Class<?> findClass(String name) {
                throw new AssertionError("a loader of the program runs code of the program: " + name);
            }
        });
        assertFalse(areLeft(thread, "org.example.Nowhere.f"));
    }

    /** A thread of a cell that knows a class of this source. */
    private static Thread withClass(Path folder, String source) throws IOException {
        var name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
        var file = Files.writeString(folder.resolve(name + ".java"), source);
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(
                0,
                compiler.run(
                        null, null, null, "-cp", System.getProperty("java.class.path"), "-proc:none", file.toString()));
        var loader = new CellLoader(UncutClasses.class.getClassLoader(), new LoadedCells());
        loader.add(folder);
        var thread = new Thread();
        thread.setContextClassLoader(loader);
        return thread;
    }

    @Test
    void theHelpersOfTheLibrarysLoops() {
        var marked = new ClassFileImporter()
                .importPackages("lectern.tensor", "lectern.grad", "lectern.compile", "lectern.optim").stream()
                        .filter(type -> type.isAnnotatedWith(Uncut.class))
                        .map(JavaClass::getName)
                        .toList();
        assertFalse(marked.isEmpty());
        marked.forEach(name -> assertTrue(areLeft(name + ".run"), name));
    }
}
