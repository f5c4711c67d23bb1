package lectern.bench;

import static lectern.data.Tables.*;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import lectern.data.Csv;
import tech.tablesaw.api.Table;

/**
 * Reads a large file of separated values and works on its table: answers each line "row seconds" with the shortest wall-clock
 * and processor milliseconds of its runs and a number that tells whether the result is right. The file is the argument.
 */
final class TableBench {
    private static Table table;

    private TableBench() {}

    public static void main(String[] args) throws java.io.IOException {
        Path file = Path.of(args[0]);
        Map<String, Supplier<Number>> rows = Map.of(
                "read",
                () -> (table = Csv.readCsv(file)).rowCount(),
                "group",
                () -> groupBy(table(file), "city", "kind")
                        .agg("x", "mean", "std")
                        .rowCount(),
                "join",
                () -> merge(table(file), groupBy(table(file), "id").agg("y", "max"), "left", "id")
                        .rowCount(),
                "sort",
                () -> sortBy(table(file), "city", "-x").rowCount(),
                "where",
                () -> where(table(file), "x > 0 and city == 'Rome' or id < 1000")
                        .rowCount());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] question = line.split(" ");
            System.out.println(answer(rows.get(question[0]), Double.parseDouble(question[1])));
        }
    }

    private static Table table(Path file) {
        return table == null ? table = Csv.readCsv(file) : table;
    }

    private static String answer(Supplier<Number> work, double seconds) {
        double result = work.get().doubleValue();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        double wall = Double.POSITIVE_INFINITY;
        double cpu = Double.POSITIVE_INFINITY;
        do {
            long start = System.nanoTime();
            long busy = processor();
            result = work.get().doubleValue();
            wall = Math.min(wall, (System.nanoTime() - start) / 1e6);
            cpu = Math.min(cpu, (processor() - busy) / 1e6);
        } while (System.nanoTime() < end);
        return String.format(Locale.ROOT, "%.3f %.3f %.0f", wall, cpu, result);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
