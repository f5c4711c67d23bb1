package lectern.kernel.cell.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the jars of a class path, and when it is believed. */
class PackageIndexTest {
    private static final String SERVICE = "META-INF/services/lectern.notebook.Extension";

    @TempDir
    private Path folder;

    private Path jar(String name, String further, String... entries) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (further != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, further);
        }
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(entry.equals(SERVICE) ? "# ours\na.One # first\n\nb.Two\n".getBytes() : new byte[] {1});
                jar.closeEntry();
            }
        }
        return file;
    }

    @Test
    void namesPackagesAndExtensionsOfJars() throws IOException {
        var first = jar(
                "first.jar",
                null,
                "a/One.class",
                "a/One$In.class",
                "a/b/Deep.class",
                "a/text.txt",
                SERVICE,
                "META-INF/versions/25/hidden/No.class");
        var second = jar("second.jar", null, "b/Two.class", "a/Other.class");
        var index = new PackageIndex(List.of(first, second, folder.resolve("missing.jar")), null);
        assertEquals(Set.of("a", "a.b", "b"), index.packages());
        assertEquals(List.of(first, second), index.places("a"));
        assertEquals(List.of(second), index.places("b"));
        assertEquals(List.of(), index.places("nowhere"));
        assertEquals(List.of("a.One", "b.Two"), index.extensions());
    }

    @Test
    void foldersAreLookedAtEachTime() throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var jar = jar("one.jar", null, "a/One.class");
        var index = new PackageIndex(List.of(classes, jar), null);
        assertEquals(List.of(classes, jar), index.places("a"));
        assertEquals(List.of(classes), index.places("later"));
    }

    @Test
    void jarsThatAManifestNamesBelongToIt() throws IOException {
        var named = jar("named.jar", null, "n/Named.class");
        var starter = jar("starter.jar", "named.jar absent.jar", "s/Start.class");
        var index = new PackageIndex(List.of(starter), null);
        assertEquals(1, index.places("n").size());
        assertTrue(Files.isSameFile(named, index.places("n").getFirst()));
    }

    @Test
    void whatIsKeptIsBelievedUntilTheJarChanges() throws IOException {
        var jar = jar("one.jar", null, "a/One.class");
        var time = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(jar, time);
        var kept = folder.resolve("kept");
        new PackageIndex(List.of(jar), kept).save();
        assertTrue(Files.exists(kept));

        // As long before and of the same age: not opened, or this would show.
        long size = Files.size(jar);
        Files.write(jar, new byte[(int) size]);
        Files.setLastModifiedTime(jar, time);
        assertEquals(Set.of("a"), new PackageIndex(List.of(jar), kept).packages());

        jar("one.jar", null, "b/Two.class");
        var changed = new PackageIndex(List.of(jar), kept);
        assertEquals(Set.of("b"), changed.packages());
        changed.save();
        assertEquals(Set.of("b"), new PackageIndex(List.of(jar), kept).packages());
    }

    @Test
    void aBrokenFileIsNoHarm() throws IOException {
        var jar = jar("one.jar", null, "a/One.class");
        var kept = folder.resolve("kept");
        for (var text : List.of("", "nonsense", "packages of jars, 1\nhalf a line\t12")) {
            Files.writeString(kept, text);
            assertEquals(Set.of("a"), new PackageIndex(List.of(jar), kept).packages());
        }
        var nowhere = new PackageIndex(List.of(jar), folder.resolve("no/such/folder/kept"));
        nowhere.save();
        assertFalse(Files.exists(folder.resolve("no")));
    }
}
