/**
 * What a notebook cell needs from its surroundings: showing values, progress, comms, timing.
 *
 * <p>This room is the floor of the library: it calls nothing else in {@code lectern}, and every other room may call it. The
 * kernel implements {@link lectern.notebook.Host}; without a kernel a plain console stands in.
 */
@NullMarked
package lectern.notebook;

import org.jspecify.annotations.NullMarked;
