package lectern.plot.canvas;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures one after the other in a GIF file that repeats for ever (GIF89a, CompuServe 1990; its compression is that of
 * Welch, 1984).
 *
 * <p>Java's own writer looks every pixel up in an octree, which takes several times as long as drawing it.
 */
public final class GifFile {
    private static final int CODES = 4096;
    private static final int SLOTS = 4 * CODES;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    /** Of a string of pixels: the code of all but the last, and the last; zero where the slot is free. */
    private final int[] strings = new int[SLOTS];

    private final int[] codes = new int[SLOTS];
    private final byte[] block = new byte[255];
    private int filled;
    private int bits;
    private int waiting;

    private GifFile() {}

    /** Encodes frames of one size, each shown for the same time. */
    public static byte[] encode(List<Raster> frames, int milliseconds) {
        var file = new GifFile();
        file.head(frames.getFirst());
        for (Raster frame : frames) {
            file.frame(frame, Math.max(2, milliseconds / 10));
        }
        file.out.write(0x3b);
        return file.out.toByteArray();
    }

    private void head(Raster first) {
        text("GIF89a");
        number(first.width());
        number(first.height());
        bytes(0x70, 0, 0); // every frame brings its own colours
        bytes(0x21, 0xff, 11);
        text("NETSCAPE2.0");
        bytes(3, 1, 0, 0, 0); // repeat for ever
    }

    private void frame(Raster frame, int hundredths) {
        var palette = new GifPalette(onWhite(frame.argb()));
        int depth = 1;
        while (1 << depth < palette.colors().length) {
            depth++;
        }
        bytes(0x21, 0xf9, 4, 4); // the next frame is drawn over this one
        number(hundredths);
        bytes(0, 0, 0x2c, 0, 0, 0, 0);
        number(frame.width());
        number(frame.height());
        bytes(0x80 | depth - 1);
        for (int c : Arrays.copyOf(palette.colors(), 1 << depth)) {
            bytes(c >> 16, c >> 8, c);
        }
        pixels(palette.pixels(), Math.max(2, depth));
    }

    /** GIF knows no half-transparency: the picture is laid on white. */
    private static int[] onWhite(int[] argb) {
        var rgb = new int[argb.length];
        for (int i = 0; i < rgb.length; i++) {
            int c = argb[i];
            int alpha = c >>> 24;
            rgb[i] = alpha == 255
                    ? c & 0xffffff
                    : over(c >> 16, alpha) << 16 | over(c >> 8, alpha) << 8 | over(c, alpha);
        }
        return rgb;
    }

    private static int over(int channel, int alpha) {
        return ((channel & 255) * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /** Compresses indices of colours: longer and longer strings get codes of their own, until none is left. */
    private void pixels(byte[] pixels, int depth) {
        int clear = 1 << depth;
        out.write(depth);
        int next = clear + 2;
        int width = depth + 1;
        Arrays.fill(strings, 0);
        code(clear, width);
        int string = pixels[0] & 255;
        for (int i = 1; i < pixels.length; i++) {
            int pixel = pixels[i] & 255;
            int longer = (string << 8 | pixel) + 1;
            int slot = longer * 0x9e3779b1 >>> 18;
            while (strings[slot] != 0 && strings[slot] != longer) {
                slot = slot + 1 & SLOTS - 1;
            }
            if (strings[slot] == longer) {
                string = codes[slot];
                continue;
            }
            code(string, width);
            if (next < CODES) {
                strings[slot] = longer;
                codes[slot] = next;
                if (next == 1 << width) {
                    width++;
                }
                next++;
            } else {
                code(clear, width);
                Arrays.fill(strings, 0);
                next = clear + 2;
                width = depth + 1;
            }
            string = pixel;
        }
        code(string, width);
        code(clear + 1, next == 1 << width && width < 12 ? width + 1 : width);
        finish();
    }

    private void code(int code, int width) {
        waiting |= code << bits;
        bits += width;
        while (bits >= 8) {
            octet(waiting);
            waiting >>>= 8;
            bits -= 8;
        }
    }

    private void octet(int value) {
        block[filled++] = (byte) value;
        if (filled == block.length) {
            flush();
        }
    }

    private void flush() {
        out.write(filled);
        out.write(block, 0, filled);
        filled = 0;
    }

    private void finish() {
        if (bits > 0) {
            octet(waiting);
        }
        if (filled > 0) {
            flush();
        }
        out.write(0);
        bits = 0;
        waiting = 0;
    }

    private void text(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private void number(int value) {
        bytes(value, value >> 8);
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
