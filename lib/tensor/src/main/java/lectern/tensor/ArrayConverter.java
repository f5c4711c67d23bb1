package lectern.tensor;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * How {@code array(x)} reads what another library holds: a table, an array of its own, an image of a special kind.
 *
 * <p>Found by {@link ServiceLoader}, so that tensors need no other library. A converter is asked for every object that
 * is neither a number, nor an array of Java, nor an image; it answers null for what is not of its library, and must not
 * load that library before it knows.
 */
public interface ArrayConverter {
    /** The numbers as a tensor of their own, or null when {@code value} belongs to another library. */
    Tensor convert(Object value);

    /** What it reads, in the words of an error message: "a numeric table or column". */
    String reads();

    /** Asks all converters that are there. */
    static Tensor of(Object value) {
        var readable = new StringBuilder("numbers in Java arrays, an image");
        try {
            for (var converter : ServiceLoader.load(ArrayConverter.class, ArrayConverter.class.getClassLoader())) {
                Tensor converted = converter.convert(value);
                if (converted != null) {
                    return converted;
                }
                readable.append(", ").append(converter.reads());
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "a converter of arrays on the class path does not work: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "array() wants " + readable + "; got a " + value.getClass().getSimpleName());
    }
}
