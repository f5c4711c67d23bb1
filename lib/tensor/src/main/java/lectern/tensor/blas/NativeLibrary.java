package lectern.tensor.blas;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import lectern.notebook.UserFolders;
import org.jspecify.annotations.Nullable;

/**
 * Brings shared libraries from the class path to a place the loader can map.
 *
 * <p>The copies live in a directory of the user, closed to others, whose name holds a checksum of their content; they
 * are written beside and moved into place, so that two processes starting at once cannot see half a file.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /**
     * The directory with all the files, unpacked when they are not there yet; null when the class path has none of
     * them.
     */
    static @Nullable Path unpack(String name, String folder, String... files) throws IOException {
        ClassLoader loader = NativeLibrary.class.getClassLoader();
        URL[] sources = new URL[files.length];
        long[] sizes = new long[files.length];
        var sum = new CRC32();
        for (int i = 0; i < files.length; i++) {
            sources[i] = loader.getResource(folder + files[i]);
            if (sources[i] == null) {
                return null;
            }
            sizes[i] = fingerprint(sources[i], sum);
        }
        Path directory = UserFolders.closedCache().resolve(name + "-" + Long.toHexString(sum.getValue()));
        Files.createDirectories(directory);
        for (int i = 0; i < files.length; i++) {
            Path file = directory.resolve(files[i]);
            if (!Files.isRegularFile(file) || Files.size(file) != sizes[i]) {
                copy(sources[i], file);
            }
        }
        return directory;
    }

    /** Adds the checksum of a resource, which a jar knows without reading it; answers its size. */
    private static long fingerprint(URL source, CRC32 sum) throws IOException {
        if (source.openConnection() instanceof JarURLConnection jar) {
            long crc = jar.getJarEntry().getCrc();
            for (int shift = 0; shift < 32; shift += 8) {
                sum.update((int) (crc >> shift) & 0xff);
            }
            return jar.getJarEntry().getSize();
        }
        long size = 0;
        try (InputStream in = source.openStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
                size += n;
            }
        }
        return size;
    }

    private static void copy(URL source, Path file) throws IOException {
        Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try (InputStream in = source.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
