package lectern.kernel.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import lectern.kernel.json.Json;
import lectern.kernel.language.Interpreter;
import lectern.notebook.MimeBundle;

/** Answers what an editor asks while a person types. */
final class Help {
    private final Future<Interpreter> interpreter;

    Help(Future<Interpreter> interpreter) {
        this.interpreter = interpreter;
    }

    private Interpreter interpreter() {
        try {
            return interpreter.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the kernel was starting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the interpreter could not start: " + e.getCause(), e);
        }
    }

    Map<String, Object> complete(Message message, Worker worker) {
        String code = Json.string(message.content(), "code", "");
        int cursor = cursor(message, code);
        Interpreter.Completions found = interpreter().complete(code, cursor);
        int start = CodePoints.fromUtf16(code, found.start());
        int end = CodePoints.fromUtf16(code, found.end());
        var matches = new LinkedHashSet<String>();
        var types = new ArrayList<Map<String, Object>>();
        for (var each : found.suggestions()) {
            matches.add(each.text());
            var type = new LinkedHashMap<String, Object>();
            type.put("start", start);
            type.put("end", end);
            type.put("text", each.text());
            type.put("type", each.type());
            if (each.signature() != null && !each.signature().isEmpty()) {
                type.put("signature", each.signature());
            }
            types.add(type);
        }
        var reply = Replies.ok();
        reply.put("matches", matches);
        reply.put("cursor_start", start);
        reply.put("cursor_end", end);
        reply.put("metadata", Map.of("_jupyter_types_experimental", types));
        return reply;
    }

    Map<String, Object> inspect(Message message, Worker worker) {
        String code = Json.string(message.content(), "code", "");
        int detail = Json.integer(message.content(), "detail_level", 0);
        MimeBundle found = interpreter().inspect(code, cursor(message, code), detail);
        var reply = Replies.ok();
        reply.put("found", found != null);
        reply.put("data", found == null ? Map.of() : found.data());
        reply.put("metadata", found == null ? Map.of() : found.metadata());
        return reply;
    }

    Map<String, Object> isComplete(Message message, Worker worker) {
        Interpreter.Completeness answer = interpreter().isComplete(Json.string(message.content(), "code", ""));
        var reply = new LinkedHashMap<String, Object>();
        reply.put("status", answer.status());
        if (answer.status().equals("incomplete")) {
            reply.put("indent", answer.indent() == null ? "" : answer.indent());
        }
        return reply;
    }

    private static int cursor(Message message, String code) {
        return CodePoints.toUtf16(code, Json.integer(message.content(), "cursor_pos", Integer.MAX_VALUE));
    }
}
