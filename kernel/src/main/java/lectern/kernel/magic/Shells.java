package lectern.kernel.magic;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Commands of the shell. */
public final class Shells {
    /** Java takes over what is left in the pipe a moment after the end of a process; in between there seems to be nothing. */
    private static final int LOOKS_AFTER_THE_END = 4;

    void register(Magics magics) {
        for (var name : new String[] {"bash", "sh"}) {
            magics.cell(name, "%%" + name + " – runs the cell in " + name, (arguments, body) -> run(name, body));
            magics.line(name, "%" + name + " command – runs a command in " + name, command -> run(name, command));
        }
        magics.line(
                "cd",
                "%cd [folder] – where %%bash, ! and the files of magics begin; Java code itself stays in the folder that the "
                        + "kernel was started in",
                Shells::enter);
        magics.line(
                "pwd",
                "%pwd – the folder of %%bash, ! and the files of magics",
                arguments -> Surroundings.folder().toString());
    }

    private static Object enter(String folder) {
        if (!folder.isBlank()) {
            Surroundings.enter(folder);
        }
        var started = Path.of("").toAbsolutePath();
        return Surroundings.folder()
                + (Surroundings.folder().equals(started)
                        ? ""
                        : "  (for magics and commands; relative paths in Java code begin in " + started + ")");
    }

    /** The lines that a command prints, those of its errors among them. */
    public static List<String> lines(String command) {
        var text = new StringBuilder();
        try {
            run("sh", command, text::append);
        } catch (MagicError e) {
            System.out.print(text);
            throw e;
        }
        return text.toString().lines().toList();
    }

    /** Runs a command; its output comes while it runs, an interrupt ends it with all it has started. */
    public static Object run(String shell, String command) {
        return run(shell, command, System.out::print);
    }

    private static Object run(String shell, String command, Consumer<String> out) {
        Process process = null;
        try {
            var builder = new ProcessBuilder(shell, "-c", command)
                    .redirectErrorStream(true)
                    .directory(Surroundings.folder().toFile());
            builder.environment().putAll(Surroundings.environment());
            process = builder.start();
            process.getOutputStream().close();
            try (var reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
                var buffer = new char[4096];
                for (int n = read(reader, buffer, process); n >= 0; n = read(reader, buffer, process)) {
                    out.accept(new String(buffer, 0, n));
                }
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new MagicError("The command ended with status " + status);
            }
            return null;
        } catch (IOException e) {
            throw new MagicError("Cannot run " + shell + ": " + e.getMessage());
        } catch (InterruptedException e) {
            throw Timing.sneaky(e);
        } finally {
            if (process != null && process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    /**
     * What has come, or -1 when nothing more will: never a read that blocks, because a program that the command has left in the
     * background keeps the pipe open for as long as it runs.
     */
    private static int read(InputStreamReader reader, char[] buffer, Process process)
            throws IOException, InterruptedException {
        for (int quiet = 0; !reader.ready(); Thread.sleep(5)) {
            quiet = process.isAlive() ? 0 : quiet + 1;
            if (quiet > LOOKS_AFTER_THE_END) {
                return -1;
            }
        }
        return reader.read(buffer);
    }
}
