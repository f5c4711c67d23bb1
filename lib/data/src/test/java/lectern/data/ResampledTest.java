package lectern.data;

import static lectern.data.Tables.resample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** Bins of time have all their rows, and what is no time is refused. */
class ResampledTest {
    private final Table log = Csv.readCsvText("""
            day,time,v
            2024-03-01,2024-03-01T10:00:00,1
            2024-01-30,2024-01-30T09:00:00,2
            ,,50
            2024-03-03,1900-01-01T00:00:00,4
            """);

    @Test
    void datesStayDatesAndEmptyBinsAreThere() {
        Table months = resample(log, "day", "MS").agg("v", "sum", "mean", "size");
        assertEquals(List.of("day", "v_sum", "v_mean", "v_size"), months.columnNames());
        assertEquals(LocalDate.of(2024, 2, 1), months.dateColumn("day").get(1));
        assertEquals(List.of(2, 0, 5), months.column("v_sum").asList());
        assertTrue(months.column("v_mean").isMissing(1));
        assertEquals(List.of(1, 0, 2), months.intColumn("v_size").asList());
    }

    @Test
    void noTimesGiveNoBins() {
        Table none = resample(log.emptyCopy(), "day", "D").mean();
        assertEquals(0, none.rowCount());
        assertEquals(List.of("day", "v"), none.columnNames());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v    | D   | column of dates",
                "day  | h   | holds dates; take days",
                "time | s   | take longer bins",
                "time | M   | MS (months)",
                "time | 0D  | no length",
                "time | D7  | no length",
                "time | 99999999999D | no length",
                "when | D   | no column"
            })
    void whatMakesNoBinsIsRefused(String column, String rule, String word) {
        String message = assertThrows(IllegalArgumentException.class, () -> resample(log, column, rule))
                .getMessage();
        assertTrue(message.contains(word), message);
    }
}
