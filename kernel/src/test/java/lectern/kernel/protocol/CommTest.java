package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.kernel.json.Json;
import lectern.notebook.Notebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comms in both directions, and what goes on beside a running cell. */
class CommTest {
    @TempDir
    Path data;

    private Client client;

    @BeforeEach
    void open() throws Exception {
        client = new Client(data, Map.of());
    }

    @AfterEach
    void close() {
        client.close();
    }

    private String openFromProgram() {
        Message open = client.run("comm jupyter.widget").first("comm_open");
        assertEquals("jupyter.widget", open.content().get("target_name"));
        assertEquals(Map.of("version", "2.1.0"), open.metadata());
        assertEquals(Map.of("hello", 1L), open.content().get("data"));
        assertArrayEquals(new byte[] {7}, open.buffers().get(0));
        return String.valueOf(open.content().get("comm_id"));
    }

    @Test
    void theProgramOpensAndTheFrontEndTalks() {
        String comm = openFromProgram();
        assertEquals(
                Map.of(comm, Map.of("target_name", "jupyter.widget")),
                client.ask("comm_info_request", Map.of("target_name", "jupyter.widget"))
                        .content()
                        .get("comms"));
        assertEquals(
                Map.of(),
                client.ask("comm_info_request", Map.of("target_name", "x"))
                        .content()
                        .get("comms"));
        String id = client.send(
                client.shell,
                "comm_msg",
                Map.of("comm_id", comm, "data", Map.of("x", 1)),
                List.of(new byte[] {1, 2}, new byte[0]));
        Message echo = client.until(id).stream()
                .filter(each -> each.type().equals("comm_msg"))
                .findFirst()
                .orElseThrow();
        assertEquals(Map.of("echo", Map.of("x", 1L)), echo.content().get("data"));
        assertArrayEquals(new byte[] {1, 2}, echo.buffers().get(0));
        client.until(client.send(client.shell, "comm_close", Map.of("comm_id", comm)));
        assertEquals(List.of("{x=1} 2", "closed"), client.interpreter.received());
        assertEquals(
                Map.of(), client.ask("comm_info_request", Map.of()).content().get("comms"));
    }

    @Test
    void theFrontEndOpensAKnownTargetOnly() {
        Notebook.host().onCommOpen("echo", (comm, message) -> comm.send(Map.of("got", message.data())));
        var known = client.until(client.send(
                client.shell, "comm_open", Map.of("comm_id", "c1", "target_name", "echo", "data", Map.of("a", 1))));
        assertTrue(known.stream()
                .anyMatch(each -> each.type().equals("comm_msg")
                        && each.content().get("data").equals(Map.of("got", Map.of("a", 1L)))));
        var unknown =
                client.until(client.send(client.shell, "comm_open", Map.of("comm_id", "c2", "target_name", "nobody")));
        assertTrue(unknown.stream()
                .anyMatch(each -> each.type().equals("comm_close")
                        && each.content().get("comm_id").equals("c2")));
    }

    @Test
    void thousandsOfMessagesWithBuffers() {
        String comm = openFromProgram();
        String last = "";
        for (int i = 0; i < 2000; i++) {
            last = client.send(
                    client.shell, "comm_msg", Map.of("comm_id", comm, "data", Map.of("i", i)), List.of(new byte[1000]));
        }
        client.until(last);
        assertEquals(2000, client.interpreter.received().size());
    }

    @Test
    void aSubshellAnswersWhileACellRuns() {
        var created = client.ask(client.control, "create_subshell_request", Map.of());
        String shell = String.valueOf(created.content().get("subshell_id"));
        assertEquals(
                List.of(shell),
                client.ask(client.control, "list_subshell_request", Map.of())
                        .content()
                        .get("subshell_id"));
        client.send(client.shell, "execute_request", Map.of("code", "wait 60000"));
        String id = sendToSubshell("complete_request", shell, Map.of("code", "ab", "cursor_pos", 2));
        Message reply = client.receive(client.shell);
        assertEquals(id, reply.parent().get("msg_id"));
        assertEquals(shell, reply.parent().get("subshell_id"));
        assertEquals(List.of("ab!"), reply.content().get("matches"));
        client.ask(client.control, "interrupt_request", Map.of());
        assertEquals("execute_reply", client.receive(client.shell).type());

        sendToSubshell("execute_request", shell, Map.of("code", "print sub"));
        assertEquals("ok", client.receive(client.shell).content().get("status"));
        assertEquals(
                "ok",
                client.ask(client.control, "delete_subshell_request", Map.of("subshell_id", shell))
                        .status());
        assertEquals(
                "error",
                client.ask(client.control, "delete_subshell_request", Map.of("subshell_id", shell))
                        .status());
        assertEquals(
                List.of(),
                client.ask(client.control, "list_subshell_request", Map.of())
                        .content()
                        .get("subshell_id"));
        sendToSubshell("kernel_info_request", shell, Map.of());
        assertEquals("error", client.receive(client.shell).content().get("status"));
    }

    private String sendToSubshell(String type, String shell, Map<String, ?> content) {
        String id = client.session.uniqueId();
        byte[] header = Json.bytes(Map.of(
                "msg_id",
                id,
                "msg_type",
                type,
                "session",
                "s",
                "username",
                "u",
                "version",
                "5.5",
                "date",
                Session.now(),
                "subshell_id",
                shell));
        byte[] empty = Json.bytes(Map.of());
        byte[] body = Json.bytes(content);
        Client.sendFrames(
                client.shell,
                Session.DELIMITER,
                new Signer("hmac-sha256", client.connection.keyBytes()).sign(header, empty, empty, body),
                header,
                empty,
                empty,
                body);
        return id;
    }
}
