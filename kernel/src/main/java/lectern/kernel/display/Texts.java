package lectern.kernel.display;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Values as plain text, cut where they grow long. */
final class Texts {
    private static final int EDGE = 3;
    private static final int WHOLE = 100;
    private static final int DEEP = 6;
    private static final int LONG = 20_000;

    private Texts() {}

    static String of(Object value) {
        return cut(of(value, 0));
    }

    /** A text that a browser can bear. */
    static String cut(String text) {
        return text == null
                ? "null"
                : text.length() <= LONG
                        ? text
                        : text.substring(0, LONG) + "… (" + String.format(Locale.ROOT, "%,d", text.length())
                                + " characters)";
    }

    private static String of(Object value, int depth) {
        if (value == null) {
            return "null";
        }
        if (depth > DEEP) {
            return "…";
        }
        if (value.getClass().isArray()) {
            return array(value, depth);
        }
        return switch (value) {
            case String text -> text;
            case Map<?, ?> map -> map(map, depth);
            case Collection<?> list when list.size() <= WHOLE && depth == 0 && plain(list) -> list.toString();
            case Collection<?> list -> collection(list, depth);
            default -> String.valueOf(value.toString());
        };
    }

    private static boolean plain(Collection<?> list) {
        return list.stream()
                .noneMatch(item -> item != null && (item.getClass().isArray() || item instanceof Collection<?>));
    }

    private static String array(Object array, int depth) {
        int n = Array.getLength(array);
        var text = new StringJoiner(depth == 0 && n > 0 && isNested(array) ? ",\n " : ", ", "[", "]");
        boolean cut = n > WHOLE;
        for (int i = 0; i < n; i++) {
            if (cut && i == EDGE) {
                text.add("…");
                i = n - EDGE;
            }
            text.add(of(Array.get(array, i), depth + 1));
        }
        return cut && depth == 0 ? text + "  " + shape(array) : text.toString();
    }

    private static boolean isNested(Object array) {
        return array.getClass().getComponentType().isArray();
    }

    /** Element type and extents, {@code double[1000][3]}; ragged arrays tell of their first row. */
    static String shape(Object array) {
        var extents = new StringBuilder();
        Object row = array;
        Class<?> type = array.getClass();
        while (type.isArray()) {
            extents.append('[').append(row == null ? "" : Array.getLength(row)).append(']');
            row = row != null && Array.getLength(row) > 0 ? Array.get(row, 0) : null;
            type = type.getComponentType();
        }
        return type.getSimpleName() + extents;
    }

    private static String collection(Collection<?> list, int depth) {
        var text = new StringJoiner(", ", "[", "]");
        int i = 0;
        for (Iterator<?> items = list.iterator(); items.hasNext(); i++) {
            if (i == WHOLE) {
                text.add("…");
                return depth == 0 ? text + "  (" + list.size() + " items)" : text.toString();
            }
            text.add(of(items.next(), depth + 1));
        }
        return text.toString();
    }

    private static String map(Map<?, ?> map, int depth) {
        var text = new StringJoiner(", ", "{", "}");
        int i = 0;
        for (var entry : map.entrySet()) {
            if (i++ == WHOLE) {
                text.add("…");
                return depth == 0 ? text + "  (" + map.size() + " entries)" : text.toString();
            }
            text.add(of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1));
        }
        return text.toString();
    }

    static String brief(Object value) {
        var text = of(value);
        return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
}
