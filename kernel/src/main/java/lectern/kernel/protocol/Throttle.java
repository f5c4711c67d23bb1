package lectern.kernel.protocol;

/**
 * A token bucket: how many bytes may leave now.
 *
 * <p>Jupyter's server drops output beyond a mean rate over three seconds. A burst is free, and what follows leaves at a rate that
 * stays below that limit, so that nothing is lost and the browser keeps up.
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

    long burst() {
        return burst;
    }

    /** Takes tokens; waits once the debt is worth a sixteenth of a second. An interrupt ends the wait and stays set. */
    void take(long amount) {
        charge(amount);
        long wait = waitFor(-debt);
        if (wait > 0) {
            try {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes tokens whether they are there or not. */
    synchronized void charge(long amount) {
        refill();
        tokens -= amount;
    }

    /** How many tokens are there; fewer than none where more was taken. */
    synchronized long tokens() {
        refill();
        return tokens;
    }

    /** Nanoseconds until so many tokens are there. */
    synchronized long waitFor(long amount) {
        refill();
        long wanting = Math.min(amount, burst) - tokens;
        return wanting <= 0 ? 0 : (long) Math.ceil((double) wanting / perSecond * NANOS);
    }

    private void refill() {
        long now = System.nanoTime();
        long gained = (long) ((double) (now - refilled) / NANOS * perSecond);
        if (gained > 0) {
            tokens = Math.min(burst, tokens + gained);
            refilled = now;
        }
    }
}
