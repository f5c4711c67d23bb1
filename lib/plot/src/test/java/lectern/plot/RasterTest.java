package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import lectern.plot.canvas.GifFile;
import lectern.plot.canvas.Raster;
import org.junit.jupiter.api.Test;

/** What our writers of PNG and GIF write, Java's own readers read. */
class RasterTest {
    private static final int OPAQUE = 0xff000000;
    private static final int WHITE = 0xffffffff;

    @Test
    void aPngGivesEveryPixelBack() throws IOException {
        var random = new Random(1);
        for (int mask : List.of(0, 0x00ff00ff, 0x00ffffff, 0xffffffff)) {
            var drawn = raster(
                    67,
                    41,
                    random.ints(67 * 41)
                            .map(c -> c & mask | (mask < 0 ? 0 : OPAQUE))
                            .toArray());
            var read = ImageIO.read(new ByteArrayInputStream(drawn.toPng()));
            assertArrayEquals(drawn.argb(), read.getRGB(0, 0, 67, 41, null, 0, 67));
        }
    }

    @Test
    void aGifOfFewColoursGivesEveryPixelBack() throws IOException {
        var random = new Random(2);
        for (int colors : List.of(1, 2, 3, 16, 17, 255, 256)) {
            var palette = random.ints(colors).map(c -> c | OPAQUE).toArray();
            // Noise has no strings that repeat: the table of codes fills, and begins anew, many times.
            var noise = raster(
                    211,
                    190,
                    random.ints(211 * 190, 0, colors).map(i -> palette[i]).toArray());
            var stripes = raster(
                    211,
                    190,
                    IntStream.range(0, 211 * 190)
                            .map(i -> palette[i / 500 % colors])
                            .toArray());
            var frames = frames(GifFile.encode(List.of(noise, stripes), 120));
            assertEquals(2, frames.size());
            assertArrayEquals(noise.argb(), frames.get(0));
            assertArrayEquals(stripes.argb(), frames.get(1));
        }
    }

    @Test
    void aGifOfManyColoursKeepsPaperAndLinesAndComesNearTheRest() throws IOException {
        int w = 256;
        var pixels = new int[w * 300];
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < w; x++) {
                pixels[y * w + x] =
                        y < 200 ? WHITE : y < 204 ? 0xff1f77b4 : OPAQUE | x << 16 | (y - 204) * 2 << 8 | (255 - x);
            }
        }
        int[] read =
                frames(GifFile.encode(List.of(raster(w, 300, pixels)), 100)).getFirst();
        double off = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i < 204 * w) {
                assertEquals(pixels[i], read[i], "pixel " + i);
            }
            for (int shift = 0; shift < 24; shift += 8) {
                off += Math.abs((pixels[i] >> shift & 255) - (read[i] >> shift & 255));
            }
        }
        off /= 3.0 * 96 * w;
        assertTrue(off < 6, "24,576 colours shown by 254 are off by " + off + " of 255");
    }

    @Test
    void whatIsTransparentLiesOnWhiteInAGif() throws IOException {
        int[] read = frames(GifFile.encode(List.of(raster(3, 1, new int[] {0, 0x80000000, OPAQUE})), 100))
                .getFirst();
        assertArrayEquals(new int[] {WHITE, 0xff7f7f7f, OPAQUE}, read);
    }

    @Test
    void pixelsOfJavaComeAndGoUnchanged() {
        var drawn = raster(5, 4, new Random(3).ints(20).toArray());
        assertArrayEquals(drawn.argb(), Raster.of(drawn.toBufferedImage()).argb());
        var other = new BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR);
        other.setRGB(2, 1, 0xff123456);
        assertEquals(0xff123456, Raster.of(other).argb()[7]);
    }

    private static Raster raster(int width, int height, int[] argb) {
        return new Raster(width, height, argb);
    }

    private static List<int[]> frames(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            var frames = new ArrayList<int[]>();
            for (int k = 0; k < reader.getNumImages(true); k++) {
                var image = reader.read(k);
                frames.add(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
            }
            return frames;
        } finally {
            reader.dispose();
        }
    }
}
