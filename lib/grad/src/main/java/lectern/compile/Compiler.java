package lectern.compile;

import lectern.grad.Fn;
import lectern.grad.Fn2;
import lectern.grad.Fn3;
import lectern.tensor.Tensor;

/**
 * Functions made fast: followed once for each combination of argument shapes, simplified, fused into vector loops, run
 * without allocating.
 *
 * <p>A compiled function gives the same values as the function, up to rounding. Random numbers of {@code rand}, {@code randn}
 * and what is made of them are drawn anew in every call, the same ones that the plain function would draw. A tensor from
 * outside may be written to with {@code set}: the function is followed again. What else it reads, such as variables of Java
 * or an array behind {@code wrap}, is read when it is followed and kept. A function whose trace depends on values, such as
 * an {@code if} on {@code x.item()}, one that draws whole numbers or writes to a tensor from outside runs as it is, and the
 * log says so once. Inside {@code grad} and inside another compiled function a compiled function acts as the plain one, so
 * everything nests.
 */
public final class Compiler {
    private Compiler() {}

    /**
     * Compiles a function of one tensor: followed once for each shape of its argument, simplified, fused into vector
     * loops.
     *
     * {@snippet :
     * Fn g = compile(t -> t.square().plus(1).sqrt());
     * g.apply(of(0.0, Math.sqrt(3))) // → [1. 2.]
     * }
     *
     * @param f the function, of its argument alone; what else it reads of Java is kept as it was when it was followed
     * @return a function with the same values up to rounding; one that cannot be followed runs as written, and the log
     *     says so once
     */
    public static Fn compile(Fn f) {
        Compiled compiled = new Compiled(args -> new Tensor[] {f.apply(args[0])});
        return x -> compiled.apply(x)[0];
    }

    /**
     * Compiles a function of two tensors, such as a model of parameters and inputs.
     *
     * @param f the function, of its arguments alone
     * @return a function with the same values up to rounding; one that cannot be followed runs as written, and the log
     *     says so once
     */
    public static Fn2 compile(Fn2 f) {
        Compiled compiled = new Compiled(args -> new Tensor[] {f.apply(args[0], args[1])});
        return (x, y) -> compiled.apply(x, y)[0];
    }

    /**
     * Compiles a function of three tensors, such as a loss of parameters, inputs and targets.
     *
     * @param f the function, of its arguments alone
     * @return a function with the same values up to rounding; one that cannot be followed runs as written, and the log
     *     says so once
     */
    public static Fn3 compile(Fn3 f) {
        Compiled compiled = new Compiled(args -> new Tensor[] {f.apply(args[0], args[1], args[2])});
        return (x, y, z) -> compiled.apply(x, y, z)[0];
    }
}
