/**
 * Arrays of numbers with any number of axes: NumPy's model for Java.
 *
 * <p>A {@link lectern.tensor.Tensor} is a row-major array of float64, float32, int64 or boolean values. Every operation
 * that can be differentiated or compiled is an {@link lectern.tensor.op.Op} and passes through one dispatcher, so that
 * the tracers of {@code lectern.grad} can stand in for values. Values are contiguous; structural operations copy along
 * strides. Loops over floats run on vector registers and, when large, on several threads; products and factorisations
 * call OpenBLAS through the foreign-function interface and have a plain Java form for other platforms. Numbers do not
 * depend on the number of threads nor on what the just-in-time compiler has seen, but for products and factorisations
 * in the native library.
 *
 * <p>What lies below is no promise to notebooks, but for {@code type}: {@code op} are the operations, {@code eval}
 * computes them on {@code loops} and {@code blas}, shared among the threads of {@code parallel}. This room may call
 * these and {@code lectern.notebook}; it must not know {@code lectern.grad}.
 */
@NullMarked
package lectern.tensor;

import org.jspecify.annotations.NullMarked;
