package lectern.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Ends what cells have started once the kernel has ended, however it has: a process that is killed can do nothing itself.
 *
 * <p>A shell waits for the end of a pipe whose other end this process holds, and nobody else. Then it ends every process of the
 * kernel's session that carries the kernel's mark in its environment, whatever has become of its parents. Who wants a program
 * to outlive the kernel gives it a session of its own: {@code setsid program &}.
 */
final class Aftermath {
    /** Set by what starts the kernel to the number of its process, and inherited by all that it starts. */
    private static final String MARK = "LECTERN_KERNEL";

    /** Behind a first result and a first picture too; before anybody can end a kernel that they have used. */
    private static final long DELAY_MILLIS = 700;

    /** {@code $1} is the mark, {@code $2} the session. First the polite signal, then the one that nobody can refuse. */
    private static final String SHELL = """
            trap '' INT TERM HUP
            read -r never
            left() {
                for file in $(grep -lzx "$1" /proc/[0-9]*/environ 2>/dev/null); do
                    process=${file#/proc/}
                    process=${process%/environ}
                    read -r line <"/proc/$process/stat" || continue
                    # After the name in brackets come state, parent, group, session.
                    fields=${line##*) }
                    fields=${fields#* }
                    parent=${fields%% *}
                    fields=${fields#* * }
                    if [ "${fields%% *}" = "$2" ] && [ "$process" != "$$" ] && [ "$parent" != "$$" ]; then
                        echo "$process"
                    fi
                done 2>/dev/null
            }
            for signal in TERM KILL; do
                processes=$(left "$1" "$2")
                [ -n "$processes" ] || exit 0
                kill -s "$signal" $processes 2>/dev/null
                sleep 0.3
            done
            """;

    /** Never read: as long as this process lives, and no longer, the pipe is open. */
    private static OutputStream lifeline;

    private Aftermath() {}

    /** Prepares as soon as cells can run, behind what the first cell waits for. */
    static void prepareAfter(Future<?> ready) {
        // A kernel that is asked to end before then.
        Runtime.getRuntime().addShutdownHook(new Thread(Aftermath::prepare, "lectern-aftermath-late"));
        Thread.ofPlatform().daemon().name("lectern-aftermath").start(() -> {
            try {
                ready.get();
                Thread.sleep(DELAY_MILLIS);
                prepare();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                // A kernel that cannot run cells says so to the front end, and starts nothing.
                return;
            }
        });
    }

    /** Sets the shell to wait; does nothing where nothing marks this kernel or there is no {@code /proc}. */
    private static synchronized void prepare() {
        String own = String.valueOf(ProcessHandle.current().pid());
        if (lifeline != null || !own.equals(System.getenv(MARK))) {
            return;
        }
        try {
            String line = Files.readString(Path.of("/proc/self/stat"));
            String session = line.substring(line.lastIndexOf(')') + 2).split(" ")[3];
            lifeline = new ProcessBuilder("/bin/sh", "-c", SHELL, "lectern", MARK + "=" + own, session)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        } catch (IOException | RuntimeException e) {
            // No shell, no /proc: children then live on, as they do everywhere else.
            lifeline = OutputStream.nullOutputStream();
        }
    }
}
