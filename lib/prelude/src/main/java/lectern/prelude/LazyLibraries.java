package lectern.prelude;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import lectern.notebook.Lazy;

/**
 * What a kernel may do without until somebody asks for it; the lists of jars lie beside this class and are written by
 * {@code environment/pins.py}.
 */
final class LazyLibraries {
    /** A class that is there where ND4J is. */
    static final String ARRAYS = "org.nd4j.linalg.api.ndarray.INDArray";

    private LazyLibraries() {}

    static List<Lazy> all() {
        return List.of(
                new Lazy(
                        "dl4j",
                        "Deeplearning4j with ND4J",
                        "org.nd4j.linalg.api.ndarray",
                        List.of("org.nd4j", "org.deeplearning4j", "lectern.nn.dl4j"),
                        hasNatives(System.getProperty("os.name"), System.getProperty("os.arch"))
                                ? jars("dl4j.jars")
                                : List.of()),
                // Tablesaw's own readers guess the encoding of a file with it.
                new Lazy(
                        "icu",
                        "ICU4J",
                        "com.ibm.icu.text",
                        List.of("com.ibm.icu", "tech.tablesaw.io"),
                        jars("icu.jars")));
    }

    /** The list of jars holds the native half of ND4J for one kind of machine. */
    static boolean hasNatives(String system, String processor) {
        return system.equals("Linux") && (processor.equals("amd64") || processor.equals("x86_64"));
    }

    private static List<Lazy.Jar> jars(String name) {
        try (InputStream list = Objects.requireNonNull(LazyLibraries.class.getResourceAsStream(name), name)) {
            return Lazy.jars(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
