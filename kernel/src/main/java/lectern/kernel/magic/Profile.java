package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of some code goes: {@code %prun}, by the samples that the flight recorder of the JVM takes. */
final class Profile {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final int ROWS = 15;

    /** A method: the share of samples in itself, and in itself and what it calls. */
    record Hot(String method, String self, String total) {}

    private final MagicContext context;

    Profile(MagicContext context) {
        this.context = context;
    }

    void register(Magics magics) {
        magics.line("prun", "%prun code – runs code and shows in which methods its time goes", this::profile);
        magics.cell(
                "prun",
                "%%prun – runs the cell and shows in which methods its time goes",
                (arguments, body) -> profile(arguments.isBlank() ? body : arguments + "\n" + body));
    }

    private Object profile(String code) {
        if (code.isBlank()) {
            throw new MagicError("What is to be profiled? For example: %prun fit(data)");
        }
        Path file = null;
        try (var recording = new Recording()) {
            file = Files.createTempFile("lectern-profile-", ".jfr");
            recording.enable(SAMPLE).withPeriod(PERIOD);
            recording.start();
            Object result;
            try {
                result = context.run(code);
            } finally {
                recording.stop();
            }
            recording.dump(file);
            if (result != null) {
                context.show(result);
            }
            return table(file);
        } catch (Throwable e) {
            throw Timing.sneaky(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("The file of the profile stays: " + e.getMessage());
        }
    }

    private static Object table(Path file) throws IOException {
        Map<String, Integer> self = new HashMap<>();
        Map<String, Integer> total = new HashMap<>();
        int samples = 0;
        try (var recorded = new RecordingFile(file)) {
            while (recorded.hasMoreEvents()) {
                var event = recorded.readEvent();
                if (!event.getEventType().getName().equals(SAMPLE) || event.getStackTrace() == null) {
                    continue;
                }
                var frames = event.getStackTrace().getFrames().stream()
                        .map(Profile::name)
                        .toList();
                if (frames.stream().noneMatch(frame -> frame.startsWith("cell "))) {
                    continue;
                }
                samples++;
                self.merge(frames.getFirst(), 1, Integer::sum);
                new HashSet<>(frames).forEach(frame -> total.merge(frame, 1, Integer::sum));
            }
        }
        if (samples == 0) {
            return "Nothing was seen: the code ran for less than " + 2 * PERIOD.toMillis()
                    + " ms, or waited. %timeit measures what is short.";
        }
        int all = samples;
        List<Hot> rows = new ArrayList<>(total.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("lectern.kernel.")
                        && !entry.getKey().startsWith("java.lang.reflect.")
                        && !entry.getKey().startsWith("jdk.internal.")
                        && !entry.getKey().startsWith("java.lang.Thread."))
                .sorted((a, b) -> {
                    int bySelf = Integer.compare(self.getOrDefault(b.getKey(), 0), self.getOrDefault(a.getKey(), 0));
                    return bySelf != 0 ? bySelf : Integer.compare(b.getValue(), a.getValue());
                })
                .limit(ROWS)
                .map(entry -> new Hot(
                        entry.getKey(), share(self.getOrDefault(entry.getKey(), 0), all), share(entry.getValue(), all)))
                .toList());
        return rows;
    }

    private static String share(int part, int all) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / all);
    }

    /** {@code Type.method}, and for the classes that cells have become the method alone. */
    private static String name(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        var method = frame.getMethod().getName();
        if (type.startsWith("notebook.")) {
            return "cell "
                    + (method.startsWith("run$")
                            ? "(its statements)"
                            : method.replaceFirst("^lambda\\$.*", "(a lambda)"));
        }
        return type + "." + method;
    }
}
