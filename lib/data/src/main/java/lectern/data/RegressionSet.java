package lectern.data;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A table of samples for regression: one row of features and one number to predict a sample.
 *
 * @param features the numbers, one sample a row, shape (samples, features)
 * @param targets the number that belongs to every sample
 * @param featureNames one name a column
 */
public record RegressionSet(double[][] features, double[] targets, List<String> featureNames) {
    public RegressionSet {
        featureNames = List.copyOf(featureNames);
        if (features.length != targets.length) {
            throw new IllegalArgumentException("Every sample needs one target: there are " + features.length
                    + " rows of features and " + targets.length + " targets.");
        }
    }

    /** The number of samples. */
    public int size() {
        return targets.length;
    }

    /** The features and, as the last column {@code target}, the targets as a Tablesaw table. */
    public Table table() {
        var table = Table.create("samples");
        for (int j = 0; j < featureNames.size(); j++) {
            int column = j;
            table.addColumns(DoubleColumn.create(
                    featureNames.get(j),
                    Arrays.stream(features).mapToDouble(row -> row[column]).toArray()));
        }
        return table.addColumns(DoubleColumn.create("target", targets));
    }

    @Override
    public String toString() {
        return "RegressionSet of " + size() + " samples, features " + featureNames;
    }
}
