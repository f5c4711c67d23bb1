package lectern.kernel.cell.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that several kernels read and write at once. */
final class SharedFile {
    private SharedFile() {}

    /**
     * Puts a text into a file in one go: who reads it sees the old text or the new one, never a part.
     *
     * <p>It has the access rights of an ordinary file, unlike a temporary one: other people may run this kernel too.
     */
    static void write(Path file, CharSequence text) throws IOException {
        var fresh = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
