package lectern.tensor;

import java.util.Formattable;
import java.util.Formatter;
import java.util.IllegalFormatException;
import java.util.Locale;
import lectern.tensor.type.DType;

/**
 * Tensors as text with the digits that one asks for.
 *
 * {@snippet :
 * of(0.1, 2).format("%.3f")                // → "[0.100 2.000]"
 * "%.2s, %s".formatted(of(0.1, 2), of(1.0, 2))     // → "[0.10 2.00], [1. 2.]"
 * }
 */
interface Formats extends Formattable {
    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * All elements in this format of a number, in brackets for each axis.
     *
     * @param format such as {@code %.3f} or {@code %.1e}; {@code %d} for integers
     * @throws IllegalArgumentException when it is no format for the elements
     */
    default String format(String format) {
        var x = self().value();
        try {
            return level(x, format);
        } catch (IllegalFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + format + "\" is no format for elements of type "
                            + x.dtype().label() + "; such are \"%.3f\" and \"%.1e\", and \"%d\" for integers",
                    e);
        }
    }

    private static String level(Tensor x, String format) {
        if (x.ndim() == 0) {
            return String.format(Locale.ROOT, format, element(x));
        }
        var text = new StringBuilder("[");
        for (int i = 0; i < x.dim(0); i++) {
            text.append(i == 0 ? "" : x.ndim() == 1 ? " " : "\n ")
                    .append(level(x.get(i), format).replace("\n", "\n "));
        }
        return text.append(']').toString();
    }

    private static Object element(Tensor x) {
        double value = x.item();
        DType type = x.dtype();
        return type == DType.BOOL ? (Object) (value != 0) : type.isFloating() ? value : (Object) x.toLongArray()[0];
    }

    /** {@code %s} writes the tensor as it shows itself, {@code %.3s} its numbers with three decimals. */
    @Override
    default void formatTo(Formatter formatter, int flags, int width, int precision) {
        boolean plain = precision < 0 || !self().value().dtype().isFloating();
        var text = plain ? self().toString() : format("%." + precision + "f");
        var padding = " ".repeat(Math.max(0, width - text.length()));
        boolean left = (flags & java.util.FormattableFlags.LEFT_JUSTIFY) != 0;
        formatter.format("%s", left ? text + padding : padding + text);
    }
}
