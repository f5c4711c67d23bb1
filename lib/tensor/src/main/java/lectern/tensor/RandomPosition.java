package lectern.tensor;

import java.util.function.Supplier;
import lectern.tensor.loops.Generator;
import org.jspecify.annotations.Nullable;

/**
 * A place in the random numbers of {@link Sampling}, to which one can go back: {@code var here =
 * Sampling.randomPosition(); …; here.resume()} draws the same numbers again.
 */
public final class RandomPosition {
    private final Generator generator;

    RandomPosition(Generator generator) {
        this.generator = generator.copy();
    }

    /** For compilers: what tells the random numbers of one piece of work from those of another; null outside of all. */
    public static @Nullable Object scope() {
        return Sampling.scope();
    }

    /** For compilers: fills an array with the next numbers, standard normal ones or uniform ones in [0, 1). */
    public static void draw(boolean normal, double... out) {
        Sampling.fill(normal, out);
    }

    /** All random numbers go on from here. */
    public void resume() {
        Sampling.replace(generator.copy());
    }

    /** Runs something with the random numbers from here; what it draws, or sets with {@code seed}, does not count. */
    public <T> T aside(Supplier<T> work) {
        Generator before = Sampling.current();
        resume();
        try {
            return work.get();
        } finally {
            Sampling.replace(before);
        }
    }
}
