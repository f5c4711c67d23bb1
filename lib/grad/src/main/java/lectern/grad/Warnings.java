package lectern.grad;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import lectern.tensor.Tensor;
import lectern.tensor.type.Shapes;

/** What is worth a word but no error, said once for each function and through a hook. */
final class Warnings {
    private static final Set<Class<?>> TOLD =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private static volatile Consumer<String> hook = Warnings::log;

    private Warnings() {}

    static void onWarning(Consumer<String> receiver) {
        hook = receiver == null ? Warnings::log : receiver;
    }

    private static void log(String message) {
        System.getLogger("lectern.grad").log(System.Logger.Level.WARNING, message);
    }

    /** A word at once. */
    static void say(String message) {
        hook.accept(message);
    }

    /**
     * A word about a result that does not depend on its argument: where the function never looked at it, or where numbers
     * or a piecewise constant operation took the dependence away. A derivative that is zero by its nature is none.
     */
    static void independent(String verb, Object function, Tensor argument, boolean unused, Taken taken) {
        if ((unused || !taken.isNone()) && TOLD.add(Wrapped.user(function).getClass()) && !taken.isTold()) {
            hook.accept(verb + ": the result does not depend on the argument of shape " + Shapes.text(argument.shape())
                    + ", so the derivative is zero; "
                    + (taken.isNone()
                            ? "does the function use another variable instead?"
                            : "the dependence ended in " + taken.names() + ", whose results are constants"));
        }
    }
}
