/**
 * The interpreter of operations on values: which loops compute what.
 *
 * <p>{@link lectern.tensor.eval.Evaluator} is one switch over all operations; {@link lectern.tensor.eval.Values} are
 * the arrays with their shapes that it reads and makes. It knows no tensors, so nothing here can be traced. The room
 * calls {@code lectern.tensor.op}, {@code type}, {@code loops}, {@code blas} and {@code parallel}. It is for the
 * library itself and no promise to notebooks.
 */
@NullMarked
package lectern.tensor.eval;

import org.jspecify.annotations.NullMarked;
