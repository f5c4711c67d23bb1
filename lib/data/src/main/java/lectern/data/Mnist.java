package lectern.data;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;

/**
 * The four files of MNIST and where they are found.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition",
 * Proceedings of the IEEE 86 (1998).
 */
final class Mnist {
    private static final List<URI> MIRRORS = List.of(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

    /** What stands in without network: large enough to learn from, small enough to draw in a second or two. */
    private static final int TRAIN_GLYPHS = 10_000;

    private static final int TEST_GLYPHS = 2_000;
    private static final long GLYPH_SEED = 28;

    /** Name and SHA-256 sum of one file. */
    record Part(String name, String sha256) {}

    /** The four files of a data set in MNIST's form. */
    record Parts(Part trainImages, Part trainLabels, Part testImages, Part testLabels) {}

    static final Parts PARTS = new Parts(
            new Part(
                    "mnist/train-images-idx3-ubyte.gz",
                    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            new Part(
                    "mnist/train-labels-idx1-ubyte.gz",
                    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            new Part(
                    "mnist/t10k-images-idx3-ubyte.gz",
                    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            new Part(
                    "mnist/t10k-labels-idx1-ubyte.gz",
                    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

    private Mnist() {}

    static ImageSplit loadOrGlyphs() {
        return loadOrGlyphs(new Download(Download.userCache(), MIRRORS), PARTS);
    }

    /** Says below the cell when the stand-in is used: data must never change silently. */
    static ImageSplit loadOrGlyphs(Download download, Parts parts) {
        try {
            return load(download, parts);
        } catch (IOException e) {
            Notebook.host()
                    .display(
                            MimeBundle.text("MNIST could not be fetched (" + e.getMessage() + "). "
                                    + "Drawn digits stand in for it: " + TRAIN_GLYPHS + " for training, " + TEST_GLYPHS
                                    + " for testing. "
                                    + "With a network connection, call mnist() again; or put the four files into "
                                    + download.cache().resolve("mnist") + "."),
                            null);
            return Glyphs.split(TRAIN_GLYPHS, TEST_GLYPHS, GLYPH_SEED);
        }
    }

    static ImageSplit load(Download download, Parts parts) throws IOException {
        return new ImageSplit(
                "MNIST",
                part(download, parts.trainImages(), parts.trainLabels()),
                part(download, parts.testImages(), parts.testLabels()));
    }

    private static ImageSet part(Download download, Part images, Part labels) throws IOException {
        IdxFile pictures = IdxFile.read(download.fetch(images.name(), images.sha256()));
        IdxFile classes = IdxFile.read(download.fetch(labels.name(), labels.sha256()));
        if (pictures.type() != 8
                || classes.type() != 8
                || pictures.shape().length != 3
                || classes.shape().length != 1
                || pictures.shape()[0] != classes.shape()[0]) {
            throw new IOException("images of shape " + Arrays.toString(pictures.shape()) + " and labels of shape "
                    + Arrays.toString(classes.shape()) + " do not belong together");
        }
        byte[] values = classes.bytes();
        return new ImageSet(
                pictures.bytes(),
                IntStream.range(0, values.length).map(i -> values[i]).toArray(),
                pictures.shape()[1],
                pictures.shape()[2]);
    }
}
