package lectern.nn;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import lectern.notebook.Host;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;

/** One line below the cell that follows a long computation; silent where nobody could see it move. */
public final class ProgressLine {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int WIDTH = 30;

    private static final ScopedValue<Boolean> QUIET = ScopedValue.newInstance();

    private final Host host = Notebook.host();
    private final boolean silent = QUIET.isBound() || !host.interactive();
    private final String id = "progress-" + UUID.randomUUID();
    private final String what;
    private final int total;
    private final long start = System.nanoTime();
    private MimeBundle latest;
    private boolean pending;
    private boolean shown;
    private long lastShown;

    /** A line that counts to {@code total}, with these words before it. */
    public ProgressLine(String what, int total) {
        this.what = what;
        this.total = total;
    }

    /** Runs this; progress lines made within stay silent. */
    public static <T> T quietly(Supplier<T> work) {
        return ScopedValue.where(QUIET, true).call(work::get);
    }

    /** Tells how far it is; shown at most ten times a second. */
    public void update(int done, double loss) {
        if (silent) {
            return;
        }
        String numbers = String.format(
                Locale.ROOT,
                "%s %d/%d · loss %.4g · %.1f s",
                what,
                done,
                total,
                loss,
                (System.nanoTime() - start) / 1e9);
        int filled = (int) ((long) WIDTH * done / total);
        latest = MimeBundle.text("[" + "=".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + numbers)
                .with(
                        MimeBundle.HTML,
                        "<progress value=\"" + done + "\" max=\"" + total
                                + "\" style=\"width:16em;vertical-align:middle\"></progress> <small>" + numbers
                                + "</small>");
        pending = true;
        if (!shown || System.nanoTime() - lastShown >= PAUSE_NANOS) {
            show();
        }
    }

    /** Shows the last state if it was held back. */
    public void finish() {
        if (pending) {
            show();
        }
    }

    private void show() {
        if (shown) {
            host.update(latest, id);
        } else {
            host.display(latest, id);
        }
        shown = true;
        pending = false;
        lastShown = System.nanoTime();
    }
}
