package lectern.plot.space;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.canvas.PixelCanvas;
import org.junit.jupiter.api.Test;

/** Faces that share a path look as faces with one path each. */
class MosaicTest {
    /**
     * Random faces in random order: gathered into paths they give the picture that one path each gives, but for the
     * thin lines that cover the seams of opaque ones.
     */
    @Test
    void gatheredFacesLookAsSingleOnes() {
        var r = new Random(5);
        for (int alpha : new int[] {255, 120}) {
            var mosaic = new Mosaic();
            Box page = new Box(0, 0, 120, 120);
            var single = new PixelCanvas(page, 2);
            var gathered = new PixelCanvas(page, 2);
            single.rect(0, 0, 120, 120, Colors.WHITE, Pen.NONE);
            gathered.rect(0, 0, 120, 120, Colors.WHITE, Pen.NONE);
            for (int i = 0; i < 300; i++) {
                double x = r.nextInt(100);
                double y = r.nextInt(100);
                double w = 4 + r.nextInt(15);
                double[] px = {x, x + w, x + w, x};
                double[] py = {y, y, y + w, y + w};
                int fill = Colors.fade(Colors.TAB10[r.nextInt(3)], alpha / 255.0);
                mosaic.add(Mosaic.Face.of(px, py, fill, Pen.NONE));
                single.shape(PixelCanvas.line(px, py, 4), fill, Pen.NONE);
            }
            mosaic.draw(gathered);
            int[] a = single.finish().toBufferedImage().getRGB(0, 0, 240, 240, null, 0, 240);
            int[] b = gathered.finish().toBufferedImage().getRGB(0, 0, 240, 240, null, 0, 240);
            long sum = 0;
            for (int i = 0; i < a.length; i++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
                }
            }
            double differ = sum / (765.0 * a.length);
            assertTrue(differ < (alpha == 255 ? 0.02 : 0.001), "opacity " + alpha + " differs by " + differ);
        }
    }
}
