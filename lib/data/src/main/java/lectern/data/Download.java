package lectern.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import lectern.notebook.Notebook;
import lectern.notebook.UserFolders;

/**
 * Fetches a file once, checks it and keeps it; what was broken off is resumed, what is wrong is refused.
 *
 * @param cache the folder that keeps files
 * @param mirrors addresses of folders that hold the file, tried in this order
 */
record Download(Path cache, List<URI> mirrors) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * The folder {@code lectern} in the user's cache: {@code $LECTERN_CACHE}, {@code $XDG_CACHE_HOME} or
     * {@code ~/.cache}.
     */
    static Path userCache() {
        String own = System.getenv("LECTERN_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        return UserFolders.cache().resolve("lectern");
    }

    /** The file of this name with this SHA-256 sum, from the cache or from the first mirror that has it. */
    Path fetch(String name, String sha256) throws IOException {
        Path file = cache.resolve(name);
        if (Files.exists(file) && sum(file).equals(sha256)) {
            return file;
        }
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        IOException last = new IOException("no mirror is known");
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (URI mirror : mirrors) {
                try {
                    load(client, mirror.resolve(file.getFileName().toString()), part);
                    String found = sum(part);
                    if (found.equals(sha256)) {
                        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                    Files.delete(part);
                    last = new IOException("the file at " + mirror.getHost() + " has the checksum "
                            + found.substring(0, 12)
                            + "… instead of " + sha256.substring(0, 12) + "… and was refused");
                } catch (IOException e) {
                    last = new IOException(mirror.getHost() + ": " + reason(e), e);
                }
            }
        }
        throw last;
    }

    private static String reason(IOException e) {
        return e.getMessage() != null
                ? e.getMessage()
                : e instanceof java.net.ConnectException
                        ? "no connection"
                        : e.getClass().getSimpleName();
    }

    private static void load(HttpClient client, URI address, Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                switch (answer.statusCode()) {
                    case 206 -> copy(body, part, StandardOpenOption.APPEND);
                    case 200 -> copy(body, part, StandardOpenOption.TRUNCATE_EXISTING);
                    // Nothing is left to send: the part is complete, or too long and refused by its checksum.
                    case 416 -> {}
                    default -> throw new IOException("the server answered " + answer.statusCode() + " for " + address);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the download was interrupted; the next call goes on where it stopped", e);
        }
    }

    private static void copy(InputStream body, Path part, StandardOpenOption mode) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            var buffer = new byte[1 << 16];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                out.write(buffer, 0, n);
                if (Notebook.host().interruptRequested()) {
                    throw new IOException("the download was interrupted; the next call goes on where it stopped");
                }
            }
        }
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know SHA-256.", e);
        }
    }
}
