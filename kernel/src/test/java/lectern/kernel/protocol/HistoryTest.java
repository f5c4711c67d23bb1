package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.kernel.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History in one run and between runs. */
class HistoryTest {
    @TempDir
    Path data;

    private static List<?> ask(Client client, Map<String, ?> content) {
        return Json.list(client.ask("history_request", content).content(), "history");
    }

    private static Map<String, ?> tail(int n) {
        return Map.of("hist_access_type", "tail", "n", n, "output", false, "raw", true);
    }

    @Test
    void tailRangeAndSearchAcrossRuns() throws Exception {
        try (var first = new Client(data, Map.of())) {
            first.run("value 1");
            first.run("value 2");
            first.run("value hidden", Map.of("store_history", false));
            first.run("value silent", Map.of("silent", true));
        }
        try (var second = new Client(data, Map.of())) {
            second.run("value 2");
            second.run("print 3");
            assertEquals(List.of(List.of(2L, 1L, "value 2"), List.of(2L, 2L, "print 3")), ask(second, tail(2)));
            assertEquals(4, ask(second, tail(100)).size());
            assertEquals(
                    List.of(List.of(1L, 1L, "value 1"), List.of(1L, 2L, "value 2")),
                    ask(second, Map.of("hist_access_type", "range", "session", -1, "start", 1, "stop", 3)));
            assertEquals(
                    List.of(List.of(2L, 2L, "print 3")),
                    ask(second, Map.of("hist_access_type", "range", "session", 2, "start", 2, "stop", 3)));
            assertEquals(
                    3,
                    ask(second, Map.of("hist_access_type", "search", "pattern", "val*"))
                            .size());
            assertEquals(
                    List.of(List.of(1L, 1L, "value 1"), List.of(2L, 1L, "value 2")),
                    ask(second, Map.of("hist_access_type", "search", "pattern", "val?e ?", "unique", true)));
            assertEquals(
                    List.of(List.of(2L, 1L, List.of("value 2", "2"))),
                    ask(second, Map.of("hist_access_type", "search", "pattern", "value 2", "n", 1, "output", true)));
        }
    }

    @Test
    void aFileThatCannotBeUsedCostsOneWarning() throws Exception {
        Files.createDirectories(data.resolve("history.jsonl"));
        try (var client = new Client(data, Map.of())) {
            assertTrue(client.run("value 1").text("stderr").contains("History is kept for this run only"));
            assertEquals("", client.run("value 2").text("stderr"));
            assertEquals(2, ask(client, tail(10)).size());
        }
    }

    @Test
    void damagedLinesCostThemselvesOnly() throws Exception {
        Files.writeString(data.resolve("history.jsonl"), """
                {"session":4,"line":1,"input":"good"}
                {"session":4,"line":2,"inp
                \u0000\u0001 [] 17
                """);
        try (var client = new Client(data, Map.of())) {
            assertEquals(List.of(List.of(4L, 1L, "good")), ask(client, tail(10)));
        }
    }

    @Test
    void aLongFileIsTrimmed() throws Exception {
        var lines = new StringBuilder();
        for (int i = 1; i <= 6000; i++) {
            lines.append(Json.text(Map.of("session", 1, "line", i, "input", "x".repeat(800))))
                    .append('\n');
        }
        Files.writeString(data.resolve("history.jsonl"), lines);
        try (var client = new Client(data, Map.of())) {
            assertEquals(5000, ask(client, tail(10_000)).size());
        }
        assertTrue(Files.size(data.resolve("history.jsonl")) < lines.length());
        var left = new ArrayList<String>();
        try (var files = Files.list(data)) {
            files.forEach(file -> left.add(file.getFileName().toString()));
        }
        assertEquals(List.of("history.jsonl"), left);
    }
}
