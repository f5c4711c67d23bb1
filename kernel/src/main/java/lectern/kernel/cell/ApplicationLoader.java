package lectern.kernel.cell;

import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Path;
import java.util.List;
import lectern.kernel.magic.MagicError;

/**
 * Lets the class path of the running JVM grow: classes of the library that were there from the start see what is added.
 *
 * <p>What {@code %maven} adds is seen by cells only. Agents add to the class path in this same way; a real one would cost every start
 * of the kernel its time.
 */
final class ApplicationLoader {
    private static final String PACKAGE = "java.base/jdk.internal.loader";

    private ApplicationLoader() {}

    static void add(List<Path> jars) {
        var loader = ClassLoader.getSystemClassLoader();
        try {
            var add = loader.getClass().getDeclaredMethod("appendToClassPathForInstrumentation", String.class);
            add.setAccessible(true);
            for (var jar : jars) {
                add.invoke(loader, jar.toString());
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new MagicError("This kernel cannot add libraries of its own while it runs: start it with --add-opens "
                    + PACKAGE + "=ALL-UNNAMED");
        }
    }
}
