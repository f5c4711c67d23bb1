package lectern.kernel.debug;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The arguments of a request, read without trust in their types. */
record Arguments(Map<?, ?> values) {
    static Arguments of(Object value) {
        return new Arguments(value instanceof Map<?, ?> map ? map : Map.of());
    }

    /** Text that must be there. */
    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new RequestRefused("the request lacks its argument \"" + name + "\", a text");
    }

    String text(String name, String fallback) {
        return values.get(name) instanceof String text ? text : fallback;
    }

    OptionalInt integer(String name) {
        return values.get(name) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    int integer(String name, int fallback) {
        return integer(name).orElse(fallback);
    }

    List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    Arguments object(String name) {
        return of(values.get(name));
    }
}
