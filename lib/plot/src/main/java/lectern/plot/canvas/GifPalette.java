package lectern.plot.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * At most 256 colours for a picture, and its pixels by their numbers.
 *
 * <p>A picture with more colours has them gathered in boxes. Again and again the box whose colours deviate most is cut
 * at their mean across the channel that deviates most; a box is shown by its prevailing colour where there is one, so that
 * paper and lines keep theirs, and by its mean otherwise. After Wan, Wong and Prusinkiewicz (1988), "An algorithm for
 * multidimensional data clustering", ACM Transactions on Mathematical Software 14.
 */
final class GifPalette {
    private static final int MOST = 256;

    /** Colours 0xRRGGBB with how often they occur and, in the end, their number; a colour of -1 marks a free slot. */
    private int[] keys = free(1 << 12);

    private int[] counts = new int[keys.length];
    private int distinct;
    private final int[] colors;
    private final byte[] pixels;

    /** Chooses colours for pixels 0xRRGGBB. */
    GifPalette(int[] rgb) {
        count(rgb);
        var slots = new int[distinct];
        int n = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] >= 0) {
                slots[n++] = slot;
            }
        }
        var boxes = boxes(slots);
        colors = new int[boxes.size()];
        var numbers = new byte[keys.length];
        for (int k = 0; k < colors.length; k++) {
            var box = boxes.get(k);
            colors[k] = box.color();
            for (int i = box.from; i < box.to; i++) {
                numbers[slots[i]] = (byte) k;
            }
        }
        pixels = new byte[rgb.length];
        int last = -1;
        byte number = 0;
        for (int i = 0; i < rgb.length; i++) {
            if (rgb[i] != last) {
                last = rgb[i];
                number = numbers[slot(last)];
            }
            pixels[i] = number;
        }
    }

    /** The colours, each 0xRRGGBB. */
    int[] colors() {
        return colors;
    }

    /** The number of the colour of every pixel, an unsigned byte. */
    byte[] pixels() {
        return pixels;
    }

    private static int[] free(int size) {
        var keys = new int[size];
        Arrays.fill(keys, -1);
        return keys;
    }

    private void count(int[] rgb) {
        for (int i = 0; i < rgb.length; ) {
            int color = rgb[i];
            int from = i;
            do {
                i++;
            } while (i < rgb.length && rgb[i] == color);
            int slot = slot(color);
            if (keys[slot] < 0) {
                keys[slot] = color;
                distinct++;
            }
            counts[slot] += i - from;
            if (2 * distinct > keys.length) {
                grow();
            }
        }
    }

    /** Where a colour stands or would stand. */
    private int slot(int color) {
        int slot = (color * 0x9e3779b1 >>> 8) & keys.length - 1;
        while (keys[slot] >= 0 && keys[slot] != color) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] before = keys;
        int[] often = counts;
        keys = free(2 * before.length);
        counts = new int[keys.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] >= 0) {
                int slot = slot(before[i]);
                keys[slot] = before[i];
                counts[slot] = often[i];
            }
        }
    }

    private List<Cluster> boxes(int[] slots) {
        var boxes = new ArrayList<Cluster>(MOST);
        if (slots.length <= MOST) {
            for (int i = 0; i < slots.length; i++) {
                boxes.add(new Cluster(slots, i, i + 1));
            }
            return boxes;
        }
        boxes.add(new Cluster(slots, 0, slots.length));
        while (boxes.size() < MOST) {
            int widest = 0;
            for (int k = 1; k < boxes.size(); k++) {
                if (boxes.get(k).spread > boxes.get(widest).spread) {
                    widest = k;
                }
            }
            var box = boxes.get(widest);
            int cut = box.cut(slots);
            boxes.set(widest, new Cluster(slots, box.from, cut));
            boxes.add(new Cluster(slots, cut, box.to));
        }
        return boxes;
    }

    /** A part of the list of colours: how far they deviate from their mean in the worst channel, and which that is. */
    private final class Cluster {
        private final int from;
        private final int to;
        private final double[] mean = new double[3];
        private final int prevailing;
        private double spread = -1;
        private int shift;

        Cluster(int[] slots, int from, int to) {
            this.from = from;
            this.to = to;
            double weight = 0;
            var squares = new double[3];
            int most = slots[from];
            for (int i = from; i < to; i++) {
                int color = keys[slots[i]];
                double n = counts[slots[i]];
                weight += n;
                for (int c = 0; c < 3; c++) {
                    int v = color >> 8 * c & 255;
                    mean[c] += n * v;
                    squares[c] += n * v * v;
                }
                most = counts[slots[i]] > counts[most] ? slots[i] : most;
            }
            for (int c = 0; c < 3; c++) {
                mean[c] /= weight;
                double deviation = squares[c] - weight * mean[c] * mean[c];
                if (to - from > 1 && deviation > spread) {
                    spread = deviation;
                    shift = 8 * c;
                }
            }
            prevailing = 2 * counts[most] > weight ? keys[most] : -1;
        }

        /** Orders the colours so that those below the mean stand first; answers where the others begin. */
        int cut(int[] slots) {
            int low = from;
            for (int i = from; i < to; i++) {
                int slot = slots[i];
                if ((keys[slot] >> shift & 255) < mean[shift / 8]) {
                    slots[i] = slots[low];
                    slots[low++] = slot;
                }
            }
            return Math.clamp(low, from + 1, to - 1);
        }

        int color() {
            return prevailing >= 0
                    ? prevailing
                    : (int) Math.round(mean[2]) << 16 | (int) Math.round(mean[1]) << 8 | (int) Math.round(mean[0]);
        }
    }
}
