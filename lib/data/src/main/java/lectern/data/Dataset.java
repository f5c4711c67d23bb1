package lectern.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A table of samples for classification: one row of features and one label a sample.
 *
 * <p>The arrays are handed out as they are and not copied; whoever changes them changes the data set.
 *
 * @param features the numbers, one sample a row, shape (samples, features)
 * @param labels the class of every sample, counted from zero
 * @param featureNames one name a column
 * @param classNames one name a class
 */
public record Dataset(double[][] features, int[] labels, List<String> featureNames, List<String> classNames)
        implements Displayable {
    public Dataset {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
        if (features.length != labels.length) {
            throw new IllegalArgumentException("Every sample needs one label: there are " + features.length
                    + " rows of features and " + labels.length + " labels.");
        }
        for (int i = 0; i < features.length; i++) {
            if (features[i].length != featureNames.size()) {
                throw new IllegalArgumentException("Row " + i + " has " + features[i].length + " features, but "
                        + featureNames.size() + " names were given.");
            }
            if (labels[i] < 0 || labels[i] >= classNames.size()) {
                throw new IllegalArgumentException(
                        "Label " + labels[i] + " of sample " + i + " is outside 0 to " + (classNames.size() - 1) + ".");
            }
        }
    }

    /** The number of samples. */
    public int size() {
        return labels.length;
    }

    /** The number of features of a sample. */
    public int featureCount() {
        return featureNames.size();
    }

    /** The number of classes. */
    public int classCount() {
        return classNames.size();
    }

    /** The number of samples of every class. */
    public int[] classSizes() {
        var sizes = new int[classCount()];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }

    /** All values of the feature of this name. */
    public double[] feature(String name) {
        int column = featureNames.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException(
                    "There is no feature '" + name + "'; the features are " + String.join(", ", featureNames) + ".");
        }
        return Arrays.stream(features).mapToDouble(row -> row[column]).toArray();
    }

    /** The labels as numbers, for models that want 0.0 and 1.0 as targets. */
    public double[] targets() {
        return Arrays.stream(labels).asDoubleStream().toArray();
    }

    /** The labels as rows of zeros with a single one, shape (samples, classes). */
    public double[][] oneHot() {
        return Datasets.oneHot(labels, classCount());
    }

    /** The samples at these places, in this order. */
    public Dataset select(int... indices) {
        var rows = new double[indices.length][];
        var chosen = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            rows[i] = features[Objects.checkIndex(indices[i], size())];
            chosen[i] = labels[indices[i]];
        }
        return new Dataset(rows, chosen, featureNames, classNames);
    }

    /** The same samples with other features, for instance scaled ones; the columns keep their names. */
    public Dataset withFeatures(double[][] other) {
        return new Dataset(other, labels, featureNames, classNames);
    }

    /** The features and, as the last column {@code class}, the names of the classes as a Tablesaw table. */
    public Table table() {
        var table = Table.create("samples");
        for (String name : featureNames) {
            table.addColumns(DoubleColumn.create(name, feature(name)));
        }
        return table.addColumns(StringColumn.create(
                "class", Arrays.stream(labels).mapToObj(classNames::get).toList()));
    }

    @Override
    public MimeBundle toMimeBundle() {
        return TableView.of(table()).toMimeBundle();
    }

    @Override
    public String toString() {
        return "Dataset of " + counted(size(), "sample") + ", " + counted(featureCount(), "feature") + ", classes "
                + classNames;
    }

    /** A number of things in words: 1 feature, 2 features. */
    static String counted(int n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }
}
