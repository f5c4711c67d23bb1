package lectern.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
            Map.entry("compile", Set.of("notebook", "tensor", "grad")),
            Map.entry("optim", Set.of("notebook", "tensor", "grad", "compile")),
            Map.entry("data", Set.of("notebook", "tensor")),
            Map.entry("plot", Set.of("notebook", "tensor")),
            Map.entry("stats", Set.of("notebook", "tensor", "grad")),
            Map.entry("study", Set.of("notebook", "tensor", "plot")),
            Map.entry("nn", Set.of("notebook", "tensor", "grad", "compile", "optim", "data")),
            Map.entry(
                    "prelude",
                    Set.of("notebook", "tensor", "grad", "compile", "optim", "data", "plot", "stats", "study", "nn")));

    /** Rooms that are no promise to notebooks, and who besides them and the rooms above them may enter. */
    private static final Map<String, Set<String>> ENTERED_BY = Map.ofEntries(
            Map.entry("tensor.parallel", Set.of("tensor", "grad", "compile")),
            Map.entry("tensor.blas", Set.of("tensor", "compile")),
            Map.entry("tensor.op", Set.of("tensor", "grad", "compile")),
            Map.entry("tensor.loops", Set.of("tensor", "compile")),
            Map.entry("tensor.eval", Set.of("tensor", "compile")),
            Map.entry("tensor.raw", Set.of("grad", "compile", "optim", "nn")),
            Map.entry("grad.rule", Set.of("grad", "compile")),
            Map.entry("compile.graph", Set.of("compile")),
            Map.entry("compile.run", Set.of("compile")),
            Map.entry("compile.plan", Set.of("compile")));

    /** So many types, and no more, does a notebook see of tensors. */
    private static final int TYPES_OF_TENSOR = 25;

    /** So many classes, and no more, may know each other in a circle. */
    private static final int LARGEST_CIRCLE = 15;

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
    void everyRoomOnThePlanIsThere() {
        assertEquals(MAY_CALL.keySet(), rooms().collect(Collectors.toSet()));
        var packages = LIBRARY.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        ENTERED_BY.keySet().forEach(room -> assertTrue(packages.contains("lectern." + room), room));
    }

    @Test
    void noRoomsKnowEachOtherInACircle() {
        slices().matching("lectern.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void noCircleOfClassesIsLarge() {
        var calls = new TreeMap<String, Set<String>>();
        for (var type : LIBRARY) {
            var own = calls.computeIfAbsent(topLevel(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().forEach(call -> own.add(topLevel(call.getTargetClass())));
        }
        var reached = new TreeMap<String, Set<String>>();
        calls.keySet().forEach(name -> reached.put(name, reachedFrom(name, calls)));
        for (var name : calls.keySet()) {
            var circle = reached.get(name).stream()
                    .filter(other -> reached.get(other).contains(name))
                    .toList();
            assertTrue(circle.size() <= LARGEST_CIRCLE, () -> circle.size() + " classes in one circle: " + circle);
        }
    }

    private static Set<String> reachedFrom(String start, Map<String, Set<String>> calls) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            calls.get(open.pop()).stream()
                    .filter(next -> calls.containsKey(next) && found.add(next))
                    .forEach(open::push);
        }
        return found;
    }

    private static String topLevel(JavaClass type) {
        var name = type.getBaseComponentType().getName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }

    @TestFactory
    Stream<DynamicTest> strangersStayOutside() {
        return ENTERED_BY.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    var friends = Stream.concat(Stream.of(room.getKey()), room.getValue().stream())
                            .map(name -> "lectern." + name + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(friends)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("lectern." + room.getKey())
                            .check(LIBRARY);
                }));
    }

    @Test
    void aNotebookSeesFewTypesOfTensors() {
        var seen = LIBRARY.stream()
                .filter(type -> type.getPackageName().equals("lectern.tensor") && !type.isNestedClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .toList();
        assertTrue(seen.contains("Tensor") && seen.size() <= TYPES_OF_TENSOR, () -> seen.size() + " types: " + seen);
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
