package lectern.prelude;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.notebook.Displayable;
import lectern.notebook.Extension.CellMagic;
import lectern.notebook.Extension.Magics;
import lectern.notebook.Extension.Renderers;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/**
 * Brings the library into a stock JJava kernel: found there by {@link ServiceLoader} when the jars are on its class
 * path.
 *
 * <p>Everything goes through {@link lectern.notebook.Extension}, so that whatever our own kernel learns from the
 * library (imports, pictures, magics), JJava learns as well. Only this class and {@link JJavaHost} name JJava.
 */
public final class JJavaExtension implements Extension {
    private static final String OWN_VERBS = "org.dflib.jjava.jupyter.kernel.BaseNotebookStatics";
    private static final String CELLS = "lectern.notebook.Cells";
    private static final String VECTORS = "jdk.incubator.vector";
    private static final String WITHOUT_VECTORS = "Lectern's tensors, and with them its figures, need the Vector API, "
            + "which this kernel was started without. Set JJAVA_JVM_OPTS=\"--add-modules=" + VECTORS
            + " --enable-native-access=ALL-UNNAMED\" in the environment of Jupyter, or in the \"env\" of the kernel's "
            + "kernel.json, and restart the kernel.";
    static final List<String> MIME_TYPES = List.of(
            MimeBundle.TEXT,
            MimeBundle.HTML,
            MimeBundle.MARKDOWN,
            MimeBundle.LATEX,
            MimeBundle.SVG,
            MimeBundle.PNG,
            MimeBundle.PDF);

    @Override
    public void install(BaseKernel kernel) {
        if (ModuleLayer.boot().findModule(VECTORS).isEmpty()) {
            // An incubating module comes with the start of the JVM or not at all. Shown, not printed: what is printed
            // while %maven runs is lost.
            kernel.display(convert(MimeBundle.text(WITHOUT_VECTORS)));
        }
        var renderers = new JJavaRenderers(kernel.getRenderer());
        renderers.register(Displayable.class, Displayable::toMimeBundle);
        Notebook.install(new JJavaHost(kernel));
        var imports = new ArrayList<String>();
        for (var extension :
                ServiceLoader.load(lectern.notebook.Extension.class, getClass().getClassLoader())) {
            extension.renderers(renderers);
            extension.magics(new JJavaMagics(kernel));
            imports.addAll(extension.imports());
        }
        imports.forEach(line -> beside(line, kernel).forEach(each -> evaluate(kernel, each)));
    }

    /** JJava has a {@code display} and others of its own; where both were imported as a whole, neither could be called. */
    private static List<String> beside(String line, BaseKernel kernel) {
        var own = statics(OWN_VERBS, kernel.getClass().getClassLoader());
        if (own.isEmpty() || !line.equals("import static " + CELLS + ".*;")) {
            return List.of(line);
        }
        var verbs = new TreeSet<>(statics(CELLS, JJavaExtension.class.getClassLoader()));
        verbs.removeAll(own);
        return verbs.stream()
                .map(name -> "import static " + CELLS + "." + name + ";")
                .toList();
    }

    private static Set<String> statics(String type, ClassLoader loader) {
        try {
            return Arrays.stream(Class.forName(type, false, loader).getMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            // Older versions have their verbs elsewhere, or none.
            return Set.of();
        }
    }

    /** An import that does not work is told of, not a reason to have no kernel. */
    private static void evaluate(BaseKernel kernel, String line) {
        try {
            kernel.evalRaw(line);
        } catch (RuntimeException e) {
            kernel.getIO().err.println("Lectern goes on without " + line + " (" + e.getMessage() + ")");
        }
    }

    /** A bundle in JJava's form; binary parts become Base64 text, as the protocol wants them. */
    static DisplayData convert(MimeBundle bundle) {
        var data = new DisplayData();
        fill(data, bundle);
        return data;
    }

    private static void fill(DisplayData data, MimeBundle bundle) {
        bundle.data()
                .forEach((type, value) -> data.putData(
                        type,
                        value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value));
        bundle.metadata().forEach(data::putMetaData);
    }

    /** The registry of renderers. */
    private record JJavaRenderers(Renderer renderer) implements Renderers {
        @Override
        public <T> void register(Class<T> type, Function<? super T, MimeBundle> function) {
            String[] types = MIME_TYPES.toArray(String[]::new);
            renderer.<T>createRegistration(type)
                    .supporting(types)
                    .preferring(types)
                    .register((value, context) -> fill(context.getOutputContainer(), function.apply(value)));
        }
    }

    /** The registry of magics. */
    private record JJavaMagics(BaseKernel kernel) implements Magics {
        @Override
        public void line(String name, String help, Function<String, Object> magic) {
            LineMagic<Object, BaseKernel> adapted = (owner, arguments) -> magic.apply(String.join(" ", arguments));
            kernel.getMagicsRegistry().registerLineMagic(name, adapted);
        }

        @Override
        public void cell(String name, String help, CellMagic magic) {
            org.dflib.jjava.jupyter.kernel.magic.CellMagic<Object, BaseKernel> adapted =
                    (owner, arguments, body) -> magic.run(String.join(" ", arguments), body);
            kernel.getMagicsRegistry().registerCellMagic(name, adapted);
        }
    }
}
