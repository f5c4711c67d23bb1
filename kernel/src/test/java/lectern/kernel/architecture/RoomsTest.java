package lectern.kernel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the kernel may call, and what its rooms may call of each other. */
class RoomsTest {
    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lectern.kernel");

    private static final DescribedPredicate<JavaClass> LIBRARY_BEHIND_ITS_FLOOR = DescribedPredicate.describe(
            "belong to the library, but not to lectern.notebook",
            type -> type.getPackageName().startsWith("lectern.")
                    && !type.getPackageName().startsWith("lectern.kernel")
                    && !type.getPackageName().startsWith("lectern.notebook"));

    private static final String CELL = "lectern.kernel.cell";

    /** The rooms below the face of the language, from the top down. */
    private static final List<String> STAIRS = List.of("help", "engine", "run", "advice", "compile", "source");

    /** So many classes, and no more, may know each other in a circle. */
    private static final int LARGEST_CIRCLE = 15;

    @Test
    void ofTheLibraryOnlyTheFloorIsCalled() {
        assertTrue(KERNEL.size() > 10, "the kernel's classes were not found");
        noClasses().should().dependOnClassesThat(LIBRARY_BEHIND_ITS_FLOOR).check(KERNEL);
    }

    @Test
    void noRoomsKnowEachOtherInACircle() {
        slices().matching("lectern.kernel.(**)").should().beFreeOfCycles().check(KERNEL);
    }

    @Test
    void theRoomsBelowTheLanguageHaveOneFace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CELL + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CELL + ".*..")
                .check(KERNEL);
    }

    @Test
    void theCellsRoomsAreCalledFromTheTopDown() {
        var rooms = KERNEL.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(CELL + "."))
                .map(name -> name.substring(CELL.length() + 1))
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(STAIRS), rooms);
        for (int i = 1; i < STAIRS.size(); i++) {
            var above =
                    STAIRS.subList(0, i).stream().map(room -> CELL + "." + room).collect(Collectors.toSet());
            above.add(CELL);
            noClasses()
                    .that()
                    .resideInAPackage(CELL + "." + STAIRS.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above.toArray(String[]::new))
                    .check(KERNEL);
        }
    }

    @Test
    void noCircleOfClassesIsLarge() {
        var arrows = new TreeMap<String, Set<String>>();
        for (var type : KERNEL) {
            var from = topLevel(type);
            arrows.computeIfAbsent(from, name -> new TreeSet<>());
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var to = topLevel(dependency.getTargetClass());
                if (to.startsWith("lectern.kernel.") && !to.equals(from)) {
                    arrows.get(from).add(to);
                }
            }
        }
        var circles = new Circles(arrows).found();
        assertEquals(
                arrows.keySet(), circles.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
        for (var circle : circles) {
            assertTrue(circle.size() <= LARGEST_CIRCLE, () -> circle.size() + " classes in one circle: " + circle);
        }
    }

    @Test
    void circlesAreFoundWhereTheyAre() {
        var arrows = Map.of(
                "a",
                Set.of("b"),
                "b",
                Set.of("c"),
                "c",
                Set.of("a", "d"),
                "d",
                Set.of("e"),
                "e",
                Set.of("d"),
                "f",
                Set.of("a"));
        assertEquals(
                Set.of(Set.of("a", "b", "c"), Set.of("d", "e"), Set.of("f")),
                new HashSet<>(new Circles(arrows).found()));
    }

    private static String topLevel(JavaClass type) {
        var name = type.getBaseComponentType().getName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }

    @Test
    void theProtocolKnowsNothingOfJavasEvaluation() {
        noClasses()
                .that()
                .resideInAPackage("lectern.kernel.protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk.jshell..", CELL + "..", "lectern.kernel.magic..")
                .check(KERNEL);
    }

    @Test
    void theLanguageKnowsNothingOfSockets() {
        noClasses()
                .that()
                .resideInAPackage(CELL + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.zeromq..", "lectern.kernel.protocol..")
                .check(KERNEL);
    }

    @Test
    void theDebuggerKnowsNeitherSocketsNorTheCompiler() {
        noClasses()
                .that()
                .resideInAPackage("lectern.kernel.debug..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.zeromq..",
                        "lectern.kernel.protocol..",
                        CELL + "..",
                        "lectern.kernel.magic..",
                        "lectern.kernel.display..",
                        "com.sun..",
                        "javax.tools..")
                .check(KERNEL);
    }
}
