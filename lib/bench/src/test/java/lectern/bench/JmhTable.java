package lectern.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link InnerLoops} with JMH's own output on standard error, and prints a table in Markdown: microseconds an
 * operation, JMH's error, and the bytes that an operation allocates.
 */
final class JmhTable {
    private JmhTable() {}

    public static void main(String[] args) throws RunnerException {
        PrintStream table = System.out;
        System.setOut(System.err);
        var options = new OptionsBuilder()
                .include(args.length > 0 ? args[0] : InnerLoops.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .timeout(TimeValue.seconds(30))
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xmx1g", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");
        Collection<RunResult> results = new Runner(options.build()).run();
        List<String> lines = new ArrayList<>();
        lines.add("| loop | type | µs | ± µs (99.9 %) | bytes allocated |");
        lines.add("|---|---|---:|---:|---:|");
        for (RunResult result : results) {
            lines.add(line(result));
        }
        lines.forEach(table::println);
    }

    private static String line(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        String type = params.getParam("type");
        Result<?> time = result.getPrimaryResult();
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %,.0f |",
                name,
                type == null ? "FLOAT64" : type,
                time.getScore(),
                time.getScoreError(),
                bytes.getScore());
    }
}
