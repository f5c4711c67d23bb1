package lectern.tensor.type;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who watches a function that is followed on this thread: it hears which numbers the function reads, makes and writes to, and
 * which random numbers it draws, since a program that repeats the function has to repeat those as well.
 *
 * <p>Where nobody watches, asking costs one read of a number.
 */
public abstract class Witness {
    private static final ThreadLocal<Witness> CURRENT = new ThreadLocal<>();

    /** How many functions are followed at the moment, on all threads. */
    private static final AtomicInteger WATCHING = new AtomicInteger();

    private final @Nullable Object scope;
    private @Nullable Witness outer;

    /**
     * Not yet watching.
     *
     * @param scope what tells the random numbers of this piece of work from those of others; may be null
     */
    protected Witness(@Nullable Object scope) {
        this.scope = scope;
    }

    /** The one who watches this thread, null for nobody. */
    public static @Nullable Witness current() {
        return WATCHING.getPlain() == 0 ? null : CURRENT.get();
    }

    /** Watches this thread from now on. */
    public final void begin() {
        outer = CURRENT.get();
        CURRENT.set(this);
        WATCHING.incrementAndGet();
    }

    /** Lets whoever watched before go on. */
    public final void end() {
        WATCHING.decrementAndGet();
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    /** Are these the random numbers of the work that is watched, and not those of a piece of work within? */
    public final boolean owns(@Nullable Object current) {
        return current == scope;
    }

    /** A tensor was made. */
    public abstract void made(Operand tensor);

    /** The numbers of a tensor were read. */
    public abstract void read(Operand tensor);

    /** A tensor is about to be written to. */
    public abstract void writes(Operand tensor);

    /** Random numbers of this shape: standard normal ones, or uniform ones in [0, 1). */
    public abstract Operand draw(boolean normal, int... shape);

    /** Random numbers are drawn, or the generator is touched, in a way that no program repeats. */
    public abstract void draws(String how);
}
