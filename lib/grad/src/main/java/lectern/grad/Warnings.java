package lectern.grad;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

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

    static void independent(Object function) {
        if (TOLD.add(function.getClass())) {
            hook.accept("the result does not depend on the argument, so the gradient is zero; "
                    + "was the value taken out with item(), or an integer operation used on the way?");
        }
    }
}
