package lectern.notebook;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a library brings into a notebook: imports, renderers, magics, callbacks around cells.
 *
 * <p>Found by {@link java.util.ServiceLoader}. Every method has an empty default.
 */
public interface Extension {
    /** A short name for messages. */
    String name();

    /** Import declarations that every cell sees, such as {@code import static java.lang.Math.*;}. */
    default List<String> imports() {
        return List.of();
    }

    /** Libraries that are fetched when a cell first needs them. */
    default List<Lazy> lazy() {
        return List.of();
    }

    /**
     * Tells the registry how values of the library's types (or of third-party types) are shown. Called anew when a
     * library of {@link #lazy} has come.
     */
    default void renderers(Renderers registry) {}

    /** Tells the registry of line and cell magics. */
    default void magics(Magics registry) {}

    default void beforeCell() {}

    default void afterCell() {}

    /** The user has pressed the interrupt button; native work may want to be told. */
    default void onInterrupt() {}

    /** Takes renderers by type; the most specific type wins. */
    interface Renderers {
        <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer);
    }

    /** Takes magics by name. */
    interface Magics {
        /** {@code %name arguments}; what it returns is shown, null shows nothing. */
        void line(String name, String help, Function<String, @Nullable Object> magic);

        /** {@code %%name arguments} with the rest of the cell as body. */
        void cell(String name, String help, CellMagic magic);
    }

    /** A magic over a whole cell. */
    @FunctionalInterface
    interface CellMagic {
        @Nullable
        Object run(String arguments, String body);
    }
}
