package lectern.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The scores of each class against all others, and their averages; a share of nothing is 0, as in scikit-learn.
 *
 * @param counts how often class i (row) was taken for class j (column)
 */
record ClassScores(int[][] counts) {
    static ClassScores of(int[] truth, int[] predicted) {
        return new ClassScores(Metrics.confusionMatrix(truth, predicted));
    }

    private int found(int k) {
        return Arrays.stream(counts).mapToInt(row -> row[k]).sum();
    }

    private int support(int k) {
        return Arrays.stream(counts[k]).sum();
    }

    double precision(int k) {
        return ratio(counts[k][k], found(k));
    }

    double recall(int k) {
        return ratio(counts[k][k], support(k));
    }

    double f1(int k) {
        return ratio(2.0 * counts[k][k], found(k) + support(k));
    }

    private double accuracy() {
        int all = classes().map(this::support).sum();
        return ratio(classes().map(k -> counts[k][k]).sum(), all);
    }

    private static double ratio(double part, int whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** The classes that occur in the truth or in the prediction. */
    private IntStream classes() {
        return IntStream.range(0, counts.length).filter(k -> support(k) + found(k) > 0);
    }

    interface Score {
        double of(ClassScores scores, int k);
    }

    double average(String name, Score score) {
        int all = classes().map(this::support).sum();
        return switch (name) {
            case "macro" ->
                classes().mapToDouble(k -> score.of(this, k)).average().orElseThrow();
            case "weighted" ->
                classes().mapToDouble(k -> score.of(this, k) * support(k)).sum() / all;
            // Each error counts once as a false positive and once as a false negative.
            case "micro" -> accuracy();
            default ->
                throw new IllegalArgumentException(
                        "Scores are averaged by \"macro\" (each class alike), \"weighted\" (by its "
                                + "samples) or \"micro\" (all samples alike), not \"" + name + "\".");
        };
    }

    Table table(String... names) {
        if (names.length > 0 && names.length < counts.length) {
            throw new IllegalArgumentException(
                    "There are " + counts.length + " classes and " + names.length + " names.");
        }
        var titles = StringColumn.create("class");
        var precision = DoubleColumn.create("precision");
        var recall = DoubleColumn.create("recall");
        var f1 = DoubleColumn.create("f1-score");
        var support = IntColumn.create("support");
        classes().forEach(k -> {
            titles.append(names.length == 0 ? Integer.toString(k) : names[k]);
            precision.append(precision(k));
            recall.append(recall(k));
            f1.append(f1(k));
            support.append(support(k));
        });
        int all = classes().map(this::support).sum();
        titles.append("accuracy");
        precision.appendMissing();
        recall.appendMissing();
        f1.append(accuracy());
        support.append(all);
        for (String average : new String[] {"macro", "weighted"}) {
            titles.append(average + " avg");
            precision.append(average(average, ClassScores::precision));
            recall.append(average(average, ClassScores::recall));
            f1.append(average(average, ClassScores::f1));
            support.append(all);
        }
        return Table.create("classification report", titles, precision, recall, f1, support);
    }
}
