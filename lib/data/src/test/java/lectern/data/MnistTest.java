package lectern.data;

import static org.junit.jupiter.api.Assertions.*;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader against a server on this machine that hands out small files in MNIST's format. */
class MnistTest {
    @TempDir
    Path cache;

    private HttpServer server;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mnist/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring("/mnist/".length());
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(name + (range == null ? "" : " " + range));
            byte[] content = files.get(name);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
                exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
                exchange.getResponseBody().write(content, from, content.length - from);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static byte[] idx(int[] shape, byte[] values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(0x0800 + shape.length);
            for (int size : shape) {
                out.writeInt(size);
            }
            out.write(values);
        }
        return bytes.toByteArray();
    }

    private static String sum(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private Mnist.Part part(String name, byte[] content) throws Exception {
        files.put(name, content);
        return new Mnist.Part("mnist/" + name, sum(content));
    }

    private Mnist.Parts parts() throws Exception {
        byte[] images = new byte[3 * 2 * 2];
        for (int i = 0; i < images.length; i++) {
            images[i] = (byte) (i * 20);
        }
        return new Mnist.Parts(
                part("a-images.gz", idx(new int[] {3, 2, 2}, images)),
                part("a-labels.gz", idx(new int[] {3}, new byte[] {7, 0, 9})),
                part("b-images.gz", idx(new int[] {1, 2, 2}, new byte[] {0, 1, 2, -1})),
                part("b-labels.gz", idx(new int[] {1}, new byte[] {4})));
    }

    private Download download() {
        return new Download(
                cache,
                List.of(URI.create("http://localhost:" + server.getAddress().getPort() + "/mnist/")));
    }

    @Test
    void loadsChecksAndKeeps() throws Exception {
        var parts = parts();
        ImageSplit split = Mnist.load(download(), parts);
        assertEquals("MNIST", split.name());
        assertArrayEquals(new int[] {7, 0, 9}, split.train().labels());
        assertArrayEquals(
                new double[][] {{80 / 255.0, 100 / 255.0}, {120 / 255.0, 140 / 255.0}},
                split.train().image(1));
        assertEquals(1f, split.test().flat()[3], "bytes are unsigned");
        assertEquals(4, requests.size());
        server.stop(0);
        assertEquals(4, Mnist.load(download(), parts).test().label(0), "the second time needs no server");
        assertEquals(4, requests.size());
    }

    @Test
    void resumesWhatWasBrokenOff() throws Exception {
        var parts = parts();
        byte[] whole = files.get("a-images.gz");
        Files.createDirectories(cache.resolve("mnist"));
        Files.write(cache.resolve("mnist/a-images.gz.part"), Arrays.copyOf(whole, 10));
        Path file =
                download().fetch(parts.trainImages().name(), parts.trainImages().sha256());
        assertEquals(List.of("a-images.gz bytes=10-"), List.copyOf(requests));
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void refusesWhatHasAnotherChecksum() throws Exception {
        var parts = parts();
        files.put("a-labels.gz", "<html>please log in</html>".getBytes(StandardCharsets.UTF_8));
        var e = assertThrows(
                IOException.class,
                () -> download()
                        .fetch(parts.trainLabels().name(), parts.trainLabels().sha256()));
        assertTrue(e.getMessage().contains("checksum") && e.getMessage().contains("refused"), e.getMessage());
        assertFalse(Files.exists(cache.resolve("mnist/a-labels.gz")));
        assertFalse(Files.exists(cache.resolve("mnist/a-labels.gz.part")), "the next call starts afresh");
    }

    @Test
    void triesTheNextMirror() throws Exception {
        var parts = parts();
        var mirrors = List.of(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/elsewhere/"),
                download().mirrors().getFirst());
        Path file = new Download(cache, mirrors)
                .fetch(parts.testLabels().name(), parts.testLabels().sha256());
        assertArrayEquals(files.get("b-labels.gz"), Files.readAllBytes(file));
    }

    @Test
    void damagedFilesInTheCacheAreFetchedAgain() throws Exception {
        var parts = parts();
        Files.createDirectories(cache.resolve("mnist"));
        Files.writeString(cache.resolve("mnist/b-labels.gz"), "damaged");
        Path file =
                download().fetch(parts.testLabels().name(), parts.testLabels().sha256());
        assertArrayEquals(files.get("b-labels.gz"), Files.readAllBytes(file));
    }

    @Test
    void saysSoWhenDrawnDigitsStandIn() throws Exception {
        var parts = parts();
        server.stop(0);
        var out = System.out;
        var printed = new ByteArrayOutputStream();
        ImageSplit split;
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            split = Mnist.loadOrGlyphs(download(), parts);
        } finally {
            System.setOut(out);
        }
        assertEquals("glyphs", split.name());
        assertEquals(10_000, split.train().size());
        String said = printed.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("MNIST could not be fetched (localhost: no connection)"), said);
        assertTrue(said.contains(cache.resolve("mnist").toString()), said);
    }

    @Test
    void filesOfAnotherFormatAreNamed() throws Exception {
        Path file = cache.resolve("x.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("hello, world".getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(assertThrows(IOException.class, () -> IdxFile.read(file))
                .getMessage()
                .contains("x.gz is not an IDX"));
        Files.write(file, idx(new int[] {5}, new byte[] {1, 2}));
        assertTrue(assertThrows(IOException.class, () -> IdxFile.read(file))
                .getMessage()
                .contains("after 2 of 5"));
    }
}
