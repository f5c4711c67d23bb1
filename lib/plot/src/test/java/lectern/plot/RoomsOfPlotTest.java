package lectern.plot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of figures lie on top of one another, and what a notebook sees of them is small. */
class RoomsOfPlotTest {
    /** From the floor to the roof; each calls only rooms before it, and the makers of flat and spatial things not each other. */
    private static final List<String> ROOMS = List.of(
            "lectern.plot.canvas",
            "lectern.plot.scale",
            "lectern.plot.layer",
            "lectern.plot.space",
            "lectern.plot.chart",
            "lectern.plot",
            "lectern.plot.learning");

    private static final int LARGEST_CIRCLE = 15;
    private static final int PUBLIC_TYPES = 20;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lectern.plot");

    @Test
    void eachRoomCallsOnlyRoomsBelow() {
        assertEquals(
                new TreeSet<>(ROOMS),
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new)));
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOMS.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOMS.subList(i + 1, ROOMS.size()).toArray(String[]::new))
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .resideInAPackage("lectern.plot.chart")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lectern.plot.space")
                .check(CLASSES);
        slices().matching("lectern.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void aNotebookSeesFewTypes() {
        for (String room : List.of("lectern.plot", "lectern.plot.learning")) {
            var seen = CLASSES.stream()
                    .filter(c -> c.getPackageName().equals(room) && !c.isNestedClass())
                    .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                    .map(JavaClass::getSimpleName)
                    .toList();
            assertTrue(!seen.isEmpty() && seen.size() <= PUBLIC_TYPES, room + " shows " + seen);
        }
    }

    @Test
    void noCircleOfClassesIsLarge() {
        Map<String, Set<String>> calls = new HashMap<>();
        for (JavaClass each : CLASSES) {
            var own = calls.computeIfAbsent(outer(each), name -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                own.add(outer(dependency.getTargetClass()));
            }
        }
        Map<String, Set<String>> reached =
                calls.keySet().stream().collect(Collectors.toMap(name -> name, name -> reach(calls, name)));
        for (String name : calls.keySet()) {
            var circle = reached.get(name).stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(name))
                    .toList();
            assertTrue(circle.size() <= LARGEST_CIRCLE, name + " is in a circle of " + circle.size() + ": " + circle);
        }
    }

    private static String outer(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static Set<String> reach(Map<String, Set<String>> calls, String from) {
        var seen = new TreeSet<String>();
        var open = new ArrayDeque<>(calls.get(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (calls.containsKey(next) && seen.add(next)) {
                open.addAll(calls.get(next));
            }
        }
        return seen;
    }
}
