package lectern.notebook.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import lectern.notebook.Displayable;
import lectern.notebook.Host;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** A thing on the page whose values the program and the reader both may change. */
public abstract sealed class Widget implements Displayable permits Control, Button, Box, Output, Picture {
    static final String BASE = "@jupyter-widgets/base";
    static final String CONTROLS = "@jupyter-widgets/controls";
    static final String VIEW = "application/vnd.jupyter.widget-view+json";
    static final String VERSION = "2.0.0";
    private static final Map<String, Object> PROTOCOL = Map.of("version", "2.1.0");

    private final Map<String, Object> state = new LinkedHashMap<>();
    private final List<BiConsumer<String, Object>> listeners = new CopyOnWriteArrayList<>();
    private final Host.Comm comm;

    /**
     * Opens the model {@code <model>Model}, shown by {@code <view>View}, with a layout and, where {@code style} is given, a style
     * of its own.
     */
    Widget(
            String module,
            String version,
            String model,
            String view,
            @Nullable String style,
            Map<String, Object> values) {
        state.putAll(description(module, version, model + "Model", view + "View"));
        state.put("layout", part(BASE, "Layout", "LayoutView"));
        if (style != null) {
            state.put("style", part(CONTROLS, style, "StyleView"));
        }
        state.put("_dom_classes", List.of());
        state.putAll(values);
        comm = open(state);
        comm.onMessage(this::receive);
        Registry.add(this);
    }

    Widget(String name, @Nullable String style, Map<String, Object> values) {
        this(CONTROLS, VERSION, name, name, style, values);
    }

    private static Map<String, Object> description(String module, String version, String model, String view) {
        var description = new LinkedHashMap<String, Object>();
        description.put("_model_module", module);
        description.put("_model_module_version", version);
        description.put("_model_name", model);
        description.put("_view_module", module);
        description.put("_view_module_version", version);
        description.put("_view_name", view);
        return description;
    }

    /** A layout or style: a model without a life of its own. */
    private static String part(String module, String name, String view) {
        var values = description(module, VERSION, name + "Model", view);
        values.put("_view_module", BASE);
        Host.Comm comm = open(values);
        Registry.add(comm.id(), values);
        return reference(comm.id());
    }

    private static Host.Comm open(Map<String, Object> values) {
        var split = Buffers.split(values);
        return Notebook.host()
                .openComm(
                        "jupyter.widget",
                        Map.of("state", split.state(), "buffer_paths", split.paths()),
                        PROTOCOL,
                        split.buffers());
    }

    static String reference(String id) {
        return "IPY_MODEL_" + id;
    }

    /** The name of this widget in the front end. */
    public final String id() {
        return comm.id();
    }

    final Map<String, Object> state() {
        synchronized (state) {
            return new LinkedHashMap<>(state);
        }
    }

    final @Nullable Object get(String name) {
        synchronized (state) {
            return state.get(name);
        }
    }

    /** Changes values here and on the page. */
    final void set(Map<String, Object> values) {
        synchronized (state) {
            state.putAll(values);
        }
        sendState("update", values);
        values.forEach(this::tell);
    }

    final void listen(BiConsumer<String, Object> listener) {
        listeners.add(listener);
    }

    private void tell(String name, Object value) {
        listeners.forEach(listener -> listener.accept(name, value));
    }

    private void sendState(String method, Map<String, Object> values) {
        var split = Buffers.split(values);
        comm.send(Map.of("method", method, "state", split.state(), "buffer_paths", split.paths()), split.buffers());
    }

    private void receive(Host.Comm.Message message) {
        switch (String.valueOf(message.data().get("method"))) {
            case "update" -> update(message);
            case "request_state" -> sendState("update", state());
            case "custom" -> {
                if (message.data().get("content") instanceof Map<?, ?> content) {
                    custom(content);
                }
            }
            default -> {
                // Newer front ends may speak of things that this widget does not have.
            }
        }
    }

    private void update(Host.Comm.Message message) {
        if (!(message.data().get("state") instanceof Map<?, ?> changed)) {
            return;
        }
        var known = new LinkedHashMap<String, Object>();
        synchronized (state) {
            changed.forEach((name, value) -> {
                if (state.containsKey(String.valueOf(name))) {
                    known.put(String.valueOf(name), value);
                }
            });
            state.putAll(known);
        }
        // Other pages that show this widget learn of the change by the echo.
        sendState("echo_update", known);
        new ArrayList<>(known.entrySet()).forEach(entry -> tell(entry.getKey(), entry.getValue()));
    }

    /** A message beside the values, such as a click. */
    void custom(Map<?, ?> content) {}

    /** What a front end without widgets shows. */
    @Override
    public abstract String toString();

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.text(toString()).with(VIEW, Map.of("version_major", 2, "version_minor", 0, "model_id", id()));
    }
}
