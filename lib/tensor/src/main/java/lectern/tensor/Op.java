package lectern.tensor;

/**
 * One primitive operation: what it is called, what comes out, and how dense values are computed.
 *
 * <p>Elementwise operations are constants of {@link Unary} and {@link Binary}; operations with parameters (axes,
 * shapes, strides) are records whose components are the parameters, so two equal operations are {@code equals} and a
 * compiler can merge them. An operation knows neither its derivative nor its tracers: the rules stand in {@code
 * lectern.grad}.
 */
public interface Op {
    /** The name for messages and graphs, such as {@code "matmul"}. */
    String name();

    /** Shape of the result; throws {@link ShapeException} when the arguments do not fit. */
    int[] shapeOf(Tensor... args);

    /** Element type of the result. */
    DType dtypeOf(Tensor... args);

    /** Computes the result from dense arguments. Never called with tracers. */
    Tensor eval(Tensor... args);

    /** The dispatcher: dense arguments are computed, a traced argument takes over. */
    static Tensor apply(Op op, Tensor a) {
        return a.level() == 0 ? op.eval(a) : a.trace(op, a);
    }

    /** As {@link #apply(Op, Tensor)} for two arguments: the one traced at the highest level takes over. */
    static Tensor apply(Op op, Tensor a, Tensor b) {
        Tensor top = b.level() > a.level() ? b : a;
        return top.level() == 0 ? op.eval(a, b) : top.trace(op, a, b);
    }

    /** As {@link #apply(Op, Tensor)} for any number of arguments. */
    static Tensor apply(Op op, Tensor... args) {
        Tensor top = args[0];
        for (Tensor arg : args) {
            if (arg.level() > top.level()) {
                top = arg;
            }
        }
        return top.level() == 0 ? op.eval(args) : top.trace(op, args);
    }
}
