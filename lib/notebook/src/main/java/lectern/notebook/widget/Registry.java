package lectern.notebook.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lectern.notebook.Host;
import lectern.notebook.Notebook;

/** All widgets of a program, so that a page that is opened again can ask for them in one message. */
final class Registry {
    private static final Map<String, Supplier<Map<String, Object>>> STATES = new ConcurrentHashMap<>();

    static {
        Notebook.host()
                .onCommOpen(
                        "jupyter.widget.control",
                        (comm, opening) -> comm.onMessage(message -> {
                            if ("request_states".equals(message.data().get("method"))) {
                                sendAll(comm);
                            }
                        }));
    }

    private Registry() {}

    static void add(Widget widget) {
        STATES.put(widget.id(), widget::state);
    }

    static void add(String id, Map<String, Object> values) {
        STATES.put(id, () -> values);
    }

    private static void sendAll(Host.Comm comm) {
        var states = new LinkedHashMap<String, Object>();
        var paths = new ArrayList<List<String>>();
        var buffers = new ArrayList<byte[]>();
        STATES.forEach((id, source) -> {
            Map<String, Object> values = source.get();
            var split = Buffers.split(values);
            states.put(
                    id,
                    Map.of(
                            "model_name", values.get("_model_name"),
                            "model_module", values.get("_model_module"),
                            "model_module_version", values.get("_model_module_version"),
                            "state", split.state()));
            for (int i = 0; i < split.paths().size(); i++) {
                paths.add(List.of(id, "state", split.paths().get(i).getFirst()));
                buffers.add(split.buffers()[i]);
            }
        });
        comm.send(
                Map.of("method", "update_states", "states", states, "buffer_paths", paths),
                buffers.toArray(byte[][]::new));
    }
}
