package lectern.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.notebook.Tabular;
import lectern.plot.Axes;
import lectern.tensor.Statistics;

/**
 * What came of a study: medians, the worst, the spread; as numbers of one cell, as tables of all, as a figure.
 *
 * <p>A cell is a combination of the values that were varied. It is named by a label, or a value, for each of them in their order:
 * {@code t.median("both", "Adam")}. Where a run returns more than one number, {@link #of} chooses one of them.
 *
 * <p>A run that failed, or whose number is NaN, counts as the worst there is; leaving it out would flatter the method.
 */
public final class Results<R> implements Displayable {
    private final List<Factor<?>> factors;
    private final Settings settings;
    private final List<Run<R>> runs;
    private final int planned;
    private final List<String> columns;

    private Results(List<Factor<?>> factors, Settings settings, List<Run<R>> runs, int planned, List<String> columns) {
        this.factors = factors;
        this.settings = settings;
        this.runs = runs;
        this.planned = planned;
        this.columns = columns;
    }

    static <R> Results<R> of(List<Factor<?>> factors, Settings settings, List<Run<R>> runs, int planned) {
        if (!runs.isEmpty() && runs.stream().allMatch(Run::failed)) {
            var first = runs.getFirst();
            throw new IllegalStateException(
                    "Every run of the study failed (" + runs.size() + "); the first at "
                            + first.complaint(factors.stream().map(Factor::name).toList()),
                    first.failure());
        }
        var names = Columns.names(runs.stream()
                .filter(run -> !run.failed())
                .map(run -> Columns.numbers(run.made()))
                .toList());
        settings.higher().stream()
                .filter(name -> !names.contains(name) && !runs.isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "higherIsBetter(\"" + name + "\"): the results have no such column, only " + names);
                });
        return new Results<>(factors, settings, runs, planned, names);
    }

    /** The names of the numbers that runs have returned. */
    public List<String> columns() {
        return columns;
    }

    /** One of the numbers that runs have returned. */
    public Results<R> of(String column) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException("The results have no column \"" + column + "\"; they have " + columns);
        }
        return new Results<>(factors, settings, runs, planned, List.of(column));
    }

    /** All runs in the order of the study: what each returned, or why it failed. */
    public List<Run<R>> runs() {
        return runs;
    }

    /** What the runs of a cell have returned, those left out that failed. */
    public List<R> results(Object... cell) {
        return at(labels(cell)).stream()
                .filter(run -> !run.failed())
                .map(Run::value)
                .toList();
    }

    /** The numbers of a cell, one for each seed that was run. */
    public double[] values(Object... cell) {
        return numbers(labels(cell), only());
    }

    /** The median of a cell. */
    public double median(Object first, Object... rest) {
        return quantile(0.5, first, rest);
    }

    /** The worst of a cell: the largest, unless larger was said to be better. */
    public double worst(Object first, Object... rest) {
        return quantile(settings.isHigherBetter(only()) ? 0 : 1, first, rest);
    }

    /** The best of a cell: the smallest, unless larger was said to be better. */
    public double best(Object first, Object... rest) {
        return quantile(settings.isHigherBetter(only()) ? 1 : 0, first, rest);
    }

    /** The value below which a share {@code q} of a cell lies. */
    public double quantile(double q, Object first, Object... rest) {
        var cell = new ArrayList<Object>(List.of(first));
        cell.addAll(Arrays.asList(rest));
        return quantileOf(labels(cell.toArray()), only(), q);
    }

    /** The medians of all cells. */
    public Tabular median() {
        return summary((cell, column) -> quantileOf(cell, column, 0.5));
    }

    /** The worst of all cells. */
    public Tabular worst() {
        return summary((cell, column) -> quantileOf(cell, column, settings.isHigherBetter(column) ? 0 : 1));
    }

    /** The best of all cells. */
    public Tabular best() {
        return summary((cell, column) -> quantileOf(cell, column, settings.isHigherBetter(column) ? 1 : 0));
    }

    /** A quantile of all cells. */
    public Tabular quantile(double q) {
        return summary((cell, column) -> quantileOf(cell, column, q));
    }

    /** Median, best and worst of all cells, {@code 3.1e-09 (2.0e-10 … 4.1e-08)}, the numbers of a column written alike. */
    public Tabular spread() {
        return table("");
    }

    /** Median, best and worst of all cells with their numbers in this format; an empty one lets each column choose. */
    public Tabular table(String wanted) {
        return summary((cell, column) -> {
            double[] values = numbers(cell, column);
            var format = wanted.isEmpty()
                    ? Tabular.formatOf(cells().stream()
                            .flatMapToDouble(one -> Arrays.stream(numbers(one, column)))
                            .toArray())
                    : wanted;
            if (values.length == 0) {
                return "–";
            }
            boolean higher = settings.isHigherBetter(column);
            var median = written(format, Statistics.median(values));
            return values.length == 1
                    ? median
                    : median + " (" + written(format, Statistics.quantile(values, higher ? 1 : 0)) + " … "
                            + written(format, Statistics.quantile(values, higher ? 0 : 1)) + ")";
        });
    }

    private static String written(String format, double x) {
        return Tabular.of(List.of(""), List.of(List.of(x)), format)
                .cells()
                .getFirst()
                .getFirst();
    }

    /**
     * A figure of the medians with bands from the lower to the upper quartile: over the values of the first factor where these are
     * numbers, else over its labels; a line for each combination of the others.
     *
     * @throws IllegalArgumentException when runs return several numbers; {@link #of} chooses one
     */
    public Axes plot() {
        return new Picture(factors, settings.isHigherBetter(only())).cells(this::values, only());
    }

    /**
     * A figure of rows of numbers that runs return beside others, such as the losses of all steps: the median at every step with a
     * band from the lower to the upper quartile, a line for each cell.
     *
     * @param curve name of the record's component that holds the row
     */
    public Axes plot(String curve) {
        var names = Columns.names(runs.stream()
                .filter(run -> !run.failed())
                .map(run -> Columns.curves(run.made()))
                .toList());
        if (!names.contains(curve)) {
            throw new IllegalArgumentException("Runs return no row of numbers \"" + curve + "\"; they have " + names
                    + ". Single numbers are drawn by .of(\"" + (columns.isEmpty() ? "mse" : columns.getFirst())
                    + "\").plot()");
        }
        return new Picture(factors, false)
                .curves(
                        cell -> at(cell).stream()
                                .filter(run -> !run.failed())
                                .map(run -> Columns.curves(run.made()).get(curve))
                                .filter(row -> row != null)
                                .toList(),
                        curve);
    }

    private double[] values(List<String> cell) {
        return numbers(cell, only());
    }

    private String only() {
        if (columns.size() != 1) {
            throw new IllegalArgumentException("Runs return several numbers " + columns + "; choose one: .of(\""
                    + (columns.isEmpty() ? "…" : columns.getFirst()) + "\")");
        }
        return columns.getFirst();
    }

    /** The cell that these labels or values name, one for each factor. */
    private List<String> labels(Object... cell) {
        if (cell.length != factors.size()) {
            throw new IllegalArgumentException("A cell of this study is named by " + factors.size() + " labels, for "
                    + factors.stream().map(Factor::name).toList() + "; got " + cell.length + ": "
                    + Arrays.toString(cell));
        }
        var labels = new ArrayList<String>();
        for (int i = 0; i < cell.length; i++) {
            var factor = factors.get(i);
            int place = factor.place(cell[i]);
            if (place < 0) {
                throw new IllegalArgumentException(
                        "\"" + factor.name() + "\" has no value " + cell[i] + "; it has " + factor.labels());
            }
            labels.add(factor.labels().get(place));
        }
        return labels;
    }

    private List<Run<R>> at(List<String> cell) {
        return runs.stream().filter(run -> run.labels().equals(cell)).toList();
    }

    private double[] numbers(List<String> cell, String column) {
        double bad = settings.isHigherBetter(column) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return at(cell).stream()
                .mapToDouble(
                        run -> run.failed() ? bad : Columns.numbers(run.made()).getOrDefault(column, bad))
                .map(x -> Double.isNaN(x) ? bad : x)
                .toArray();
    }

    private double quantileOf(List<String> cell, String column, double q) {
        double[] values = numbers(cell, column);
        if (values.length == 0) {
            throw new IllegalStateException("The study was interrupted before a run of " + cell + " had ended");
        }
        return Statistics.quantile(values, q);
    }

    /** What a table says of a cell. */
    @FunctionalInterface
    private interface Entry {
        Object of(List<String> cell, String column);
    }

    private Tabular summary(Entry entry) {
        var heads = new ArrayList<>(factors.stream().map(Factor::name).toList());
        heads.addAll(columns);
        var rows = new ArrayList<List<Object>>();
        for (var cell : cells()) {
            var row = new ArrayList<Object>(cell);
            columns.forEach(column -> row.add(at(cell).isEmpty() ? "–" : entry.of(cell, column)));
            rows.add(row);
        }
        return Tabular.of(heads, rows);
    }

    private List<List<String>> cells() {
        return Picture.cells(factors);
    }

    /** What a reader must know beside the numbers: runs that failed, that are missing, that spent too much. */
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        var names = factors.stream().map(Factor::name).toList();
        if (runs.size() < planned) {
            remarks.add("Interrupted after " + runs.size() + " of " + planned + " runs.");
        }
        var failed = runs.stream().filter(Run::failed).toList();
        if (!failed.isEmpty()) {
            remarks.add(count(failed.size(), "run") + " failed and count" + (failed.size() == 1 ? "s" : "")
                    + " as the worst:");
            failed.stream().limit(5).forEach(run -> remarks.add("  " + run.complaint(names)));
        }
        long unclear = runs.stream()
                .filter(run -> !run.failed()
                        && Columns.numbers(run.made()).values().stream().anyMatch(x -> Double.isNaN(x)))
                .count();
        if (unclear > 0) {
            remarks.add(count(unclear, "run") + " gave NaN and count" + (unclear == 1 ? "s" : "") + " as the worst.");
        }
        long overdrawn =
                runs.stream().filter(run -> run.used() > settings.evaluations()).count();
        if (overdrawn > 0) {
            remarks.add(count(overdrawn, "run") + " made more than the " + settings.evaluations()
                    + " evaluations of the budget.");
        }
        return remarks;
    }

    private static String count(long n, String what) {
        return String.format(Locale.ROOT, "%d %s%s", n, what, n == 1 ? "" : "s");
    }

    @Override
    public MimeBundle toMimeBundle() {
        var bundle = spread().toMimeBundle();
        var remarks = remarks();
        if (remarks.isEmpty()) {
            return bundle;
        }
        var lines = Tabular.of(
                        List.of("Remarks"),
                        remarks.stream().map(line -> List.of((Object) line)).toList())
                .toMimeBundle();
        for (var type : List.of(MimeBundle.HTML, MimeBundle.LATEX)) {
            bundle = bundle.with(
                    type, bundle.data().get(type) + "\n" + lines.data().get(type));
        }
        return bundle.with(MimeBundle.TEXT, toString());
    }

    @Override
    public String toString() {
        var remarks = remarks().stream().map(line -> "\n" + line).collect(Collectors.joining());
        return spread() + remarks;
    }
}
