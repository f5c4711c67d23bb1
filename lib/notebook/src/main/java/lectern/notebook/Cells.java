package lectern.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The verbs of a cell: show something, take it back, tell how far a loop is. */
public final class Cells {
    private static final long STEP_NANOS = 100_000_000L;

    private Cells() {}

    /** Something to look at, as {@link #html} and its like make it: the last line of a cell or an argument of {@link #display}. */
    public record Shown(MimeBundle bundle) implements Displayable {
        @Override
        public MimeBundle toMimeBundle() {
            return bundle;
        }

        @Override
        public String toString() {
            return bundle.toString();
        }
    }

    /**
     * What {@link #display} has put below the cell, to be replaced there. As the last line of a cell it is no result: what there is to
     * see has been shown.
     *
     * @param id the name by which front ends know it, the same as for {@link #updateDisplay}
     */
    public record DisplayHandle(String id) implements Displayable {
        /** Shows this value in place of the one before. */
        public void update(Object value) {
            updateDisplay(id, value);
        }

        /** A bundle that holds nothing. */
        @Override
        public MimeBundle toMimeBundle() {
            return MimeBundle.NOTHING;
        }
    }

    /** Shows a value below the cell now; {@code display(value).update(other)} replaces it there. */
    public static DisplayHandle display(Object value) {
        return show(Notebook.host().render(value));
    }

    /** Shows text that is of this MIME type, such as {@code text/html}; several types show the value in the renderers' forms of them. */
    public static DisplayHandle display(Object value, String... types) {
        return show(render(value, types));
    }

    private static DisplayHandle show(MimeBundle bundle) {
        var handle = new DisplayHandle(UUID.randomUUID().toString());
        if (!bundle.isNothing()) {
            Notebook.host().display(bundle, handle.id());
        }
        return handle;
    }

    /** Replaces what {@link #display} has shown. */
    public static void updateDisplay(DisplayHandle shown, Object value) {
        shown.update(value);
    }

    /** Replaces what was shown under this id. */
    public static void updateDisplay(String id, Object value) {
        Notebook.host().update(Notebook.host().render(value), id);
    }

    /** The representations of a value. */
    public static MimeBundle render(Object value) {
        return Notebook.host().render(value);
    }

    /** The representations of a value that are of these MIME types; a text counts for any type that no renderer offers. */
    public static MimeBundle render(Object value, String... types) {
        var all = Notebook.host().render(value);
        var plain = String.valueOf(all.data().getOrDefault(MimeBundle.TEXT, String.valueOf(value)));
        var wanted = MimeBundle.text(plain);
        for (var type : types) {
            wanted = wanted.with(type, all.data().getOrDefault(type, plain));
        }
        return wanted;
    }

    /** Clears the output of this cell at once. */
    public static void clearOutput() {
        Notebook.host().clearOutput(false);
    }

    /** Clears the output of this cell, with {@code wait} only when something new comes: no flicker. */
    public static void clearOutput(boolean wait) {
        Notebook.host().clearOutput(wait);
    }

    /**
     * A line that the person in front of the notebook types.
     *
     * @throws IllegalStateException when the notebook is executed without anybody in front of it
     */
    public static String input(String prompt) {
        return answer(Notebook.host().input(prompt, false), prompt);
    }

    /**
     * A line that stays hidden while it is typed and is not kept in the notebook.
     *
     * @throws IllegalStateException when the notebook is executed without anybody in front of it
     */
    public static String readPassword(String prompt) {
        return answer(Notebook.host().input(prompt, true), prompt);
    }

    private static String answer(@Nullable String typed, String prompt) {
        if (typed == null) {
            throw new IllegalStateException("Nobody is there to answer \"" + prompt.strip()
                    + "\": this notebook is executed without a person in front of it; put the value into the cell");
        }
        return typed;
    }

    /** HTML to show. */
    public static Shown html(String text) {
        return shown(MimeBundle.HTML, text);
    }

    /** Markdown to show. */
    public static Shown markdown(String text) {
        return shown(MimeBundle.MARKDOWN, text);
    }

    /** A formula to show, with or without its dollar signs. */
    public static Shown latex(String formula) {
        return shown(
                MimeBundle.LATEX,
                formula.contains("$") || formula.contains("\\begin") ? formula : "$$" + formula + "$$");
    }

    /** A vector drawing to show. */
    public static Shown svg(String text) {
        return shown(MimeBundle.SVG, text);
    }

    private static Shown shown(String type, String text) {
        return new Shown(MimeBundle.of(type, text).with(MimeBundle.TEXT, text));
    }

    /**
     * A picture from a file ({@code .png .jpg .gif .svg}).
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static Shown image(String file) {
        var path = Path.of(file);
        try {
            var name = file.toLowerCase(java.util.Locale.ROOT);
            if (name.endsWith(".svg")) {
                return svg(Files.readString(path));
            }
            var type = name.endsWith(".jpg") || name.endsWith(".jpeg")
                    ? "image/jpeg"
                    : name.endsWith(".gif") ? "image/gif" : MimeBundle.PNG;
            return new Shown(MimeBundle.of(type, Files.readAllBytes(path)).with(MimeBundle.TEXT, file));
        } catch (IOException e) {
            throw new UncheckedIOException("No picture in " + path.toAbsolutePath(), e);
        }
    }

    /** Goes through a collection and shows a bar of how far it is. */
    public static <T> Iterable<T> progress(Collection<T> items) {
        return progress(items, items.size());
    }

    /** Goes through {@code n} items and shows a bar of how far it is. */
    public static <T> Iterable<T> progress(Iterable<T> items, int n) {
        return () -> new Progress<>(items.iterator(), n);
    }

    /** Counts from 0 to {@code n - 1} and shows a bar of how far it is: {@code for (int epoch : progress(100)) ...}. */
    public static Iterable<Integer> progress(int n) {
        return progress(() -> IntStream.range(0, n).iterator(), n);
    }

    /** Runs a body {@code n} times under a bar. */
    public static void progress(int n, IntConsumer body) {
        for (int i : progress(n)) {
            body.accept(i);
        }
    }

    /** Wraps an iterator; shown at most ten times a second. */
    private static final class Progress<T> implements Iterator<T> {
        private final Iterator<T> items;
        private final int n;
        private final long start = System.nanoTime();
        private @Nullable String id;
        private long shownAt;
        private int done;
        private boolean ended;

        Progress(Iterator<T> items, int n) {
            this.items = items;
            this.n = n;
        }

        @Override
        public boolean hasNext() {
            boolean more = items.hasNext();
            if (!more && !ended) {
                ended = true;
                show();
            } else if (more && (id == null || System.nanoTime() - shownAt > STEP_NANOS)) {
                show();
            }
            return more;
        }

        @Override
        public T next() {
            if (!items.hasNext()) {
                throw new NoSuchElementException();
            }
            done++;
            return items.next();
        }

        private void show() {
            shownAt = System.nanoTime();
            double seconds = (shownAt - start) / 1e9;
            int reached = ended ? done : Math.max(0, done);
            var left = done > 0 && !ended
                    ? String.format(java.util.Locale.ROOT, ", %.1f s left", seconds / done * (n - done))
                    : "";
            var text = String.format(java.util.Locale.ROOT, "%d/%d [%.1f s%s]", reached, n, seconds, left);
            var bundle = MimeBundle.text(text)
                    .with(MimeBundle.HTML, "<progress max=\"" + n + "\" value=\"" + reached + "\"></progress> " + text);
            if (id == null) {
                id = UUID.randomUUID().toString();
                Notebook.host().display(bundle, id);
            } else {
                Notebook.host().update(bundle, id);
            }
        }
    }
}
