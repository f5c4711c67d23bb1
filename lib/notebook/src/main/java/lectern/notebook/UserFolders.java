package lectern.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of the person who works lie: the home folder, and what the XDG rules place in it.
 *
 * <p>{@code $HOME} says where, as it does for the shell, for Python and for Jupyter. Java alone asks the password database, whose
 * answer a container, a cluster or {@code HOME=… make lab} means to replace. Every file that library or kernel keep for a
 * person is found through here.
 */
public final class UserFolders {
    private static final Set<PosixFilePermission> CLOSED = PosixFilePermissions.fromString("rwx------");

    private UserFolders() {}

    /** The home folder: {@code $HOME} where that is an absolute path, else the property {@code user.home}. */
    public static Path home() {
        return home(System.getenv(), System.getProperty("user.home", ""));
    }

    static Path home(Map<String, String> environment, String otherwise) {
        var said = absolute(environment.get("HOME"));
        return said != null ? said : Path.of(otherwise);
    }

    /** Where programs keep data: {@code $XDG_DATA_HOME} where that is an absolute path, else {@code ~/.local/share}. */
    public static Path data() {
        return data(System.getenv(), home());
    }

    /** The same for an environment that is given: what is kept depends on nothing else. */
    public static Path data(Map<String, String> environment) {
        return data(environment, home(environment, System.getProperty("user.home", "")));
    }

    private static Path data(Map<String, String> environment, Path home) {
        var said = absolute(environment.get("XDG_DATA_HOME"));
        return said != null ? said : home.resolve(".local").resolve("share");
    }

    /** Where settings lie, for an environment: {@code $XDG_CONFIG_HOME} where that is an absolute path, else {@code ~/.config}. */
    public static Path config(Map<String, String> environment) {
        var said = absolute(environment.get("XDG_CONFIG_HOME"));
        return said != null
                ? said
                : home(environment, System.getProperty("user.home", "")).resolve(".config");
    }

    /** Where programs keep what they can make again: {@code $XDG_CACHE_HOME} where absolute, else {@code ~/.cache}. */
    public static Path cache() {
        return cache(System.getenv(), home());
    }

    static Path cache(Map<String, String> environment, Path home) {
        var said = absolute(environment.get("XDG_CACHE_HOME"));
        return said != null ? said : home.resolve(".cache");
    }

    /**
     * The folder {@code lectern} in {@link #cache()}, closed to others and ready to take files that a process maps or loads.
     * Where the home folder takes none, as in some containers, a folder of this user in the temporary folder serves; it is the
     * same for all processes of the user, so that none leaves one of its own behind. Files that were half written when their
     * process was ended are swept away.
     *
     * @throws IOException when neither place can be written, or another user has taken the second one's name
     */
    public static Path closedCache() throws IOException {
        return closedCache(
                cache(),
                Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
                System.getProperty("user.name", "user"));
    }

    static Path closedCache(Path cache, Path temporary, String user) throws IOException {
        Path folder = place(cache, temporary, user);
        sweep(folder);
        return folder;
    }

    private static Path place(Path cache, Path temporary, String user) throws IOException {
        try {
            Files.createDirectories(cache);
            return closed(cache.resolve("lectern"));
        } catch (IOException e) {
            return closed(temporary.resolve("lectern-" + user.replaceAll("[^\\w.-]", "_")));
        }
    }

    /** Half-written files of processes that were ended while they wrote; no process takes a day for one. */
    private static void sweep(Path folder) {
        var yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (var files = Files.find(
                folder,
                2,
                (file, is) -> is.isRegularFile()
                        && file.toString().endsWith(".part")
                        && is.lastModifiedTime().compareTo(yesterday) < 0)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // The next process tries again; what is left does no harm beyond its size.
            return;
        }
    }

    /** A folder that is this user's and that no other may write: whoever could, would choose what this process loads. */
    private static Path closed(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(CLOSED)} : new FileAttribute<?>[0];
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createDirectory(folder, attributes);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; anything but a folder fails below.
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw e;
                }
            }
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(folder + " cannot be written");
        }
        if (posix) {
            Path self = Path.of("/proc/self");
            boolean mine = Files.exists(self)
                    ? Files.getOwner(folder).equals(Files.getOwner(self))
                    : Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
            if (!mine) {
                throw new IOException(folder + " belongs to another user");
            }
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(folder);
            if (found.contains(PosixFilePermission.GROUP_WRITE) || found.contains(PosixFilePermission.OTHERS_WRITE)) {
                Files.setPosixFilePermissions(folder, CLOSED);
            }
        }
        return folder;
    }

    private static @Nullable Path absolute(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
