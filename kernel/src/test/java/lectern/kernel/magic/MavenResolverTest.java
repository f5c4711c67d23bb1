package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.kernel.magic.Dependencies.Coordinate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artefacts of a repository on this machine: those with the right checksum are taken, all others refused. */
class MavenResolverTest {
    private static final String JAR = "/demo/thing/1.0/thing-1.0.jar";
    private static final String POM = "/demo/thing/1.0/thing-1.0.pom";

    @TempDir
    Path dir;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer server;
    private String before;

    @BeforeEach
    void aRepository() throws IOException {
        before = System.getProperty("maven.repo.local");
        System.setProperty("maven.repo.local", dir.toString());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void closed() {
        server.stop(0);
        if (before == null) {
            System.clearProperty("maven.repo.local");
        } else {
            System.setProperty("maven.repo.local", before);
        }
    }

    private void put(String path, String content, String vouchedFor) throws NoSuchAlgorithmException {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(vouchedFor.getBytes(StandardCharsets.UTF_8));
        files.put(path + ".sha1", HexFormat.of().formatHex(digest).getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> resolve() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        // The name of Maven Central, so that nothing else is asked.
        return MavenResolver.resolve(
                List.of(Coordinate.of("demo:thing:1.0", List.of())), Map.of("central", url), false);
    }

    private void project() throws NoSuchAlgorithmException {
        String pom = "<project><modelVersion>4.0.0</modelVersion><groupId>demo</groupId>"
                + "<artifactId>thing</artifactId><version>1.0</version></project>";
        put(POM, pom, pom);
    }

    @Test
    void whatHasItsChecksumIsTaken() throws Exception {
        project();
        put(JAR, "bytes", "bytes");
        assertEquals("bytes", Files.readString(resolve().getFirst()));
    }

    @Test
    void whatHasAnotherChecksumIsRefusedInWords() throws Exception {
        project();
        put(JAR, "other bytes", "bytes");
        var fault = assertThrows(MagicError.class, this::resolve);
        assertTrue(fault.getMessage().contains("other bytes of demo:thing:jar:1.0"), fault.getMessage());
        assertTrue(Files.notExists(dir.resolve("demo/thing/1.0/thing-1.0.jar")));
    }
}
