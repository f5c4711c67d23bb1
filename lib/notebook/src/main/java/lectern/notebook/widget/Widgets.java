package lectern.notebook.widget;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import lectern.notebook.Host;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;

/** The verbs of this room: they make widgets, and {@code interact} couples them with code. */
public final class Widgets {
    private static final MimeBundle NOTHING = MimeBundle.text("");

    private Widgets() {}

    /** A slider over whole numbers from {@code low} to {@code high}, both included. */
    public static Control<Integer> slider(int low, int high, int value) {
        requireRange(low, high, value);
        var state = range(low, high, value, 1);
        state.put("readout_format", "d");
        return new Control<>("IntSlider", "SliderStyle", state, "value", Widgets::integer, v -> v);
    }

    /** A slider over numbers from {@code low} to {@code high} in a hundred steps. */
    public static Control<Double> slider(double low, double high, double value) {
        requireRange(low, high, value);
        var state = range(low, high, value, (high - low) / 100);
        state.put("readout_format", ".2f");
        return new Control<>("FloatSlider", "SliderStyle", state, "value", Widgets::number, v -> v);
    }

    /** A box to tick. */
    public static Control<Boolean> checkbox(String description, boolean value) {
        return new Control<>(
                "Checkbox",
                "CheckboxStyle",
                Map.of("value", value, "description", description, "indent", true, "disabled", false),
                "value",
                Boolean.TRUE::equals,
                v -> v);
    }

    /** A list to choose one value from; the first is chosen. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Control<T> dropdown(T... choices) {
        if (choices.length == 0) {
            throw new IllegalArgumentException("dropdown without choices: give at least one");
        }
        var values = List.of(choices);
        return new Control<>(
                "Dropdown",
                "DescriptionStyle",
                Map.of(
                        "_options_labels",
                        values.stream().map(String::valueOf).toList(),
                        "index",
                        0,
                        "description",
                        "",
                        "disabled",
                        false),
                "index",
                index -> values.get(integer(index)),
                values::indexOf);
    }

    /** A line of text to fill in. */
    public static Control<String> textField(String value) {
        return new Control<>(
                "Text",
                "TextStyle",
                Map.of(
                        "value",
                        value,
                        "placeholder",
                        "",
                        "continuous_update",
                        false,
                        "description",
                        "",
                        "disabled",
                        false),
                "value",
                String::valueOf,
                v -> v);
    }

    /** Words on the page; {@code label} is an option of figures. */
    public static Control<String> textLabel(String text) {
        return new Control<>("Label", "LabelStyle", Map.of("value", text), "value", String::valueOf, v -> v);
    }

    /** A piece of HTML on the page. */
    public static Control<String> htmlBox(String html) {
        return new Control<>(
                "HTML", "HTMLStyle", Map.of("value", html, "description", ""), "value", String::valueOf, v -> v);
    }

    /** A bar that fills while {@code value} grows from 0 to {@code total}. */
    public static Control<Integer> progressBar(int total) {
        requireRange(0, total, 0);
        var state = range(0, total, 0, 1);
        state.put("bar_style", "");
        return new Control<>("IntProgress", "Progress", "ProgressStyle", state, "value", Widgets::integer, v -> v);
    }

    /** A bar that fills while {@code value} grows from 0 to {@code total}. */
    public static Control<Double> progressBar(double total) {
        requireRange(0, total, 0);
        var state = range(0.0, total, 0.0, total / 100);
        state.put("bar_style", "");
        return new Control<>("FloatProgress", "Progress", "ProgressStyle", state, "value", Widgets::number, v -> v);
    }

    /** Something to press. */
    public static Button button(String text) {
        return new Button(text);
    }

    /** A picture; {@code format} is png, jpeg, gif or svg+xml. */
    public static Picture picture(byte[] bytes, String format) {
        return new Picture(bytes, format);
    }

    /** A place that takes what code prints. */
    public static Output output() {
        return new Output();
    }

    /** Widgets side by side. */
    public static Box row(Widget... children) {
        return new Box("HBox", "  ", children);
    }

    /** Widgets one below the other. */
    public static Box column(Widget... children) {
        return new Box("VBox", "\n", children);
    }

    /**
     * Shows the control and what the function makes of its value, again at every change.
     *
     * <p>An error of the function stops the cell when the first value causes it; one of a later value stands where the result would.
     */
    public static <A> void interact(Control<A> a, Function<? super A, ?> function) {
        couple(() -> function.apply(a.value()), a);
    }

    /** Shows two controls and what the function makes of their values, again at every change. */
    public static <A, B> void interact(Control<A> a, Control<B> b, BiFunction<? super A, ? super B, ?> function) {
        couple(() -> function.apply(a.value(), b.value()), a, b);
    }

    /** Shows three controls and what the function makes of their values, again at every change. */
    public static <A, B, C> void interact(
            Control<A> a, Control<B> b, Control<C> c, Function3<? super A, ? super B, ? super C, ?> function) {
        couple(() -> function.apply(a.value(), b.value(), c.value()), a, b, c);
    }

    /** A function of three arguments. */
    @FunctionalInterface
    public interface Function3<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    private static void couple(Supplier<?> result, Control<?>... controls) {
        Host host = Notebook.host();
        Output output = output();
        Runnable run = () -> {
            Object value = result.get();
            // Without a value and a word of the function, what was shown for the values before would stay.
            host.display(value == null ? NOTHING : host.render(value), null);
        };
        var parts = Arrays.copyOf(controls, controls.length + 1, Widget[].class);
        parts[controls.length] = output;
        host.display(column(parts).toMimeBundle(), null);
        for (Control<?> each : controls) {
            each.onChange(value -> output.capture(() -> told(run)));
        }
        output.capture(run);
    }

    /** Runs the action; its error is told where its result would stand, and goes on to whoever reports errors in full. */
    private static void told(Runnable action) {
        try {
            action.run();
        } catch (Throwable error) {
            System.err.println(words(error));
            throw error;
        }
    }

    private static String words(Throwable error) {
        String name = error.getClass().getSimpleName();
        return error.getMessage() == null ? name : name + ": " + error.getMessage();
    }

    private static Map<String, Object> range(Number low, Number high, Number value, Number step) {
        var state = new LinkedHashMap<String, Object>();
        state.put("min", low);
        state.put("max", high);
        state.put("value", value);
        state.put("step", step);
        state.put("description", "");
        state.put("orientation", "horizontal");
        state.put("readout", true);
        state.put("continuous_update", true);
        state.put("disabled", false);
        return state;
    }

    private static void requireRange(double low, double high, double value) {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "value " + value + " is not between " + low + " and " + high + ": expected low <= value <= high");
        }
    }

    private static int integer(Object value) {
        return ((Number) value).intValue();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
