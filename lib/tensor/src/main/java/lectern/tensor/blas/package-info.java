/**
 * Products and factorisations of matrices on plain arrays: OpenBLAS through the foreign-function interface, and a Java
 * form for platforms without it.
 *
 * <p>{@link lectern.tensor.blas.BlasF64} and {@link lectern.tensor.blas.BlasF32} multiply, {@link
 * lectern.tensor.blas.Lapack} factors, {@link lectern.tensor.blas.PlainAlgebra} does the same with Hipparchus. The room
 * knows arrays, offsets and strides, and no tensors; it calls {@code lectern.tensor.parallel} only. It is for the
 * library itself and no promise to notebooks.
 */
@NullMarked
package lectern.tensor.blas;

import org.jspecify.annotations.NullMarked;
