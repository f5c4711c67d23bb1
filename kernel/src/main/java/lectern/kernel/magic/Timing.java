package lectern.kernel.magic;

import java.util.Arrays;
import java.util.Locale;

/** How long code takes: once, or in a loop that lets the just-in-time compiler have its way first. */
final class Timing {
    private static final double WARM_SECONDS = 0.3;
    private static final double RUN_SECONDS = 0.2;
    private static final int RUNS = 7;

    private final MagicContext context;

    Timing(MagicContext context) {
        this.context = context;
    }

    void register(Magics magics) {
        magics.line("time", "%time code – runs code once and tells the time it takes", this::time);
        magics.cell("time", "%%time – runs the cell once and tells the time it takes", (arguments, body) -> time(body));
        magics.line("timeit", "%timeit code – mean time of many runs, after warm-up", this::timeIt);
        magics.cell(
                "timeit",
                "%%timeit – mean time of many runs of the cell, after warm-up",
                (arguments, body) -> timeIt(body));
    }

    private Object time(String code) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        try {
            return context.run(code);
        } catch (Throwable e) {
            throw sneaky(e);
        } finally {
            System.out.println("CPU time: " + text((threads.getCurrentThreadCpuTime() - cpu) / 1e9) + ", wall time: "
                    + text((System.nanoTime() - start) / 1e9));
        }
    }

    private Object timeIt(String code) {
        try {
            var body = context.compile(code);
            long loops = 1;
            double seconds = seconds(body, 1);
            double warm = seconds;
            while (warm < WARM_SECONDS) {
                loops = seconds > 0 && seconds * 2 > RUN_SECONDS ? loops : loops * 2;
                seconds = seconds(body, loops);
                warm += seconds;
            }
            loops = Math.max(1, Math.round(loops * RUN_SECONDS / Math.max(seconds, 1e-9)));
            var each = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                each[i] = seconds(body, loops) / loops;
            }
            double mean = Arrays.stream(each).average().orElseThrow();
            double deviation = Math.sqrt(
                    Arrays.stream(each).map(x -> (x - mean) * (x - mean)).sum() / RUNS);
            System.out.println(text(mean) + " ± " + text(deviation) + " per loop (mean ± std. dev. of " + RUNS
                    + " runs, " + loops + (loops == 1 ? " loop each)" : " loops each)"));
            return null;
        } catch (Throwable e) {
            throw sneaky(e);
        }
    }

    private static double seconds(MagicContext.Repeatable body, long loops) throws Throwable {
        long start = System.nanoTime();
        body.run(loops);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds with a unit that leaves one to three digits before the point. */
    static String text(double seconds) {
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.3g s", seconds);
        }
        return seconds >= 1e-3
                ? String.format(Locale.ROOT, "%.3g ms", seconds * 1e3)
                : seconds >= 1e-6
                        ? String.format(Locale.ROOT, "%.3g µs", seconds * 1e6)
                        : String.format(Locale.ROOT, "%.3g ns", seconds * 1e9);
    }

    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
