/**
 * Arrays of numbers with any number of axes: NumPy's model for Java.
 *
 * <p>A {@link lectern.tensor.Tensor} is a row-major array of float64, float32, int64 or boolean values. Every operation
 * that can be differentiated or compiled is an {@link lectern.tensor.Op} and passes through one dispatcher, so that the
 * tracers of {@code lectern.grad} can stand in for values. Values are contiguous; structural operations copy along
 * strides. Loops over floats run on vector registers and, when large, on several threads; products and factorisations
 * call OpenBLAS through the foreign-function interface and have a plain Java form for other platforms. Numbers do not
 * depend on the number of threads nor on what the just-in-time compiler has seen, but for products and factorisations
 * in the native library. Files about float32 are written from those about float64 by
 * {@code java lib/prelude/src/test/java/lectern/architecture/Narrow.java}. This room may call {@code lectern.notebook} only; it must not know {@code lectern.grad}.
 */
package lectern.tensor;
