package lectern.tensor;

import java.awt.image.BufferedImage;
import lectern.tensor.eval.Values;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** To and from the images of Java, by copying. */
public final class Images {
    private Images() {}

    /**
     * An image as float64 in [0, 1]: (height, width) when grey, (height, width, 3) or, with opacity, (height, width,
     * 4).
     */
    public static Tensor toTensor(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        boolean grey = image.getColorModel().getNumColorComponents() == 1;
        int channels = grey ? 1 : image.getColorModel().hasAlpha() ? 4 : 3;
        int[] shape = grey ? new int[] {height, width} : new int[] {height, width, channels};
        Values out = Values.zeros(DType.FLOAT64, shape);
        double[] data = out.f64();
        int at = 0;
        if (grey) {
            double most = (1L << image.getColorModel().getComponentSize(0)) - 1;
            double[] samples = image.getRaster().getSamples(0, 0, width, height, 0, (double[]) null);
            for (double sample : samples) {
                data[at++] = sample / most;
            }
            return Dense.of(out);
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                for (int c = 0; c < channels; c++) {
                    int shift = c == 3 ? 24 : 16 - 8 * c;
                    data[at++] = (pixel >> shift & 0xff) / 255.0;
                }
            }
        }
        return Dense.of(out);
    }

    /** An image from numbers in [0, 1] (cut there) of shape (height, width), or (height, width, 3 or 4). */
    public static BufferedImage toImage(Tensor tensor) {
        int[] shape = tensor.shape();
        int channels = shape.length == 3 ? shape[2] : 1;
        if (shape.length < 2 || shape.length > 3 || (channels != 1 && channels != 3 && channels != 4)) {
            throw new ShapeException(
                    "an image is (height, width) or (height, width, 3 or 4), got " + Shapes.text(shape));
        }
        int type = channels == 1
                ? BufferedImage.TYPE_BYTE_GRAY
                : channels == 3 ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        var image = new BufferedImage(shape[1], shape[0], type);
        double[] data = Dense.values(tensor, DType.FLOAT64).f64();
        for (int y = 0; y < shape[0]; y++) {
            for (int x = 0; x < shape[1]; x++) {
                int at = (y * shape[1] + x) * channels;
                if (channels == 1) {
                    image.getRaster().setSample(x, y, 0, level(data[at]));
                } else {
                    int opacity = channels == 4 ? level(data[at + 3]) : 255;
                    image.setRGB(
                            x,
                            y,
                            opacity << 24 | level(data[at]) << 16 | level(data[at + 1]) << 8 | level(data[at + 2]));
                }
            }
        }
        return image;
    }

    private static int level(double value) {
        return (int) Math.rint(Math.clamp(value, 0.0, 1.0) * 255);
    }
}
