package lectern.notebook;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names with their values, in the order in which they are written down. */
public final class Pairs {
    private Pairs() {}

    /**
     * A map that keeps this order, of up to eight names and values.
     *
     * {@snippet :
     * ordered("XOR", 0.75, "OR", 1.0)      // → {XOR=0.75, OR=1.0}
     * }
     *
     * @throws IllegalArgumentException when a name stands there twice
     */
    public static <V> Map<String, V> ordered(String name1, V value1) {
        return of(name1, value1);
    }

    /** Two names with their values, in this order. */
    public static <V> Map<String, V> ordered(String name1, V value1, String name2, V value2) {
        return of(name1, value1, name2, value2);
    }

    /** Three names with their values, in this order. */
    public static <V> Map<String, V> ordered(String name1, V value1, String name2, V value2, String name3, V value3) {
        return of(name1, value1, name2, value2, name3, value3);
    }

    /** Four names with their values, in this order. */
    public static <V> Map<String, V> ordered(
            String name1, V value1, String name2, V value2, String name3, V value3, String name4, V value4) {
        return of(name1, value1, name2, value2, name3, value3, name4, value4);
    }

    /** Five names with their values, in this order. */
    public static <V> Map<String, V> ordered(
            String name1,
            V value1,
            String name2,
            V value2,
            String name3,
            V value3,
            String name4,
            V value4,
            String name5,
            V value5) {
        return of(name1, value1, name2, value2, name3, value3, name4, value4, name5, value5);
    }

    /** Six names with their values, in this order. */
    public static <V> Map<String, V> ordered(
            String name1,
            V value1,
            String name2,
            V value2,
            String name3,
            V value3,
            String name4,
            V value4,
            String name5,
            V value5,
            String name6,
            V value6) {
        return of(name1, value1, name2, value2, name3, value3, name4, value4, name5, value5, name6, value6);
    }

    /** Seven names with their values, in this order. */
    public static <V> Map<String, V> ordered(
            String name1,
            V value1,
            String name2,
            V value2,
            String name3,
            V value3,
            String name4,
            V value4,
            String name5,
            V value5,
            String name6,
            V value6,
            String name7,
            V value7) {
        return of(
                name1, value1, name2, value2, name3, value3, name4, value4, name5, value5, name6, value6, name7,
                value7);
    }

    /** Eight names with their values, in this order. */
    public static <V> Map<String, V> ordered(
            String name1,
            V value1,
            String name2,
            V value2,
            String name3,
            V value3,
            String name4,
            V value4,
            String name5,
            V value5,
            String name6,
            V value6,
            String name7,
            V value7,
            String name8,
            V value8) {
        return of(
                name1, value1, name2, value2, name3, value3, name4, value4, name5, value5, name6, value6, name7, value7,
                name8, value8);
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> of(Object... pairs) {
        var map = new LinkedHashMap<String, V>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (map.containsKey(pairs[i])) {
                throw new IllegalArgumentException("The name \"" + pairs[i] + "\" stands there twice");
            }
            map.put((String) pairs[i], (V) pairs[i + 1]);
        }
        return map;
    }
}
