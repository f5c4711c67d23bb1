package lectern.kernel.protocol;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import lectern.kernel.json.Json;

/** Asks the front end of a request for a line of text. One question is open at a time. */
final class Stdin {
    private final Wire wire;
    private final Session session;
    private Question open;

    private record Question(String id, CompletableFuture<String> answer) {}

    Stdin(Wire wire, Session session) {
        this.wire = wire;
        this.session = session;
    }

    /** Waits for the answer; an interrupt makes it throw {@link CancellationException}. */
    String ask(Message request, String prompt, boolean password) {
        var question = new Question(session.uniqueId(), new CompletableFuture<>());
        synchronized (this) {
            cancel();
            open = question;
        }
        var content = Map.of("prompt", prompt == null ? "" : prompt, "password", password);
        wire.send(
                Wire.Channel.STDIN,
                session.encode(
                        request.identities(),
                        question.id(),
                        "input_request",
                        request.rawHeader(),
                        Map.of(),
                        content,
                        List.of()));
        try {
            return question.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("input was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            forget(question);
        }
    }

    private synchronized void forget(Question question) {
        if (open == question) {
            open = null;
        }
    }

    /** Ends the wait for an answer, if there is one. */
    synchronized void cancel() {
        if (open != null) {
            open.answer().cancel(true);
            open = null;
        }
    }

    /** Takes a message of the stdin channel; answers to questions that nobody waits for are dropped. */
    synchronized void receive(Message message) {
        if (open == null || !message.type().equals("input_reply")) {
            return;
        }
        // Some clients name the question they answer, others send no parent header at all.
        String answers = Json.string(message.parent(), "msg_id", open.id());
        boolean toQuestion =
                Json.string(message.parent(), "msg_type", "input_request").equals("input_request");
        if (!toQuestion || answers.equals(open.id())) {
            open.answer().complete(Json.string(message.content(), "value", ""));
            open = null;
        }
    }
}
