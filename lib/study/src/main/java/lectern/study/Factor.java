package lectern.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a study varies: its name, and its values with the labels that stand for them in tables. */
record Factor<T>(String name, List<String> labels, List<T> values) {
    Factor {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("What a study varies needs a name, such as over(\"rate\", 0.1, 0.3)");
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("\"" + name + "\" has no values to go over");
        }
        if (new LinkedHashSet<>(labels).size() < labels.size()) {
            throw new IllegalArgumentException("Two values of \"" + name + "\" have one label: " + labels);
        }
    }

    static <T> Factor<T> of(String name, List<T> values) {
        var labels = new ArrayList<String>();
        for (var value : values) {
            var label = String.valueOf(value);
            if (label.contains("$$Lambda") || label.matches("[\\w.$]+@[0-9a-f]+")) {
                throw new IllegalArgumentException(
                        "The values of \"" + name + "\" have no text of their own to stand in a table;"
                                + " give them names: over(\"" + name + "\", ordered(\"first\", …, \"second\", …))");
            }
            labels.add(label);
        }
        return new Factor<>(name, List.copyOf(labels), List.copyOf(values));
    }

    static <T> Factor<T> of(String name, Map<String, T> values) {
        return new Factor<>(name, List.copyOf(values.keySet()), List.copyOf(values.values()));
    }

    int size() {
        return values.size();
    }

    /** Place of the value that this label, or the value itself, names; −1 where none is. */
    int place(Object wanted) {
        int place = labels.indexOf(String.valueOf(wanted));
        return place >= 0 ? place : values.indexOf(wanted);
    }

    /** The values as numbers; null where they are none. */
    double @Nullable [] numbers() {
        return values.stream().allMatch(Number.class::isInstance)
                ? values.stream()
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .toArray()
                : null;
    }
}
