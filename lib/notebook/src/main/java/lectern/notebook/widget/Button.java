package lectern.notebook.widget;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something to press. */
public final class Button extends Widget {
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    Button(String text) {
        super("Button", "ButtonStyle", Map.of("description", text, "button_style", "", "icon", "", "disabled", false));
    }

    /** Runs the action at every press; returns this. */
    public Button onClick(Runnable action) {
        actions.add(action);
        return this;
    }

    @Override
    void custom(Map<?, ?> content) {
        if ("click".equals(content.get("event"))) {
            actions.forEach(Runnable::run);
        }
    }

    @Override
    public String toString() {
        return "[" + get("description") + "]";
    }
}
