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
     * Loads the breast-cancer table of Wisconsin: 569 samples, 30 features of cell nuclei, malignant (class 0) or
     * benign (class 1).
     *
     * <p>Source: Wolberg, Street and Mangasarian (1995), UCI Machine Learning Repository.
     *
     * {@snippet :
     * breastCancer().size() // → 569
     * breastCancer().classNames() // → [malignant, benign]
     * }
     *
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     */
    public static Dataset breastCancer() {
        return TableSets.dataset(TableSets.bundled("breast-cancer.csv"), "diagnosis", List.of("malignant", "benign"));
    }

    /**
     * Loads Fisher's irises: 150 flowers, four lengths in centimetres, three species. Source: R. A. Fisher (1936).
     *
     * {@snippet :
     * iris().featureNames().size() // → 4
     * }
     *
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     */
    public static Dataset iris() {
        return TableSets.dataset(TableSets.bundled("iris.csv"), "species", null);
    }

    /**
     * Loads wines of three cultivators: 178 samples, 13 chemical measurements. Source: Forina et al. (1991).
     *
     * {@snippet :
     * wine().size() // → 178
     * }
     *
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     */
    public static Dataset wine() {
        return TableSets.dataset(TableSets.bundled("wine.csv"), "cultivator", null);
    }

    /**
     * Loads handwritten digits as images of 8×8 pixels with values from 0 to 16: 1797 samples, 64 features, 10 classes.
     *
     * <p>Source: Alpaydin and Kaynak (1998), UCI Machine Learning Repository.
     *
     * {@snippet :
     * digits().features()[0].length // → 64
     * }
     *
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     */
    public static Dataset digits() {
        return TableSets.dataset(
                TableSets.bundled("digits.csv.gz"), "digit", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    /**
     * Loads MNIST: 60,000 training and 10,000 test images of handwritten digits, 28×28 pixels.
     *
     * <p>The files are fetched once (11 MB), checked and kept in the user's cache folder. When they cannot be had, a
     * sentence below the cell says so and {@link #glyphs} stand in; {@link ImageSplit#name()} tells which one it is.
     * Source: LeCun, Cortes and Burges (1998).
     *
     * @return the training and the test images with their labels
     */
    public static ImageSplit mnist() {
        return Mnist.loadOrGlyphs();
    }

    /**
     * Draws digits in the format of MNIST, for machines without network: seeded strokes, slanted, shifted, blurred.
     *
     * {@snippet :
     * glyphs(20, 10, 1).train().size() // → 20
     * }
     *
     * @param train the number of training images, 1 or more
     * @param test the number of test images, 1 or more
     * @param seed the same number makes the same samples
     * @return the training and the test images with their labels
     * @throws IllegalArgumentException for a number of images that is not positive
     */
    public static ImageSplit glyphs(int train, int test, long seed) {
        return Glyphs.split(train, test, seed);
    }

    /**
     * Makes Gaussian clouds in the plane around random centres between −10 and 10, one class a cloud.
     *
     * {@snippet :
     * makeBlobs(90, 3, 1.0, 7).classNames().size() // → 3
     * }
     *
     * @param samples the number of samples in all, 1 or more
     * @param centers the number of clouds
     * @param spread the standard deviation of each cloud
     * @param seed the same number makes the same samples
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     * @throws IllegalArgumentException for a number of samples or clouds that is not positive
     */
    public static Dataset makeBlobs(int samples, int centers, double spread, long seed) {
        return Generators.blobs(samples, centers, 2, spread, seed);
    }

    /**
     * Makes Gaussian clouds in any number of dimensions around random centres between −10 and 10, one class a cloud.
     *
     * @param samples the number of samples in all, 1 or more
     * @param centers the number of clouds
     * @param features the number of dimensions
     * @param spread the standard deviation of each cloud
     * @param seed the same number makes the same samples
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     * @throws IllegalArgumentException for a number of samples, clouds or dimensions that is not positive
     */
    public static Dataset makeBlobs(int samples, int centers, int features, double spread, long seed) {
        return Generators.blobs(samples, centers, features, spread, seed);
    }

    /**
     * Makes two interleaving half circles with Gaussian noise; no straight line parts them.
     *
     * {@snippet :
     * makeMoons(100, 0.1, 7).features()[0].length // → 2
     * }
     *
     * @param samples the number of samples in all
     * @param noise the standard deviation added to each coordinate, 0 or more
     * @param seed the same number makes the same samples
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     * @throws IllegalArgumentException for a negative noise, or for a number of samples that is not positive
     */
    public static Dataset makeMoons(int samples, double noise, long seed) {
        return Generators.moons(samples, noise, seed);
    }

    /**
     * Makes a circle of radius 1 (class 0) around a smaller one (class 1), with Gaussian noise.
     *
     * {@snippet :
     * makeCircles(100, 0, 0.5, 7).size() // → 100
     * }
     *
     * @param samples the number of samples in all
     * @param noise the standard deviation added to each coordinate, 0 or more
     * @param factor the radius of the inner circle, between 0 and 1
     * @param seed the same number makes the same samples
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     * @throws IllegalArgumentException for a factor outside 0 to 1, a negative noise, or a number of samples that is
     *     not positive
     */
    public static Dataset makeCircles(int samples, double noise, double factor, long seed) {
        return Generators.circles(samples, noise, factor, seed);
    }

    /**
     * Makes a sheet rolled up in space; the target is the place along the roll. Source: S. Marsland (2009).
     *
     * {@snippet :
     * makeSwissRoll(50, 0, 7).features()[0].length // → 3
     * }
     *
     * @param samples the number of samples
     * @param noise the standard deviation added to each coordinate, 0 or more
     * @param seed the same number makes the same samples
     * @return features of shape (samples, 3) and a target for each
     * @throws IllegalArgumentException for a negative noise, or for a number of samples that is not positive
     */
    public static RegressionSet makeSwissRoll(int samples, double noise, long seed) {
        return Generators.swissRoll(samples, noise, seed);
    }

    /**
     * Makes classes as clouds at the corners of a cube, of whose features only the first ones tell anything.
     *
     * {@snippet :
     * makeClassification(100, 5, 2, 3, 7).classNames().size() // → 3
     * }
     *
     * @param samples the number of samples
     * @param features the number of features
     * @param informative how many of them tell something about the class, 1 to 20
     * @param classes 2 or more, at most as many as the cube has corners (2 to the number of informative features)
     * @param seed the same number makes the same samples
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     * @throws IllegalArgumentException for more informative features than features, or more classes than corners
     */
    public static Dataset makeClassification(int samples, int features, int informative, int classes, long seed) {
        return Generators.classification(samples, features, informative, classes, 1.5, 0.01, seed);
    }

    /**
     * Parts a data set at random into training and test set; every class keeps its share in both.
     *
     * {@snippet :
     * trainTestSplit(iris(), 0.2, 7).test().size() // → 30
     * }
     *
     * @param data the data set
     * @param testShare the part of the test set, between 0 and 1: {@code 0.25}
     * @param seed the same number makes the same parts
     * @return {@code train()} and {@code test()}
     * @throws IllegalArgumentException for a share outside 0 to 1, or one that leaves a part empty
     */
    public static Split trainTestSplit(Dataset data, double testShare, long seed) {
        return Splitting.stratified(data, testShare, seed);
    }

    /**
     * Makes of labels rows of zeros with a single one, which a network with an output for each class is trained with.
     *
     * {@snippet :
     * oneHot(new int[] {0, 2}, 3)[1] // → double[3] { 0.0, 0.0, 1.0 }
     * }
     *
     * @param labels classes counted from zero
     * @param classes the number of classes
     * @return shape (samples, classes)
     * @throws IllegalArgumentException for a label that is not below {@code classes}
     */
    public static double[][] oneHot(int[] labels, int classes) {
        return Splitting.oneHot(labels, classes);
    }

    /**
     * Makes of labels rows of zeros with a single one; the largest label decides how many classes there are.
     *
     * @param labels classes counted from zero
     * @return shape (samples, classes)
     * @throws IllegalArgumentException for a negative label
     */
    public static double[][] oneHot(int[] labels) {
        return Splitting.oneHot(labels, Splitting.classCount(labels));
    }

    /**
     * Describes the features of a data set in numbers: count, mean, standard deviation (n − 1), minimum, quartiles,
     * maximum.
     *
     * {@snippet :
     * describe(iris()).rowCount() // → 4
     * }
     *
     * @param data the data set
     * @return a row for each feature
     */
    public static Table describe(Dataset data) {
        return Tables.describe(data.table());
    }

    /**
     * Makes a view of the first and last rows of a table, with a line that says how many there are.
     *
     * {@snippet :
     * show(iris().table(), 4) // → … 4 of 150 rows × 5 columns
     * }
     *
     * @param table the table
     * @param rows how many rows are shown in all
     * @return a value for the last line of a cell
     */
    public static TableView show(Table table, int rows) {
        return TableView.of(table, rows);
    }

    /**
     * Takes numeric columns of a table as rows of numbers, as algorithms want them.
     *
     * {@snippet :
     * matrix(readCsvText("a,b\n1,2\n3,4"), "b")[1] // → double[1] { 4.0 }
     * }
     *
     * @param table the table
     * @param columns the names of the columns; all numeric ones when none is given
     * @return shape (rows, columns)
     * @throws IllegalArgumentException for a column that is not there, or that holds no numbers
     */
    public static double[][] matrix(Table table, String... columns) {
        return TableSets.matrix(table, columns);
    }

    /**
     * Makes a data set for classification of a table: one column gives the classes, all others are features.
     *
     * {@snippet :
     * dataset(readCsvText("x,kind\n1,cat\n2,dog"), "kind").classNames() // → [cat, dog]
     * }
     *
     * @param table the table
     * @param classColumn the name of the column of the classes
     * @return the data set: {@code features()}, {@code labels()}, {@code table()}
     * @throws IllegalArgumentException for a column that is not there, or features that are no numbers
     */
    public static Dataset dataset(Table table, String classColumn) {
        return TableSets.dataset(table, classColumn, null);
    }
}
