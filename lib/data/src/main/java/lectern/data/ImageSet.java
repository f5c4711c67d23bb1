package lectern.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Many small grey images with their classes, kept as bytes: MNIST's 60,000 take 47 MB this way and 376 MB as doubles.
 *
 * <p>Grey values run from 0 (background) to 255; what is handed out is divided by 255.
 */
public final class ImageSet {
    private final byte[] pixels;
    private final int[] labels;
    private final int rows;
    private final int columns;

    ImageSet(byte[] pixels, int[] labels, int rows, int columns) {
        if (pixels.length != (long) labels.length * rows * columns) {
            throw new IllegalArgumentException(labels.length + " labels of images of " + rows + "×" + columns
                    + " pixels need " + (long) labels.length * rows * columns + " bytes; there are " + pixels.length
                    + ".");
        }
        this.pixels = pixels;
        this.labels = labels;
        this.rows = rows;
        this.columns = columns;
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** The height of an image in pixels. */
    public int rows() {
        return rows;
    }

    /** The width of an image in pixels. */
    public int columns() {
        return columns;
    }

    /** The classes of all images. */
    public int[] labels() {
        return labels.clone();
    }

    /** The class of one image. */
    public int label(int index) {
        return labels[index];
    }

    /** One image as rows of grey values from 0 to 1, shape (rows, columns). */
    public double[][] image(int index) {
        Objects.checkIndex(index, size());
        var image = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                image[i][j] = grey(index, i * columns + j);
            }
        }
        return image;
    }

    /** All images as single precision numbers from 0 to 1 in one array, for shape (size, rows·columns). */
    public float[] flat() {
        var values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[i] & 0xff) / 255f;
        }
        return values;
    }

    /** The first images. */
    public ImageSet head(int count) {
        int n = Math.min(count, size());
        return new ImageSet(Arrays.copyOf(pixels, n * rows * columns), Arrays.copyOf(labels, n), rows, columns);
    }

    /** The images as a data set with one feature a pixel, grey values from 0 to 1. */
    public Dataset dataset() {
        int area = rows * columns;
        var features = new double[size()][area];
        for (int i = 0; i < features.length; i++) {
            for (int k = 0; k < area; k++) {
                features[i][k] = grey(i, k);
            }
        }
        List<String> names = IntStream.range(0, area)
                .mapToObj(k -> "pixel " + k / columns + " " + k % columns)
                .toList();
        int classes = Math.max(10, Splitting.classCount(labels));
        return new Dataset(
                features,
                labels,
                names,
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    private double grey(int index, int pixel) {
        return (pixels[index * rows * columns + pixel] & 0xff) / 255.0;
    }

    @Override
    public String toString() {
        return "ImageSet of " + size() + " images, " + rows + "×" + columns + " pixels";
    }
}
