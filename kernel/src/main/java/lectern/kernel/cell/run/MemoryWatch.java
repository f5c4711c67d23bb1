package lectern.kernel.cell.run;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lectern.kernel.cell.run.MemoryPressure.Verdict;

/**
 * Stops a cell that has filled the memory with many small objects. The virtual machine does not call that out of memory for
 * minutes: it collects garbage again and again and finds a little room each time.
 */
public final class MemoryWatch {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Runnable stop;
    private final Thread thread = new Thread(this::run, "lectern-memory-watch");
    private volatile int running;
    private volatile int stopped;
    private int cells;
    private final MemoryPressure pressure = new MemoryPressure();

    /** Calls {@code stop} from a thread of its own when a cell leaves no memory. */
    public MemoryWatch(Runnable stop) {
        this.stop = stop;
        thread.setDaemon(true);
        thread.start();
    }

    public void begin() {
        running = ++cells;
        LockSupport.unpark(thread);
    }

    public void end() {
        running = 0;
    }

    /** Has the cell that runs, or has just ended, been stopped? */
    public boolean stoppedLast() {
        return stopped == cells;
    }

    private void run() {
        while (true) {
            int cell = running;
            if (cell == 0) {
                LockSupport.park(this);
                continue;
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
            if (running == cell) {
                look(cell);
            }
        }
    }

    private void look(int cell) {
        var heap = Runtime.getRuntime();
        long collecting = TimeUnit.MILLISECONDS.toNanos(ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum());
        var verdict = pressure.look(
                cell, System.nanoTime(), heap.totalMemory() - heap.freeMemory(), heap.maxMemory(), collecting);
        if (verdict == Verdict.END_THE_KERNEL) {
            Ballast.end();
        }
        if (verdict == Verdict.STOP_THE_CELL && stopped != cell) {
            stopped = cell;
            Ballast.drop();
            stop.run();
        }
    }
}
