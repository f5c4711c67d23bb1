package lectern.optim;

import java.util.function.Function;
import lectern.tensor.Tensor;

/** A solver that runs to convergence and chooses its steps by itself: {@code minimize(f, start, lbfgs())}. */
public interface Method {
    /** Minimises a function with a single value from a start of any structure. */
    <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Watch watch);
}
