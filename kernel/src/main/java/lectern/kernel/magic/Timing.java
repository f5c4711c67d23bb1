package lectern.kernel.magic;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** How long code takes: once, or in a loop that lets the just-in-time compiler have its way first. */
final class Timing {
    private static final double WARM_SECONDS = 0.3;
    private static final double RUN_SECONDS = 0.2;
    private static final int RUNS = 7;
    private static final Pattern OPTION = Pattern.compile("-([nr])\\s*([1-9]\\d{0,8})(?!\\S)\\s*");

    private final MagicContext context;

    Timing(MagicContext context) {
        this.context = context;
    }

    void register(Magics magics) {
        magics.line("time", "%time code – runs code once and tells the time it takes", this::time);
        magics.cell("time", "%%time – runs the cell once and tells the time it takes", (arguments, body) -> time(body));
        magics.line(
                "timeit", "%timeit [-n loops] [-r runs] code – mean time of many runs, after warm-up", this::timeIt);
        magics.cell(
                "timeit",
                "%%timeit [-n loops] [-r runs] – mean time of many runs of the cell, after warm-up",
                (arguments, body) -> timeIt(
                        arguments.isBlank() || arguments.startsWith("-")
                                ? arguments + "\n" + body
                                : arguments + ";\n" + body));
    }

    private Object time(String code) {
        if (code.isBlank()) {
            throw new MagicError("What is to be timed? For example: %time Math.sin(1)");
        }
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

    private Object timeIt(String text) {
        long wanted = 0;
        int runs = RUNS;
        var code = text.stripLeading();
        for (var option = OPTION.matcher(code); option.lookingAt(); option = OPTION.matcher(code)) {
            if (option.group(1).equals("n")) {
                wanted = Long.parseLong(option.group(2));
            } else {
                runs = Integer.parseInt(option.group(2));
            }
            code = code.substring(option.end());
        }
        if (code.matches("(?s)-[a-zA-Z]\\b.*")) {
            throw new MagicError(
                    "%timeit knows -n loops and -r runs, whole numbers from 1 on: %timeit -n 100 -r 5 Math.sin(1)");
        }
        if (code.isBlank()) {
            throw new MagicError("What is to be timed? For example: %timeit Math.sin(1)");
        }
        return timeIt(code, wanted, runs);
    }

    /** {@code wanted} loops in each of so many runs; 0 for as many as take a while. */
    private Object timeIt(String code, long wanted, int runs) {
        try {
            var body = context.compile(code);
            long loops = 1;
            double seconds = seconds(body, 1);
            double warm = seconds;
            while (wanted == 0 && warm < WARM_SECONDS) {
                loops = seconds > 0 && seconds * 2 > RUN_SECONDS ? loops : loops * 2;
                seconds = seconds(body, loops);
                warm += seconds;
            }
            loops = wanted > 0 ? wanted : Math.max(1, Math.round(loops * RUN_SECONDS / Math.max(seconds, 1e-9)));
            var each = new double[runs];
            for (int i = 0; i < runs; i++) {
                each[i] = seconds(body, loops) / loops;
            }
            double mean = Arrays.stream(each).average().orElseThrow();
            double deviation = Math.sqrt(
                    Arrays.stream(each).map(x -> (x - mean) * (x - mean)).sum() / runs);
            System.out.println(text(mean) + " ± " + text(deviation) + " per loop (mean ± std. dev. of " + runs
                    + (runs == 1 ? " run, " : " runs, ") + loops + (loops == 1 ? " loop each)" : " loops each)"));
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
