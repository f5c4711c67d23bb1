package lectern.tensor;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lectern.tensor.eval.Values;
import lectern.tensor.loops.Generator;
import lectern.tensor.type.DType;
import lectern.tensor.type.Witness;
import org.jspecify.annotations.Nullable;

/**
 * Static verbs for random numbers, all from one generator that {@link #seed} sets anew.
 *
 * <p>A program that starts with {@code seed(42)} repeats itself exactly. The optional last arguments are the shape of
 * the result; without them it is a single number.
 */
public final class Sampling extends Choosing {
    private static volatile Generator shared = new Generator(System.nanoTime());

    /** The generator of a piece of work that has one of its own, see {@link #withSeed}. */
    private static final ScopedValue<AtomicReference<Generator>> OWN = ScopedValue.newInstance();

    private Sampling() {}

    /**
     * Starts all random numbers of the library anew from a seed, those of ND4J among them, so that a notebook repeats
     * itself exactly.
     *
     * <p>Within {@link #withSeed} only the numbers of that piece of work.
     *
     * {@snippet :
     * seed(42);
     * double first = rand().item();
     * seed(42);
     * rand().item() == first // → true
     * }
     *
     * @param seed any number
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
     * Does a piece of work with random numbers of its own: the same for the same seed, whatever other threads draw
     * meanwhile, and without any effect on the numbers that are drawn afterwards.
     *
     * <p>Networks of Deeplearning4j draw theirs from ND4J, which this does not reach.
     *
     * {@snippet :
     * double first = withSeed(1, () -> rand().item());
     * withSeed(1, () -> rand().item()) == first // → true
     * }
     *
     * @param seed any number
     * @param work what is to be done
     * @return what it answers
     */
    public static <T> T withSeed(long seed, Supplier<T> work) {
        return ScopedValue.where(OWN, new AtomicReference<>(new Generator(seed)))
                .call(work::get);
    }

    /**
     * Marks where the random numbers stand, to go back to.
     *
     * {@snippet :
     * var mark = randomPosition();
     * double drawn = rand().item();
     * mark.resume();
     * rand().item() == drawn // → true
     * }
     *
     * @return the position; {@code resume()} goes back to it
     */
    public static RandomPosition randomPosition() {
        return new RandomPosition(current());
    }

    /** What tells the random numbers of one piece of work from those of another. */
    static @Nullable Object scope() {
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

    /**
     * Gives the generator behind these verbs, to draw single numbers from or to split streams from.
     *
     * {@snippet :
     * generator().nextDouble() < 1 // → true
     * }
     *
     * @return the generator of this notebook, or of the piece of work
     */
    public static Generator generator() {
        touched("it draws random numbers one at a time, as integers, choice and permutation do");
        return current();
    }

    static Generator current() {
        return OWN.isBound() ? Objects.requireNonNull(OWN.get().get()) : shared;
    }

    /**
     * Draws uniform numbers in [0, 1).
     *
     * {@snippet :
     * rand(2, 3).shape() // → int[2] { 2, 3 }
     * }
     *
     * @param shape the shape of the result; a single number without one
     * @return float64
     */
    public static Tensor rand(int... shape) {
        return draw(false, shape);
    }

    /**
     * Draws uniform numbers in [0, 1), by NumPy's name for {@code rand}.
     *
     * {@snippet :
     * random(1000).lt(1).all() // → True
     * }
     *
     * @param shape the shape of the result; a single number without one
     * @return float64
     */
    public static Tensor random(int... shape) {
        return rand(shape);
    }

    /**
     * Draws standard normal numbers: mean 0, variance 1.
     *
     * {@snippet :
     * abs(randn(100_000).mean().item()) < 0.02 // → true
     * }
     *
     * @param shape the shape of the result; a single number without one
     * @return float64
     */
    public static Tensor randn(int... shape) {
        return draw(true, shape);
    }

    /**
     * Draws integers in [low, high), each with the same probability.
     *
     * {@snippet :
     * integers(1, 7, 1000).max() // → 6
     * }
     *
     * @param low the lower bound, which may come
     * @param high the upper bound, which does not come
     * @param shape the shape of the result; a single number without one
     * @return int64
     * @throws IllegalArgumentException where the upper bound is not above the lower one
     */
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
}
