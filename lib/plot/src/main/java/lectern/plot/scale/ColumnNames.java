package lectern.plot.scale;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Finds the names that columns of tables carry, whatever library they are of: what iterates and has a {@code name()}. */
final class ColumnNames {
    private static final ClassValue<MethodHandle> NAMES = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .findVirtual(type, "name", MethodType.methodType(String.class))
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (NoSuchMethodException | IllegalAccessException e) {
                return null;
            }
        }
    };

    private ColumnNames() {}

    /** The name of a column; null for what has none. */
    static String of(Object data) {
        if (!(data instanceof Iterable<?>) || NAMES.get(data.getClass()) == null) {
            return null;
        }
        try {
            return (Object) NAMES.get(data.getClass()).invokeExact(data) instanceof String name && !name.isEmpty()
                    ? name
                    : null;
        } catch (Throwable e) {
            // A name is a help; what cannot tell its own is drawn without one.
            return null;
        }
    }
}
