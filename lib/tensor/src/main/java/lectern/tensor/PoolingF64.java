package lectern.tensor;

import java.util.Arrays;

/** The loops of pooling over some planes of float64. */
final class PoolingF64 {
    private PoolingF64() {}

    static void max(double[] x, double[] out, Field f, int first, int last) {
        if (MaxPool2x2F64.serves(f)) {
            MaxPool2x2F64.max(x, out, f, first, last);
            return;
        }
        int to = first * f.positions();
        for (int p = first; p < last; p++) {
            for (int row = 0; row < f.rows; row++) {
                for (int col = 0; col < f.cols; col++) {
                    int at = place(x, f, p * f.plane(), row, col);
                    out[to++] = at < 0 ? Double.NEGATIVE_INFINITY : x[at];
                }
            }
        }
    }

    static void pick(double[] x, double[] reference, double[] out, Field f, int first, int last) {
        int to = first * f.positions();
        for (int p = first; p < last; p++) {
            for (int row = 0; row < f.rows; row++) {
                for (int col = 0; col < f.cols; col++) {
                    int at = place(reference, f, p * f.plane(), row, col);
                    out[to++] = at < 0 ? 0 : x[at];
                }
            }
        }
    }

    static void scatter(double[] g, double[] reference, double[] out, Field f, int first, int last) {
        if (MaxPool2x2F64.serves(f)) {
            MaxPool2x2F64.scatter(g, reference, out, f, first, last);
            return;
        }
        Arrays.fill(out, first * f.plane(), last * f.plane(), 0);
        int from = first * f.positions();
        for (int p = first; p < last; p++) {
            for (int row = 0; row < f.rows; row++) {
                for (int col = 0; col < f.cols; col++) {
                    int at = place(reference, f, p * f.plane(), row, col);
                    if (at >= 0) {
                        out[at] += g[from];
                    }
                    from++;
                }
            }
        }
    }

    /** Where the first maximum under a position lies; -1 when no tap meets the plane. */
    private static int place(double[] x, Field f, int plane, int row, int col) {
        int top = row * f.strideY - f.top;
        int left = col * f.strideX - f.left;
        int height = f.height;
        int width = f.width;
        int bottom = Math.min(height, top + f.windowHeight * f.dilationY);
        int right = Math.min(width, left + f.windowWidth * f.dilationX);
        int place = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int y = top; y < bottom; y += f.dilationY) {
            if (y < 0) {
                continue;
            }
            int start = plane + y * width;
            for (int i = left; i < right; i += f.dilationX) {
                if (i < 0) {
                    continue;
                }
                double value = x[start + i];
                if (place < 0 || value > best || value != value && best == best) {
                    place = start + i;
                    best = value;
                }
            }
        }
        return place;
    }

    static void mean(double[] x, double[] out, Field f, int first, int last) {
        double weight = 1.0 / f.taps();
        int to = first * f.positions();
        for (int p = first; p < last; p++) {
            for (int row = 0; row < f.rows; row++) {
                for (int col = 0; col < f.cols; col++) {
                    double sum = 0;
                    for (int i = 0; i < f.windowHeight; i++) {
                        int y = row * f.strideY + i * f.dilationY - f.top;
                        for (int j = 0; j < f.windowWidth && y >= 0 && y < f.height; j++) {
                            int at = col * f.strideX + j * f.dilationX - f.left;
                            if (at >= 0 && at < f.width) {
                                sum += x[p * f.plane() + y * f.width + at];
                            }
                        }
                    }
                    out[to++] = sum * weight;
                }
            }
        }
    }

    static void share(double[] g, double[] out, Field f, int first, int last) {
        Arrays.fill(out, first * f.plane(), last * f.plane(), 0);
        double weight = 1.0 / f.taps();
        int from = first * f.positions();
        for (int p = first; p < last; p++) {
            for (int row = 0; row < f.rows; row++) {
                for (int col = 0; col < f.cols; col++) {
                    double part = g[from++] * weight;
                    for (int i = 0; i < f.windowHeight; i++) {
                        int y = row * f.strideY + i * f.dilationY - f.top;
                        for (int j = 0; j < f.windowWidth && y >= 0 && y < f.height; j++) {
                            int at = col * f.strideX + j * f.dilationX - f.left;
                            if (at >= 0 && at < f.width) {
                                out[p * f.plane() + y * f.width + at] += part;
                            }
                        }
                    }
                }
            }
        }
    }
}
