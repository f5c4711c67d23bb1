package lectern.kernel.protocol;

import java.util.Locale;
import lectern.kernel.language.Interpreter.CellIo;
import lectern.notebook.MimeBundle;

/**
 * The output of one request: text is gathered and sent in batches, in order with displays, under the request's header however
 * late it comes.
 *
 * <p>Memory is bounded: a thread that prints faster than the text can leave waits, and a cell has a limit after which a sentence
 * says that the rest is dropped.
 */
final class RequestIo implements CellIo {
    private static final int BATCH = 1 << 16;
    /** What a message counts for beside text: servers limit their number, and pictures fill memory. */
    private static final int MESSAGE_COST = 1 << 10;

    private static final int BYTES_FOR_ONE = 16;
    /** Much output goes out when it has grown by half: a browser draws all of it anew with every message. */
    private static final int SHARE = 2;

    private final Publisher publisher;
    private final Stdin stdin;
    private final Message request;
    private final boolean allowStdin;
    private final StringBuilder pending = new StringBuilder();
    private String stream = "stdout";
    private boolean scheduled;
    private boolean sentBefore;
    private long lastFlush;
    private volatile long due;
    private volatile long printed;

    RequestIo(Publisher publisher, Stdin stdin, Message request, boolean allowStdin) {
        this.publisher = publisher;
        this.stdin = stdin;
        this.request = request;
        this.allowStdin = allowStdin;
    }

    Message request() {
        return request;
    }

    byte[] parent() {
        return request.rawHeader();
    }

    @Override
    public void stdout(String text) {
        print("stdout", text);
    }

    @Override
    public void stderr(String text) {
        print("stderr", text);
    }

    private void print(String name, String text) {
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + BATCH);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            if (!append(name, at == 0 && end == text.length() ? text : text.substring(at, end))) {
                return;
            }
            publisher.throttle.take(Publisher.cost(end - at, printed, publisher.freely));
            at = end;
        }
    }

    /** False when the cell has printed its share. */
    private synchronized boolean append(String name, String text) {
        if (printed > publisher.cellLimit) {
            return false;
        }
        if (!name.equals(stream)) {
            flush();
            stream = name;
        }
        printed += text.length();
        if (printed > publisher.cellLimit) {
            pending.append(text, 0, (int) Math.max(0, text.length() - (printed - publisher.cellLimit)));
            flush();
            stream = "stderr";
            pending.append(String.format(
                    Locale.ROOT,
                    "%n[The output of this cell is cut off after %,d characters; what it prints"
                            + " from here on is dropped. The setting LECTERN_OUTPUT_LIMIT moves the limit.]%n",
                    publisher.cellLimit));
            flush();
            return false;
        }
        pending.append(text);
        if (pending.length() >= Math.max(BATCH, printed / SHARE)) {
            flush();
        } else if (!scheduled) {
            scheduled = true;
            due = Publisher.due(System.nanoTime(), lastFlush, !sentBefore, printed);
            publisher.flushLater(this);
        }
        return true;
    }

    long due() {
        return due;
    }

    /** Sends the text gathered so far. */
    synchronized void flush() {
        scheduled = false;
        if (pending.isEmpty()) {
            return;
        }
        // Half a surrogate pair waits for its other half.
        int length = pending.length();
        boolean half = length > 1 && Character.isHighSurrogate(pending.charAt(length - 1));
        String text = half ? pending.substring(0, length - 1) : pending.toString();
        pending.delete(0, text.length());
        publisher.stream(stream, text, parent());
        sentBefore = true;
        lastFlush = System.nanoTime();
    }

    @Override
    public void display(MimeBundle bundle, String displayId) {
        show(bundle, displayId, false);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        show(bundle, displayId, true);
    }

    private void show(MimeBundle bundle, String displayId, boolean update) {
        long size;
        synchronized (this) {
            flush();
            size = publisher.display(bundle, displayId, update, parent());
        }
        publisher.throttle.take(MESSAGE_COST + size / BYTES_FOR_ONE);
    }

    @Override
    public void clearOutput(boolean wait) {
        synchronized (this) {
            flush();
            printed = 0;
            publisher.clearOutput(wait, parent());
        }
        publisher.throttle.take(MESSAGE_COST);
    }

    @Override
    public String input(String prompt, boolean password) {
        if (!allowStdin) {
            return null;
        }
        flush();
        return stdin.ask(request, prompt, password);
    }
}
