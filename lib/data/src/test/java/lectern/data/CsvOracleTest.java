package lectern.data;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/**
 * Files of every kind give the table of pandas or a sentence: as recorded, and as the pandas of this machine answers where the
 * environment variable {@code LECTERN_PANDAS_PYTHON} or the path names a Python that has it.
 */
class CsvOracleTest {
    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> tablesAndSentencesAsRecorded() throws IOException {
        return tests(LivePandas.recorded("csv-oracle.txt"));
    }

    @TestFactory
    Stream<DynamicTest> tablesAndSentencesAsPandasHere() throws IOException, InterruptedException {
        List<String> live = LivePandas.answers("make_csv_oracle.py");
        return tests(live.isEmpty() ? LivePandas.recorded("csv-oracle.txt") : live);
    }

    @Test
    void randomTablesOfPandasAreReadCellByCell() throws IOException, InterruptedException {
        boolean nightly = "1".equals(System.getenv("LECTERN_NIGHTLY"));
        List<String> live = LivePandas.answers("make_csv_oracle.py", "fuzz", "1", nightly ? "5000" : "200");
        List<String> lines = live.isEmpty() ? LivePandas.recorded("csv-fuzz.txt") : live;
        assertTrue(lines.size() >= 100, "tables: " + lines.size());
        for (String line : lines) {
            try {
                check(line);
            } catch (AssertionError | RuntimeException e) {
                String[] field = line.split("\t", -1);
                throw new AssertionError(
                        field[0] + " with " + field[2] + ":\n" + TableOracle.decoded(field[1]) + "\n" + e.getMessage(),
                        e);
            }
        }
    }

    private static Stream<DynamicTest> tests(List<String> lines) {
        assertTrue(lines.size() >= 110, "the oracle is incomplete: " + lines.size());
        return lines.stream().map(line -> dynamicTest(line.substring(0, line.indexOf('\t')), () -> check(line)));
    }

    private static void check(String line) throws IOException {
        List<String> field = Arrays.asList(line.split("\t", -1));
        Path file = folder.resolve("case.csv");
        Files.write(file, Base64.getDecoder().decode(field.get(1)));
        CsvOption[] options = TableOracle.options(field.get(2));
        if (field.get(3).equals("table")) {
            TableOracle.check(field.subList(4, field.size()), Csv.readCsv(file, options), 0);
            return;
        }
        var refusal = assertThrows(IllegalArgumentException.class, () -> {
            Table table = Csv.readCsv(file, options);
            throw new AssertionError("no refusal but\n" + table);
        });
        assertNotNull(refusal.getMessage());
        for (String word : field.subList(4, field.size())) {
            assertTrue(refusal.getMessage().contains(word), "'" + word + "' is not in: " + refusal.getMessage());
        }
    }
}
