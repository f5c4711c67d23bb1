package lectern.notebook.widget;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A widget with one value: a slider, a check box, a text field, a progress bar, a label.
 *
 * @param <T> what the value is
 */
public final class Control<T> extends Widget {
    private final String key;
    private final Function<Object, T> read;
    private final Function<T, Object> write;

    Control(
            String name,
            String style,
            Map<String, Object> values,
            String key,
            Function<Object, T> read,
            Function<T, Object> write) {
        this(name, name, style, values, key, read, write);
    }

    /** One whose view is called otherwise than its model. */
    Control(
            String model,
            String view,
            String style,
            Map<String, Object> values,
            String key,
            Function<Object, T> read,
            Function<T, Object> write) {
        super(CONTROLS, VERSION, model, view, style, values);
        this.key = key;
        this.read = read;
        this.write = write;
    }

    /** The value now. */
    public T value() {
        return read.apply(get(key));
    }

    /** Sets the value, here and on the page; returns this. */
    public Control<T> value(T value) {
        set(Map.of(key, write.apply(value)));
        return this;
    }

    /** Sets the words beside it; returns this. */
    public Control<T> description(String text) {
        set(Map.of("description", text));
        return this;
    }

    /** Calls the handler with each new value, whoever changes it; returns this. */
    public Control<T> onChange(Consumer<? super T> handler) {
        listen((name, value) -> {
            if (name.equals(key)) {
                handler.accept(read.apply(value));
            }
        });
        return this;
    }

    @Override
    public String toString() {
        Object description = get("description");
        return description == null || description.equals("") ? String.valueOf(value()) : description + ": " + value();
    }
}
