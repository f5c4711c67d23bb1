package lectern.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell has printed and shown, kept in place of being shown: {@code %%capture name}.
 *
 * @param text what it printed
 * @param errors what it printed to {@code System.err}
 * @param outputs what it displayed, its result last
 */
public record Captured(String text, String errors, List<MimeBundle> outputs) implements Displayable {
    /** Prints and shows all of it now. */
    public void show() {
        System.out.print(text);
        System.err.print(errors);
        outputs.forEach(bundle -> Notebook.host().display(bundle, null));
    }

    /** The printed lines. */
    public List<String> lines() {
        return text.lines().toList();
    }

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.text(toString());
    }

    /** A word on how much there is. */
    @Override
    public String toString() {
        return text.lines().count() + " lines printed" + (errors.isEmpty() ? "" : ", some of them errors") + ", "
                + outputs.size() + (outputs.size() == 1 ? " thing shown" : " things shown");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
