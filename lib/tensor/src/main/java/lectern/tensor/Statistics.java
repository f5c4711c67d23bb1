package lectern.tensor;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Static verbs that make one number of many plain ones: of arrays, lists and streams as of numbers written down.
 *
 * <p>A NaN among the numbers makes the result NaN, as in NumPy. Tensors have methods of these names.
 */
public final class Statistics {
    private Statistics() {}

    /**
     * Computes the mean of numbers: the sum over the number.
     *
     * {@snippet :
     * mean(3, 1, 8) // → 4.0
     * }
     *
     * @param values the numbers, one or more
     * @return the mean; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double mean(double... values) {
        required("mean", values);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * Finds the median of numbers: the middle one in order, or half way between the two in the middle.
     *
     * {@snippet :
     * median(3, 1, 10) // → 3.0
     * median(List.of(1, 2)) // → 1.5
     * median(Stream.of("a", "bcd").map(String::length)) // → 2.0
     * }
     *
     * @param values the numbers, one or more
     * @return the median; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double median(double... values) {
        required("median", values);
        return quantile(values, 0.5);
    }

    /**
     * Finds the value below which a part of numbers lies, interpolated linearly between neighbours as NumPy does by
     * default.
     *
     * {@snippet :
     * quantile(new double[] {1, 2, 4}, 0.75) // → 3.0
     * }
     *
     * @param values the numbers, one or more
     * @param q the part, from 0 to 1
     * @return the quantile; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values, or q is not in [0, 1]
     */
    public static double quantile(double[] values, double q) {
        required("quantile", values);
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("A quantile lies between 0 and 1; got " + q);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return Double.NaN;
        }
        double place = q * (sorted.length - 1);
        int below = (int) place;
        double share = place - below;
        double low = sorted[below];
        double high = share == 0 ? low : sorted[below + 1];
        // Of infinities no difference can be taken.
        return share == 0
                ? low
                : Double.isInfinite(high - low)
                        ? (1 - share) * low + share * high
                        : low == high ? low : low + share * (high - low);
    }

    /**
     * Computes the standard deviation of numbers, divided by the number of values as in NumPy and not by one less.
     *
     * {@snippet :
     * std(1, 3) // → 1.0
     * }
     *
     * @param values the numbers, one or more
     * @return the standard deviation, 0 or more; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double std(double... values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /**
     * Finds the largest of numbers: of errors and losses the worst.
     *
     * {@snippet :
     * worst(0.1, 0.7, 0.3) // → 0.7
     * }
     *
     * @param values the numbers, one or more
     * @return the largest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double worst(double... values) {
        required("worst", values);
        return Arrays.stream(values).reduce(Math::max).getAsDouble();
    }

    /**
     * Finds the smallest of numbers: of errors and losses the best.
     *
     * {@snippet :
     * best(0.1, 0.7, 0.3) // → 0.1
     * }
     *
     * @param values the numbers, one or more
     * @return the smallest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double best(double... values) {
        required("best", values);
        return Arrays.stream(values).reduce(Math::min).getAsDouble();
    }

    private static void required(String verb, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("There are no values to take the " + verb + " of");
        }
    }

    /**
     * Computes the mean of a list.
     *
     * @param values the numbers, one or more
     * @return the mean; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double mean(Collection<? extends Number> values) {
        return mean(numbers(values.stream()));
    }

    /**
     * Finds the median of a list.
     *
     * @param values the numbers, one or more
     * @return the median; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double median(Collection<? extends Number> values) {
        return median(numbers(values.stream()));
    }

    /**
     * Finds the value below which a part of a list lies.
     *
     * @param values the numbers, one or more
     * @param q the part, from 0 to 1
     * @return the quantile; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values, or q is not in [0, 1]
     */
    public static double quantile(Collection<? extends Number> values, double q) {
        return quantile(numbers(values.stream()), q);
    }

    /**
     * Computes the standard deviation of a list.
     *
     * @param values the numbers, one or more
     * @return the standard deviation, 0 or more; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double std(Collection<? extends Number> values) {
        return std(numbers(values.stream()));
    }

    /**
     * Finds the largest of a list.
     *
     * @param values the numbers, one or more
     * @return the largest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double worst(Collection<? extends Number> values) {
        return worst(numbers(values.stream()));
    }

    /**
     * Finds the smallest of a list.
     *
     * @param values the numbers, one or more
     * @return the smallest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double best(Collection<? extends Number> values) {
        return best(numbers(values.stream()));
    }

    /**
     * Computes the mean of a stream of numbers, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the mean; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double mean(Stream<? extends Number> values) {
        return mean(numbers(values));
    }

    /**
     * Finds the median of a stream of numbers, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the median; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double median(Stream<? extends Number> values) {
        return median(numbers(values));
    }

    /**
     * Finds the value below which a part of a stream of numbers, which it uses up lies.
     *
     * @param values the stream, of one number or more
     * @param q the part, from 0 to 1
     * @return the quantile; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values, or q is not in [0, 1]
     */
    public static double quantile(Stream<? extends Number> values, double q) {
        return quantile(numbers(values), q);
    }

    /**
     * Computes the standard deviation of a stream of numbers, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the standard deviation, 0 or more; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double std(Stream<? extends Number> values) {
        return std(numbers(values));
    }

    /**
     * Finds the largest of a stream of numbers, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the largest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double worst(Stream<? extends Number> values) {
        return worst(numbers(values));
    }

    /**
     * Finds the smallest of a stream of numbers, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the smallest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double best(Stream<? extends Number> values) {
        return best(numbers(values));
    }

    /**
     * Computes the mean of a stream, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the mean; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double mean(DoubleStream values) {
        return mean(values.toArray());
    }

    /**
     * Finds the median of a stream, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the median; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double median(DoubleStream values) {
        return median(values.toArray());
    }

    /**
     * Finds the value below which a part of a stream, which it uses up lies.
     *
     * @param values the stream, of one number or more
     * @param q the part, from 0 to 1
     * @return the quantile; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values, or q is not in [0, 1]
     */
    public static double quantile(DoubleStream values, double q) {
        return quantile(values.toArray(), q);
    }

    /**
     * Computes the standard deviation of a stream, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the standard deviation, 0 or more; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double std(DoubleStream values) {
        return std(values.toArray());
    }

    /**
     * Finds the largest of a stream, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the largest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double worst(DoubleStream values) {
        return worst(values.toArray());
    }

    /**
     * Finds the smallest of a stream, which it uses up.
     *
     * @param values the stream, of one number or more
     * @return the smallest; NaN where one of them is NaN
     * @throws IllegalArgumentException when there are no values
     */
    public static double best(DoubleStream values) {
        return best(values.toArray());
    }

    private static double[] numbers(Stream<? extends Number> values) {
        return values.mapToDouble(Number::doubleValue).toArray();
    }

    /**
     * Finds the largest absolute value of a tensor: how far two results are apart is {@code maxAbs(a.minus(b))}.
     *
     * {@snippet :
     * maxAbs(of(1.0, -3, 2)) // → 3.0
     * }
     *
     * @param x any shape
     * @return 0 or more; 0 of an empty one
     */
    public static double maxAbs(Tensor x) {
        return x.size() == 0 ? 0 : x.abs().max().item();
    }

    /**
     * Finds the largest absolute value of numbers.
     *
     * @param values the numbers
     * @return 0 or more; 0 where there is none
     */
    public static double maxAbs(double... values) {
        return Arrays.stream(values).map(Math::abs).reduce(0, Math::max);
    }

    /**
     * Computes the share of what is true: the mean of booleans.
     *
     * {@snippet :
     * share(of(1.0, 2, 3, 4).gt(3)) // → 0.25
     * }
     *
     * @param mask a tensor of booleans, as {@code x.gt(0)} gives one
     * @return from 0 to 1
     * @throws IllegalArgumentException when the tensor holds no booleans, or nothing at all
     */
    public static double share(Tensor mask) {
        if (mask.dtype() != lectern.tensor.type.DType.BOOL) {
            throw new IllegalArgumentException("share wants a tensor of booleans, as x.gt(0) gives one; got "
                    + mask.dtype() + " of shape " + Arrays.toString(mask.shape()));
        }
        if (mask.size() == 0) {
            throw new IllegalArgumentException("There are no values to take the share of");
        }
        return mask.cast(lectern.tensor.type.DType.FLOAT64).mean().item();
    }
}
