package lectern.data;

import static lectern.data.JsonTables.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables go through JSON without a change, and what is no table is refused in words. */
class JsonTablesTest {
    @TempDir
    Path folder;

    private static Table read(String text) {
        return readJsonText(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'a': 1, 'b': 'x'}, {'a': 2, 'b': null}]",
                "{'a': 1, 'b': 'x'}\n\n{'a': 2}\n",
                "{'a': [1, 2], 'b': ['x', null]}",
                "{'a': {'0': 1, '1': 2}, 'b': {'0': 'x', '1': null}}"
            })
    void allShapesGiveOneTable(String text) {
        Table table = read(text);
        assertEquals(List.of("a", "b"), table.columnNames());
        assertEquals(List.of(1, 2), table.intColumn("a").asList());
        assertEquals("x", table.stringColumn("b").get(0));
        assertTrue(table.column("b").isMissing(1));
    }

    @Test
    void noDigitChanges() {
        Table table = read("[{'w': 9007199254740993, 'd': 0.1, 'm': 1.50, 't': true},"
                + "{'w': -1, 'd': -0, 'm': '7', 't': false}, {'u': {'v': 3}}]");
        assertEquals(9_007_199_254_740_993L, table.longColumn("w").getLong(0));
        assertEquals(-0.0, table.doubleColumn("d").getDouble(1));
        assertEquals(List.of("1.50", "7", ""), table.stringColumn("m").asList());
        assertEquals(ColumnType.BOOLEAN, table.column("t").type());
        assertEquals(3, table.intColumn("u.v").getInt(2));
        assertTrue(table.column("u.v").isMissing(0));
        assertEquals(0, read("[]").rowCount());
        assertEquals(List.of("a"), read("{'a': []}").columnNames());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'a': 1},\\n{'a': }]                 | line 2",
                "[{'a': 1}, {'a'                       | ends too early",
                "[{'a': NaN}]                         | null instead of NaN",
                "[{a: 1}]                             | double quotes",
                "[{'a': 1},]                          | no comma",
                "{'a': 1}\\n{'a': x}                    | line 2",
                "{'a': 1}\\n{'a': 1} 5                  | line 2",
                "[1, 2]                               | no record",
                "{'a': 1}                             | [ ] around",
                "7                                    | single value",
                "[{'a': [1]}]                         | $[0].a",
                "[{'a': 1, 'a': 2}]                   | two values",
                "[{'a': 1, 'A': 2}]                   | capitals",
                "[{'a': 18446744073709551616}]        | too long for 64 bits",
                "[{'a': -9223372036854775808}]        | too long for 64 bits",
                "[{'a': 9007199254740993}, {'a': 0.5}] | would change",
                "[{'a': 1e999}]                       | would change",
                "{'a': [1], 'b': [1, 2]}              | as many",
                "{'a': {'0': 1}, 'b': {'0': 1, '1': 2}} | another one",
                "{'a': {'0': 1, '1': 2}, 'b': {'0': 1}} | before it have 2",
                "{'a': {'x': 1}}                      | reset_index",
                "{'columns': ['a'], 'data': [[1]]}    | orient",
                "[{'a': 1}] 5                         | line 1"
            })
    void whatIsNoTableIsRefused(String text, String word) {
        String plain = text.replace("\\n", "\n");
        var refusal = assertThrows(IllegalArgumentException.class, () -> read(plain));
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("github"), refusal.getMessage());
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> read("  "))
                .getMessage()
                .contains("nothing to read"));
        Path file = folder.resolve("a.json");
        Files.write(file, new byte[] {(byte) 0x80, 4, (byte) 0x95, 0});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> readJson(file.toString()))
                .getMessage()
                .contains("pickle"));
        Files.write(file, new byte[] {'[', '"', (byte) 0xE4, '"', ']'});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> readJson(file.toString()))
                .getMessage()
                .contains("UTF-8"));
        var deep = "[" + "{'a':".repeat(100_000) + "1" + "}".repeat(100_000) + "]";
        assertTrue(assertThrows(IllegalArgumentException.class, () -> read(deep))
                .getMessage()
                .contains("no "));
        var infinite = Table.create("t", DoubleColumn.create("x", 1 / 0.0));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> jsonText(infinite))
                .getMessage()
                .contains("infinite"));
    }

    @Test
    void whatWasWrittenIsReadBack() {
        int tables = "1".equals(System.getenv("LECTERN_NIGHTLY")) ? 10_000 : 1000;
        String[] endings = {".json", ".jsonl", ".json.gz", ".ndjson.gz"};
        for (int seed = 0; seed < tables; seed++) {
            var random = new Random(seed);
            Table table = Table.create("t");
            int rows = 1 + random.nextInt(8);
            for (int j = 1 + random.nextInt(5); j > 0; j--) {
                table.addColumns(column(random, text(random) + j, rows));
            }
            String file = folder.resolve("t" + endings[seed % 4]).toString();
            writeJson(table, file);
            same(table, seed % 8 < 4 ? readJson(file) : readJsonText(jsonText(table)), seed);
        }
    }

    private static void same(Table table, Table back, int seed) {
        assertEquals(table.columnNames(), back.columnNames(), "seed " + seed);
        for (int j = 0; j < table.columnCount(); j++) {
            Column<?> column = table.column(j);
            for (int i = 0; i < table.rowCount(); i++) {
                String place = "seed " + seed + ", row " + i + " of " + column.name();
                assertEquals(column.isMissing(i), back.column(j).isMissing(i), place);
                if (!column.isMissing(i)) {
                    assertEquals(column.get(i).toString(), back.column(j).get(i).toString(), place);
                }
            }
        }
    }

    private static Column<?> column(Random random, String name, int rows) {
        Column<?> column = switch (random.nextInt(5)) {
            case 0 -> DoubleColumn.create(name);
            case 1 -> IntColumn.create(name);
            case 2 -> LongColumn.create(name);
            case 3 -> BooleanColumn.create(name);
            default -> StringColumn.create(name);
        };
        for (int i = 0; i < rows; i++) {
            if (random.nextInt(6) == 0) {
                column.appendMissing();
                continue;
            }
            double x = Double.longBitsToDouble(random.nextLong());
            column.appendObj(
                    switch (column) {
                        case DoubleColumn d -> Double.isFinite(x) ? x : 0.5;
                        case IntColumn n -> random.nextInt() | 1;
                        case LongColumn n -> random.nextLong() | 1;
                        case BooleanColumn b -> random.nextBoolean();
                        default -> text(random);
                    });
        }
        return column;
    }

    private static String text(Random random) {
        int[] signs = "aB 0.5,\"'\\/{}[]:<&\t\n\r\u2028\u0001äß漢😀".codePoints().toArray();
        int[] chosen = random.ints(1 + random.nextInt(6), 0, signs.length)
                .map(k -> signs[k])
                .toArray();
        return Arrays.stream(chosen)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
