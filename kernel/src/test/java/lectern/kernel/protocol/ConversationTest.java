package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.kernel.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** What a front end may expect of every request. */
class ConversationTest {
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

    @Test
    void kernelInfoOnShellAndControl() {
        for (ZMQ.Socket socket : List.of(client.shell, client.control)) {
            var info = client.ask(socket, "kernel_info_request", Map.of());
            assertEquals("ok", info.status());
            assertEquals("5.5", info.content().get("protocol_version"));
            assertEquals(List.of("kernel subshells", "debugger"), info.content().get("supported_features"));
            assertEquals("java", Json.object(info.content(), "language_info").get("name"));
            assertEquals(List.of("status", "status"), info.types());
        }
    }

    @Test
    void heartbeatComesBackAsItWas() {
        ZMQ.Socket heartbeat = client.connect(SocketType.REQ, client.connection.heartbeat());
        heartbeat.send("ping");
        assertEquals("ping", heartbeat.recvStr());
    }

    @Test
    void aCellIsBracketedAndOrdered() {
        var cell = client.run("print one\nerror two\nshow three\nprint four\nvalue five");
        assertEquals(
                List.of(
                        "status",
                        "execute_input",
                        "stream",
                        "stream",
                        "display_data",
                        "stream",
                        "execute_result",
                        "status"),
                cell.types());
        assertEquals("one\nfour\n", cell.text("stdout"));
        assertEquals("two\n", cell.text("stderr"));
        assertEquals(
                "five",
                Json.object(cell.first("execute_result").content(), "data").get("text/plain"));
        assertEquals("ok", cell.status());
        assertEquals(1L, cell.content().get("execution_count"));
        assertEquals(List.of(), cell.content().get("payload"));
        assertEquals(Map.of(), cell.content().get("user_expressions"));
    }

    @Test
    void cellsAreCountedUnlessSilentOrNotStored() {
        assertEquals("In[1]", client.run("number").text("stdout"));
        assertEquals("In[2]", client.run("number").text("stdout"));
        var silent = client.run("value 1", Map.of("silent", true));
        assertFalse(silent.types().contains("execute_input"));
        assertFalse(silent.types().contains("execute_result"));
        client.run("number", Map.of("store_history", false));
        client.run("   ");
        assertEquals("In[3]", client.run("number").text("stdout"));
    }

    @Test
    void failureIsPublishedAndReplied() {
        var cell = client.run("fail broken");
        assertEquals("error", cell.status());
        assertEquals("Failed", cell.content().get("ename"));
        assertEquals("broken", cell.content().get("evalue"));
        assertEquals(List.of("at line", "broken"), cell.content().get("traceback"));
        assertEquals("Failed", cell.first("error").content().get("ename"));
        assertEquals("error", cell.reply().metadata().get("status"));
        assertEquals("In[2]", client.run("number").text("stdout"));
    }

    @Test
    void anInterpreterThatThrowsIsAFailureNotTheEnd() {
        assertEquals("IllegalStateException", client.run("crash it").content().get("ename"));
        assertEquals("ok", client.run("print alive").status());
    }

    @Test
    void aFailureAbortsWhatWaitsAndNothingLater() {
        client.send(client.shell, "execute_request", Map.of("code", "wait 100\nfail now"));
        client.send(client.shell, "execute_request", Map.of("code", "print never"));
        client.send(client.shell, "kernel_info_request", Map.of());
        assertEquals("error", client.receive(client.shell).content().get("status"));
        Message aborted = client.receive(client.shell);
        assertEquals("aborted", aborted.content().get("status"));
        assertEquals("aborted", aborted.metadata().get("status"));
        assertEquals("ok", client.receive(client.shell).content().get("status"));
        assertEquals("ok", client.run("print again").status());
    }

    @Test
    void withoutStopOnErrorTheQueueGoesOn() {
        client.send(client.shell, "execute_request", Map.of("code", "wait 100\nfail now", "stop_on_error", false));
        client.send(client.shell, "execute_request", Map.of("code", "print still"));
        assertEquals("error", client.receive(client.shell).content().get("status"));
        assertEquals("ok", client.receive(client.shell).content().get("status"));
    }

    @Test
    void userExpressionsAndPayload() {
        var cell = client.run("page help", Map.of("user_expressions", Map.of("a", "1+1", "b", "bad")));
        var answers = Json.object(cell.content(), "user_expressions");
        assertEquals("<1+1>", Json.object(Json.object(answers, "a"), "data").get("text/plain"));
        assertEquals("error", Json.object(answers, "b").get("status"));
        assertEquals("page", ((Map<?, ?>) Json.list(cell.content(), "payload").get(0)).get("source"));
    }

    @Test
    void cursorsAreCodePointsOnTheWire() {
        String code = "\"😀😀\" ab";
        var done = client.ask("complete_request", Map.of("code", code, "cursor_pos", 7));
        assertEquals(List.of("ab!"), done.content().get("matches"));
        assertEquals(5L, done.content().get("cursor_start"));
        assertEquals(7L, done.content().get("cursor_end"));
        var types = Json.list(Json.object(done.content(), "metadata"), "_jupyter_types_experimental");
        assertEquals(
                Map.of("start", 5L, "end", 7L, "text", "ab!", "type", "function", "signature", "(int x)"),
                types.get(0));
        var help = client.ask("inspect_request", Map.of("code", code, "cursor_pos", 3, "detail_level", 1));
        assertEquals("\"😀😀|1", Json.object(help.content(), "data").get("text/plain"));
        assertEquals(
                false,
                client.ask("inspect_request", Map.of("code", "", "cursor_pos", 0))
                        .content()
                        .get("found"));
    }

    @Test
    void completeness() {
        var open = client.ask("is_complete_request", Map.of("code", "if (x) {"));
        assertEquals(Map.of("status", "incomplete", "indent", "    "), open.content());
        assertEquals(
                Map.of("status", "complete"),
                client.ask("is_complete_request", Map.of("code", "x")).content());
    }

    @Test
    void displaysUpdatesAndClears() {
        var cell = client.run("show-as first\nupdate second\nclear true\npicture");
        assertEquals(
                List.of(
                        "status",
                        "execute_input",
                        "display_data",
                        "update_display_data",
                        "clear_output",
                        "display_data",
                        "status"),
                cell.types());
        assertEquals(
                Map.of("display_id", "the-id"),
                cell.first("display_data").content().get("transient"));
        assertEquals(
                Map.of("display_id", "the-id"),
                cell.first("update_display_data").content().get("transient"));
        assertEquals(Map.of("wait", true), cell.first("clear_output").content());
        assertEquals(
                "AQID", Json.object(cell.published().get(5).content(), "data").get("image/png"));
    }

    @Test
    void outputOfAThreadLandsInItsCellLater() {
        String first = client.send(client.shell, "execute_request", Map.of("code", "late hello"));
        client.receive(client.shell);
        client.until(first);
        client.run("print other");
        var late = client.until(first, message -> message.type().equals("stream"));
        assertEquals("hello", late.get(0).content().get("text"));
    }

    @Test
    void inputIsAskedOnTheSameRequest() {
        String id = client.send(client.shell, "execute_request", Map.of("code", "ask name?\nask-secret key?"));
        for (String answer : List.of("Ada", "s3cret")) {
            Message question = client.receive(client.stdin);
            assertEquals("input_request", question.type());
            assertEquals(id, question.parent().get("msg_id"));
            assertEquals(answer.equals("s3cret"), question.content().get("password"));
            client.send(client.stdin, "input_reply", Map.of("value", answer));
        }
        assertEquals("ok", client.receive(client.shell).content().get("status"));
        var text = new StringBuilder();
        for (Message each : client.until(id)) {
            text.append(each.content().getOrDefault("text", ""));
        }
        assertEquals("<Ada><s3cret>", text.toString());
        assertEquals("<null>", client.run("ask x", Map.of("allow_stdin", false)).text("stdout"));
    }

    @Test
    void interruptStopsACellAndAWaitForInput() {
        for (String code : List.of("wait 60000", "ask forever")) {
            String id = client.send(client.shell, "execute_request", Map.of("code", code));
            client.until(id, message -> message.type().equals("execute_input"));
            if (code.startsWith("ask")) {
                client.receive(client.stdin);
            }
            assertEquals(
                    "ok",
                    client.ask(client.control, "interrupt_request", Map.of()).status());
            Message reply = client.receive(client.shell);
            assertEquals("error", reply.content().get("status"));
            assertEquals("Interrupted", reply.content().get("ename"));
        }
        assertEquals(
                "ok", client.ask(client.control, "interrupt_request", Map.of()).status());
        assertEquals("ok", client.run("wait 10").status());
    }

    @Test
    void controlAnswersWhileACellRuns() {
        client.send(client.shell, "execute_request", Map.of("code", "wait 600000"));
        assertEquals(
                "ok",
                client.ask(client.control, "kernel_info_request", Map.of()).status());
        client.ask(client.control, "interrupt_request", Map.of());
        client.receive(client.shell);
    }

    @Test
    void shutdownIsRepliedPublishedAndDone() throws Exception {
        client.send(client.shell, "execute_request", Map.of("code", "wait 60000"));
        var bye = client.ask(client.control, "shutdown_request", Map.of("restart", true));
        assertEquals(true, bye.content().get("restart"));
        assertTrue(bye.types().contains("shutdown_reply"));
        client.kernel.await();
    }

    @Test
    void unknownRequestsAreAnsweredWithAnError() {
        var answer = client.ask("brew_coffee_request", Map.of());
        assertEquals("error", answer.status());
        assertEquals("brew_coffee_reply", answer.reply().type());
        assertEquals(List.of("status", "status"), answer.types());
    }

    @Test
    void connectTellsThePorts() {
        var ports = client.ask("connect_request", Map.of()).content();
        assertEquals((long) client.connection.shell(), ports.get("shell_port"));
        assertEquals((long) client.connection.heartbeat(), ports.get("hb_port"));
    }
}
