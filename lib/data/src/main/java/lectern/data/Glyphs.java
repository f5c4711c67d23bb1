package lectern.data;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Digits drawn by a shaky pen: every digit is a line through a few points, which are moved, slanted, turned, scaled and
 * drawn with soft edges. Every image has its own random numbers, so that it does not depend on how many are drawn.
 */
final class Glyphs {
    private static final int SIZE = 28;
    private static final int STEPS_PER_SEGMENT = 6;

    /**
     * Points of the pen for every digit, x to the right and y down, in a box from 0 to 1; several strokes are
     * allowed.
     */
    private static final double[][][] STROKES = {
        {{.5, 0, .85, .2, .85, .8, .5, 1, .15, .8, .15, .2, .5, 0}},
        {{.3, .2, .55, 0, .55, .5, .55, 1}},
        {{.15, .25, .5, 0, .85, .25, .5, .65, .1, 1}, {.1, 1, .5, 1, .9, 1}},
        {{.15, .12, .6, 0, .8, .25, .45, .47}, {.45, .47, .85, .7, .6, 1, .12, .88}},
        {{.65, 1, .65, .5, .65, 0}, {.65, 0, .35, .35, .1, .68}, {.1, .68, .5, .68, .95, .68}},
        {{.85, 0, .5, 0, .2, 0}, {.2, 0, .18, .22, .15, .45}, {.15, .45, .6, .35, .88, .68, .55, 1, .12, .9}},
        {{.7, 0, .3, .25, .13, .7, .45, 1, .82, .78, .55, .5, .16, .65}},
        {{.12, 0, .5, 0, .9, 0}, {.9, 0, .6, .5, .4, 1}, {.35, .5, .55, .5, .8, .5}},
        {{.5, .47, .2, .25, .5, 0, .8, .25, .5, .47, .12, .75, .5, 1, .88, .75, .5, .47}},
        {{.84, .35, .5, .5, .18, .28, .5, 0, .84, .3, .75, .7, .55, 1}},
    };

    private Glyphs() {}

    static ImageSplit split(int train, int test, long seed) {
        return new ImageSplit("glyphs", draw(train, seed), draw(test, ~seed));
    }

    private static ImageSet draw(int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of images must be positive; " + count + " was given.");
        }
        var labels = new int[count];
        var pixels = new byte[count * SIZE * SIZE];
        IntStream.range(0, count).parallel().forEach(i -> {
            var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + i);
            labels[i] = random.nextInt(STROKES.length);
            paint(strokes(STROKES[labels[i]], random), random, pixels, i * SIZE * SIZE);
        });
        return new ImageSet(pixels, labels, SIZE, SIZE);
    }

    /** The strokes of one digit in pixels, each a fine polygonal line x, y, x, y …, after all random changes. */
    private static double[][] strokes(double[][] digit, SplittableRandom random) {
        double turn = 0.13 * random.nextGaussian();
        double slant = 0.18 * random.nextGaussian();
        double width = SIZE * (0.5 + 0.05 * random.nextGaussian());
        double height = SIZE * (0.66 + 0.04 * random.nextGaussian());
        double right = SIZE / 2.0 + 1.1 * random.nextGaussian();
        double down = SIZE / 2.0 + 1.1 * random.nextGaussian();
        var result = new double[digit.length][];
        for (int s = 0; s < digit.length; s++) {
            double[] curve = smooth(shaken(digit[s], random));
            for (int k = 0; k < curve.length; k += 2) {
                double y = (curve[k + 1] - 0.5) * height;
                double x = (curve[k] - 0.5) * width - slant * y;
                curve[k] = right + x * Math.cos(turn) - y * Math.sin(turn);
                curve[k + 1] = down + x * Math.sin(turn) + y * Math.cos(turn);
            }
            result[s] = curve;
        }
        return result;
    }

    private static double[] shaken(double[] points, SplittableRandom random) {
        var moved = points.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += 0.035 * random.nextGaussian();
        }
        return moved;
    }

    /** A curve through the points (Catmull and Rom, 1974), the end points doubled. */
    private static double[] smooth(double[] p) {
        int segments = p.length / 2 - 1;
        var curve = new double[2 * (segments * STEPS_PER_SEGMENT + 1)];
        for (int k = 0; k < curve.length / 2; k++) {
            int segment = Math.min(k / STEPS_PER_SEGMENT, segments - 1);
            double t = k / (double) STEPS_PER_SEGMENT - segment;
            for (int axis = 0; axis < 2; axis++) {
                double a = p[2 * Math.max(segment - 1, 0) + axis];
                double b = p[2 * segment + axis];
                double c = p[2 * (segment + 1) + axis];
                double d = p[2 * Math.min(segment + 2, segments) + axis];
                double bend = 2 * a - 5 * b + 4 * c - d;
                curve[2 * k + axis] = b + 0.5 * t * (c - a + t * (bend + t * (3 * (b - c) + d - a)));
            }
        }
        return curve;
    }

    /** Grey falls off softly with the distance of a pixel's middle from the pen's path. */
    private static void paint(double[][] strokes, SplittableRandom random, byte[] pixels, int start) {
        double radius = Math.max(0.7, 1.25 + 0.25 * random.nextGaussian());
        double ink = Math.min(1, 0.95 + 0.05 * random.nextGaussian());
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                double distance = Double.POSITIVE_INFINITY;
                for (double[] curve : strokes) {
                    for (int k = 0; k + 3 < curve.length; k += 2) {
                        distance = Math.min(distance, squaredDistance(j + 0.5, i + 0.5, curve, k));
                    }
                }
                double grey = ink * Math.clamp(radius + 0.5 - Math.sqrt(distance), 0, 1);
                pixels[start + i * SIZE + j] = (byte) Math.round(255 * grey);
            }
        }
    }

    private static double squaredDistance(double x, double y, double[] curve, int k) {
        double dx = curve[k + 2] - curve[k];
        double dy = curve[k + 3] - curve[k + 1];
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - curve[k]) * dx + (y - curve[k + 1]) * dy) / length, 0, 1);
        double ex = x - curve[k] - t * dx;
        double ey = y - curve[k + 1] - t * dy;
        return ex * ex + ey * ey;
    }
}
