package lectern.grad;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The one counter of transformations under way.
 *
 * <p>A transformation takes a level when it starts and gives it back when it ends; one started inside another has the
 * higher level, whatever thread it runs on, and no two under way share one. So a tracer always knows which derivative
 * it belongs to. The count starts anew when nothing is under way.
 */
public final class Levels {
    /** Transformations under way in the upper half, the last level given out in the lower half. */
    private static final AtomicLong STATE = new AtomicLong();

    private static final long ONE_ACTIVE = 1L << 32;

    private static final long LAST = 0xFFFF_FFFFL;

    private Levels() {}

    /**
     * Starts a transformation; the level is above every one under way. Call {@link #exit} in a {@code finally} block.
     */
    public static int enter() {
        while (true) {
            long now = STATE.get();
            if ((now & LAST) == Integer.MAX_VALUE) {
                throw new IllegalStateException("too many derivatives inside one another: 2147483647 were begun");
            }
            long next = now + ONE_ACTIVE + 1;
            if (STATE.compareAndSet(now, next)) {
                return (int) (next & LAST);
            }
        }
    }

    /** Ends a transformation begun with {@link #enter}. */
    public static void exit() {
        while (true) {
            long now = STATE.get();
            long next = now < 2 * ONE_ACTIVE ? 0 : now - ONE_ACTIVE;
            if (STATE.compareAndSet(now, next)) {
                return;
            }
        }
    }
}
