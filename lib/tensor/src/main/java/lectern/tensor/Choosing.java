package lectern.tensor;

import java.util.ArrayList;
import java.util.List;
import lectern.tensor.eval.Values;
import lectern.tensor.loops.Generator;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Verbs that draw among what is there: orders, batches, choices, counts. */
class Choosing extends Distributions {
    Choosing() {}

    /**
     * Draws the integers 0 to n − 1 in random order (R. A. Fisher, F. Yates, 1938).
     *
     * {@snippet :
     * permutation(5).sum() // → 10
     * }
     *
     * @param n how many, 0 or more
     * @return int64, shape (n)
     * @throws IllegalArgumentException for a negative number
     */
    public static Tensor permutation(int n) {
        wantCount("permutation", n);
        return Dense.around(shuffled(n, n), n);
    }

    /**
     * Cuts the integers 0 to n − 1, in random order, into batches; the last one holds what remains.
     *
     * <p>Every epoch asks for its own: {@code for (var b : batches(n, 32)) { … X.take(b), y.take(b) … }}.
     *
     * {@snippet :
     * batches(10, 4).stream().map(Tensor::size).toList() // → [4, 4, 2]
     * }
     *
     * @param n the number of samples, 0 or more
     * @param size how many a batch holds, 1 or more
     * @return the batches, int64 each
     * @throws IllegalArgumentException for a negative number of samples, or a size below 1
     */
    public static List<Tensor> batches(int n, int size) {
        return batches(n, size, false);
    }

    /**
     * Cuts the integers 0 to n − 1, in random order, into batches, with or without a last one that is not full.
     *
     * @param n the number of samples, 0 or more
     * @param size how many a batch holds, 1 or more
     * @param dropLast true leaves a last batch out that is not full
     * @return the batches, int64 each
     * @throws IllegalArgumentException for a size below 1, or where no batch would be left
     */
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

    /**
     * Puts the parts along the first axis in random order; the argument stays as it is.
     *
     * {@snippet :
     * shuffle(of(1.0, 2, 3)).sum() // → 6.0
     * }
     *
     * @param x one axis or more
     * @return the same parts in another order
     */
    public static Tensor shuffle(Tensor x) {
        return x.take(permutation(x.dim(0)));
    }

    /**
     * Draws different positions below n.
     *
     * {@snippet :
     * choice(10, 3).size() // → 3
     * }
     *
     * @param n how many positions there are
     * @param count how many, 0 or more
     * @return int64, shape (count)
     * @throws IllegalArgumentException for more than there are
     */
    public static Tensor choice(int n, int count) {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("cannot choose " + count + " different ones out of " + n
                    + "; with repetition write integers(0, " + n + ", " + count + ")");
        }
        return Dense.around(shuffled(n, count), count);
    }

    /**
     * Draws different parts of the first axis.
     *
     * @param x one axis or more
     * @param count how many, 0 or more
     * @return that many parts
     * @throws IllegalArgumentException for more than there are
     */
    public static Tensor choice(Tensor x, int count) {
        return x.take(choice(x.dim(0), count));
    }

    /**
     * Draws positions below n, with or without repetition.
     *
     * @param n how many positions there are
     * @param count how many, 0 or more
     * @param replace true when one may come again
     * @return int64, shape (count)
     * @throws IllegalArgumentException for more than there are, without repetition
     */
    public static Tensor choice(int n, int count, boolean replace) {
        wantCount("choice", count);
        if (replace && n < 1 && count > 0) {
            throw new IllegalArgumentException(
                    "cannot choose " + count + " out of " + n + ": there is nothing to draw from");
        }
        return replace ? Sampling.integers(0, Math.max(n, 1), count) : choice(n, count);
    }

    /**
     * Draws parts of the first axis, with or without repetition, as in NumPy.
     *
     * @param x one axis or more
     * @param count how many, 0 or more
     * @param replace true when one may come again
     * @return that many parts
     * @throws IllegalArgumentException for more than there are, without repetition
     */
    public static Tensor choice(Tensor x, int count, boolean replace) {
        return x.take(choice(x.dim(0), count, replace));
    }

    /**
     * Draws parts of the first axis by probabilities.
     *
     * {@snippet :
     * choice(of(3.0, 7.0), 4, true, of(0.0, 1.0)) // → [7. 7. 7. 7.]
     * }
     *
     * @param x one axis or more
     * @param count how many, 0 or more
     * @param replace true when one may come again
     * @param probabilities one for each part, together 1; those of 0 are never drawn
     * @return that many parts
     * @throws IllegalArgumentException when there are not as many probabilities as parts, when they do not sum to 1, or
     *     when too few are above 0
     */
    public static Tensor choice(Tensor x, int count, boolean replace, Tensor probabilities) {
        return x.take(choice(x.dim(0), count, replace, probabilities));
    }

    /**
     * Draws positions below n by probabilities; without repetition as P. S. Efraimidis and P. G. Spirakis (2006).
     *
     * @param n how many positions there are
     * @param count how many, 0 or more
     * @param replace true when one may come again
     * @param probabilities one for each position, together 1; those of 0 are never drawn
     * @return int64, shape (count)
     * @throws IllegalArgumentException when there are not as many probabilities as positions, when they do not sum to
     *     1, or when too few are above 0
     */
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
                out[i] = find(cumulative, Sampling.generator().nextDouble());
            }
            return Dense.around(out, count);
        }
        // Keys log(u) / p: the greatest ones are a weighted sample without repetition (P. S. Efraimidis
        // and P. G. Spirakis, 2006).
        if (Tensors.where(probabilities.gt(0), 1, 0).sum().item() < count) {
            throw new IllegalArgumentException(
                    "cannot choose " + count + " different ones: too few have a probability " + "above 0");
        }
        return Sorting.topk(Sampling.rand(cumulative.length).neg().plus(1).log().div(probabilities), count)
                .indices();
    }

    /**
     * Counts how often each outcome comes in draws by probabilities.
     *
     * {@snippet :
     * multinomial(100, of(0.5, 0.5)).sum() // → 100
     * }
     *
     * @param trials the number of draws, 0 or more
     * @param probabilities one for each outcome, together 1
     * @return int64, a count for each outcome
     * @throws IllegalArgumentException for a negative number, or probabilities that do not sum to 1
     */
    public static Tensor multinomial(int trials, Tensor probabilities) {
        wantCount("multinomial", trials);
        double[] cumulative = cumulative(probabilities);
        long[] counts = new long[cumulative.length];
        for (int i = 0; i < trials; i++) {
            counts[find(cumulative, Sampling.generator().nextDouble())]++;
        }
        return Dense.around(counts, counts.length);
    }

    /**
     * Draws a sample of the parts along the first axis, as many as there are, with repetition (B. Efron, 1979).
     *
     * {@snippet :
     * bootstrap(of(1.0, 2, 3)).size() // → 3
     * }
     *
     * @param x one axis or more
     * @return the shape of x
     */
    public static Tensor bootstrap(Tensor x) {
        int n = x.dim(0);
        return n == 0 ? x : x.take(Sampling.integers(0, n, n));
    }

    static void wantCount(String verb, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(verb + " wants a number that is not negative, got " + count);
        }
    }

    /** {@code count} different integers below n in random order. */
    static long[] shuffled(int n, int count) {
        long[] order = (long[]) Values.allocate(DType.INT64, n, n);
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        Generator random = Sampling.generator();
        for (int i = 0; i < Math.min(count, n - 1); i++) {
            int j = i + (int) random.nextLong(n - i);
            long held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return count == n ? order : java.util.Arrays.copyOf(order, count);
    }

    static double[] cumulative(Tensor probabilities) {
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

    static int find(double[] cumulative, double u) {
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
}
