package lectern.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;

/**
 * A random program over arrays: written in the operations of the library by {@link #apply}, and run by an interpreter that
 * shares no line with the library by {@link #interpret}.
 */
final class RandomProgram {
    /** A value of the plain interpreter. */
    record Plain(double[] data, int... shape) {}

    /** An operation, the places of its arguments, and its parameters. */
    record Line(String op, int a, int b, int c, int[] numbers) {}

    private static final String[] UNARY = {
        "neg",
        "abs",
        "square",
        "tanh",
        "sin",
        "cos",
        "sigmoid",
        "expm",
        "logp",
        "sqrtp",
        "sign",
        "softplus",
        "twice",
        "floor"
    };
    private static final String[] BINARY = {"add", "sub", "mul", "divp", "max", "min", "pow2", "step"};

    /** One program in so many is large. */
    private static final int LARGE = 100;

    private final List<Line> lines = new ArrayList<>();
    private final List<int[]> shapes = new ArrayList<>();
    final List<Plain> inputs = new ArrayList<>();
    private final Random random;
    private final boolean smooth;

    /** A program of some operations; a smooth one has no jumps, so that derivatives can be compared. */
    RandomProgram(long seed, int length, boolean smooth) {
        random = new Random(seed);
        this.smooth = smooth;
        // Few are large: those run in blocks and on two threads.
        int n = seed % LARGE == 0 ? pick(70, 130, 700) : pick(1, 2, 3, 5, 17);
        int m = seed % LARGE == 0 ? pick(1, 5, 16, 33) : pick(1, 2, 4, 7);
        for (int[] shape : new int[][] {{n, m}, {m}, {n, 1}, {}, {m, n}, {2, n, m}}) {
            double[] data = new double[size(shape)];
            for (int i = 0; i < data.length; i++) {
                data[i] = random.nextGaussian();
            }
            inputs.add(new Plain(data, shape));
            shapes.add(shape);
        }
        while (lines.size() < length) {
            grow();
        }
    }

    private int pick(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static int size(int... shape) {
        int size = 1;
        for (int n : shape) {
            size *= n;
        }
        return size;
    }

    private int any() {
        int n = shapes.size();
        return random.nextBoolean() ? n - 1 - random.nextInt(Math.min(4, n)) : random.nextInt(n);
    }

    private void add(String op, int a, int b, int c, int[] shape, int... numbers) {
        if (size(shape) <= 60_000) {
            lines.add(new Line(op, a, b, c, numbers));
            shapes.add(shape);
        }
    }

    private void grow() {
        int a = any();
        int b = any();
        int[] x = shapes.get(a);
        int[] y = shapes.get(b);
        switch (random.nextInt(15)) {
            case 0, 1, 2 -> {
                String op = UNARY[random.nextInt(UNARY.length)];
                if (!smooth || !List.of("sign", "floor", "abs").contains(op)) {
                    add(op, a, -1, -1, x);
                }
            }
            case 3, 4, 5, 6 -> {
                int[] joint = broadcast(x, y);
                String op = BINARY[random.nextInt(BINARY.length)];
                if (joint != null && !(smooth && List.of("max", "min", "step").contains(op))) {
                    add(op, a, b, -1, joint);
                }
            }
            case 7 -> {
                if (x.length == 2 && y.length == 2) {
                    for (int flags = 0; flags < 4; flags++) {
                        int inner = x[flags % 2 == 0 ? 1 : 0];
                        if (inner == y[flags / 2 == 0 ? 0 : 1]) {
                            add("matmul", a, b, -1, new int[] {x[flags % 2], y[flags / 2 == 0 ? 1 : 0]}, flags);
                            return;
                        }
                    }
                }
            }
            case 8 -> {
                if (x.length > 0) {
                    int axis = random.nextInt(x.length + 1);
                    String extreme = random.nextBoolean() ? "maxover" : "minover";
                    String op = !smooth && random.nextInt(3) == 0 ? extreme : random.nextBoolean() ? "sum" : "mean";
                    add(op, a, -1, -1, axis == x.length ? new int[0] : without(x, axis), axis);
                }
            }
            case 9 -> {
                if (x.length == 2) {
                    add("transpose", a, -1, -1, new int[] {x[1], x[0]});
                } else if (x.length == 3) {
                    add("reshape", a, -1, -1, new int[] {x[0] * x[1], x[2]});
                }
            }
            case 10 -> {
                if (x.length > 0 && x[0] > 1) {
                    int step = 1 + random.nextInt(2);
                    int start = random.nextInt(x[0]);
                    int[] shape = x.clone();
                    shape[0] = (x[0] - start + step - 1) / step;
                    add("slice", a, -1, -1, shape, start, step);
                }
            }
            case 11 -> {
                if (x.length > 0) {
                    int axis = random.nextInt(x.length);
                    int[] shape = x.clone();
                    shape[axis] = 1 + random.nextInt(5);
                    int[] numbers = new int[1 + shape[axis]];
                    numbers[0] = axis;
                    for (int i = 1; i < numbers.length; i++) {
                        numbers[i] = random.nextInt(2 * x[axis]) - x[axis];
                    }
                    add("take", a, -1, -1, shape, numbers);
                }
            }
            case 12 -> {
                if (x.length > 0) {
                    add("cumsum", a, -1, -1, x, random.nextInt(x.length));
                }
            }
            case 13 -> {
                if (x.length == 3 && y.length == 2 && x[2] == y[0]) {
                    add("batches", a, b, -1, new int[] {x[0], x[1], y[1]});
                } else if (x.length > 0 && x.length < 3) {
                    int axis = random.nextInt(x.length + 1);
                    int[] shape = new int[x.length + 1];
                    for (int i = 0; i < shape.length; i++) {
                        shape[i] = i == axis ? 1 : x[i < axis ? i : i - 1];
                    }
                    add("expand", a, -1, -1, shape, axis);
                }
            }
            default -> {
                if (x.length > 0 && Arrays.equals(x, y)) {
                    int[] shape = x.clone();
                    shape[0] *= 2;
                    add("concat", a, b, -1, shape);
                } else if (x.length == 1) {
                    add("column", a, -1, -1, new int[] {x[0], 1});
                }
            }
        }
    }

    private static int[] without(int[] shape, int axis) {
        int[] out = new int[shape.length - 1];
        for (int i = 0, k = 0; i < shape.length; i++) {
            if (i != axis) {
                out[k++] = shape[i];
            }
        }
        return out;
    }

    private static int[] broadcast(int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] out = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int m = i <= a.length ? a[a.length - i] : 1;
            int n = i <= b.length ? b[b.length - i] : 1;
            if (m != n && m != 1 && n != 1) {
                return null;
            }
            out[rank - i] = m == 1 ? n : m;
        }
        return out;
    }

    Tensor[] tensors(DType dtype) {
        return inputs.stream()
                .map(x -> Raw.wrap(x.data().clone(), x.shape()).cast(dtype))
                .toArray(Tensor[]::new);
    }

    /** The last four values, computed with the library. */
    Tensor[] apply(Tensor... args) {
        List<Tensor> values = new ArrayList<>(List.of(args));
        for (Line line : lines) {
            Tensor x = values.get(line.a);
            Tensor y = line.b < 0 ? null : values.get(line.b);
            values.add(evaluate(line, x, y));
        }
        return values.subList(values.size() - 4, values.size()).toArray(Tensor[]::new);
    }

    private static Tensor evaluate(Line line, Tensor x, Tensor y) {
        int[] k = line.numbers;
        return switch (line.op) {
            case "neg" -> x.neg();
            case "abs" -> x.abs();
            case "square" -> x.square();
            case "tanh" -> x.tanh();
            case "sin" -> x.sin();
            case "cos" -> x.cos();
            case "sigmoid" -> x.sigmoid();
            case "expm" -> x.tanh().exp();
            case "logp" -> x.square().plus(1).log();
            case "sqrtp" -> x.square().plus(0.5).sqrt();
            case "sign" -> x.sign();
            case "softplus" -> x.softplus();
            case "twice" -> x.times(2).plus(0).times(1);
            case "floor" -> x.times(0.731).plus(0.1234567).floor();
            case "add" -> x.plus(y);
            case "sub" -> x.minus(y);
            case "mul" -> x.times(y);
            case "divp" -> x.div(y.square().plus(1));
            case "max" -> x.maximum(y);
            case "min" -> x.minimum(y);
            case "pow2" -> x.pow(2).minus(y);
            case "step" -> Tensors.where(x.gt(y), x.plus(y), y.times(0.5));
            case "matmul" -> (k[0] % 2 == 0 ? x : x.T()).matmul(k[0] / 2 == 0 ? y : y.T());
            case "sum" -> k[0] == x.ndim() ? x.sum() : x.sum(k[0]);
            case "mean" -> k[0] == x.ndim() ? x.mean() : x.mean(k[0]);
            case "maxover" -> k[0] == x.ndim() ? x.max() : x.max(k[0]);
            case "minover" -> k[0] == x.ndim() ? x.min() : x.min(k[0]);
            case "take" ->
                x.take(Raw.wrap(Arrays.stream(k).skip(1).asLongStream().toArray(), k.length - 1), k[0]);
            case "cumsum" -> x.cumsum(k[0]);
            case "batches" -> x.matmul(y);
            case "expand" -> x.expandDims(k[0]);
            case "transpose" -> x.T();
            case "reshape" -> x.reshape(x.dim(0) * x.dim(1), x.dim(2));
            case "column" -> x.reshape(-1, 1);
            case "slice" -> sliced(x, k[0], k[1]);
            case "concat" -> Tensors.concat(0, x, y);
            default -> throw new IllegalStateException(line.op);
        };
    }

    private static Tensor sliced(Tensor x, int start, int step) {
        int[] shape = x.shape();
        List<Integer> starts = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < shape.length; i++) {
            starts.add(i == 0 ? start : 0);
            sizes.add(i == 0 ? (shape[0] - start + step - 1) / step : shape[i]);
            steps.add(i == 0 ? step : 1);
        }
        return lectern.tensor.Tensor.apply(new lectern.tensor.op.Slice(starts, sizes, steps), x);
    }

    /** The last four values, computed index by index. */
    List<Plain> interpret() {
        List<Plain> values = new ArrayList<>(inputs);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Plain x = values.get(line.a);
            Plain y = line.b < 0 ? null : values.get(line.b);
            values.add(PlainInterpreter.run(line, x, y, shapes.get(inputs.size() + i)));
        }
        return values.subList(values.size() - 4, values.size());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            text.append(inputs.size() + i)
                    .append(" = ")
                    .append(line.op)
                    .append(' ')
                    .append(line.a)
                    .append(' ')
                    .append(line.b)
                    .append(' ')
                    .append(Arrays.toString(line.numbers))
                    .append(" : ")
                    .append(Arrays.toString(shapes.get(inputs.size() + i)))
                    .append('\n');
        }
        return text.toString();
    }
}
