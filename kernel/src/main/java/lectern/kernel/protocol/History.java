package lectern.kernel.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import lectern.kernel.json.Json;

/**
 * The cells of this run and of earlier ones, kept in a file of one JSON object a line.
 *
 * <p>Several kernels may write to one file: each line is appended in one write, and a run reserves its number under a lock.
 * The file is read when it is needed first. When it cannot be used, the history of this run still works and one warning says why.
 */
final class History {
    private static final long LONGEST_FILE = 4L << 20;
    private static final int LONGEST_READ = 8 << 20;
    private static final int LONGEST_OUTPUT = 10_000;
    private static final int KEPT_AFTER_TRIM = 5_000;

    private final Path file;
    private final Consumer<String> warning;
    private final List<Entry> earlier = new ArrayList<>();
    private final List<Entry> current = new ArrayList<>();
    private int session = 1;
    private boolean opened;
    private boolean usable = true;

    private record Entry(int session, int line, String input, String output) {
        Object answer(boolean withOutput) {
            var pair = new ArrayList<>();
            pair.add(input);
            pair.add(output);
            return List.of(session, line, withOutput ? pair : input);
        }
    }

    /** A history in this file; {@code warning} is told once when the file cannot be used. */
    History(Path file, Consumer<String> warning) {
        this.file = file;
        this.warning = warning;
    }

    /** Remembers a cell; {@code output} is the text of its result or null. */
    synchronized void add(int line, String input, String output) {
        open();
        String kept =
                output == null || output.length() <= LONGEST_OUTPUT ? output : output.substring(0, LONGEST_OUTPUT);
        var entry = new Entry(session, line, input, kept);
        current.add(entry);
        var json = new LinkedHashMap<String, Object>();
        json.put("session", session);
        json.put("line", line);
        json.put("input", input);
        if (kept != null) {
            json.put("output", kept);
        }
        attempt(() -> append(json));
    }

    private void open() {
        if (opened) {
            return;
        }
        opened = true;
        attempt(() -> {
            make();
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                // A device or a pipe may never end, or never answer.
                throw new IOException("this is no regular file");
            }
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                read();
                session = earlier.stream().mapToInt(Entry::session).max().orElse(0) + 1;
                if (channel.size() > LONGEST_FILE) {
                    trim();
                }
                // An empty cell reserves the number of this run before another kernel looks.
                append(Map.of("session", session, "line", 0, "input", ""));
                lock.release();
            }
        });
    }

    /** Folder and file are the user's alone from their first moment: whoever reads what was typed may read a password. */
    private void make() throws IOException {
        Path folder = file.getParent();
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try {
                Files.createDirectory(folder, attributes(posix, "rwx------"));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, attributes(posix, "rw-------"));
            } catch (FileAlreadyExistsException e) {
                // Another kernel was faster, and made it in the same way.
                return;
            }
        } else if (posix && Files.isRegularFile(file) && !Files.isSymbolicLink(file)) {
            // One of an earlier version, which left it to the umask.
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static FileAttribute<?>[] attributes(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private void read() throws IOException {
        String text;
        try (var in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LONGEST_READ), StandardCharsets.UTF_8);
        }
        for (String line : text.split("\n")) {
            try {
                if (Json.parse(line) instanceof Map<?, ?> map) {
                    @SuppressWarnings("unchecked")
                    var entry = (Map<String, Object>) map;
                    earlier.add(new Entry(
                            Json.integer(entry, "session", 0),
                            Json.integer(entry, "line", 0),
                            Json.string(entry, "input", ""),
                            Json.string(entry, "output", null)));
                }
            } catch (IllegalArgumentException e) {
                // A line cut short by a crash or a full disk costs that line only.
                continue;
            }
        }
    }

    private void trim() throws IOException {
        if (earlier.size() > KEPT_AFTER_TRIM) {
            earlier.subList(0, earlier.size() - KEPT_AFTER_TRIM).clear();
        }
        var lines = new StringBuilder();
        for (Entry each : earlier) {
            var json = new LinkedHashMap<String, Object>();
            json.put("session", each.session());
            json.put("line", each.line());
            json.put("input", each.input());
            if (each.output() != null) {
                json.put("output", each.output());
            }
            lines.append(Json.text(json)).append('\n');
        }
        Path fresh = Files.createTempFile(file.getParent(), "history", ".tmp");
        Files.writeString(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void append(Map<String, Object> json) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((Json.text(json) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private void attempt(FileWork work) {
        if (!usable) {
            return;
        }
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            usable = false;
            warning.accept("History is kept for this run only: " + file + " cannot be used (" + e + ").\n");
        }
    }

    /** Answers a {@code history_request}. */
    synchronized Map<String, Object> answer(Message message, Worker worker) {
        open();
        var content = message.content();
        boolean output = Json.flag(content, "output", false);
        List<Entry> found = switch (Json.string(content, "hist_access_type", "tail")) {
            case "range" ->
                range(
                        Json.integer(content, "session", 0),
                        Json.integer(content, "start", 1),
                        Json.integer(content, "stop", Integer.MAX_VALUE));
            case "search" ->
                last(
                        search(Json.string(content, "pattern", "*"), Json.flag(content, "unique", false)),
                        Json.integer(content, "n", Integer.MAX_VALUE));
            default -> last(all(), Json.integer(content, "n", Integer.MAX_VALUE));
        };
        var reply = Replies.ok();
        reply.put("history", found.stream().map(entry -> entry.answer(output)).toList());
        return reply;
    }

    private List<Entry> all() {
        var all = new ArrayList<Entry>();
        earlier.stream().filter(entry -> entry.line() > 0).forEach(all::add);
        all.addAll(current);
        return all;
    }

    /** Session 0 is this run, negative ones count back from it; {@code stop} is exclusive. */
    private List<Entry> range(int asked, int start, int stop) {
        int wanted = asked > 0 ? asked : session + asked;
        return all().stream()
                .filter(entry -> entry.session() == wanted && entry.line() >= start && entry.line() < stop)
                .map(entry -> asked == 0 ? new Entry(0, entry.line(), entry.input(), entry.output()) : entry)
                .toList();
    }

    /** Cells that fit a pattern of {@code *} and {@code ?}; {@code unique} keeps the latest of equal ones. */
    private List<Entry> search(String glob, boolean unique) {
        var regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        var pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        var fitting = all().stream()
                .filter(entry -> pattern.matcher(entry.input()).matches())
                .toList();
        if (!unique) {
            return fitting;
        }
        var latest = new LinkedHashMap<String, Entry>();
        for (Entry each : fitting) {
            latest.remove(each.input());
            latest.put(each.input(), each);
        }
        return List.copyOf(latest.values());
    }

    private static List<Entry> last(List<Entry> entries, int n) {
        return n < 0 ? entries : entries.subList(Math.max(0, entries.size() - n), entries.size());
    }
}
