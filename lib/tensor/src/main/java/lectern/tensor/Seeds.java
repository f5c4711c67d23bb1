package lectern.tensor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Lets other generators of random numbers start anew together with {@link Sampling#seed}. */
public final class Seeds {
    private static final List<LongConsumer> FOLLOWERS = new CopyOnWriteArrayList<>();
    private static volatile @Nullable Long last;

    private Seeds() {}

    /** Calls this with the seed whenever one is set, in the thread that sets it; at once when one was set before. */
    public static void follow(LongConsumer generator) {
        FOLLOWERS.add(generator);
        Long seed = last;
        if (seed != null) {
            generator.accept(seed);
        }
    }

    static void set(long seed) {
        last = seed;
        FOLLOWERS.forEach(follower -> follower.accept(seed));
    }
}
