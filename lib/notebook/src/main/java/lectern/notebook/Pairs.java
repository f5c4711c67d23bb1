package lectern.notebook;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names with their values, in the order in which they are written down. */
public final class Pairs {
    private Pairs() {}

    /**
     * Makes a map of one name and its value, for a table or a figure of up to eight.
     *
     * {@snippet :
     * ordered("XOR", 0.75, "OR", 1.0) // → {XOR=0.75, OR=1.0}
     * }
     *
     * @param name1 the name
     * @param value1 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     */
    public static <V> Map<String, V> ordered(String name1, V value1) {
        return of(name1, value1);
    }

    /**
     * Makes a map of two names and their values, in this order.
     *
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     * @throws IllegalArgumentException when a name stands there twice
     */
    public static <V> Map<String, V> ordered(String name1, V value1, String name2, V value2) {
        return of(name1, value1, name2, value2);
    }

    /**
     * Makes a map of three names and their values, in this order.
     *
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     * @param name3 the third name
     * @param value3 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     * @throws IllegalArgumentException when a name stands there twice
     */
    public static <V> Map<String, V> ordered(String name1, V value1, String name2, V value2, String name3, V value3) {
        return of(name1, value1, name2, value2, name3, value3);
    }

    /**
     * Makes a map of four names and their values, in this order.
     *
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     * @param name3 the third name
     * @param value3 its value
     * @param name4 the fourth name
     * @param value4 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     * @throws IllegalArgumentException when a name stands there twice
     */
    public static <V> Map<String, V> ordered(
            String name1, V value1, String name2, V value2, String name3, V value3, String name4, V value4) {
        return of(name1, value1, name2, value2, name3, value3, name4, value4);
    }

    /**
     * Makes a map of five names and their values, in this order.
     *
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     * @param name3 the third name
     * @param value3 its value
     * @param name4 the fourth name
     * @param value4 its value
     * @param name5 the fifth name
     * @param value5 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     * @throws IllegalArgumentException when a name stands there twice
     */
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

    /**
     * Makes a map of six names and their values, in this order.
     *
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     * @param name3 the third name
     * @param value3 its value
     * @param name4 the fourth name
     * @param value4 its value
     * @param name5 the fifth name
     * @param value5 its value
     * @param name6 the sixth name
     * @param value6 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     * @throws IllegalArgumentException when a name stands there twice
     */
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

    /**
     * Makes a map of seven names and their values, in this order.
     *
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     * @param name3 the third name
     * @param value3 its value
     * @param name4 the fourth name
     * @param value4 its value
     * @param name5 the fifth name
     * @param value5 its value
     * @param name6 the sixth name
     * @param value6 its value
     * @param name7 the seventh name
     * @param value7 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     * @throws IllegalArgumentException when a name stands there twice
     */
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

    /**
     * Makes a map of eight names and their values, in this order.
     *
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     * @param name3 the third name
     * @param value3 its value
     * @param name4 the fourth name
     * @param value4 its value
     * @param name5 the fifth name
     * @param value5 its value
     * @param name6 the sixth name
     * @param value6 its value
     * @param name7 the seventh name
     * @param value7 its value
     * @param name8 the eighth name
     * @param value8 its value
     * @return a map that keeps this order, which a {@code HashMap} would lose; it can be changed
     * @throws IllegalArgumentException when a name stands there twice
     */
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
