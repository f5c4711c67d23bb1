package lectern.compile;

import java.util.Arrays;
import lectern.compile.RandomProgram.Line;
import lectern.compile.RandomProgram.Plain;

/** One operation of a random program, index by index, in plain loops over doubles; it shares no line with the library. */
final class PlainInterpreter {
    private PlainInterpreter() {}

    static Plain run(Line line, Plain x, Plain y, int[] shape) {
        double[] out = new double[RandomProgram.size(shape)];
        for (int flat = 0; flat < out.length; flat++) {
            int[] at = index(flat, shape);
            out[flat] = switch (line.op()) {
                case "matmul" -> contraction(x, y, at, line.numbers()[0]);
                case "sum", "mean", "maxover", "minover" -> reduced(line.op(), x, at, line.numbers()[0]);
                case "transpose" -> x.data()[at[1] * x.shape()[1] + at[0]];
                case "reshape", "column", "expand" -> x.data()[flat];
                case "take" -> {
                    int axis = line.numbers()[0];
                    int pick = line.numbers()[1 + at[axis]];
                    at[axis] = pick < 0 ? pick + x.shape()[axis] : pick;
                    yield read(x, at);
                }
                case "cumsum" -> {
                    double sum = 0;
                    int last = at[line.numbers()[0]];
                    for (int i = 0; i <= last; i++) {
                        at[line.numbers()[0]] = i;
                        sum += read(x, at);
                    }
                    yield sum;
                }
                case "batches" -> {
                    double sum = 0;
                    for (int i = 0; i < y.shape()[0]; i++) {
                        sum += read(x, at[0], at[1], i) * read(y, i, at[2]);
                    }
                    yield sum;
                }
                case "slice" -> {
                    int inner = RandomProgram.size(shape) / shape[0];
                    yield x.data()[(line.numbers()[0] + at[0] * line.numbers()[1]) * inner + flat % inner];
                }
                case "concat" -> flat < x.data().length ? x.data()[flat] : y.data()[flat - x.data().length];
                default -> number(line.op(), read(x, at), y == null ? 0 : read(y, at));
            };
        }
        return new Plain(out, shape);
    }

    private static int[] index(int flat, int... shape) {
        int[] at = new int[shape.length];
        int rest = flat;
        for (int i = shape.length - 1; i >= 0; i--) {
            at[i] = rest % shape[i];
            rest /= shape[i];
        }
        return at;
    }

    private static double read(Plain x, int... at) {
        int flat = 0;
        for (int i = 0; i < x.shape().length; i++) {
            int k = at[at.length - x.shape().length + i];
            flat = flat * x.shape()[i] + (x.shape()[i] == 1 ? 0 : k);
        }
        return x.data()[flat];
    }

    private static double contraction(Plain x, Plain y, int[] at, int flags) {
        boolean tx = flags % 2 == 1;
        boolean ty = flags / 2 == 1;
        int inner = x.shape()[tx ? 0 : 1];
        double sum = 0;
        for (int k = 0; k < inner; k++) {
            double a = tx ? x.data()[k * x.shape()[1] + at[0]] : x.data()[at[0] * x.shape()[1] + k];
            double b = ty ? y.data()[at[1] * y.shape()[1] + k] : y.data()[k * y.shape()[1] + at[1]];
            sum += a * b;
        }
        return sum;
    }

    private static double reduced(String op, Plain x, int[] at, int axis) {
        boolean all = axis == x.shape().length;
        int count = all ? x.data().length : x.shape()[axis];
        int inner = 1;
        int start = 0;
        if (!all) {
            inner = RandomProgram.size(Arrays.copyOfRange(x.shape(), axis + 1, x.shape().length));
            int rest = 0;
            for (int i = 0; i < at.length; i++) {
                rest = rest * x.shape()[i < axis ? i : i + 1] + at[i];
            }
            start = rest / inner * count * inner + rest % inner;
        }
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        double min = Double.POSITIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            double element = x.data()[start + k * inner];
            sum += element;
            max = Math.max(max, element);
            min = Math.min(min, element);
        }
        return switch (op) {
            case "sum" -> sum;
            case "mean" -> sum / count;
            case "minover" -> min;
            default -> max;
        };
    }

    private static double number(String op, double x, double y) {
        return switch (op) {
            case "neg" -> -x;
            case "abs" -> Math.abs(x);
            case "square" -> x * x;
            case "tanh" -> Math.tanh(x);
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "sigmoid" -> 1 / (1 + Math.exp(-x));
            case "expm" -> Math.exp(Math.tanh(x));
            case "logp" -> Math.log(x * x + 1);
            case "sqrtp" -> Math.sqrt(x * x + 0.5);
            case "sign" -> Math.signum(x);
            case "softplus" -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            case "twice" -> 2 * x;
            case "floor" -> Math.floor(0.731 * x + 0.1234567);
            case "add" -> x + y;
            case "sub" -> x - y;
            case "mul" -> x * y;
            case "divp" -> x / (y * y + 1);
            case "max" -> Math.max(x, y);
            case "min" -> Math.min(x, y);
            case "pow2" -> x * x - y;
            case "step" -> x > y ? x + y : 0.5 * y;
            default -> throw new IllegalStateException(op);
        };
    }
}
