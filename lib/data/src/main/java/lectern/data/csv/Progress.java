package lectern.data.csv;

import java.util.Locale;
import java.util.UUID;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;

/** Says below the cell how far reading is when it takes longer than a moment; silent on a console. */
final class Progress {
    private static final long FIRST_NANOS = 1_500_000_000L;
    private static final long STEP_NANOS = 250_000_000L;

    private final String file;
    private final long total;
    private final boolean silent = !Notebook.host().interactive();
    private final long start = System.nanoTime();
    private long shown;
    private String id;

    Progress(String file, long total) {
        this.file = file;
        this.total = total;
    }

    void update(long bytes) {
        long now = System.nanoTime();
        if (silent || now - start < FIRST_NANOS || id != null && now - shown < STEP_NANOS) {
            return;
        }
        // Packed bytes are fewer than what comes out of them.
        String of = bytes <= total ? String.format(Locale.ROOT, " of %.0f", total / 1e6) : "";
        show(String.format(Locale.ROOT, "reading %s: %.0f%s MB", file, bytes / 1e6, of));
        shown = now;
    }

    void end() {
        if (id != null) {
            show(String.format(Locale.ROOT, "read %s in %.1f s", file, (System.nanoTime() - start) / 1e9));
        }
    }

    private void show(String text) {
        if (id == null) {
            id = UUID.randomUUID().toString();
            Notebook.host().display(MimeBundle.text(text), id);
        } else {
            Notebook.host().update(MimeBundle.text(text), id);
        }
    }
}
