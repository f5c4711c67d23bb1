package lectern.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the rooms of the library point one way. */
class RoomsTest {
    /** Which rooms a room may call; {@code notebook} is the floor of all, {@code prelude} the roof. */
    private static final Map<String, Set<String>> MAY_CALL = Map.ofEntries(
            Map.entry("notebook", Set.of()),
            Map.entry("tensor", Set.of("notebook")),
            Map.entry("grad", Set.of("notebook", "tensor")),
            Map.entry("optim", Set.of("notebook", "tensor", "grad")),
            Map.entry("symbolic", Set.of("notebook", "tensor", "grad")),
            Map.entry("stats", Set.of("notebook", "tensor")),
            Map.entry("data", Set.of("notebook", "tensor")),
            Map.entry("plot", Set.of("notebook", "tensor")),
            Map.entry("learn", Set.of("notebook", "tensor", "grad", "optim", "stats", "data")),
            Map.entry("nn", Set.of("notebook", "tensor", "grad", "optim", "stats", "data", "learn")),
            Map.entry(
                    "prelude",
                    Set.of("notebook", "tensor", "grad", "optim", "symbolic", "stats", "data", "plot", "learn", "nn")));

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lectern");

    @TestFactory
    List<DynamicTest> everyRoomCallsOnlyTheRoomsBelow() {
        return rooms().map(room -> DynamicTest.dynamicTest(room, () -> {
                    var allowed = Stream.concat(Stream.of(room), MAY_CALL.getOrDefault(room, Set.of()).stream())
                            .collect(Collectors.toSet());
                    var forbidden = rooms().filter(other -> !allowed.contains(other))
                            .map(other -> "lectern." + other + "..")
                            .toArray(String[]::new);
                    if (forbidden.length > 0) {
                        noClasses()
                                .that()
                                .resideInAPackage("lectern." + room + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbidden)
                                .check(LIBRARY);
                    }
                }))
                .toList();
    }

    @Test
    void everyRoomIsOnThePlan() {
        var unknown =
                rooms().filter(room -> !MAY_CALL.containsKey(room)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown, "rooms without a line in MAY_CALL");
        assertTrue(rooms().count() >= 5, () -> "only these rooms were found: " + rooms().toList());
    }

    @Test
    void thePlanHasNoCircle() {
        MAY_CALL.forEach((room, below) -> below.forEach(other -> assertTrue(
                !MAY_CALL.get(other).contains(room), () -> room + " and " + other + " may call each other")));
    }

    @Test
    void theLibraryKnowsNoKernelAndNoShell() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("lectern.kernel..", "jdk.jshell..", "org.zeromq..")
                .check(LIBRARY);
    }

    @Test
    void figuresHideTheirEngine() {
        classes()
                .that()
                .resideInAPackage("org.knowm.xchart..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("org.knowm.xchart..", "lectern.plot..", "lectern.prelude..")
                .allowEmptyShould(true)
                .check(LIBRARY);
    }

    private static Stream<String> rooms() {
        return LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("lectern."))
                .map(name -> name.split("\\.")[1])
                .distinct();
    }
}
