package lectern.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;
import lectern.notebook.Uncut;
import org.jspecify.annotations.Nullable;

/**
 * The threads that make the runs of a study. The thread that asked only waits and tells how far it is: so an interrupt finds it at
 * a place where nothing is lost, and what is done is kept.
 */
@Uncut
final class Crew<R> {
    private static final long LOOK_NANOS = 20_000_000L;
    private static final long TELL_NANOS = 200_000_000L;
    /** So long a run may take to notice an interrupt; then it is cut. */
    private static final long POLITE_NANOS = 150_000_000L;
    /** After this time a thread that cannot be cut is left to end by itself. */
    private static final long PATIENCE_NANOS = 1_200_000_000L;

    private static final long STACK = 16L << 20;

    /** A run with its number in the order of the study. */
    private record Numbered<R>(int number, Run<R> run) {}

    private final List<Factor<?>> factors;
    private final Settings settings;
    private final List<int[]> places;
    private final Plan.Job<R> job;
    private final int jobs;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Numbered<R>> done = new ArrayList<>();
    private final Thread owner = Thread.currentThread();
    private final long start = System.nanoTime();
    private volatile boolean stopped;
    private volatile @Nullable Throwable fatal;
    private @Nullable String shown;
    private long toldAt = start;

    Crew(List<Factor<?>> factors, Settings settings, List<int[]> places, Plan.Job<R> job) {
        this.factors = factors;
        this.settings = settings;
        this.places = places;
        this.job = job;
        this.jobs = places.size() * settings.seeds();
    }

    /** The runs that came to their end, in the order of the study. */
    List<Run<R>> run() {
        var threads = IntStream.range(0, Math.min(jobs, settings.threads()))
                .mapToObj(i -> {
                    var thread = new Thread(
                            null,
                            new Worker<>(this, factors, settings, places, job),
                            "lectern-study-" + i,
                            STACK,
                            true);
                    thread.setDaemon(true);
                    thread.start();
                    return thread;
                })
                .toList();
        boolean interrupted = false;
        while (isAlive(threads) && !stopped) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            stopped |= Notebook.host().interruptRequested();
            interrupted |= Thread.interrupted();
            tell(false);
        }
        if (stopped) {
            dismiss(threads);
        }
        tell(true);
        if (interrupted) {
            owner.interrupt();
        }
        if (fatal instanceof Error error) {
            throw error;
        }
        if (fatal instanceof RuntimeException wrong) {
            throw wrong;
        }
        synchronized (done) {
            return done.stream()
                    .sorted(Comparator.comparingInt(Numbered::number))
                    .map(Numbered::run)
                    .toList();
        }
    }

    private static boolean isAlive(List<Thread> threads) {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    private void dismiss(List<Thread> threads) {
        threads.forEach(Thread::interrupt);
        long start = System.nanoTime();
        for (long waited = 0; isAlive(threads) && waited < PATIENCE_NANOS; waited = System.nanoTime() - start) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            Thread.interrupted();
            if (waited > POLITE_NANOS) {
                threads.stream().filter(Thread::isAlive).forEach(Notebook.host()::end);
            }
        }
    }

    /** The number of the next run to make; −1 where there is none. */
    int take() {
        int number = stopped ? jobs : next.getAndIncrement();
        return number < jobs ? number : -1;
    }

    /** Keeps a run, unless it may have been cut short. */
    void keep(int number, Run<R> run) {
        if (Notebook.host().interruptRequested()) {
            stopped = true;
        }
        synchronized (done) {
            if (!stopped) {
                done.add(new Numbered<>(number, run));
            }
        }
    }

    /** Ends the study; {@code reason} is thrown where it was asked for, null ends it as an interrupt does. */
    void end(@Nullable Throwable reason) {
        synchronized (done) {
            // What the end of the others throws is no reason.
            fatal = stopped ? fatal : reason;
            stopped = true;
        }
    }

    /** How far it is, where that takes long enough to be told. */
    private void tell(boolean end) {
        long now = System.nanoTime();
        if (now - toldAt < TELL_NANOS && !(end && shown != null)) {
            return;
        }
        toldAt = now;
        int count;
        synchronized (done) {
            count = done.size();
        }
        double seconds = (now - start) / 1e9;
        var left = end || count == 0
                ? ""
                : String.format(java.util.Locale.ROOT, ", %.0f s left", seconds / count * (jobs - count));
        var text = String.format(java.util.Locale.ROOT, "%d/%d runs [%.1f s%s]", count, jobs, seconds, left);
        var bundle = MimeBundle.text(text)
                .with(MimeBundle.HTML, "<progress max=\"" + jobs + "\" value=\"" + count + "\"></progress> " + text);
        if (shown == null) {
            shown = UUID.randomUUID().toString();
            Notebook.host().display(bundle, shown);
        } else {
            Notebook.host().update(bundle, shown);
        }
    }

    @Override
    public String toString() {
        return "runs at " + places.stream().map(Arrays::toString).toList();
    }
}
