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

    /**
     * Shows a value below the cell now, before the cell ends.
     *
     * {@snippet :
     * var shown = display("epoch 1");
     * shown.update("epoch 2");
     * shown.id().isEmpty() // → false
     * }
     *
     * @param value anything: a figure, a table, a tensor, a text; null is shown as a word
     * @return a handle: {@code update(other)} shows another value in its place
     */
    public static DisplayHandle display(Object value) {
        return show(Notebook.host().render(value));
    }

    /**
     * Shows a value below the cell now, in the forms of these MIME types only; a text counts for any type that no
     * renderer offers.
     *
     * @param value anything; a text is taken to be of the types itself
     * @param types MIME types, such as {@code "text/html"}
     * @return a handle: {@code update(other)} shows another value in its place
     */
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

    /**
     * Shows a value in place of what {@code display} has shown.
     *
     * {@snippet :
     * var line = display("running");
     * updateDisplay(line, "done");
     * }
     *
     * @param shown what {@code display} has answered
     * @param value the new value
     */
    public static void updateDisplay(DisplayHandle shown, Object value) {
        shown.update(value);
    }

    /**
     * Shows a value in place of what was shown under an id, from another cell too.
     *
     * @param id the id of the handle that {@code display} has answered
     * @param value the new value
     */
    public static void updateDisplay(String id, Object value) {
        Notebook.host().update(Notebook.host().render(value), id);
    }

    /**
     * Makes the representations in which a value can be shown, without showing it.
     *
     * {@snippet :
     * render(of(1.0, 2)).data().get("text/plain") // → "[1. 2.]"
     * }
     *
     * @param value anything
     * @return the representations by MIME type
     */
    public static MimeBundle render(Object value) {
        return Notebook.host().render(value);
    }

    /**
     * Makes the representations of a value that are of these MIME types; a text counts for any type that no renderer
     * offers.
     *
     * {@snippet :
     * render("<b>bold</b>", "text/html").data().get("text/html") // → "<b>bold</b>"
     * }
     *
     * @param value anything
     * @param types MIME types, such as {@code "text/html"}
     * @return the representations by MIME type, plain text among them
     */
    public static MimeBundle render(Object value, String... types) {
        var all = Notebook.host().render(value);
        var plain = String.valueOf(all.data().getOrDefault(MimeBundle.TEXT, String.valueOf(value)));
        var wanted = MimeBundle.text(plain);
        for (var type : types) {
            wanted = wanted.with(type, all.data().getOrDefault(type, plain));
        }
        return wanted;
    }

    /**
     * Clears the output of this cell at once.
     *
     * {@snippet :
     * clearOutput();
     * }
     */
    public static void clearOutput() {
        Notebook.host().clearOutput(false);
    }

    /**
     * Clears the output of this cell, at once or only when something new comes.
     *
     * @param wait true waits for the new output, so that nothing flickers in a loop
     */
    public static void clearOutput(boolean wait) {
        Notebook.host().clearOutput(wait);
    }

    /**
     * Asks the person in front of the notebook for a line, and waits for it.
     *
     * @param prompt what the line is asked with, such as {@code "Your name: "}
     * @return the line, without its end
     * @throws IllegalStateException when the notebook is executed without anybody in front of it
     */
    public static String input(String prompt) {
        return answer(Notebook.host().input(prompt, false), prompt);
    }

    /**
     * Asks for a line that stays hidden while it is typed and is not kept in the notebook.
     *
     * @param prompt what the line is asked with, such as {@code "Token: "}
     * @return the line, without its end
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

    /**
     * Makes a value that shows HTML.
     *
     * {@snippet :
     * html("<b>42</b>") // → <b>42</b>
     * }
     *
     * @param text the markup, shown as it is: a text from elsewhere may hold scripts
     * @return a value for the last line of a cell, or for {@code display}
     */
    public static Shown html(String text) {
        return shown(MimeBundle.HTML, text);
    }

    /**
     * Makes a value that shows Markdown, with formulas between dollar signs.
     *
     * {@snippet :
     * markdown("The **loss** is $L = 3$.") // → The **loss** is $L = 3$.
     * }
     *
     * @param text the Markdown
     * @return a value for the last line of a cell, or for {@code display}
     */
    public static Shown markdown(String text) {
        return shown(MimeBundle.MARKDOWN, text);
    }

    /**
     * Makes a value that shows a formula.
     *
     * {@snippet :
     * latex("e^{i\\pi} = -1") // → $$e^{i\pi} = -1$$
     * }
     *
     * @param formula LaTeX, with or without its dollar signs
     * @return a value for the last line of a cell, or for {@code display}
     */
    public static Shown latex(String formula) {
        return shown(
                MimeBundle.LATEX,
                formula.contains("$") || formula.contains("\\begin") ? formula : "$$" + formula + "$$");
    }

    /**
     * Makes a value that shows a vector drawing.
     *
     * {@snippet :
     * svg("<svg width='20' height='20'><circle cx='10' cy='10' r='9'/></svg>").toMimeBundle().data().containsKey("image/svg+xml")
     * // → true
     * }
     *
     * @param text the SVG, an element {@code <svg>}
     * @return a value for the last line of a cell, or for {@code display}
     */
    public static Shown svg(String text) {
        return shown(MimeBundle.SVG, text);
    }

    private static Shown shown(String type, String text) {
        return new Shown(MimeBundle.of(type, text).with(MimeBundle.TEXT, text));
    }

    /**
     * Makes a value that shows a picture from a file.
     *
     * {@snippet :
     * Path drawing = Files.createTempFile("drawing", ".svg");
     * Files.writeString(drawing, "<svg width='9' height='9'/>");
     * image(drawing.toString()) // → <svg width='9' height='9'/>
     * }
     *
     * @param file the path of a PNG, JPEG, GIF or SVG, from the folder of the notebook; the ending says which
     * @return a value for the last line of a cell, or for {@code display}
     * @throws UncheckedIOException when the file cannot be read
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

    /**
     * Goes through a collection and shows a bar of how far it is.
     *
     * {@snippet :
     * int total = 0;
     * for (int item : progress(List.of(1, 2, 3))) total += item;
     * total // → 6
     * }
     *
     * @param items what the loop goes through
     * @return the same items, for a loop: {@code for (var item : progress(items))}
     */
    public static <T> Iterable<T> progress(Collection<T> items) {
        return progress(items, items.size());
    }

    /**
     * Goes through {@code n} items of which nobody can ask how many there are, and shows a bar of how far it is.
     *
     * @param items what the loop goes through
     * @param n how many there will be, for the bar
     * @return the same items, for a loop
     */
    public static <T> Iterable<T> progress(Iterable<T> items, int n) {
        return () -> new Progress<>(items.iterator(), n);
    }

    /**
     * Counts from 0 to {@code n - 1} and shows a bar of how far it is: {@code for (int epoch : progress(100))}.
     *
     * @param n how often the loop runs
     * @return the numbers, for a loop
     */
    public static Iterable<Integer> progress(int n) {
        return progress(() -> IntStream.range(0, n).iterator(), n);
    }

    /**
     * Runs a body {@code n} times under a bar of how far it is.
     *
     * @param n how often
     * @param body gets the numbers from 0 to {@code n - 1} in turn
     */
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
