/**
 * Threads that help with loops, and how many of them there may be.
 *
 * <p>{@link lectern.tensor.parallel.Parallel} shares a range of elements among the caller and a few sleeping helpers;
 * results never depend on who did the work. The room is the floor of the numeric rooms: it calls nothing. It is for the
 * library itself and no promise to notebooks.
 */
@NullMarked
package lectern.tensor.parallel;

import org.jspecify.annotations.NullMarked;
