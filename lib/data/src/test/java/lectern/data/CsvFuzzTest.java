package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Random tables, written in random dialects and read back: every cell is the same. */
class CsvFuzzTest {
    private static final String SIGNS = "abcXYZ 0123.,;:'\"|\t\n\r#-+eäß€漢😀";
    private static final String[] WORDS = {
        "NA", "nan", "null", "1", "007", "1,5", "true", "2024-01-01", "inf", " ", "\uFEFF"
    };

    @Test
    void whatWasWrittenIsReadBack() {
        int tables = "1".equals(System.getenv("LECTERN_NIGHTLY")) ? 10_000 : 1000;
        for (long seed = 0; seed < tables; seed++) {
            var random = new Random(seed);
            Table table = table(random);
            CsvOption[] dialect = dialect(random);
            String text = Csv.csvText(table, dialect);
            var options = java.util.Arrays.copyOf(dialect, dialect.length + 1);
            options[dialect.length] = CsvOptions.types(table);
            Table back;
            try {
                back = Csv.readCsvText(text, options);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ":\n" + text, e);
            }
            same(table, back, "seed " + seed + ":\n" + text);
        }
    }

    private static void same(Table table, Table back, String what) {
        assertEquals(table.columnNames(), back.columnNames(), what);
        assertEquals(table.rowCount(), back.rowCount(), what);
        for (int j = 0; j < table.columnCount(); j++) {
            Column<?> column = table.column(j);
            for (int i = 0; i < table.rowCount(); i++) {
                String place = what + "\ncolumn " + j + ", row " + i;
                assertEquals(column.isMissing(i), back.column(j).isMissing(i), place);
                if (!column.isMissing(i)) {
                    Object expected = column.get(i);
                    Object actual = back.column(j).get(i);
                    if (expected instanceof Number whole && !(expected instanceof Double)) {
                        assertEquals(whole.longValue(), ((Number) actual).longValue(), place);
                    } else {
                        assertEquals(expected, actual, place);
                    }
                }
            }
        }
    }

    private static CsvOption[] dialect(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new CsvOption[] {CsvOptions.separator(','), CsvOptions.header(true)};
            case 1 -> new CsvOption[] {CsvOptions.separator(';'), CsvOptions.decimal(','), CsvOptions.header(true)};
            case 2 -> new CsvOption[] {CsvOptions.separator('\t'), CsvOptions.quote('\'')};
            case 3 -> new CsvOption[] {CsvOptions.separator('|'), CsvOptions.comment('#')};
            case 4 -> new CsvOption[] {CsvOptions.separator(' '), CsvOptions.decimal('.')};
            default ->
                new CsvOption[] {CsvOptions.separator(','), CsvOptions.decimal(','), CsvOptions.missing("?", "-1")};
        };
    }

    private static Table table(Random random) {
        var table = Table.create("t");
        int rows = random.nextInt(10);
        int columns = 1 + random.nextInt(5);
        for (int j = 0; j < columns; j++) {
            table.addColumns(column(random, "c" + j, rows, random.nextInt(4) == 0 ? 0.3 : 0));
        }
        return table;
    }

    private static Column<?> column(Random random, String name, int rows, double gaps) {
        int kind = random.nextInt(7);
        Column<?> column = switch (kind) {
            case 0 -> DoubleColumn.create(name);
            case 1 -> IntColumn.create(name);
            case 2 -> LongColumn.create(name);
            case 3 -> BooleanColumn.create(name);
            case 4 -> DateColumn.create(name);
            case 5 -> DateTimeColumn.create(name);
            default -> StringColumn.create(name);
        };
        for (int i = 0; i < rows; i++) {
            if (random.nextDouble() < gaps) {
                column.appendMissing();
            } else {
                column.appendObj(value(random, kind));
            }
        }
        return column;
    }

    private static Object value(Random random, int kind) {
        return switch (kind) {
            case 0 -> {
                double x = random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextGaussian();
                yield x != x || x == -1 ? 0.5 : random.nextInt(30) == 0 ? Double.NEGATIVE_INFINITY : x;
            }
            case 1 -> random.nextInt(100);
            case 2 -> random.nextLong() | 2;
            case 3 -> random.nextBoolean();
            case 4 -> LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_000_000));
            case 5 -> LocalDateTime.of(1800, 1, 1, 0, 0).plusNanos(random.nextLong(1L << 62) / 1_000_000 * 1_000_000);
            default -> text(random);
        };
    }

    private static String text(Random random) {
        if (random.nextInt(3) == 0) {
            return WORDS[random.nextInt(WORDS.length)];
        }
        int[] signs = SIGNS.codePoints().toArray();
        var text = new StringBuilder();
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            text.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        return text.toString();
    }
}
