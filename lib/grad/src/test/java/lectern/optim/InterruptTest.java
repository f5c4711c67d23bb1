package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import lectern.notebook.Host;
import lectern.notebook.Notebook;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** The interrupt button ends a minimisation, which hands back what it has. */
class InterruptTest {
    @Test
    void interruptedRunsReturnTheirResultSoFar() {
        Host before = Notebook.host();
        int[] asked = {0};
        Notebook.install((Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, args) -> method.getName().equals("interruptRequested")
                        ? (Object) (++asked[0] > 3)
                        : method.invoke(before, args)));
        try {
            Fit<Tensor> training = minimize(x -> x.square(), 5, sgd(0.1), 100);
            assertEquals(StopReason.INTERRUPTED, training.reason());
            assertEquals(3, training.steps());
            assertEquals(5 * 0.8 * 0.8 * 0.8, training.parameters().item(), 1e-14);
            assertEquals(
                    StopReason.INTERRUPTED,
                    minimize(x -> x.square(), 5, lbfgs()).reason());
            assertEquals(
                    StopReason.INTERRUPTED,
                    leastSquares(x -> x.exp(), Tensors.ones(1)).reason());
            assertEquals(
                    StopReason.INTERRUPTED,
                    minimize(x -> x.exp().sum(), Tensors.ones(2), subjectTo().between(-1, 2))
                            .reason());
        } finally {
            Notebook.install(before);
        }
    }
}
