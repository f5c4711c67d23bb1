package lectern.kernel.protocol;

/**
 * A token bucket that slows down threads which print without end.
 *
 * <p>Jupyter's server drops output beyond a mean rate over three seconds; a burst is free here, and what follows is slowed to
 * a rate that stays below that limit, so that nothing is lost and the browser keeps up.
 */
final class Throttle {
    private static final long NANOS = 1_000_000_000L;

    private final long burst;
    private final long perSecond;
    private final long debt;
    private long tokens;
    private long refilled = System.nanoTime();

    Throttle(long burst, long perSecond) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.debt = Math.max(1, perSecond / 16);
        this.tokens = burst;
    }

    /** Takes tokens; waits once the debt is worth a sixteenth of a second. An interrupt ends the wait and stays set. */
    void take(long amount) {
        long wait = charge(amount);
        if (wait > 0) {
            try {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized long charge(long amount) {
        long now = System.nanoTime();
        long gained = (long) ((double) (now - refilled) / NANOS * perSecond);
        if (gained > 0) {
            tokens = Math.min(burst, tokens + gained);
            refilled = now;
        }
        tokens -= amount;
        return tokens >= -debt ? 0 : (long) ((double) -tokens / perSecond * NANOS);
    }
}
