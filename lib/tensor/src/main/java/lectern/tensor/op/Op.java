package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;

/**
 * One primitive operation: what it is called, and the shape and type that come out.
 *
 * <p>Elementwise operations are constants of {@link Unary} and {@link Binary}; operations with parameters (axes,
 * shapes, strides) are records whose components are the parameters, so two equal operations are {@code equals} and a
 * compiler can merge them. An operation knows neither how it is computed nor its derivative nor its tracers: the
 * interpreter of dense values stands in {@code lectern.tensor.eval}, the rules stand in {@code lectern.grad}. Other
 * rooms add operations as {@link Foreign} ones.
 */
public sealed interface Op
        permits Unary,
                Binary,
                Windowed,
                Foreign,
                ArgReduction,
                BroadcastTo,
                Cast,
                Cholesky,
                Concat,
                CumSum,
                Eigh,
                Exponential,
                Gather,
                Inverse,
                MatMul,
                Pinv,
                Polygamma,
                Qr,
                Reduction,
                Reshape,
                ScatterAdd,
                Slice,
                SlogDet,
                Solve,
                Spectral,
                Svd,
                Transpose,
                Unslice,
                Where {
    /** The name for messages and graphs, in lower case: {@code "matmul"}, {@code "exp"}, {@code "add"}. */
    String label();

    /** Shape of the result; throws {@link ShapeException} when the arguments do not fit. */
    int[] shapeOf(Operand... args);

    /** Element type of the result. */
    DType dtypeOf(Operand... args);
}
