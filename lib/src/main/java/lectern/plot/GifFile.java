package lectern.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Pictures one after the other in a GIF file that repeats for ever (GIF89a, CompuServe 1990). */
final class GifFile {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private GifFile() {}

    /** Encodes frames of one size, each shown for the same time. */
    static byte[] encode(List<Raster> frames, int milliseconds) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Raster frame : frames) {
                BufferedImage image = opaque(frame);
                IIOMetadata notes = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), null);
                describe(notes, milliseconds);
                writer.writeToSequence(new IIOImage(image, null, notes), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException("The animation could not be written: " + e.getMessage(), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** GIF knows no half-transparency: the picture is laid on white. */
    private static BufferedImage opaque(Raster frame) {
        var image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, frame.width(), frame.height());
        graphics.drawImage(frame.toBufferedImage(), 0, 0, null);
        graphics.dispose();
        return image;
    }

    private static void describe(IIOMetadata notes, int milliseconds) throws IIOInvalidTreeException {
        var root = new IIOMetadataNode(FORMAT);
        var control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(Math.max(2, milliseconds / 10)));
        root.appendChild(control);
        var extensions = new IIOMetadataNode("ApplicationExtensions");
        var repeat = new IIOMetadataNode("ApplicationExtension");
        repeat.setAttribute("applicationID", "NETSCAPE");
        repeat.setAttribute("authenticationCode", "2.0");
        repeat.setUserObject(new byte[] {1, 0, 0});
        extensions.appendChild(repeat);
        root.appendChild(extensions);
        notes.mergeTree(FORMAT, root);
    }
}
