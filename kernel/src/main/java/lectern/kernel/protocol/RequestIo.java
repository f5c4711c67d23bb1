package lectern.kernel.protocol;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lectern.kernel.language.Interpreter.CellIo;
import lectern.notebook.MimeBundle;

/**
 * The output of one request: text is gathered and sent in batches, in order with displays, under the request's header however
 * late it comes.
 *
 * <p>Printing never waits. Where a person looks on, text leaves at a pace that servers let through and browsers keep up with;
 * programs that execute notebooks get it as it comes. Memory is bounded: a cell has a limit after which a sentence says that
 * the rest is dropped.
 */
final class RequestIo implements CellIo {
    private static final int BATCH = 1 << 16;
    /** What a message counts for beside text: servers limit their number, and pictures fill memory. */
    private static final int MESSAGE_COST = 1 << 10;

    private static final int BYTES_FOR_ONE = 16;
    /** Much output goes out when it is worth this share of a burst: a browser draws all of it anew with every message. */
    private static final int SHARE = 2;

    private final Publisher publisher;
    private final Stdin stdin;
    private final Message request;
    private final boolean allowStdin;
    private final Gathered pending = new Gathered();
    private boolean scheduled;
    private boolean sentBefore;
    private long lastFlush;
    private volatile long due;
    private long printed;
    private long sent;

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

    /** Programs that execute notebooks let nobody answer, limit no rate, and draw nothing. */
    private boolean isPaced() {
        return allowStdin;
    }

    private synchronized void print(String name, String text) {
        if (printed > publisher.cellLimit) {
            return;
        }
        printed += text.length();
        if (printed > publisher.cellLimit) {
            pending.add(name, text.substring(0, (int) (text.length() - (printed - publisher.cellLimit))));
            pending.add(
                    "stderr",
                    String.format(
                            Locale.ROOT,
                            "%n[The output of this cell is cut off after %,d characters; what it prints"
                                    + " from here on is dropped. The setting LECTERN_OUTPUT_LIMIT moves the limit.]%n",
                            publisher.cellLimit));
        } else {
            pending.add(name, text);
        }
        if (!isPaced() && pending.length() >= BATCH) {
            flush();
        } else if (!scheduled) {
            schedule(Publisher.due(System.nanoTime(), lastFlush, !sentBefore, isPaced() ? sent : 0));
        }
    }

    private void schedule(long when) {
        scheduled = true;
        due = when;
        publisher.flushLater(this);
    }

    long due() {
        return due;
    }

    /** Sends of the text gathered so far what may leave now, and sees to the rest later. */
    synchronized void flushDue() {
        scheduled = false;
        long wait = sendSome();
        if (wait > 0) {
            schedule(System.nanoTime() + wait);
        }
    }

    /** Sends the text gathered so far, whatever the pace. */
    synchronized void flush() {
        scheduled = false;
        for (var piece = pending.take(Long.MAX_VALUE); piece != null; piece = pending.take(Long.MAX_VALUE)) {
            send(piece);
        }
    }

    /**
     * Sends the text gathered so far at its pace, and returns when all has left.
     *
     * @param cut a person has stopped the cell: no more than a burst is sent, and a sentence says what is left out. An interrupt of the
     *     thread does the same.
     */
    void finish(boolean cut) {
        if (cut) {
            cut();
        }
        while (true) {
            long wait;
            synchronized (this) {
                wait = sendSome();
            }
            if (wait <= 0) {
                flush();
                return;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException e) {
                cut();
                flush();
                return;
            }
        }
    }

    private synchronized void cut() {
        long dropped = isPaced() ? pending.keep(publisher.throttle.burst() / SHARE) : 0;
        if (dropped > 0) {
            pending.add(
                    "stderr",
                    String.format(
                            Locale.ROOT,
                            "%n[The cell was interrupted: %,d characters that it had printed are not shown.]%n",
                            dropped));
        }
    }

    /** Sends what may leave; returns the nanoseconds until more may, 0 where nothing is left that could. */
    private long sendSome() {
        if (!isPaced()) {
            flush();
            return 0;
        }
        while (!pending.isEmpty()) {
            long wait = publisher.throttle.waitFor(Math.min(pending.length(), publisher.throttle.burst() / SHARE));
            if (wait > 0) {
                return wait;
            }
            var piece = pending.take(publisher.throttle.tokens());
            if (piece == null) {
                return 0;
            }
            send(piece);
        }
        return 0;
    }

    private void send(Gathered.Piece piece) {
        long bytes = publisher.stream(piece.stream(), piece.text(), parent());
        if (isPaced()) {
            publisher.throttle.charge(Math.max(bytes, MESSAGE_COST));
        }
        sent += piece.text().length();
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
        pace(MESSAGE_COST + size / BYTES_FOR_ONE);
    }

    @Override
    public void clearOutput(boolean wait) {
        synchronized (this) {
            flush();
            printed = 0;
            sent = 0;
            publisher.clearOutput(wait, parent());
        }
        pace(MESSAGE_COST);
    }

    /** A thread that shows more than can be seen waits: what was shown may not be left out, and must not pile up. */
    private void pace(long cost) {
        if (isPaced()) {
            publisher.throttle.take(cost);
        }
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
