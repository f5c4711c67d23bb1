package lectern.prelude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import lectern.notebook.Lazy;
import org.junit.jupiter.api.Test;

/** What a kernel may do without until somebody asks for it. */
class LazyLibrariesTest {
    @Test
    void everyLibraryIsNamedOnceAndKnowsItsJars() {
        var names = new HashSet<String>();
        for (Lazy library : LazyLibraries.all()) {
            assertTrue(names.add(library.name()));
            assertFalse(library.packages().isEmpty());
            assertEquals(
                    library.jars().size(),
                    library.jars().stream().map(Lazy.Jar::coordinate).distinct().count());
        }
        assertEquals(new HashSet<>(java.util.List.of("dl4j", "icu")), names);
    }

    @Test
    void theNativeHalfIsThatForEveryProcessor() {
        boolean here = LazyLibraries.hasNatives(System.getProperty("os.name"), System.getProperty("os.arch"));
        var dl4j = LazyLibraries.all().getFirst();
        assertEquals(
                here,
                dl4j.jars().stream()
                        .anyMatch(jar -> jar.coordinate().startsWith("org.nd4j:nd4j-native:jar:linux-x86_64:")));
        assertFalse(LazyLibraries.hasNatives("Mac OS X", "aarch64"));
        assertFalse(LazyLibraries.hasNatives("Linux", "aarch64"));
        assertTrue(LazyLibraries.hasNatives("Linux", "amd64"));
    }

    @Test
    void theClassThatTellsOfNd4jIsNd4js() throws ClassNotFoundException {
        assertNotNull(Class.forName(LazyLibraries.ARRAYS, false, getClass().getClassLoader()));
    }
}
