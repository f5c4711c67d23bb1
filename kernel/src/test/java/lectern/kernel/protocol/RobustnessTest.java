package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lectern.kernel.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.ZMQ;

/** Messages that are wrong, too many or too large. */
@Timeout(60)
class RobustnessTest {
    @TempDir
    Path data;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void malformedMessagesNeitherCrashNorExecute() throws Exception {
        try (var client = new Client(data, Map.of())) {
            var random = new Random(7);
            for (int i = 0; i < 500; i++) {
                var frames = new ArrayList<>(Arrays.asList(client.session.encode(
                        List.of(), "execute_request", null, Map.of(), Map.of("code", "comm evil"), List.of())));
                switch (i % 6) {
                    case 0 -> frames.set(1, utf8("0".repeat(64)));
                    case 1 -> frames.set(1 + random.nextInt(frames.size() - 1), utf8("{\"code\": "));
                    case 2 ->
                        frames.subList(1 + random.nextInt(frames.size() - 1), frames.size())
                                .clear();
                    case 3 -> frames.removeFirst();
                    case 4 -> frames.get(5)[random.nextInt(frames.get(5).length)] ^= 1;
                    default -> {
                        byte[] noise = new byte[random.nextInt(200)];
                        random.nextBytes(noise);
                        frames.clear();
                        frames.add(noise);
                    }
                }
                var socket = List.of(client.shell, client.control, client.stdin).get(i % 3);
                Client.sendFrames(socket, frames.toArray(byte[][]::new));
            }
            for (ZMQ.Socket socket : List.of(client.shell, client.control)) {
                assertEquals(
                        "ok",
                        client.ask(socket, "kernel_info_request", Map.of()).status());
            }
            assertEquals(
                    Map.of(),
                    client.ask("comm_info_request", Map.of()).content().get("comms"));
            assertEquals("In[1]", client.run("number").text("stdout"));
        }
    }

    @Test
    void signedNonsenseIsAnsweredOrIgnored() throws Exception {
        try (var client = new Client(data, Map.of())) {
            byte[] empty = utf8("{}");
            byte[] deep = utf8("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
            byte[] odd = utf8("{\"msg_id\": 7, \"msg_type\": [], \"session\": null}");
            byte[] header = utf8("{\"msg_id\": \"x\", \"msg_type\": \"execute_request\"}");
            var signer = new Signer("hmac-sha256", utf8("secret"));
            for (byte[][] parts : new byte[][][] {
                {odd, empty, empty, empty},
                {header, empty, empty, deep},
                {header, utf8("[]"), empty, empty},
                {header, empty, empty, utf8("null")},
                {header, empty, empty, utf8("{\"code\": 1e999999999}x")},
            }) {
                Client.sendFrames(
                        client.shell,
                        Session.DELIMITER,
                        signer.sign(parts[0], parts[1], parts[2], parts[3]),
                        parts[0],
                        parts[1],
                        parts[2],
                        parts[3]);
            }
            String id = client.send(client.shell, "execute_request", Map.of("code", List.of(1, 2), "silent", "yes"));
            assertEquals("ok", client.receive(client.shell).content().get("status"));
            client.until(id);
            for (String type : List.of(
                    "complete_request",
                    "inspect_request",
                    "is_complete_request",
                    "history_request",
                    "comm_info_request")) {
                assertTrue(client.ask(type, Map.of("cursor_pos", "x", "code", 3L, "n", -5))
                        .content()
                        .containsKey("status"));
            }
            client.send(client.shell, "comm_msg", Map.of("comm_id", List.of()));
            assertEquals("ok", client.run("print fine").status());
        }
    }

    @Test
    void aReplayedMessageIsNotExecutedAgain() throws Exception {
        try (var client = new Client(data, Map.of())) {
            byte[][] frames = client.session.encode(
                    List.of(), "execute_request", null, Map.of(), Map.of("code", "print once"), List.of());
            for (int i = 0; i < 5; i++) {
                Client.sendFrames(client.shell, frames);
            }
            assertEquals(1L, client.receive(client.shell).content().get("execution_count"));
            assertEquals(2L, client.run("print second").content().get("execution_count"));
        }
    }

    @Test
    void fiftyThousandLinesArriveInOrder() throws Exception {
        try (var client = new Client(data, Map.of())) {
            String text = client.run("flood 50000").text("stdout");
            String[] lines = text.split("\n");
            assertEquals(50_000, lines.length);
            for (int i = 0; i < lines.length; i++) {
                assertEquals("line " + i, lines[i]);
            }
        }
    }

    @Test
    void anEndlessCellIsSlowedAndCutOff() throws Exception {
        var settings = Map.of(
                "LECTERN_OUTPUT_LIMIT", "100000", "LECTERN_OUTPUT_BURST", "50000", "LECTERN_OUTPUT_RATE", "100000");
        try (var client = new Client(data, settings)) {
            long start = System.nanoTime();
            var cell = client.run("flood 30000");
            assertEquals(100_000, cell.text("stdout").length());
            assertTrue(cell.text("stderr").contains("cut off after 100,000 characters"), cell.text("stderr"));
            assertTrue(System.nanoTime() - start > Duration.ofMillis(300).toNanos());
            assertEquals("next\n", client.run("print next").text("stdout"));
        }
    }

    @Test
    void aHundredRequestsAtOnce() throws Exception {
        try (var client = new Client(data, Map.of())) {
            for (int i = 0; i < 100; i++) {
                client.send(client.shell, "execute_request", Map.of("code", "value " + i));
            }
            for (int i = 1; i <= 100; i++) {
                assertEquals((long) i, client.receive(client.shell).content().get("execution_count"));
            }
        }
    }

    @Test
    void aLargeCellAndALargeResult() throws Exception {
        try (var client = new Client(data, Map.of("LECTERN_OUTPUT_BURST", "9000000"))) {
            String large = "é".repeat(1 << 20);
            assertEquals("ok", client.run("print " + large).status());
            assertEquals(
                    large,
                    Json.object(
                                    client.run("value " + large)
                                            .first("execute_result")
                                            .content(),
                                    "data")
                            .get("text/plain"));
        }
    }

    @Test
    void surrogatePairsAreNotCut() throws Exception {
        try (var client = new Client(data, Map.of("LECTERN_OUTPUT_BURST", "9000000"))) {
            String text = "x" + "😀".repeat(100_000);
            assertEquals(text + "\n", client.run("print " + text).text("stdout"));
        }
    }

    @Test
    void unixSocketsWorkToo() throws Exception {
        try (var client = Client.over("ipc", data.resolve("socket").toString(), data)) {
            assertEquals("hi\n", client.run("print hi").text("stdout"));
        }
    }
}
