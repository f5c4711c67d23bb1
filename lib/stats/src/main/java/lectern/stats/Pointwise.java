package lectern.stats;

import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.Shapes;

/** What distributions share: functions of numbers over broadcast tensors, terms that vanish, checks of parameters. */
final class Pointwise {
    private Pointwise() {}

    /** A function of the first tensor and the parameters behind it, number by number, in the type of the first. */
    static Tensor map(String what, ToDoubleFunction<double[]> f, Tensor... args) {
        int[] shape = shapeOf(args);
        double[][] values = new double[args.length][];
        for (int k = 0; k < args.length; k++) {
            if (args[k].level() > 0) {
                throw new IllegalStateException(
                        what + " is computed from numbers and has no derivative; logPdf has one,"
                                + " and stopGradient(x) takes an argument as a constant");
            }
            values[k] = args[k].broadcastTo(shape).toDoubleArray();
        }
        double[] out = new double[Shapes.product(shape, 0, shape.length)];
        double[] at = new double[args.length];
        for (int i = 0; i < out.length; i++) {
            for (int k = 0; k < at.length; k++) {
                at[k] = values[k][i];
            }
            out[i] = f.applyAsDouble(at);
        }
        Tensor result = Tensors.of(out).reshape(shape);
        return args[0].dtype().isFloating() ? result.cast(args[0].dtype()) : result;
    }

    /** As {@link #map} for quantiles, whose first argument is a probability. */
    static Tensor quantile(String name, ToDoubleFunction<double[]> f, Tensor... args) {
        return map("quantile of " + name, at -> f.applyAsDouble(probability(at)), args);
    }

    private static double[] probability(double... at) {
        if (!(at[0] >= 0 && at[0] <= 1)) {
            throw new IllegalArgumentException("a quantile belongs to a probability between 0 and 1, got " + at[0]);
        }
        return at;
    }

    static int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        for (int k = 1; k < args.length; k++) {
            shape = Shapes.broadcast(shape, args[k].shape());
        }
        return shape;
    }

    /** The shape of draws in front of the broadcast shape of the parameters. */
    static int[] drawn(int[] shape, Tensor... parameters) {
        int[] own = shapeOf(parameters);
        int[] all = java.util.Arrays.copyOf(shape, shape.length + own.length);
        System.arraycopy(own, 0, all, shape.length, own.length);
        return all;
    }

    /** Draws that are made number by number from the parameters. */
    static Tensor draws(String name, ToDoubleFunction<double[]> draw, int[] shape, Tensor... parameters) {
        return map("sample of " + name, draw, spread(drawn(shape, parameters), parameters));
    }

    private static Tensor[] spread(int[] shape, Tensor... parameters) {
        Tensor[] all = parameters.clone();
        all[0] = all[0].level() > 0
                ? all[0]
                : all[0].cast(lectern.tensor.type.DType.FLOAT64).broadcastTo(shape);
        return all;
    }

    /** a·log x, and 0 where a = 0 whatever x is. */
    static Tensor xlogy(Tensor a, Tensor x) {
        Tensor none = a.eq(0);
        return Tensors.where(none, 0, a.times(Tensors.where(none, 1, x).log()));
    }

    /** The value inside the support, negative infinity outside. */
    static Tensor inside(Tensor support, Tensor value) {
        return Tensors.where(support, value, Double.NEGATIVE_INFINITY);
    }

    /** Refuses a parameter outside its range, unless it is being differentiated and its numbers are not looked at. */
    static void check(String name, String parameter, Tensor value, String range, DoublePredicate good) {
        if (value == null) {
            throw new IllegalArgumentException(name + " wants " + parameter + " " + range + ", got null");
        }
        if (value.level() > 0) {
            return;
        }
        for (double number : value.toDoubleArray()) {
            if (!good.test(number)) {
                throw new IllegalArgumentException(name + " wants " + parameter + " " + range + ", got " + number);
            }
        }
    }

    static void positive(String name, String parameter, Tensor value) {
        check(name, parameter, value, "above 0", x -> x > 0 && x < Double.POSITIVE_INFINITY);
    }

    static void finite(String name, String parameter, Tensor value) {
        check(name, parameter, value, "finite", Double::isFinite);
    }

    /** The numbers that a distribution is fitted to. */
    static double[] data(String name, Tensor data, int least, String range, DoublePredicate good) {
        double[] x = data.toDoubleArray();
        if (x.length < least) {
            throw new IllegalArgumentException(
                    name + ".fit wants at least " + least + " numbers, got shape " + Shapes.text(data.shape()));
        }
        for (double number : x) {
            if (!good.test(number)) {
                throw new IllegalArgumentException(name + ".fit wants numbers " + range + ", got " + number);
            }
        }
        return x;
    }
}
