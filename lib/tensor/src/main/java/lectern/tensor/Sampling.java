package lectern.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lectern.tensor.eval.Values;
import lectern.tensor.loops.Generator;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;
import lectern.tensor.type.Witness;

/**
 * Static verbs for random numbers, all from one generator that {@link #seed} sets anew.
 *
 * <p>A program that starts with {@code seed(42)} repeats itself exactly. The optional last arguments are the shape of
 * the result; without them it is a single number.
 */
public final class Sampling {
    private static volatile Generator shared = new Generator(System.nanoTime());

    /** The generator of a piece of work that has one of its own, see {@link #withSeed}. */
    private static final ScopedValue<AtomicReference<Generator>> OWN = ScopedValue.newInstance();

    private Sampling() {}

    /**
     * Starts all random numbers of the library anew from a seed, those of ND4J among them. Within {@link #withSeed} only the
     * numbers of that piece of work.
     */
    public static void seed(long seed) {
        touched("it calls seed");
        if (OWN.isBound()) {
            OWN.get().set(new Generator(seed));
            return;
        }
        shared = new Generator(seed);
        Seeds.set(seed);
    }

    /**
     * Does a piece of work with random numbers of its own: the same for the same seed, whatever other threads draw meanwhile,
     * and without any effect on the numbers that are drawn afterwards. Networks of Deeplearning4j draw theirs from ND4J, which
     * this does not reach.
     *
     * {@snippet :
     * double first = withSeed(1, () -> rand().item());
     * withSeed(1, () -> rand().item()) == first      // → true
     * }
     */
    public static <T> T withSeed(long seed, Supplier<T> work) {
        return ScopedValue.where(OWN, new AtomicReference<>(new Generator(seed)))
                .call(work::get);
    }

    /** Where the random numbers stand, to go back to. */
    public static RandomPosition randomPosition() {
        return new RandomPosition(current());
    }

    /** What tells the random numbers of one piece of work from those of another. */
    static Object scope() {
        return OWN.isBound() ? OWN.get() : null;
    }

    /** Tells whoever follows the function that draws here, unless it draws from numbers of its own. */
    private static void touched(String how) {
        Witness witness = Witness.current();
        if (witness != null && witness.owns(scope())) {
            witness.draws(how);
        }
    }

    /** Numbers from the generator, or their place in the program that is being made. */
    private static Tensor draw(boolean normal, int... shape) {
        Witness witness = Witness.current();
        if (witness != null && witness.owns(scope())) {
            Values.zeros(DType.BOOL, shape.clone());
            return (Tensor) witness.draw(normal, shape.clone());
        }
        Values out = Values.zeros(DType.FLOAT64, shape.clone());
        fill(normal, out.f64());
        return Dense.of(out);
    }

    /** Fills an array with standard normal numbers, or uniform ones in [0, 1). */
    static void fill(boolean normal, double... out) {
        if (normal) {
            generator().normal(out);
        } else {
            generator().uniform(out);
        }
    }

    static void replace(Generator by) {
        if (OWN.isBound()) {
            OWN.get().set(by);
        } else {
            shared = by;
        }
    }

    /** The generator behind these verbs; split it for streams of your own. */
    public static Generator generator() {
        touched("it draws random numbers one at a time, as integers, choice and permutation do");
        return current();
    }

    static Generator current() {
        return OWN.isBound() ? OWN.get().get() : shared;
    }

    /** Uniform numbers in [0, 1). */
    public static Tensor rand(int... shape) {
        return draw(false, shape);
    }

    /** Uniform numbers in [0, 1): NumPy's name for {@link #rand}. */
    public static Tensor random(int... shape) {
        return rand(shape);
    }

    /** Standard normal numbers. */
    public static Tensor randn(int... shape) {
        return draw(true, shape);
    }

    /** Uniform numbers in [low, high). */
    public static Tensor uniform(double low, double high, int... shape) {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("uniform numbers lie between two finite bounds, the smaller first; got ["
                    + low + ", " + high + ")");
        }
        Tensor u = rand(shape);
        return Double.isInfinite(high - low)
                ? u.times(high).plus(u.neg().plus(1).times(low))
                : u.times(high - low).plus(low);
    }

    /** Normal numbers with a mean and a standard deviation. */
    public static Tensor normal(double mean, double deviation, int... shape) {
        if (!(deviation >= 0) || Double.isInfinite(deviation) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException(
                    "normal numbers want a finite mean and a standard deviation that is finite"
                            + " and not negative, got " + mean + " and " + deviation);
        }
        return randn(shape).times(deviation).plus(mean);
    }

    /** Integers in [low, high), int64. */
    public static Tensor integers(long low, long high, int... shape) {
        if (high <= low) {
            throw new IllegalArgumentException("integers(" + low + ", " + high
                    + ") has nothing to choose from; the upper" + " bound is left out, as in NumPy");
        }
        Values out = Values.zeros(DType.INT64, shape.clone());
        Generator random = generator();
        for (int i = 0; i < out.size; i++) {
            out.i64()[i] = low + random.below(high - low);
        }
        return Dense.of(out);
    }

    /** The integers 0 to n - 1 in random order (R. A. Fisher and F. Yates, 1938). */
    public static Tensor permutation(int n) {
        wantCount("permutation", n);
        return Dense.around(shuffled(n, n), n);
    }

    private static void wantCount(String verb, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(verb + " wants a number that is not negative, got " + count);
        }
    }

    /** {@code count} different integers below n in random order. */
    private static long[] shuffled(int n, int count) {
        long[] order = (long[]) Values.allocate(DType.INT64, n, n);
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        Generator random = generator();
        for (int i = 0; i < Math.min(count, n - 1); i++) {
            int j = i + (int) random.nextLong(n - i);
            long held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return count == n ? order : java.util.Arrays.copyOf(order, count);
    }

    /**
     * The integers 0 to n − 1 in random order, cut into batches of {@code size}; the last one holds what remains. Every epoch
     * asks for its own: {@code for (var b : batches(n, 32)) { … X.take(b), y.take(b) … }}.
     *
     * {@snippet :
     * batches(10, 4).stream().map(Tensor::size).toList()      // → [4, 4, 2]
     * }
     */
    public static List<Tensor> batches(int n, int size) {
        return batches(n, size, false);
    }

    /** As {@link #batches(int, int)}; with {@code dropLast} a last batch that is not full is left out. */
    public static List<Tensor> batches(int n, int size, boolean dropLast) {
        wantCount("batches", n);
        if (size < 1 || dropLast && size > n) {
            throw new IllegalArgumentException("batches of " + size + " cannot be made of " + n + " samples"
                    + (size < 1 ? "; a batch has at least one" : "; without the last one there is none left"));
        }
        Tensor order = permutation(n);
        List<Tensor> batches = new ArrayList<>();
        for (int from = 0; from < n; from += size) {
            if (from + size <= n || !dropLast) {
                batches.add(order.slice(from, Math.min(n, from + size)));
            }
        }
        return List.copyOf(batches);
    }

    /** The parts along the first axis in random order; the argument stays as it is. */
    public static Tensor shuffle(Tensor x) {
        return x.take(permutation(x.dim(0)));
    }

    /** {@code count} positions below {@code n}, all different. */
    public static Tensor choice(int n, int count) {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("cannot choose " + count + " different ones out of " + n
                    + "; with repetition write integers(0, " + n + ", " + count + ")");
        }
        return Dense.around(shuffled(n, count), count);
    }

    /** {@code count} parts of the first axis, all different. */
    public static Tensor choice(Tensor x, int count) {
        return x.take(choice(x.dim(0), count));
    }

    /** {@code count} positions below {@code n}; with {@code replace} one may come again. */
    public static Tensor choice(int n, int count, boolean replace) {
        wantCount("choice", count);
        if (replace && n < 1 && count > 0) {
            throw new IllegalArgumentException(
                    "cannot choose " + count + " out of " + n + ": there is nothing to draw from");
        }
        return replace ? integers(0, Math.max(n, 1), count) : choice(n, count);
    }

    /** {@code count} parts of the first axis; with {@code replace} one may come again, as in NumPy. */
    public static Tensor choice(Tensor x, int count, boolean replace) {
        return x.take(choice(x.dim(0), count, replace));
    }

    /**
     * {@code count} parts of the first axis, drawn by probabilities; with {@code replace} one may come again.
     *
     * {@snippet :
     * choice(of(3.0, 7.0), 4, true, of(0.0, 1.0))      // → [7. 7. 7. 7.]
     * }
     *
     * @param probabilities one for each part, together 1; those of 0 are never drawn
     * @throws IllegalArgumentException when there are not as many probabilities as parts, or too few above 0
     */
    public static Tensor choice(Tensor x, int count, boolean replace, Tensor probabilities) {
        return x.take(choice(x.dim(0), count, replace, probabilities));
    }

    /** {@code count} positions below {@code n}, drawn by probabilities; with {@code replace} one may come again. */
    public static Tensor choice(int n, int count, boolean replace, Tensor probabilities) {
        wantCount("choice", count);
        if (probabilities.ndim() != 1 || probabilities.size() != n) {
            throw new ShapeException("choice wants a probability for each of " + n + ", got the shape "
                    + Shapes.text(probabilities.shape()));
        }
        double[] cumulative = cumulative(probabilities);
        if (replace) {
            long[] out = (long[]) Values.allocate(DType.INT64, count, count);
            for (int i = 0; i < count; i++) {
                out[i] = find(cumulative, generator().nextDouble());
            }
            return Dense.around(out, count);
        }
        // Keys log(u) / p: the greatest ones are a weighted sample without repetition (P. S. Efraimidis
        // and P. G. Spirakis, 2006).
        if (Tensors.where(probabilities.gt(0), 1, 0).sum().item() < count) {
            throw new IllegalArgumentException(
                    "cannot choose " + count + " different ones: too few have a probability " + "above 0");
        }
        return Sorting.topk(rand(cumulative.length).neg().plus(1).log().div(probabilities), count)
                .indices();
    }

    private static double[] cumulative(Tensor probabilities) {
        double[] p = probabilities.toDoubleArray();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0)) {
                throw new IllegalArgumentException("probabilities are not negative; number " + i + " is " + p[i]);
            }
            p[i] = sum += p[i];
        }
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException(
                    "the probabilities sum to " + sum + ", not to 1; divide them by " + "their sum");
        }
        return p;
    }

    private static int find(double[] cumulative, double u) {
        double goal = u * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > goal) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How often each outcome comes in {@code trials} draws by these probabilities, int64. */
    public static Tensor multinomial(int trials, Tensor probabilities) {
        wantCount("multinomial", trials);
        double[] cumulative = cumulative(probabilities);
        long[] counts = new long[cumulative.length];
        for (int i = 0; i < trials; i++) {
            counts[find(cumulative, generator().nextDouble())]++;
        }
        return Dense.around(counts, counts.length);
    }

    /** A sample of the parts along the first axis, as many as there are, with repetition (B. Efron, 1979). */
    public static Tensor bootstrap(Tensor x) {
        int n = x.dim(0);
        return n == 0 ? x : x.take(integers(0, n, n));
    }

    /** Exponentially distributed numbers with a mean. */
    public static Tensor exponential(double mean, int... shape) {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException(
                    "the mean of an exponential distribution is finite and not negative, got " + mean);
        }
        return rand(shape).neg().log1p().times(-mean);
    }

    /** Gamma distributed numbers with shape parameter and scale. */
    public static Tensor gamma(double shapeParameter, double scale, int... shape) {
        if (!(scale >= 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("the scale of gamma numbers is finite and not negative, got " + scale);
        }
        Values out = Values.zeros(DType.FLOAT64, shape.clone());
        for (int i = 0; i < out.size; i++) {
            out.f64()[i] = scale * generator().nextGamma(shapeParameter);
        }
        return Dense.of(out);
    }

    /**
     * Beta distributed numbers: x / (x + y) of two gamma distributed ones, by their logarithms, so that small parameters give
     * numbers at 0 and 1 as they should.
     */
    public static Tensor beta(double a, double b, int... shape) {
        return logGamma(a, shape).minus(logGamma(b, shape)).sigmoid();
    }

    private static Tensor logGamma(double shapeParameter, int... shape) {
        Values out = Values.zeros(DType.FLOAT64, shape.clone());
        for (int i = 0; i < out.size; i++) {
            out.f64()[i] = generator().nextLogGamma(shapeParameter);
        }
        return Dense.of(out);
    }

    /** {@code n} points (n, d) of a normal distribution with mean (d) and covariance (d, d). */
    public static Tensor multivariateNormal(Tensor mean, Tensor covariance, int n) {
        int d = mean.size();
        if (covariance.ndim() != 2 || covariance.dim(0) != d || covariance.dim(1) != d) {
            throw new ShapeException("multivariateNormal: mean " + Shapes.text(mean.shape()) + " wants a covariance ("
                    + d + ", " + d + "), got " + Shapes.text(covariance.shape()));
        }
        var eigen = Linalg.eigh(covariance);
        if (eigen.values().min().item()
                < -1e-8 * Math.max(1e-300, eigen.values().abs().max().item())) {
            throw new IllegalArgumentException("multivariateNormal: the covariance has a negative eigenvalue");
        }
        Tensor root = eigen.vectors().times(eigen.values().maximum(0).sqrt());
        return randn(n, d).matmul(root.T()).plus(mean.reshape(d));
    }
}
