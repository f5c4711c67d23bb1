package lectern.kernel.cell.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.kernel.cell.compile.PlatformFiles.SystemModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of the JDK as the compiler of cells sees them. */
class PlatformFilesTest {
    private static final SystemModule BASE = new SystemModule("java.base");

    @TempDir
    private Path folder;

    private static List<String> names(PlatformFiles files, String packageName) throws IOException {
        return files.list(BASE, packageName, false).stream()
                .map(each -> ((ClassFileObject) each).binaryName())
                .toList();
    }

    @Test
    void listsAndReadsClasses() throws IOException {
        try (var files = new PlatformFiles(null)) {
            var names = names(files, "java.util.function");
            assertTrue(
                    names.containsAll(List.of("java.util.function.Function", "java.util.function.BiFunction")),
                    names::toString);
            assertTrue(names.stream().allMatch(name -> name.startsWith("java.util.function.")), names::toString);
            assertTrue(names(files, "java.util").contains("java.util.Map$Entry"));
            assertEquals(List.of(), names(files, "nowhere"));
            try (var in = files.find(BASE, "java.util.Map$Entry").openInputStream()) {
                assertEquals(0xCA, in.read());
            }
            assertNotNull(files.find(BASE, "module-info"));
            assertNull(files.find(BASE, "java.util.Nothing"));
            assertTrue(files.has("java.base") && !files.has("java.nothing"));
        }
    }

    @Test
    void keepsListsForTheNextStartOfTheSameJdk() throws IOException {
        var kept = folder.resolve("lists");
        try (var files = new PlatformFiles(kept)) {
            names(files, "java.math");
            files.save();
        }
        var text = Files.readString(kept);
        assertTrue(text.contains("java.base/java.math\t") && text.contains("BigDecimal"), text);
        Files.writeString(kept, text.replace("BigDecimal ", "MadeUp "));
        try (var files = new PlatformFiles(kept)) {
            assertTrue(names(files, "java.math").contains("java.math.MadeUp"), "the file is not used");
        }
        Files.writeString(kept, text.replace("BigDecimal ", "MadeUp ").replaceFirst("\t\\d+\t", "\t1\t"));
        try (var files = new PlatformFiles(kept)) {
            assertFalse(names(files, "java.math").contains("java.math.MadeUp"), "another JDK's file is believed");
        }
        Files.writeString(kept, "classes");
        try (var files = new PlatformFiles(kept)) {
            assertTrue(names(files, "java.math").contains("java.math.BigInteger"));
        }
    }
}
