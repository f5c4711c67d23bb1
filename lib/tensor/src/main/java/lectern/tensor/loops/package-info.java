/**
 * Loops over arrays of numbers, on vector registers where there are such.
 *
 * <p>Files for float32 are written from those for float64 by the program {@code Narrow}. The room knows arrays and
 * offsets and no tensors; of operations it takes the names. It calls {@code lectern.tensor.op}, {@code type},
 * {@code parallel} and {@code blas}. It is for the library itself and no promise to notebooks.
 */
@NullMarked
package lectern.tensor.loops;

import org.jspecify.annotations.NullMarked;
