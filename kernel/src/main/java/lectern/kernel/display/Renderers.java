package lectern.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lectern.notebook.Displayable;
import lectern.notebook.Extension;
import lectern.notebook.MimeBundle;

/** Renderers by type; the most specific type wins, and of equals the one registered last. */
public final class Renderers implements Extension.Renderers {
    private final Map<Class<?>, Function<Object, MimeBundle>> byType = new ConcurrentHashMap<>();
    private final Map<Class<?>, Function<Object, MimeBundle>> found = new ConcurrentHashMap<>();

    /** With the renderers of Java's own types. */
    public Renderers() {
        Builtin.register(this);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer) {
        byType.put(type, value -> renderer.apply((T) value));
        found.clear();
    }

    /**
     * The representations of a value; a text is always among them, even where a renderer fails, unless the value says of itself that it
     * has nothing to show.
     */
    public MimeBundle render(Object value) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        MimeBundle bundle;
        try {
            bundle = value instanceof Displayable shown
                    ? shown.toMimeBundle()
                    : found.computeIfAbsent(value.getClass(), this::find).apply(value);
        } catch (RuntimeException e) {
            return MimeBundle.text(value.getClass().getSimpleName() + " (cannot be shown: " + e + ")");
        }
        return bundle.isNothing() || bundle.data().containsKey(MimeBundle.TEXT)
                ? bundle
                : bundle.with(MimeBundle.TEXT, Texts.brief(value));
    }

    /** A value as short text, where no other representation is wanted. */
    public String text(Object value) {
        return Texts.brief(value);
    }

    private Function<Object, MimeBundle> find(Class<?> type) {
        Class<?> best = null;
        for (var candidate : byType.keySet()) {
            if (candidate.isAssignableFrom(type)
                    && (best == null
                            || best.isAssignableFrom(candidate)
                            || best.isInterface() && !candidate.isInterface())) {
                best = candidate;
            }
        }
        return best == null ? value -> Builtin.other(value) : byType.get(best);
    }

    /** The types that have a renderer. */
    public List<Class<?>> types() {
        return new ArrayList<>(byType.keySet());
    }
}
