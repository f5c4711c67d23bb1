package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Every kind of figure looks as it did when somebody last looked at it.
 *
 * <p>The pictures lie in {@code src/test/resources/lectern/plot/golden}; {@code -Dlectern.golden=write} draws them
 * anew, to be looked at before they are committed.
 */
class GoldenTest {
    private static final double DPI = 60;
    private static final double TOLERANCE = 0.012;

    @Test
    void figuresLookAsTheyDid() throws IOException {
        var faults = new ArrayList<String>();
        for (var entry : Gallery.figures().entrySet()) {
            byte[] png = entry.getValue().get().toPng(DPI);
            if (System.getProperty("lectern.golden", "").equals("write")) {
                var file = Path.of("src/test/resources/lectern/plot/golden", entry.getKey() + ".png");
                Files.createDirectories(file.getParent());
                Files.write(file, png);
            }
            var golden = getClass().getResource("golden/" + entry.getKey() + ".png");
            double off =
                    golden == null ? 1 : difference(ImageIO.read(golden), ImageIO.read(new ByteArrayInputStream(png)));
            if (off > TOLERANCE) {
                faults.add(entry.getKey() + " differs by " + off);
            }
        }
        assertEquals(List.of(), faults);
    }

    /** The mean difference of all channels, between 0 and 1; 1 for pictures of different size. */
    private static double difference(java.awt.image.BufferedImage a, java.awt.image.BufferedImage b) {
        if (Math.abs(a.getWidth() - b.getWidth()) > 1 || Math.abs(a.getHeight() - b.getHeight()) > 1) {
            return 1;
        }
        int w = Math.min(a.getWidth(), b.getWidth());
        int h = Math.min(a.getHeight(), b.getHeight());
        double sum = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((p >> shift & 255) - (q >> shift & 255));
                }
            }
        }
        return sum / (765.0 * w * h);
    }
}
