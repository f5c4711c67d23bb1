package lectern.data;

import static lectern.data.Tables.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The verbs on tables give what pandas gives: as recorded, and as the pandas of this machine answers where there is one. */
class TablesOracleTest {
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Supplier<Table>> verbs = new LinkedHashMap<>();

    private static Table alone(tech.tablesaw.columns.Column<?> column) {
        return Table.create("t", column);
    }

    private void define(Table p, Table t, Table s, Table e, Table log) {
        verbs.put("head(p, 2)", () -> head(p, 2));
        verbs.put("tail(p, 3)", () -> tail(p, 3));
        verbs.put("describe(p)", () -> describe(p));
        verbs.put("describe(e)", () -> describe(e));
        verbs.put("valueCounts(p, 'team')", () -> valueCounts(p, "team"));
        verbs.put("valueCounts(p, 'age')", () -> valueCounts(p, "age"));
        verbs.put("sortBy(p, 'age')", () -> sortBy(p, "age"));
        verbs.put("sortBy(p, '-age', 'name')", () -> sortBy(p, "-age", "name"));
        verbs.put("sortBy(p, '-team', '-mass')", () -> sortBy(p, "-team", "-mass"));
        verbs.put("sortBy(p, 'member', 'joined')", () -> sortBy(p, "member", "joined"));
        verbs.put("groupBy(p, 'team').mean()", () -> groupBy(p, "team").mean());
        verbs.put("groupBy(p, 'team').sum()", () -> groupBy(p, "team").sum());
        verbs.put("groupBy(p, 'team').std()", () -> without(groupBy(p, "team").std(), "member"));
        verbs.put(
                "groupBy(p, 'team').median()", () -> without(groupBy(p, "team").median(), "member"));
        verbs.put("groupBy(p, 'team').count()", () -> groupBy(p, "team").count());
        verbs.put("groupBy(p, 'team').size()", () -> groupBy(p, "team").size());
        verbs.put("groupBy(p, 'team').min()", () -> groupBy(p, "team").min());
        verbs.put("groupBy(p, 'team').max()", () -> without(groupBy(p, "team").max(), "member", "joined"));
        verbs.put(
                "groupBy(p, 'team').agg('mass', ...)",
                () -> groupBy(p, "team")
                        .agg("mass", "mean", "std", "var", "count", "size", "first", "last", "nunique", "prod"));
        verbs.put(
                "groupBy(p, 'team', 'member').agg('mass', 'max')",
                () -> groupBy(p, "team", "member").agg("mass", "max"));
        verbs.put(
                "groupBy(p, 'age').agg({...})",
                () -> groupBy(p, "age").agg(Map.of("mass", List.of("min", "max"), "name", "count")));
        verbs.put(
                "groupBy(s, 'year').agg('sum', 'sum')", () -> groupBy(s, "year").agg("sum", "sum"));
        verbs.put("pivot(s)", () -> pivot(s, "year", "quarter", "sum"));
        verbs.put("pivot(p, mean)", () -> titled(pivot(p, "team", "member", "mass", "mean")));
        verbs.put("pivot(p, sum)", () -> titled(pivot(p, "team", "member", "age", "sum")));
        verbs.put("pivot(p, count)", () -> pivot(p, "team", "age", "name", "count"));
        verbs.put("melt(s, 'year', 'quarter')", () -> melt(s, "year", "quarter"));
        verbs.put("melt(e)", () -> melt(e));
        verbs.put("merge(p, t, 'inner', 'team')", () -> merge(p, t, "inner", "team"));
        verbs.put("merge(p, t, 'left', 'team')", () -> merge(p, t, "left", "team"));
        verbs.put("merge(p, t, 'right', 'team')", () -> merge(p, t, "right", "team"));
        verbs.put("merge(p, t, 'outer', 'team')", () -> merge(p, t, "outer", "team"));
        verbs.put("merge(p, t, 'inner', 'age=age')", () -> merge(p, t));
        verbs.put("merge(s, s, 'inner', 'year')", () -> merge(s, s, "inner", "year"));
        verbs.put("merge(s, s, 'cross')", () -> merge(s, s, "cross"));
        verbs.put("merge(s, e, 'left', 'sum=E')", () -> merge(s, e, "left", "sum=E"));
        Table floats = Table.create("f", DoubleColumn.create("age", 1.0, 2.5, 3.0), IntColumn.create("w", 1, 2, 3));
        verbs.put("merge(t, 1.0)", () -> merge(t, floats, "outer", "age"));
        verbs.put("concat(s, s)", () -> concat(s, s));
        verbs.put("concat(s, e)", () -> concat(s, e));
        Table grey = Table.create("g", DoubleColumn.create("age", 0.5), StringColumn.create("team", "grey"));
        verbs.put("concat(t, floats)", () -> concat(t, grey));
        verbs.put("fillna(p, 'age', 0)", () -> fillna(p, "age", 0));
        verbs.put("fillna(p, 'age', 'mean')", () -> fillna(p, "age", "mean"));
        verbs.put("fillna(p, 'mass', 'median')", () -> fillna(p, "mass", "median"));
        verbs.put("fillna(p, 'team', 'none')", () -> fillna(p, "team", "none"));
        verbs.put("fillna(p, 'ffill')", () -> fillna(p, "ffill"));
        verbs.put("fillna(p, 'bfill')", () -> fillna(p, "bfill"));
        verbs.put("dropna(p)", () -> dropna(p));
        verbs.put("dropna(p, 'team', 'mass')", () -> dropna(p, "team", "mass"));
        verbs.put("astype(s, 'year', 'text')", () -> astype(s, "year", "text"));
        verbs.put("astype(s, 'sum', 'double')", () -> astype(s, "sum", "double"));
        verbs.put("where(p, 'age > 30')", () -> where(p, "age > 30"));
        verbs.put("where(p, 'age != 25')", () -> where(p, "age != 25"));
        verbs.put("where(p, 'not age > 30')", () -> where(p, "not age > 30"));
        verbs.put("where(p, and)", () -> where(p, "age >= 25 and team == 'red' or mass < 60"));
        verbs.put("where(p, chain)", () -> where(p, "30 <= age < 45"));
        verbs.put("where(p, in)", () -> where(p, "team in ['red', \"green\"] && !member"));
        verbs.put("where(p, not in)", () -> where(p, "team not in ('red', 'green')"));
        verbs.put("where(p, formula)", () -> where(p, "mass / (age - 5)**2 > 0.05 and abs(age - 36) < 12"));
        verbs.put("where(p, text)", () -> where(p, "name > 'Cleo'"));
        verbs.put("where(p, member)", () -> where(p, "member"));
        verbs.put("where(p, missing)", () -> where(p, "isna(age) or isna(team)"));
        verbs.put("assign(s, whole)", () -> assign(s, "x", "sum * 2 + year"));
        verbs.put("assign(s, decimal)", () -> assign(s, "x", "sum / 2 - -year**2"));
        verbs.put("assign(s, floor)", () -> assign(assign(s, "x", "year // 10"), "sum", "sum % 3 - 1"));
        verbs.put("assign(s, truth)", () -> assign(s, "x", "sum > 3"));
        verbs.put(
                "rolling(p, 'mass', 2).mean()",
                () -> alone(rolling(p, "mass", 2).mean()));
        verbs.put("rolling(s, 'sum', 3).std()", () -> alone(rolling(s, "sum", 3).std()));
        verbs.put("rolling(s, 'sum', 2).max()", () -> alone(rolling(s, "sum", 2).max()));
        Table early = where(log, "time < '2024-01-31T12:00:00'");
        verbs.put(
                "resample(early, 'h').mean()",
                () -> timed(resample(early, "time", "h").mean()));
        verbs.put(
                "resample(early, '15min').sum()",
                () -> timed(resample(early, "time", "15min").sum()));
        verbs.put(
                "resample(early, '7min').count()",
                () -> timed(resample(early, "time", "7min").count()));
        verbs.put(
                "resample(log, 'D').mean()",
                () -> timed(resample(log, "time", "D").mean()));
        verbs.put(
                "resample(log, '7D').max()",
                () -> timed(resample(log, "time", "7D").max()));
        verbs.put(
                "resample(log, 'MS').mean()",
                () -> timed(resample(log, "time", "MS").mean()));
        verbs.put(
                "resample(log, '2MS').sum()",
                () -> timed(resample(log, "time", "2MS").sum()));
        verbs.put(
                "resample(log, 'YS').min()",
                () -> timed(resample(log, "time", "YS").min()));
        verbs.put(
                "resample(early, '30s').count()",
                () -> timed(resample(early, "time", "30s").count()));
        verbs.put("cumsum(p, 'mass')", () -> alone(cumsum(p, "mass")));
        verbs.put("cumsum(s, 'sum')", () -> alone(cumsum(s, "sum")));
        verbs.put(
                "quantiles",
                () -> alone(DoubleColumn.create(
                        "q",
                        Stream.of(0, 0.1, 0.25, 0.5, 0.9, 1)
                                .mapToDouble(q -> quantile(p, "mass", q.doubleValue()))
                                .toArray())));
    }

    private static Table without(Table table, String... columns) {
        return table.rejectColumns(columns);
    }

    private static Table timed(Table table) {
        return table.selectColumns("time", "v", "n");
    }

    /** Python writes truths with a capital. */
    private static Table titled(Table table) {
        table.column("true").setName("True");
        table.column("false").setName("False");
        return table;
    }

    @TestFactory
    Stream<DynamicTest> verbsAnswerAsRecorded() throws IOException {
        return tests(LivePandas.recorded("table-oracle.txt"));
    }

    @TestFactory
    Stream<DynamicTest> verbsAnswerAsPandasHere() throws IOException, InterruptedException {
        List<String> live = LivePandas.answers("make_table_oracle.py");
        return tests(live.isEmpty() ? LivePandas.recorded("table-oracle.txt") : live);
    }

    @Test
    void everyVerbIsAsked() throws IOException {
        assertTrue(tests(LivePandas.recorded("table-oracle.txt")).count() >= 74);
    }

    private Stream<DynamicTest> tests(List<String> lines) {
        var questions = new ArrayList<List<String>>();
        for (String line : lines) {
            List<String> field = Arrays.asList(line.split("\t", -1));
            if (field.getFirst().equals("table")) {
                tables.put(field.get(1), Csv.readCsvText(TableOracle.decoded(field.get(2))));
            } else {
                questions.add(field);
            }
        }
        define(tables.get("p"), tables.get("t"), tables.get("s"), tables.get("e"), tables.get("log"));
        assertEquals(
                verbs.keySet().stream().toList(),
                questions.stream().map(List::getFirst).toList());
        return questions.stream()
                .map(q -> dynamicTest(
                        q.getFirst(),
                        () -> TableOracle.check(
                                q.subList(1, q.size()), verbs.get(q.getFirst()).get(), 1e-13)));
    }
}
