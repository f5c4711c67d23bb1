package lectern.kernel.debug;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a value consists of: elements of arrays and collections, entries of maps, components of records, fields of other objects.
 *
 * <p>Long values are cut into ranges, so that nobody who opens one has to wait for a million lines.
 */
final class Members {
    /** A part of a value and its name there. */
    record Member(String name, Object value) {}

    /** A stretch of a long value, which has parts itself. */
    record Range(Object whole, int from, int to) {
        @Override
        public String toString() {
            return to - from + " items";
        }
    }

    static final int PAGE = 100;
    private static final List<String> CLOSED = List.of("java.", "javax.", "jdk.", "sun.", "lectern.");

    private Members() {}

    /** How many parts a front end may ask for by their numbers; 0 where parts have names, or where there are none. */
    static int indexed(Object value) {
        return switch (value) {
            case null -> 0;
            case Range range -> range.to - range.from;
            case Collection<?> collection -> collection.size();
            default -> value.getClass().isArray() ? Array.getLength(value) : 0;
        };
    }

    /** Is there anything to open? */
    static boolean any(Object value) {
        return switch (value) {
            case null -> false;
            case Range range -> true;
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Optional<?> optional -> optional.isPresent();
            default ->
                value.getClass().isArray()
                        ? Array.getLength(value) > 0
                        : isOpen(value) && !fields(value.getClass()).isEmpty();
        };
    }

    /** Values that say all there is by their text: boxes and strings, what belongs to Java or the library, lambdas. */
    private static boolean isOpen(Object value) {
        var type = value.getClass();
        if (value instanceof Throwable || value instanceof Map.Entry<?, ?>) {
            return true;
        }
        return !(value instanceof Enum<?>)
                && !type.isHidden()
                && CLOSED.stream().noneMatch(type.getName()::startsWith);
    }

    /** Parts from {@code start}, at most {@code count} of them; without a count all, in ranges where there are too many. */
    static List<Member> of(Object value, int start, int count) {
        return switch (value) {
            case null -> List.of();
            case Range range -> {
                int from = range.from + start;
                yield indexed(range.whole, from, count > 0 ? Math.min(from + count, range.to) : range.to, count > 0);
            }
            case Map<?, ?> map -> entries(map, start, count > 0 ? count : PAGE);
            case Optional<?> optional ->
                optional.<List<Member>>map(inner -> List.of(new Member("value", inner)))
                        .orElse(List.of());
            case Map.Entry<?, ?> entry ->
                List.of(new Member("key", entry.getKey()), new Member("value", entry.getValue()));
            default -> {
                int length = indexed(value);
                yield length > 0
                        ? indexed(value, start, count > 0 ? Math.min(start + count, length) : length, count > 0)
                        : isOpen(value) ? named(value) : List.of();
            }
        };
    }

    private static List<Member> indexed(Object whole, int from, int to, boolean asked) {
        var members = new ArrayList<Member>();
        if (asked || to - from <= PAGE) {
            IntFunction<Object> element = elements(whole, to);
            for (int i = from; i < to; i++) {
                members.add(new Member("[" + i + "]", element.apply(i)));
            }
            return members;
        }
        int step = PAGE;
        while ((to - from - 1) / step >= PAGE) {
            step *= PAGE;
        }
        for (int i = from; i < to; i += step) {
            int end = to - i > step ? i + step : to;
            members.add(new Member("[" + i + " … " + (end - 1) + "]", new Range(whole, i, end)));
        }
        return members;
    }

    private static IntFunction<Object> elements(Object whole, int to) {
        if (whole.getClass().isArray()) {
            return i -> Array.get(whole, i);
        }
        if (whole instanceof List<?> list) {
            return list::get;
        }
        var items = ((Collection<?>) whole).stream().limit(to).toArray();
        return i -> items[i];
    }

    private static List<Member> entries(Map<?, ?> map, int start, int count) {
        var members = new ArrayList<Member>();
        map.entrySet().stream()
                .skip(start)
                .limit(count)
                .forEach(entry -> members.add(new Member(String.valueOf(entry.getKey()), entry.getValue())));
        int left = map.size() - start - members.size();
        if (left > 0 && count == PAGE) {
            members.add(new Member("…", left + " more entries"));
        }
        return members;
    }

    private static List<Member> named(Object value) {
        var members = new ArrayList<Member>();
        if (value instanceof Throwable thrown) {
            members.add(new Member("message", thrown.getMessage()));
            members.add(new Member("cause", thrown.getCause()));
        }
        for (var field : fields(value.getClass())) {
            try {
                members.add(new Member(field.getName(), field.get(value)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("the field was opened before", e);
            }
        }
        return members;
    }

    /** The fields that can be read, those of the class itself first. */
    private static List<Field> fields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (var each = type; each != null; each = each.getSuperclass()) {
            for (var field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && opened(field)) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static boolean opened(Field field) {
        try {
            return field.trySetAccessible();
        } catch (InaccessibleObjectException | SecurityException e) {
            return false;
        }
    }
}
