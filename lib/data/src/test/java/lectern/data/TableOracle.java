package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Compares tables with those that a script of pandas has written, cell by cell. */
final class TableOracle {
    private TableOracle() {}

    static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** Compares with columns of the form {@code name:cell cell …}; {@code slack} is the relative difference allowed. */
    static void check(List<String> columns, Table table, double slack) {
        var names = new ArrayList<String>();
        for (String column : columns) {
            names.add(decoded(column.substring(0, column.indexOf(':'))).trim());
        }
        assertEquals(names, table.columnNames());
        for (int j = 0; j < names.size(); j++) {
            String cells = columns.get(j).substring(columns.get(j).indexOf(':') + 1);
            String[] expected = cells.isEmpty() ? new String[0] : cells.split(" ");
            assertEquals(expected.length, table.rowCount(), "rows");
            for (int i = 0; i < expected.length; i++) {
                check(expected[i], table.column(j), i, slack);
            }
        }
    }

    private static void check(String expected, Column<?> column, int row, double slack) {
        String place = "column " + column.name() + ", row " + row + " of type " + column.type();
        String text = expected.substring(1);
        switch (expected.charAt(0)) {
            case 'm' -> assertTrue(column.isMissing(row), place + " holds " + column.get(row));
            case 'b' -> assertEquals(text, String.valueOf(((BooleanColumn) column).get(row)), place);
            case 's' ->
                assertEquals(
                        column.get(row) instanceof LocalDateTime ? decoded(text).replace(' ', 'T') : decoded(text),
                        text(column.get(row)),
                        place);
            default -> {
                assertTrue(column instanceof NumericColumn<?>, place + " is " + column.get(row) + ", not " + text);
                assertTrue(!column.isMissing(row), place + " is missing, not " + text);
                number(text, (Number) column.get(row), place, slack);
            }
        }
    }

    private static void number(String expected, Number actual, String place, double slack) {
        boolean whole = expected.matches("-?\\d+");
        if (whole && !(actual instanceof Double)) {
            assertEquals(new BigDecimal(expected), new BigDecimal(actual.toString()), place);
            return;
        }
        double e = expected.endsWith("inf")
                ? (expected.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Double.parseDouble(expected);
        double a = actual.doubleValue();
        assertTrue(e == a || Math.abs(e - a) <= slack * Math.abs(e), place + " is " + a + ", not " + e);
    }

    private static String text(Object value) {
        if (!(value instanceof LocalDateTime time)) {
            return value.toString();
        }
        String text = time.toString();
        return text.length() == 16 ? text + ":00" : text;
    }

    /** Options written as {@code separator=;;decimal=,}: name, value, a semicolon in between. */
    static CsvOption[] options(String text) {
        var options = new ArrayList<CsvOption>();
        for (String part : text.split(";(?=[a-zA-Z])")) {
            if (!part.isEmpty()) {
                options.add(option(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)));
            }
        }
        return options.toArray(CsvOption[]::new);
    }

    private static CsvOption option(String name, String value) {
        char sign = value.equals("\\t") ? '\t' : value.charAt(0);
        String[] words = value.split("\\|");
        return switch (name) {
            case "separator" -> CsvOptions.separator(sign);
            case "decimal" -> CsvOptions.decimal(sign);
            case "thousands" -> CsvOptions.thousands(sign);
            case "quote" -> CsvOptions.quote(sign);
            case "escape" -> CsvOptions.escape(sign);
            case "comment" -> CsvOptions.comment(sign);
            case "header" -> CsvOptions.header(Boolean.parseBoolean(value));
            case "names" -> CsvOptions.names(words);
            case "columns" -> CsvOptions.columns(words);
            case "missing" -> CsvOptions.missing(words);
            case "onlyMissing" -> CsvOptions.onlyMissing(words);
            case "skip" -> CsvOptions.skip(Integer.parseInt(value));
            case "rows" -> CsvOptions.rows(Integer.parseInt(value));
            case "ragged" -> CsvOptions.ragged(value);
            case "encoding" -> CsvOptions.encoding(value);
            case "dates" -> words.length == 1 ? CsvOptions.dates(words[0]) : CsvOptions.dates(words[0], words[1]);
            case "types" -> {
                var types = new HashMap<String, String>();
                for (String word : words) {
                    types.put(word.split(":")[0], word.split(":")[1]);
                }
                yield CsvOptions.types(types);
            }
            default -> throw new AssertionError("unknown option " + name);
        };
    }
}
