package lectern.notebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as rows of a table. */
final class Records {
    private Records() {}

    /** Rows with names before them where {@code names} says what these are called. */
    static Tabular table(@Nullable String names, List<? extends Map.Entry<String, ?>> rows, String... formats) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("There are no rows to make a table of");
        }
        var first = rows.getFirst().getValue();
        var components = first instanceof Record ? first.getClass().getRecordComponents() : null;
        if (components == null && names == null) {
            throw new IllegalArgumentException("The rows of a table are records, each component a column; got "
                    + (first == null ? "null" : "a " + first.getClass().getSimpleName())
                    + ". Values with names are a map: table(ordered(\"plain\", 0.03, \"momentum\", 0.01))");
        }
        var heads = new ArrayList<String>(names == null ? List.of() : List.of(names));
        heads.addAll(
                components == null
                        ? List.of("value")
                        : Arrays.stream(components).map(Records::head).toList());
        var lines = new ArrayList<List<Object>>();
        for (var row : rows) {
            var line = new ArrayList<Object>(names == null ? List.of() : List.of(row.getKey()));
            line.addAll(values(row.getValue(), first, components));
            lines.add(line);
        }
        return Tabular.of(heads, lines, own(components, names != null, formats));
    }

    private static List<Object> values(@Nullable Object row, Object first, RecordComponent @Nullable [] components) {
        if (components == null) {
            return Arrays.asList(row);
        }
        if (row == null || row.getClass() != first.getClass()) {
            throw new IllegalArgumentException("The rows of a table are of one class; the first is a "
                    + first.getClass().getSimpleName() + ", another one "
                    + (row == null ? "null" : "a " + row.getClass().getSimpleName()));
        }
        var values = new ArrayList<Object>();
        for (var component : components) {
            values.add(read(component, row));
        }
        return values;
    }

    /** A cell's records are of a class that only the cell sees. */
    static Object read(RecordComponent component, Object row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "The component " + component.getName() + " of "
                            + row.getClass().getSimpleName() + " cannot be read: " + e.getCause(),
                    e);
        }
    }

    static String head(RecordComponent component) {
        var column = component.getAnnotation(Column.class);
        return column == null ? component.getName() : column.value();
    }

    /** The formats with those that columns ask for themselves. */
    private static String[] own(RecordComponent @Nullable [] components, boolean named, String[] formats) {
        int before = named ? 1 : 0;
        if (components == null || formats.length > 1) {
            return formats;
        }
        var own = new String[components.length + before];
        Arrays.fill(own, formats.length == 0 ? "" : formats[0]);
        for (int j = 0; j < components.length; j++) {
            var column = components[j].getAnnotation(Column.class);
            if (column != null && !column.format().isEmpty()) {
                own[j + before] = column.format();
            }
        }
        return own;
    }
}
