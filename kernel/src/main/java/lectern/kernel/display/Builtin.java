package lectern.kernel.display;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.BaseStream;
import javax.imageio.ImageIO;
import lectern.notebook.Column;
import lectern.notebook.MimeBundle;

/** Renderers of Java's own types. */
final class Builtin {
    /** How the names of classes begin that stand in cells. */
    private static final String CELLS = "notebook.";

    private Builtin() {}

    static void register(Renderers registry) {
        registry.register(CharSequence.class, text -> MimeBundle.text(Texts.cut(text.toString())));
        registry.register(MimeBundle.class, bundle -> bundle);
        registry.register(Map.class, Builtin::map);
        registry.register(Collection.class, Builtin::collection);
        registry.register(Object[].class, Builtin::array);
        registry.register(
                Optional.class,
                value -> MimeBundle.text(
                        value.isPresent() ? "Optional[" + Texts.of(value.get()) + "]" : "Optional.empty"));
        registry.register(
                BaseStream.class,
                stream -> MimeBundle.text("a stream is shown by using it up; end it with .toList() or "
                        + ".toArray() to see its elements"));
        registry.register(
                Iterator.class,
                iterator -> MimeBundle.text("an iterator is shown by using it up; go through it with "
                        + "while (it.hasNext()) it.next(), or show the collection that it comes from"));
        registry.register(Record.class, Builtin::record);
        registry.register(Throwable.class, Builtin::throwable);
        registry.register(RenderedImage.class, Builtin::image);
    }

    /** Objects that know their HTML, and everything else by its text. */
    static MimeBundle other(Object value) {
        var text = MimeBundle.text(isPlain(value) ? fields(value) : Texts.of(value));
        for (var name : List.of("toHtml", "toHTML", "_repr_html_")) {
            try {
                var method = value.getClass().getMethod(name);
                if (method.getReturnType() == String.class && method.trySetAccessible()) {
                    return text.with(MimeBundle.HTML, method.invoke(value));
                }
            } catch (NoSuchMethodException | IllegalAccessException e) {
                continue;
            } catch (InvocationTargetException e) {
                // The end of the cell, or of its memory, is not the method's affair.
                if (e.getCause() instanceof Error error && !(error instanceof StackOverflowError)) {
                    throw error;
                }
                return text;
            }
        }
        return text;
    }

    /** Is this an object of a cell's own class that has no text of its own? */
    private static boolean isPlain(Object value) {
        var type = value.getClass();
        try {
            return type.getName().startsWith(CELLS)
                    && !type.isHidden()
                    && !type.isSynthetic()
                    && type.getMethod("toString").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** As a record shows itself, but other objects of this kind by their names: they may know one another. */
    private static String fields(Object value) {
        var type = value.getClass();
        var text = new StringJoiner(", ", type.getSimpleName() + "[", "]");
        for (Class<?> owner = type; owner != null && owner.getName().startsWith(CELLS); owner = owner.getSuperclass()) {
            for (var field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && field.trySetAccessible()) {
                    text.add(field.getName() + "=" + part(field, value));
                }
            }
        }
        return text.toString();
    }

    private static String part(Field field, Object owner) {
        try {
            var value = field.get(owner);
            return value != null && isPlain(value) ? value.getClass().getSimpleName() : Texts.brief(value);
        } catch (IllegalAccessException e) {
            return "?";
        }
    }

    private static MimeBundle collection(Collection<?> list) {
        var items = tabular(list) ? new ArrayList<>(list) : null;
        return items == null ? MimeBundle.text(Texts.of(list)) : records(items);
    }

    private static MimeBundle array(Object[] array) {
        var items = Arrays.asList(array);
        return tabular(items) ? records(items) : other(array);
    }

    /** Records of one class that have not chosen a text of their own. */
    private static boolean tabular(Collection<?> list) {
        var first = list.stream().filter(Objects::nonNull).findFirst().orElse(null);
        return first instanceof Record one
                && one.getClass().getRecordComponents().length > 0
                && hasPlainText(one)
                && list.stream().allMatch(item -> item == null || item.getClass() == first.getClass());
    }

    private static MimeBundle records(List<?> items) {
        var components = components(items);
        var names = Arrays.stream(components).map(Builtin::head).toList();
        return Grid.of(names, items.size(), i -> row((Record) items.get(i), components.length))
                .bundle();
    }

    private static RecordComponent[] components(Collection<?> records) {
        return records.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .getClass()
                .getRecordComponents();
    }

    /** The values of a record; a row of nulls where there is none. */
    private static List<Object> row(Record value, int width) {
        return value == null ? Collections.nCopies(width, null) : values(value);
    }

    /** What stands above the column of a component. */
    private static String head(RecordComponent component) {
        var column = component.getAnnotation(Column.class);
        return column == null ? component.getName() : column.value();
    }

    private static MimeBundle record(Record value) {
        var components = value.getClass().getRecordComponents();
        if (components.length == 0 || !hasPlainText(value)) {
            return MimeBundle.text(value.toString());
        }
        var values = values(value);
        var text = new StringJoiner(", ", value.getClass().getSimpleName() + "[", "]");
        for (int i = 0; i < components.length; i++) {
            text.add(components[i].getName() + "=" + Texts.brief(values.get(i)));
        }
        var grid = Grid.of(
                List.of(value.getClass().getSimpleName(), ""),
                components.length,
                i -> Arrays.asList(components[i].getName(), values.get(i)));
        return grid.bundle(text.toString());
    }

    /** Is the text of this record the one that the compiler makes? */
    private static boolean hasPlainText(Record value) {
        return value.toString()
                .startsWith(value.getClass().getSimpleName() + "["
                        + value.getClass().getRecordComponents()[0].getName() + "=");
    }

    private static List<Object> values(Record value) {
        var values = new ArrayList<Object>();
        for (var component : value.getClass().getRecordComponents()) {
            values.add(read(component, value));
        }
        return values;
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return "?";
        }
    }

    private static MimeBundle map(Map<?, ?> map) {
        var text = Texts.of(map);
        if (map.isEmpty()) {
            return MimeBundle.text(text);
        }
        var entries = List.copyOf(map.entrySet().stream()
                .map(entry -> Arrays.<Object>asList(entry.getKey(), entry.getValue()))
                .toList());
        if (!tabular(map.values())) {
            return Grid.of(List.of("key", "value"), entries.size(), entries::get)
                    .bundle(text);
        }
        var names = new ArrayList<String>(List.of("key"));
        var components = components(map.values());
        Arrays.stream(components).map(Builtin::head).forEach(names::add);
        return Grid.of(names, entries.size(), i -> {
                    var row = new ArrayList<Object>();
                    row.add(entries.get(i).getFirst());
                    row.addAll(row((Record) entries.get(i).getLast(), components.length));
                    return row;
                })
                .bundle();
    }

    private static MimeBundle throwable(Throwable thrown) {
        return MimeBundle.text(Texts.cut(thrown.toString()));
    }

    private static MimeBundle image(RenderedImage image) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var kind = image instanceof BufferedImage
                ? "BufferedImage"
                : image.getClass().getSimpleName();
        return MimeBundle.text(kind + " " + image.getWidth() + "×" + image.getHeight())
                .with(MimeBundle.PNG, png.toByteArray());
    }
}
