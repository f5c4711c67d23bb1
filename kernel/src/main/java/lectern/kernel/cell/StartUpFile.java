package lectern.kernel.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lectern.notebook.UserFolders;

/**
 * Java that every notebook of a person begins with: {@code startup.java} in the folder {@code lectern} of the XDG
 * configuration, or the file that the variable {@code LECTERN_STARTUP} names; empty there means none.
 */
record StartUpFile(Path path) {
    /** The file of this person; null where there is none. */
    static StartUpFile find(Map<String, String> environment) {
        var named = environment.get("LECTERN_STARTUP");
        if (named != null) {
            return named.isBlank() ? null : new StartUpFile(Path.of(named));
        }
        var path = UserFolders.config(environment).resolve("lectern/startup.java");
        return Files.isRegularFile(path) ? new StartUpFile(path) : null;
    }

    /** Its text. */
    String text() throws IOException {
        return Files.readString(path);
    }
}
