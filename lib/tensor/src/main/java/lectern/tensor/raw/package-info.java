/**
 * A door for compilers and bridges to other libraries: the arrays behind tensors, without copying.
 *
 * <p>It is no promise to notebooks, which read numbers with {@code toDoubleArray} and make tensors with {@code of} and
 * {@code array}. The room calls {@code lectern.tensor} and the rooms below it.
 */
@NullMarked
package lectern.tensor.raw;

import org.jspecify.annotations.NullMarked;
