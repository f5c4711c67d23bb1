/**
 * Magics: lines that begin with {@code %}, {@code !} or {@code ?} and steer the notebook rather than being Java.
 *
 * <p>{@link lectern.kernel.magic.MagicContext} is all they know of the interpreter. Maven is called through MIMA, loaded on first use.
 */
package lectern.kernel.magic;
