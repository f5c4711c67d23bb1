/**
 * Repeated experiments as one readable call: what is varied, how often, and what came of it in the median and at worst.
 *
 * <p>{@link lectern.study.Study} says what is varied, {@link lectern.study.Results} what came of it. This room stands above
 * tensors and figures and calls nothing else; what a run does is the caller's affair.
 */
@NullMarked
package lectern.study;

import org.jspecify.annotations.NullMarked;
