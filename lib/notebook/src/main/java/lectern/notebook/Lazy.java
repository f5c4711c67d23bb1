package lectern.notebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A library that is too heavy to come along always: the kernel fetches it when a cell first needs it.
 *
 * <p>Where its jars are on the class path already, nothing happens.
 *
 * @param name what people write to have it beforehand, as in {@code %fetch dl4j}
 * @param title its name in sentences
 * @param sign a package that the library alone holds; where it is on the class path, the library is there
 * @param packages packages, each with all below it, whose use in a cell means that the library is needed; they need not
 *     be its own
 * @param jars all its jars, those that it needs included; empty where there is none for this machine
 */
public record Lazy(String name, String title, String sign, List<String> packages, List<Jar> jars) {
    /**
     * One jar.
     *
     * @param coordinate where Maven has it: {@code group:artifact[:extension[:classifier]]:version}
     * @param sha256 what its bytes must add up to, in hexadecimal digits
     * @param size its length in bytes
     */
    public record Jar(String coordinate, String sha256, long size) {}

    /** Keeps the lists as they are now. */
    public Lazy {
        packages = List.copyOf(packages);
        jars = List.copyOf(jars);
    }

    /** The length of all jars in bytes. */
    public long size() {
        return jars.stream().mapToLong(Jar::size).sum();
    }

    /**
     * Reads a list of jars, one a line: coordinate, SHA-256 and length, parted by blanks. Empty lines and those that
     * begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException for a line that is none of these
     * @throws UncheckedIOException if the list cannot be read
     */
    public static List<Jar> jars(InputStream list) {
        try (var reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Lazy::jar)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Jar jar(String line) {
        var parts = line.split("\\s+");
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{64}") || !parts[2].matches("[0-9]+")) {
            throw new IllegalArgumentException(
                    "A jar is named by its coordinate, its SHA-256 and its length, not by \"" + line + "\".");
        }
        return new Jar(parts[0], parts[1], Long.parseLong(parts[2]));
    }
}
