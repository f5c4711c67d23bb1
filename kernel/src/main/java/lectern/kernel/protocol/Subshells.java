package lectern.kernel.protocol;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import lectern.kernel.json.Json;

/**
 * Further shells beside the main one (JEP 91): comm messages, completion, inspection and history are answered there while a cell
 * runs in the main shell. Cells themselves take turns, because the interpreter runs one at a time.
 */
final class Subshells {
    private final Map<String, Worker> workers = new ConcurrentSkipListMap<>();
    private final Function<String, Worker> factory;
    private final Session session;

    Subshells(Session session, Function<String, Worker> factory) {
        this.session = session;
        this.factory = factory;
    }

    /** The shell that a message is for; null when it names one that does not exist. */
    Worker find(Message message, Worker main) {
        return message.subshell() == null ? main : workers.get(message.subshell());
    }

    Map<String, Object> create(Message message, Worker control) {
        String id = session.uniqueId();
        Worker worker = factory.apply("lectern-subshell-" + (workers.size() + 1));
        workers.put(id, worker);
        worker.start();
        var reply = Replies.ok();
        reply.put("subshell_id", id);
        return reply;
    }

    Map<String, Object> delete(Message message, Worker control) {
        String id = Json.string(message.content(), "subshell_id", "");
        Worker worker = workers.remove(id);
        if (worker == null) {
            return Replies.error("UnknownSubshell", "There is no subshell " + id, List.of());
        }
        worker.stop();
        return Replies.ok();
    }

    Map<String, Object> list(Message message, Worker control) {
        var reply = Replies.ok();
        reply.put("subshell_id", List.copyOf(workers.keySet()));
        return reply;
    }
}
