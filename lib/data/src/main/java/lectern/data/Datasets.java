package lectern.data;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The verbs of this room, visible in every notebook: known data sets, generated ones, splitting, encoding, tables.
 *
 * <p>The tables that come with the library are scikit-learn's copies (BSD 3-Clause); the file {@code NOTICE} beside
 * them names licence and sources.
 */
public final class Datasets {
    private Datasets() {}

    /**
     * The breast-cancer table of Wisconsin: 569 samples, 30 features, malignant (0) or benign (1).
     *
     * <p>Source: Wolberg, Street and Mangasarian (1995), UCI Machine Learning Repository.
     */
    public static Dataset breastCancer() {
        return TableSets.dataset(TableSets.bundled("breast-cancer.csv"), "diagnosis", List.of("malignant", "benign"));
    }

    /** Fisher's irises: 150 flowers, 4 lengths in centimetres, 3 species. Source: Fisher (1936). */
    public static Dataset iris() {
        return TableSets.dataset(TableSets.bundled("iris.csv"), "species", null);
    }

    /** Wines of three cultivators: 178 samples, 13 chemical measurements. Source: Forina et al. (1991). */
    public static Dataset wine() {
        return TableSets.dataset(TableSets.bundled("wine.csv"), "cultivator", null);
    }

    /**
     * Handwritten digits as images of 8×8 pixels with values from 0 to 16: 1797 samples, 64 features, 10 classes.
     *
     * <p>Source: Alpaydin and Kaynak (1998), UCI Machine Learning Repository.
     */
    public static Dataset digits() {
        return TableSets.dataset(
                TableSets.bundled("digits.csv.gz"), "digit", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    /**
     * MNIST: 60,000 training and 10,000 test images of handwritten digits, 28×28 pixels.
     *
     * <p>The files are fetched once (11 MB), checked and kept in the user's cache folder. When they cannot be had, a
     * sentence below the cell says so and {@link #glyphs} stand in; {@link ImageSplit#name()} tells which one it is.
     * Source: LeCun, Cortes and Burges (1998).
     */
    public static ImageSplit mnist() {
        return Mnist.loadOrGlyphs();
    }

    /** Drawn digits in the format of MNIST, for machines without network: seeded strokes, slanted, shifted, blurred. */
    public static ImageSplit glyphs(int train, int test, long seed) {
        return Glyphs.split(train, test, seed);
    }

    /** Gaussian clouds around random centres between −10 and 10, one class a cloud. */
    public static Dataset makeBlobs(int samples, int centers, double spread, long seed) {
        return Generators.blobs(samples, centers, 2, spread, seed);
    }

    /** Gaussian clouds as above in any number of dimensions. */
    public static Dataset makeBlobs(int samples, int centers, int features, double spread, long seed) {
        return Generators.blobs(samples, centers, features, spread, seed);
    }

    /** Two interleaving half circles with Gaussian noise; no straight line parts them. */
    public static Dataset makeMoons(int samples, double noise, long seed) {
        return Generators.moons(samples, noise, seed);
    }

    /** A circle (class 0) around a smaller one (class 1) whose radius is {@code factor}, with Gaussian noise. */
    public static Dataset makeCircles(int samples, double noise, double factor, long seed) {
        return Generators.circles(samples, noise, factor, seed);
    }

    /** A sheet rolled up in space; the target is the place along the roll. Source: Marsland (2009). */
    public static RegressionSet makeSwissRoll(int samples, double noise, long seed) {
        return Generators.swissRoll(samples, noise, seed);
    }

    /** Classes as clouds at the corners of a cube, of whose features only the first ones tell anything. */
    public static Dataset makeClassification(int samples, int features, int informative, int classes, long seed) {
        return Generators.classification(samples, features, informative, classes, 1.5, 0.01, seed);
    }

    /** Parts a data set at random into training and test set; every class keeps its share in both. */
    public static Split trainTestSplit(Dataset data, double testShare, long seed) {
        return Splitting.stratified(data, testShare, seed);
    }

    /** Labels as rows of zeros with a single one, shape (samples, classes). */
    public static double[][] oneHot(int[] labels, int classes) {
        return Splitting.oneHot(labels, classes);
    }

    /** Labels as rows of zeros with a single one; the largest label decides how many classes there are. */
    public static double[][] oneHot(int[] labels) {
        return Splitting.oneHot(labels, Splitting.classCount(labels));
    }

    /** A row for every feature of a data set: count, mean, standard deviation, minimum, quartiles, maximum. */
    public static Table describe(Dataset data) {
        return Tables.describe(data.table());
    }

    /** The first and last rows of a table, this many in all, with a line that says how many there are. */
    public static TableView show(Table table, int rows) {
        return TableView.of(table, rows);
    }

    /** The numeric columns of these names as rows of numbers; all numeric columns when no name is given. */
    public static double[][] matrix(Table table, String... columns) {
        return TableSets.matrix(table, columns);
    }

    /** A table as a data set for classification: this column gives the classes, all others are features. */
    public static Dataset dataset(Table table, String classColumn) {
        return TableSets.dataset(table, classColumn, null);
    }
}
