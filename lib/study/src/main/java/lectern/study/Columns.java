package lectern.study;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.notebook.Column;
import lectern.notebook.Numeric;

/** The numbers in what a run returns, by name: single ones make columns, rows of them make curves. */
final class Columns {
    /** A name for what is returned without one. */
    static final String ONLY = "result";

    private Columns() {}

    /** A run returns something that holds no numbers. */
    static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Wrong(Object value) {
            super(
                    "A run of a study returns a number, a truth value, a record or a map of numbers, an array or a tensor; got "
                            + (value == null ? "null" : "a " + value.getClass().getSimpleName()));
        }
    }

    static void require(Object value) {
        if (numbers(value).isEmpty() && curves(value).isEmpty()) {
            throw new Wrong(value);
        }
    }

    /** The single numbers of a result. */
    static Map<String, Double> numbers(Object value) {
        var numbers = new LinkedHashMap<String, Double>();
        parts(value).forEach((name, part) -> {
            if (part instanceof Number number) {
                numbers.put(name, number.doubleValue());
            } else if (part instanceof Boolean truth) {
                numbers.put(name, truth ? 1.0 : 0.0);
            } else if (part instanceof Numeric one && one.shape().length == 0) {
                numbers.put(name, one.toDoubleArray()[0]);
            }
        });
        return numbers;
    }

    /** The rows of numbers of a result. */
    static Map<String, double[]> curves(Object value) {
        var curves = new LinkedHashMap<String, double[]>();
        parts(value).forEach((name, part) -> {
            if (part instanceof double[] row) {
                curves.put(name, row.clone());
            } else if (part instanceof Numeric row && row.shape().length == 1) {
                curves.put(name, row.toDoubleArray());
            }
        });
        return curves;
    }

    private static Map<String, Object> parts(Object value) {
        var parts = new LinkedHashMap<String, Object>();
        switch (value) {
            case null -> {}
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    parts.put(name(component), read(component, record));
                }
            }
            case Map<?, ?> map -> map.forEach((name, part) -> parts.put(String.valueOf(name), part));
            case double[] row -> elements(row, parts);
            case Numeric row when row.shape().length == 1 -> elements(row.toDoubleArray(), parts);
            default -> parts.put(ONLY, value);
        }
        return parts;
    }

    /** An array by itself is a row of columns, numbered as its elements are. */
    private static void elements(double[] row, Map<String, Object> parts) {
        for (int i = 0; i < row.length; i++) {
            parts.put(Integer.toString(i), row[i]);
        }
    }

    private static String name(RecordComponent component) {
        var column = component.getAnnotation(Column.class);
        return column == null ? component.getName() : column.value();
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component " + component.getName() + " of a result cannot be read", e);
        }
    }

    /** The names of all results in the order in which they first appear. */
    static List<String> names(List<? extends Map<String, ?>> all) {
        var names = new ArrayList<String>();
        for (var one : all) {
            one.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        }
        return List.copyOf(names);
    }
}
