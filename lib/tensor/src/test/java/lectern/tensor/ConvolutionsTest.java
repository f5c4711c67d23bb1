package lectern.tensor;

import static lectern.tensor.Convolutions.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lectern.tensor.op.AvgUnpool;
import lectern.tensor.op.ConvFilter;
import lectern.tensor.op.ConvInput;
import lectern.tensor.op.PoolPick;
import lectern.tensor.op.PoolScatter;
import lectern.tensor.op.Window;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Convolution, pooling and normalisation against plain loops over the definitions. */
class ConvolutionsTest {
    /** Everything a convolution of pictures depends on. */
    private record Case(
            int n,
            int c,
            int h,
            int w,
            int o,
            int kh,
            int kw,
            int sy,
            int sx,
            int py,
            int px,
            int dy,
            int dx,
            int groups) {
        Sliding options() {
            return stride(sy, sx).padding(py, px).dilation(dy, dx).groups(groups);
        }

        int rows() {
            return (h + 2 * py - dy * (kh - 1) - 1) / sy + 1;
        }

        int cols() {
            return (w + 2 * px - dx * (kw - 1) - 1) / sx + 1;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(2, 3, 7, 6, 4, 3, 3, 1, 1, 0, 0, 1, 1, 1),
            new Case(3, 2, 9, 8, 5, 3, 2, 2, 1, 1, 0, 1, 1, 1),
            new Case(1, 4, 8, 11, 6, 3, 3, 2, 3, 2, 1, 1, 2, 2),
            new Case(2, 6, 5, 5, 6, 3, 3, 1, 1, 1, 1, 1, 1, 6),
            new Case(2, 5, 6, 4, 3, 1, 1, 1, 1, 0, 0, 1, 1, 1),
            new Case(1, 2, 3, 40, 2, 3, 3, 1, 1, 3, 4, 2, 1, 1),
            new Case(2, 3, 30, 37, 40, 5, 5, 1, 1, 2, 2, 1, 1, 1),
            new Case(5, 16, 13, 13, 32, 3, 3, 1, 1, 0, 0, 1, 1, 1),
            new Case(2, 2, 4, 4, 2, 4, 4, 3, 3, 0, 0, 1, 1, 1));

    private static Tensor random(int seed, int... shape) {
        Random random = new Random(seed);
        double[] data = new double[Shapes.size(shape)];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextInt(-8, 9) / 4.0;
        }
        return Raw.wrap(data, shape);
    }

    /** Calls back for every product in the definition: positions in x, w and y. */
    private interface Visit {
        void at(int x, int w, int y);
    }

    private static void visit(Case k, Visit visit) {
        int in = k.c / k.groups;
        int out = k.o / k.groups;
        for (int n = 0; n < k.n; n++) {
            for (int o = 0; o < k.o; o++) {
                for (int p = 0; p < k.rows(); p++) {
                    for (int q = 0; q < k.cols(); q++) {
                        for (int c = 0; c < in; c++) {
                            for (int s = 0; s < k.kh; s++) {
                                for (int t = 0; t < k.kw; t++) {
                                    int i = p * k.sy + s * k.dy - k.py;
                                    int j = q * k.sx + t * k.dx - k.px;
                                    if (i >= 0 && i < k.h && j >= 0 && j < k.w) {
                                        int channel = o / out * in + c;
                                        visit.at(
                                                ((n * k.c + channel) * k.h + i) * k.w + j,
                                                ((o * in + c) * k.kh + s) * k.kw + t,
                                                ((n * k.o + o) * k.rows() + p) * k.cols() + q);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> theFamilyIsItsDefinition() {
        return CASES.stream()
                .flatMap(k -> Stream.of(DType.FLOAT64, DType.FLOAT32)
                        .map(type -> DynamicTest.dynamicTest(k + " " + type, () -> compare(k, type))));
    }

    private static void compare(Case k, DType type) {
        Tensor x = random(1, k.n, k.c, k.h, k.w).cast(type);
        Tensor w = random(2, k.o, k.c / k.groups, k.kh, k.kw).cast(type);
        Tensor g = random(3, k.n, k.o, k.rows(), k.cols()).cast(type);
        double[] xs = x.toDoubleArray();
        double[] ws = w.toDoubleArray();
        double[] gs = g.toDoubleArray();
        double[] y = new double[gs.length];
        double[] dx = new double[xs.length];
        double[] dw = new double[ws.length];
        visit(k, (i, j, p) -> {
            y[p] += xs[i] * ws[j];
            dx[i] += gs[p] * ws[j];
            dw[j] += gs[p] * xs[i];
        });
        Tensor found = conv2d(x, w, k.options());
        assertArrayEquals(new int[] {k.n, k.o, k.rows(), k.cols()}, found.shape());
        assertEquals(type, found.dtype());
        assertArrayEquals(y, found.toDoubleArray());
        Window window = k.options().window("conv2d", List.of(k.kh, k.kw), List.of(1, 1), x.shape());
        Tensor back = Tensor.apply(new ConvInput(window, k.groups, List.of(k.h, k.w)), g, w);
        assertArrayEquals(dx, back.toDoubleArray());
        assertArrayEquals(
                dw, Tensor.apply(new ConvFilter(window, k.groups), x, g).toDoubleArray());
        int[] extra = {
            k.h - ((k.rows() - 1) * k.sy - 2 * k.py + k.dy * (k.kh - 1) + 1),
            k.w - ((k.cols() - 1) * k.sx - 2 * k.px + k.dx * (k.kw - 1) + 1)
        };
        assertEquals(back, convTranspose2d(g, w, k.options().outputPadding(extra)));
    }

    @Test
    void signalsAreFlatPictures() {
        Tensor x = random(4, 2, 4, 15);
        Tensor w = random(5, 6, 2, 3);
        Sliding options = stride(2).padding(1).dilation(2).groups(2);
        Tensor flat = conv2d(
                x.expandDims(2),
                w.expandDims(2),
                stride(1, 2).padding(0, 1).dilation(1, 2).groups(2));
        assertEquals(flat.squeeze(2), conv1d(x, w, options));
        Tensor g = random(6, 2, 6, 5);
        Tensor wide =
                convTranspose2d(g.expandDims(2), w.expandDims(2), stride(1, 2).groups(2));
        assertEquals(wide.squeeze(2), convTranspose1d(g, w, stride(2).groups(2)));
        assertEquals(maxPool2d(x.reshape(8, 1, 3, 5), 2).shape().length, 4);
        assertArrayEquals(new int[] {2, 4, 7}, maxPool1d(x, 2).shape());
    }

    @Test
    void handComputed() {
        Tensor x = Tensors.of(1.0, 2, 4, 8).reshape(1, 1, 4);
        Tensor w = Tensors.of(1.0, -1).reshape(1, 1, 2);
        assertArrayEquals(new double[] {-1, -2, -4}, conv1d(x, w).toDoubleArray());
        assertArrayEquals(
                new double[] {-1, -2, -4, 8}, conv1d(x, w, padding("same")).toDoubleArray());
        assertArrayEquals(
                new double[] {-0.5, -1.5, -3.5},
                conv1d(x, w, Tensors.of(new double[] {0.5})).toDoubleArray());
        assertArrayEquals(new double[] {1, 1, 2, 4, -8}, convTranspose1d(x, w).toDoubleArray());
        assertArrayEquals(new double[] {2, 8}, maxPool1d(x, 2).toDoubleArray());
        assertArrayEquals(new double[] {1.5, 6}, avgPool1d(x, 2).toDoubleArray());
        assertArrayEquals(new double[] {0.5, 3, 4}, avgPool1d(x, 2, padding(1)).toDoubleArray());
        assertArrayEquals(
                new double[] {2, 8}, maxPool1d(x, 3, stride(2).padding(1)).toDoubleArray());
    }

    @Test
    void sameKeepsTheLength() {
        for (int size = 1; size <= 5; size++) {
            for (int step = 1; step <= 3; step++) {
                for (int gap = 1; gap <= 2; gap++) {
                    Tensor y = conv2d(
                            random(1, 1, 1, 7, 8),
                            random(2, 1, 1, size, size),
                            stride(step).padding("same").dilation(gap));
                    assertArrayEquals(new int[] {1, 1, Math.ceilDiv(7, step), Math.ceilDiv(8, step)}, y.shape());
                }
                Tensor wide = convTranspose1d(
                        random(1, 1, 1, 5), random(2, 1, 1, size), stride(step).padding("same"));
                assertEquals(5 * step, wide.dim(-1));
            }
        }
    }

    @Test
    void poolingIsItsDefinition() {
        for (int size : new int[] {2, 3}) {
            for (int step : new int[] {1, 2, 3}) {
                for (int margin = 0; margin <= 1; margin++) {
                    for (int width : new int[] {4, 11, 26, 33}) {
                        pool(size, step, margin, 1, random(9, 3, 2, 10, width));
                        pool(size, step, margin, 2, random(9, 3, 2, 10, width));
                        pool(size, step, margin, 1, random(9, 3, 2, 10, width).cast(DType.FLOAT32));
                    }
                }
            }
        }
    }

    private static void pool(int size, int step, int margin, int gap, Tensor x) {
        int h = x.dim(2);
        int w = x.dim(3);
        int extent = gap * (size - 1) + 1;
        if (extent > w + 2 * margin) {
            return;
        }
        int rows = (h + 2 * margin - extent) / step + 1;
        int cols = (w + 2 * margin - extent) / step + 1;
        double[] data = x.toDoubleArray();
        List<Double> most = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        double[] scattered = new double[data.length];
        double[] shared = new double[data.length];
        Tensor g = random(11, x.dim(0), x.dim(1), rows, cols).cast(x.dtype());
        double[] gs = g.toDoubleArray();
        for (int plane = 0; plane < 6; plane++) {
            for (int p = 0; p < rows; p++) {
                for (int q = 0; q < cols; q++) {
                    int at = -1;
                    double sum = 0;
                    double part = gs[most.size()];
                    for (int s = 0; s < size * size; s++) {
                        int i = p * step + s / size * gap - margin;
                        int j = q * step + s % size * gap - margin;
                        if (i >= 0 && i < h && j >= 0 && j < w) {
                            int k = (plane * h + i) * w + j;
                            sum += data[k];
                            shared[k] += part / (size * size);
                            at = at < 0 || data[k] > data[at] ? k : at;
                        }
                    }
                    scattered[at] += part;
                    most.add(data[at]);
                    mean.add(sum / (size * size));
                }
            }
        }
        Sliding options = stride(step).padding(margin).dilation(gap);
        Window window = options.window("pool", List.of(size, size), List.of(1, 1), x.shape());
        String what = size + " " + step + " " + margin + " " + gap + " " + w;
        double eps = x.dtype() == DType.FLOAT32 ? 1e-5 : 1e-13;
        assertArrayEquals(numbers(most), maxPool2d(x, size, options).toDoubleArray(), what);
        assertArrayEquals(numbers(mean), avgPool2d(x, size, options).toDoubleArray(), eps, what);
        assertArrayEquals(scattered, Tensor.apply(new PoolScatter(window), g, x).toDoubleArray(), what);
        assertArrayEquals(
                numbers(most), Tensor.apply(new PoolPick(window), x, x).toDoubleArray(), what);
        assertArrayEquals(
                shared, Tensor.apply(new AvgUnpool(window, List.of(h, w)), g).toDoubleArray(), eps, what);
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(d -> d).toArray();
    }

    @Test
    void notANumberWinsAndInfinityIsANumber() {
        for (DType type : List.of(DType.FLOAT64, DType.FLOAT32)) {
            Tensor x = Tensors.of(
                            1,
                            Double.NaN,
                            3,
                            4,
                            Double.NEGATIVE_INFINITY,
                            -2,
                            Double.NEGATIVE_INFINITY,
                            Double.NEGATIVE_INFINITY,
                            Double.NaN,
                            1,
                            Double.POSITIVE_INFINITY,
                            Double.NaN)
                    .reshape(1, 1, 1, 12)
                    .cast(type);
            double[] row = maxPool2d(Tensors.concat(2, x, x), 2).toDoubleArray();
            assertArrayEquals(new double[] {Double.NaN, 4, -2, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN}, row);
        }
        Tensor y = Tensors.of(2.0, 1, Double.POSITIVE_INFINITY).reshape(1, 1, 3);
        Tensor w = Tensors.of(0.0, 1).reshape(1, 1, 2);
        assertArrayEquals(
                new double[] {1, Double.POSITIVE_INFINITY}, conv1d(y, w).toDoubleArray());
    }

    @Test
    void emptyBatchesAndWholeNumbers() {
        assertArrayEquals(
                new int[] {0, 3, 4, 4},
                conv2d(Tensors.zeros(0, 2, 6, 6), random(1, 3, 2, 3, 3)).shape());
        Tensor none = Tensor.apply(
                new ConvFilter(padding(0).window("", List.of(3, 3), List.of(1, 1), 0, 2, 6, 6), 1),
                Tensors.zeros(0, 2, 6, 6),
                Tensors.zeros(0, 3, 4, 4));
        assertEquals(Tensors.zeros(3, 2, 3, 3), none);
        Tensor whole =
                conv1d(Tensors.of(1, 2, 3).reshape(1, 1, 3), Tensors.of(1, 1).reshape(1, 1, 2));
        assertArrayEquals(new double[] {3, 5}, whole.toDoubleArray());
    }

    @Test
    void batchNormalisation() {
        Tensor x = random(8, 6, 3, 4, 5);
        Tensor y = batchNorm(x, Tensors.of(1.0, 2, 3), Tensors.of(0.0, 1, -1));
        assertArrayEquals(new double[] {0, 1, -1}, y.mean(0, 2, 3).toDoubleArray(), 1e-12);
        assertArrayEquals(new double[] {1, 2, 3}, y.std(0, 2, 3).toDoubleArray(), 1e-4);
        Tensor fixed = batchNorm(
                x, Tensors.of(1.0, 2, 3), Tensors.of(0.0, 1, -1), Tensors.of(0.5, 0, 0), Tensors.of(4.0, 1, 1), 0);
        assertEquals((x.at(1, 0, 2, 3) - 0.5) / 2, fixed.at(1, 0, 2, 3), 1e-15);
        assertEquals(2 * x.at(1, 1, 2, 3) + 1, fixed.at(1, 1, 2, 3), 1e-15);
        assertArrayEquals(
                new int[] {6, 3},
                batchNorm(random(1, 6, 3), Tensors.ones(3), Tensors.zeros(3)).shape());
    }

    @Test
    void errorsNameShapesAndRemedies() {
        Tensor x = random(1, 2, 3, 8, 8);
        assertMessage(() -> conv2d(x, random(1, 4, 2, 3, 3)), "(2, 3, 8, 8)", "(4, 2, 3, 3)", "3 channels", "take 2");
        assertMessage(() -> conv2d(x, random(1, 4, 3, 9, 9)), "window of 9", "length 8", "more padding");
        assertMessage(() -> conv2d(random(1, 3, 8, 8), random(1, 4, 3, 3, 3)), "(3, 8, 8)", "expandDims(0)");
        assertMessage(() -> conv2d(x, random(1, 4, 3, 3)), "out channels", "(4, 3, 3)");
        assertMessage(() -> conv2d(x, random(1, 4, 1, 3, 3), groups(3)), "4 channels", "3 groups");
        assertMessage(() -> conv2d(x, random(1, 4, 3, 3, 3), stride(0)), "stride", "got 0");
        assertMessage(() -> conv2d(x, random(1, 4, 3, 3, 3), stride(1, 2, 3)), "stride", "[1, 2, 3]");
        assertMessage(() -> conv2d(x, random(1, 4, 3, 3, 3), padding(-1)), "padding", "-1");
        assertMessage(() -> maxPool2d(x, 2, padding(2)), "more than half");
        assertMessage(() -> maxPool2d(x, 9), "window of 9");
        assertMessage(() -> conv2d(x, random(1, 4, 3, 3, 3), Tensors.ones(3)), "bias", "4 channels", "(3,)");
        assertMessage(() -> convTranspose2d(x, random(1, 4, 3, 3, 3)), "3 channels", "take 4", "in channels");
        assertMessage(() -> batchNorm(x, Tensors.ones(3), Tensors.zeros(2)), "beta", "3 channels", "(2,)");
        assertThrows(IllegalArgumentException.class, () -> padding("full"));
    }

    private static void assertMessage(Runnable call, String... parts) {
        String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message + " lacks " + part);
        }
    }
}
