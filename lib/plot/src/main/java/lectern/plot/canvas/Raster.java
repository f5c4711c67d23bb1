package lectern.plot.canvas;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture of cells, each 0xAARRGGBB, row by row from the top. */
public record Raster(int width, int height, int[] argb) {
    public Raster {
        if (argb.length != width * height) {
            throw new IllegalArgumentException("A raster of " + width + " x " + height + " cells needs "
                    + width * height
                    + " colours but got " + argb.length + ".");
        }
    }

    /** Every cell repeated, so that viewers which smooth rasters blur only its rim. */
    Raster enlarge(int factor) {
        if (factor <= 1) {
            return this;
        }
        var out = new int[argb.length * factor * factor];
        int w = width * factor;
        for (int y = 0; y < height; y++) {
            int start = y * factor * w;
            for (int x = 0; x < width; x++) {
                Arrays.fill(out, start + x * factor, start + (x + 1) * factor, argb[y * width + x]);
            }
            for (int k = 1; k < factor; k++) {
                System.arraycopy(out, start, out, start + k * w, w);
            }
        }
        return new Raster(w, height * factor, out);
    }

    /** The raster as a picture of Java's own. */
    public BufferedImage toBufferedImage() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.getRaster().setDataElements(0, 0, width, height, argb);
        return image;
    }

    public static Raster of(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_INT_ARGB) {
            // These are the wanted colours already; the way below asks the colour model for every single one.
            return new Raster(w, h, (int[]) image.getRaster().getDataElements(0, 0, w, h, null));
        }
        return new Raster(w, h, image.getRGB(0, 0, w, h, null, 0, w));
    }

    /** The raster as a PNG file: with a palette when it has at most 256 colours (PNG specification, W3C 2003). */
    public byte[] toPng() {
        int[] palette = palette();
        boolean alpha = palette == null && Arrays.stream(argb).anyMatch(c -> c >>> 24 != 255);
        int bytes = palette != null ? 1 : alpha ? 4 : 3;
        var rows = new byte[height * (1 + width * bytes)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            // Colours as differences from those above: in a figure most of them are none, and soon compressed.
            rows[at++] = (byte) (palette != null ? 0 : 2);
            int last = palette == null ? 0 : ~argb[y * width];
            byte number = 0;
            for (int i = y * width; i < (y + 1) * width; i++) {
                int c = argb[i];
                if (palette != null) {
                    number = c == last ? number : (byte) Arrays.binarySearch(palette, c);
                    last = c;
                    rows[at++] = number;
                } else {
                    int above = y > 0 ? argb[i - width] : 0;
                    rows[at++] = (byte) ((c >> 16) - (above >> 16));
                    rows[at++] = (byte) ((c >> 8) - (above >> 8));
                    rows[at++] = (byte) (c - above);
                    if (alpha) {
                        rows[at++] = (byte) ((c >>> 24) - (above >>> 24));
                    }
                }
            }
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10});
        var head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) (palette != null ? 3 : alpha ? 6 : 2))
                .put(new byte[3]);
        chunk(out, "IHDR", head.array());
        if (palette != null) {
            var colors = ByteBuffer.allocate(3 * palette.length);
            var opacity = new byte[palette.length];
            for (int i = 0; i < palette.length; i++) {
                colors.put((byte) (palette[i] >> 16))
                        .put((byte) (palette[i] >> 8))
                        .put((byte) palette[i]);
                opacity[i] = (byte) (palette[i] >>> 24);
            }
            chunk(out, "PLTE", colors.array());
            chunk(out, "tRNS", opacity);
        }
        chunk(out, "IDAT", deflate(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private int[] palette() {
        var seen = new int[256];
        int n = 0;
        int last = argb.length > 0 ? ~argb[0] : 0;
        for (int c : argb) {
            if (c == last) {
                continue;
            }
            last = c;
            int at = Arrays.binarySearch(seen, 0, n, c);
            if (at < 0) {
                if (n == 256) {
                    return null;
                }
                at = -at - 1;
                System.arraycopy(seen, at, seen, at + 1, n - at);
                seen[at] = c;
                n++;
            }
        }
        return Arrays.copyOf(seen, n);
    }

    static byte[] deflate(byte[] data) {
        var deflater = new Deflater(6);
        try {
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream(data.length / 4 + 64);
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
