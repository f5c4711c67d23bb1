package lectern.data.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** Where the bytes of a table come from; they can be had more than once, unpacked and as UTF-8. */
public final class Source {
    private static final int HEAD = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path path;
    private final byte[] bytes;

    private Source(String name, Path path, byte[] bytes) {
        this.name = name;
        this.path = path;
        this.bytes = bytes;
    }

    /** A text that is already here. */
    public static Source text(String text) {
        return new Source("the text", null, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that are already here. */
    public static Source bytes(String name, byte[] bytes) {
        return new Source(name, null, bytes);
    }

    /** A file. */
    public static Source file(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is no file " + path.toAbsolutePath() + neighbours(path));
        }
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a folder, not a file" + neighbours(path.resolve("x")));
        }
        return new Source(path.getFileName().toString(), path, null);
    }

    private static String neighbours(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        String[] found = folder == null
                ? null
                : folder.toFile()
                        .list((f, file) -> file.matches("(?i).*\\.(csv|tsv|txt|dat|json|jsonl|ndjson|gz|zip)"));
        if (found == null) {
            return "; the folder is not there either.";
        }
        Arrays.sort(found);
        String some = String.join(", ", Arrays.copyOf(found, Math.min(8, found.length)));
        return found.length == 0
                ? "; the folder holds no table."
                : "; beside it lie " + some + (found.length > 8 ? ", …" : "") + ".";
    }

    /** A file, or what an address of the web answers. */
    public static Source of(String place) {
        String start = place.toLowerCase(Locale.ROOT);
        if (start.startsWith("file:")) {
            return file(Path.of(URI.create(place)));
        }
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            return file(Path.of(place));
        }
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(place)).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException("The server answered " + answer.statusCode() + " for " + place
                        + "; open the address in a browser to see what is there.");
            }
            return new Source(place.replaceFirst("[?#].*", "").replaceFirst(".*/", ""), null, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    place + " could not be fetched ("
                            + (e.getMessage() == null ? "no connection" : e.getMessage())
                            + "); check the address and the network, or load the file by hand and read it from disk.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Fetching " + place + " was interrupted.", e);
        }
    }

    /** The name of the file, for sentences. */
    public String name() {
        return name;
    }

    /** How many bytes there are before unpacking. */
    long size() throws IOException {
        return path == null ? bytes.length : Files.size(path);
    }

    /** The bytes, unpacked, as UTF-8 without a mark. */
    public InputStream open(String encoding) throws IOException {
        InputStream plain = unpacked(new BufferedInputStream(
                path == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(path), HEAD));
        byte[] head = plain.readNBytes(HEAD);
        Charset marked = Encodings.marked(head, head.length);
        Charset asked = encoding == null ? null : Encodings.named(encoding);
        if (marked == null && asked == null) {
            asked = Encodings.unmarked16(head, head.length);
        }
        if (asked == null && marked == null) {
            Formats.refuse(name, head);
        }
        int skipped = 0;
        Charset charset = asked == null ? StandardCharsets.UTF_8 : asked;
        if (marked != null) {
            if (asked != null && !marked.name().startsWith(asked.name())) {
                throw Problem.in(
                        name,
                        "it starts with the mark of " + marked.name() + ", but encoding(\"" + encoding
                                + "\") was asked for; leave that out.");
            }
            charset = marked;
            skipped = Encodings.markLength(marked);
        }
        InputStream all =
                new SequenceInputStream(new ByteArrayInputStream(head, skipped, head.length - skipped), plain);
        return charset.equals(StandardCharsets.UTF_8) ? all : Encodings.recoded(all, charset, name);
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(8);
        byte[] start = raw.readNBytes(4);
        raw.reset();
        if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
            return new GZIPInputStream(raw, HEAD);
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return onlyEntry(raw);
        }
        return raw;
    }

    /** The one file of a zip archive; several are refused, since which one is meant cannot be known. */
    private InputStream onlyEntry(InputStream raw) throws IOException {
        try (var list =
                new ZipInputStream(path == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(path))) {
            int files = 0;
            var names = new StringBuilder();
            for (var entry = list.getNextEntry(); entry != null && files < 20; entry = list.getNextEntry()) {
                if (entry.getName().equals("[Content_Types].xml")) {
                    throw Problem.in(name, "this is a workbook of a spreadsheet; save the sheet as CSV and read that.");
                }
                if (!entry.isDirectory()) {
                    names.append(files++ == 0 ? "" : ", ").append(entry.getName());
                }
            }
            if (files != 1) {
                throw Problem.in(
                        name,
                        files == 0
                                ? "the archive is empty."
                                : "the archive holds several files (" + names + "); unpack it and read one of them.");
            }
        }
        var archive = new ZipInputStream(raw);
        for (var entry = archive.getNextEntry(); entry.isDirectory(); entry = archive.getNextEntry()) {
            archive.closeEntry();
        }
        return archive;
    }
}
