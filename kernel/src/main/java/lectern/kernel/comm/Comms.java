package lectern.kernel.comm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lectern.notebook.Host;

/** All open comms of a kernel, and the targets that front ends may open. */
public final class Comms {
    /** Sends a comm message to all front ends. */
    public interface Sender {
        void send(String type, Map<String, ?> content, Map<String, ?> metadata, List<byte[]> buffers);
    }

    private final Supplier<String> ids;
    private final Sender sender;
    private final Map<String, OpenComm> open = new ConcurrentHashMap<>();
    private final Map<String, Host.CommTarget> targets = new ConcurrentHashMap<>();

    public Comms(Supplier<String> ids, Sender sender) {
        this.ids = ids;
        this.sender = sender;
    }

    /** Opens a comm from the program's side. */
    public Host.Comm open(String target, Map<String, Object> data, Map<String, Object> metadata, byte[]... buffers) {
        var comm = new OpenComm(ids.get(), target, this);
        open.put(comm.id(), comm);
        var content = content(comm.id(), data);
        content.put("target_name", target);
        sender.send("comm_open", content, metadata, List.of(buffers));
        return comm;
    }

    /** Says who answers when a front end opens a comm with this target. */
    public void register(String target, Host.CommTarget handler) {
        targets.put(target, handler);
    }

    /** Ids of open comms with their targets; a null target means all. */
    public Map<String, String> open(String target) {
        var found = new LinkedHashMap<String, String>();
        open.forEach((id, comm) -> {
            if (target == null || target.equals(comm.target())) {
                found.put(id, comm.target());
            }
        });
        return found;
    }

    /** Takes a message of type comm_open, comm_msg or comm_close from a front end. */
    public void receive(String type, Map<String, Object> content, Map<String, Object> metadata, List<byte[]> buffers) {
        String id = content.get("comm_id") instanceof String text ? text : "";
        var message = new Host.Comm.Message(data(content), metadata, buffers);
        if (type.equals("comm_open")) {
            opened(id, String.valueOf(content.get("target_name")), message);
            return;
        }
        OpenComm comm = open.get(id);
        if (comm == null) {
            // A page that outlived its kernel speaks to comms of the kernel before; there is nobody to tell.
            return;
        }
        if (type.equals("comm_msg")) {
            comm.deliver(message);
        } else {
            open.remove(id);
            comm.closed(message);
        }
    }

    private void opened(String id, String target, Host.Comm.Message message) {
        var comm = new OpenComm(id, target, this);
        Host.CommTarget handler = targets.get(target);
        if (handler == null) {
            sender.send("comm_close", content(id, Map.of()), Map.of(), List.of());
            return;
        }
        open.put(id, comm);
        handler.opened(comm, message);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> content) {
        return content.get("data") instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    void send(OpenComm comm, Map<String, Object> data, byte[]... buffers) {
        if (!open.containsKey(comm.id())) {
            throw new IllegalStateException("comm " + comm.id() + " (" + comm.target() + ") is closed");
        }
        sender.send("comm_msg", content(comm.id(), data), Map.of(), List.of(buffers));
    }

    void close(OpenComm comm, Map<String, Object> data) {
        if (open.remove(comm.id()) != null) {
            sender.send("comm_close", content(comm.id(), data), Map.of(), List.of());
        }
    }

    private static Map<String, Object> content(String id, Map<String, Object> data) {
        var content = new LinkedHashMap<String, Object>();
        content.put("comm_id", id);
        content.put("data", data);
        return content;
    }
}
