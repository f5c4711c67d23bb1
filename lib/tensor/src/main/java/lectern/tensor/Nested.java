package lectern.tensor;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import lectern.tensor.eval.Values;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Tensors from nested Java arrays and back. */
final class Nested {
    private Nested() {}

    static Tensor toTensor(Object nested) {
        if (nested instanceof Tensor tensor) {
            return tensor;
        }
        if (nested instanceof Number number) {
            return Tensors.of(number.doubleValue());
        }
        if (nested instanceof Collection<?> list) {
            return listed(list);
        }
        if (!nested.getClass().isArray()) {
            return foreign(nested);
        }
        var shape = new ArrayList<Integer>();
        Object level = nested;
        Class<?> type = nested.getClass();
        while (type.isArray()) {
            int n = level == null ? 0 : Array.getLength(level);
            shape.add(n);
            level = n == 0 ? null : Array.get(level, 0);
            type = type.getComponentType();
        }
        Values out = Values.zeros(typeOf(type), Shapes.array(shape));
        fill(nested, 0, out, 0);
        return Dense.of(out);
    }

    /** A list of numbers, of truth values, or of anything that is a tensor by itself. */
    private static Tensor listed(Collection<?> list) {
        if (list.isEmpty()) {
            return Tensors.zeros(0);
        }
        Object[] items = list.toArray();
        for (int i = 0; i < items.length; i++) {
            if (items[i] == null) {
                throw new IllegalArgumentException("array() of a list wants numbers; element " + i + " is null");
            }
        }
        if (Arrays.stream(items).allMatch(Nested::isWhole)) {
            return Tensors.of(Arrays.stream(items)
                    .mapToLong(x -> ((Number) x).longValue())
                    .toArray());
        }
        if (Arrays.stream(items).allMatch(Number.class::isInstance)) {
            return Tensors.of(Arrays.stream(items)
                    .mapToDouble(x -> ((Number) x).doubleValue())
                    .toArray());
        }
        if (Arrays.stream(items).allMatch(Boolean.class::isInstance)) {
            boolean[] truths = new boolean[items.length];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = (Boolean) items[i];
            }
            return Dense.around(truths, truths.length);
        }
        if (Arrays.stream(items).anyMatch(String.class::isInstance)) {
            throw new IllegalArgumentException("array() of a list wants numbers; it holds the text \""
                    + Arrays.stream(items)
                            .filter(String.class::isInstance)
                            .findFirst()
                            .orElseThrow() + "\"");
        }
        return Tensors.stack(0, Arrays.stream(items).map(Nested::toTensor).toArray(Tensor[]::new));
    }

    private static boolean isWhole(Object item) {
        return item instanceof Integer || item instanceof Long || item instanceof Short || item instanceof Byte;
    }

    /** What other libraries hold; a library is loaded by whoever made its object, never from here. */
    private static Tensor foreign(Object value) {
        if (value instanceof java.awt.image.BufferedImage image) {
            return Images.toTensor(image);
        }
        return ArrayConverter.of(value);
    }

    private static DType typeOf(Class<?> type) {
        if (type == float.class) {
            return DType.FLOAT32;
        }
        if (type == boolean.class) {
            return DType.BOOL;
        }
        if (type == int.class || type == long.class || type == short.class || type == byte.class) {
            return DType.INT64;
        }
        if (type == double.class || Number.class.isAssignableFrom(type)) {
            return DType.FLOAT64;
        }
        throw new IllegalArgumentException("no tensor holds elements of type " + type.getSimpleName());
    }

    private static int fill(Object level, int axis, Values out, int at) {
        int n = Array.getLength(level);
        if (n != out.dims[axis]) {
            throw new ShapeException(
                    "a row along axis " + axis + " has length " + n + ", the first one " + out.dims[axis]);
        }
        int next = at;
        for (int i = 0; i < n; i++) {
            Object item = Array.get(level, i);
            if (axis < out.dims.length - 1) {
                next = fill(item, axis + 1, out, next);
            } else if (out.data instanceof long[] integers) {
                integers[next++] = ((Number) item).longValue();
            } else if (item instanceof Boolean truth) {
                out.bool()[next++] = truth;
            } else {
                out.put(next++, ((Number) item).doubleValue());
            }
        }
        return next;
    }
}
