package lectern.notebook;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFoldersTest {
    private static final Path HOME = Path.of("/elsewhere");

    @Test
    void homeIsWhatTheEnvironmentSays() {
        assertEquals(HOME, UserFolders.home(Map.of("HOME", "/elsewhere"), "/passwd"));
        assertEquals(Path.of("/a b/ü"), UserFolders.home(Map.of("HOME", "/a b/ü"), "/passwd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "relative", "./here", "~", "a\0b"})
    void aHomeThatIsNoAbsoluteFolderCountsAsNone(String home) {
        assertEquals(Path.of("/passwd"), UserFolders.home(Map.of("HOME", home), "/passwd"));
        assertEquals(Path.of("/passwd"), UserFolders.home(Map.of(), "/passwd"));
    }

    @Test
    void dataAndCacheFollowTheXdgRules() {
        assertEquals(Path.of("/elsewhere/.local/share"), UserFolders.data(Map.of("HOME", "/elsewhere")));
        assertEquals(Path.of("/x"), UserFolders.data(Map.of("HOME", "/elsewhere", "XDG_DATA_HOME", "/x")));
        assertEquals(
                Path.of("/elsewhere/.local/share"),
                UserFolders.data(Map.of("HOME", "/elsewhere", "XDG_DATA_HOME", "relative")));
        assertEquals(Path.of("/elsewhere/.cache"), UserFolders.cache(Map.of(), HOME));
        assertEquals(Path.of("/y"), UserFolders.cache(Map.of("XDG_CACHE_HOME", "/y"), HOME));
        assertEquals(Path.of("/elsewhere/.cache"), UserFolders.cache(Map.of("XDG_CACHE_HOME", "y"), HOME));
    }

    @Test
    void theFolderForLoadedFilesIsClosedToOthers(@TempDir Path folder) throws IOException {
        Path cache = folder.resolve("home").resolve(".cache");
        Path closed = UserFolders.closedCache(cache, folder, "me");
        assertEquals(cache.resolve("lectern"), closed);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)));
        assertEquals(closed, UserFolders.closedCache(cache, folder, "me"));
    }

    @Test
    void withoutAHomeAllProcessesOfAUserShareOneFolder(@TempDir Path folder) throws IOException {
        Path blocked = Files.createFile(folder.resolve("a file")).resolve(".cache");
        Path first = UserFolders.closedCache(blocked, folder, "me ../you");
        assertEquals(folder.resolve("lectern-me_.._you"), first);
        assertEquals(first, UserFolders.closedCache(blocked, folder, "me ../you"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first)));
    }

    @Test
    void whatDeadProcessesHaveHalfWrittenIsSweptAway(@TempDir Path folder) throws IOException {
        Path closed = UserFolders.closedCache(folder, folder, "me");
        Path inner = Files.createDirectory(closed.resolve("openblas-1"));
        var old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Path left = Files.setLastModifiedTime(Files.createFile(inner.resolve("libopenblas.so.123.part")), old);
        Path kept = Files.setLastModifiedTime(Files.createFile(inner.resolve("libopenblas.so")), old);
        Path writing = Files.createFile(closed.resolve("font.ttf.456.part"));
        UserFolders.closedCache(folder, folder, "me");
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(kept) && Files.exists(writing));
    }

    @Test
    void aLinkInItsPlaceIsRefused(@TempDir Path folder) throws IOException {
        Path blocked = Files.createFile(folder.resolve("a file")).resolve(".cache");
        Files.createSymbolicLink(folder.resolve("lectern-me"), Files.createDirectory(folder.resolve("theirs")));
        assertThrows(IOException.class, () -> UserFolders.closedCache(blocked, folder, "me"));
    }

    /** In a process of its own, because nobody can change the environment of this one. */
    @Test
    void aPlainProgramReadsItsEnvironment(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(
                folder.resolve("Show.java"),
                "import lectern.notebook.UserFolders; class Show { public static void main(String[] a) {"
                        + " IO.println(UserFolders.home() + \"|\" + UserFolders.data() + \"|\" + UserFolders.cache()); } }");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(UserFolders.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        program.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        builder.environment().put("HOME", "/elsewhere");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("/elsewhere|/elsewhere/.local/share|/elsewhere/.cache", printed.strip());
    }
}
