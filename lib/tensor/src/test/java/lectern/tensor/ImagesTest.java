package lectern.tensor;

import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;

class ImagesTest {
    @Test
    void imagesThereAndBack() {
        Tensor grey = arange(6.0).div(5.0).times(255.0).round().div(255.0).reshape(2, 3);
        assertTrue(array(Images.toImage(grey)).allClose(grey, 0, 1e-12));
        for (int channels : new int[] {3, 4}) {
            Tensor colours = arange(8.0 * channels).times(7.0).div(255.0).reshape(2, 4, channels);
            BufferedImage image = Images.toImage(colours);
            assertEquals(4, image.getWidth());
            assertTrue(array(image).allClose(colours, 0, 1e-12));
        }
        assertThrows(ShapeException.class, () -> Images.toImage(zeros(3)));
    }

    @Test
    void whatNobodyReadsIsRefusedInWords() {
        var error = assertThrows(IllegalArgumentException.class, () -> array(new StringBuilder("1 2 3")));
        assertTrue(error.getMessage().endsWith("got a StringBuilder"), error.getMessage());
    }
}
