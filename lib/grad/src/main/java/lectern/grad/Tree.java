package lectern.grad;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Structured parameters taken apart into tensors and put together again.
 *
 * <p>A structure is a tensor, a {@link Double} or {@link Float}, a list, a map, an array or a record of structures, or
 * a {@link Node} of your own, nested as you like. Its leaves are the floating-point tensors and numbers in it;
 * everything else (integers, strings, functions, a record's components of type {@code double}) is kept as it is. Lists
 * and maps are walked in the order of their iterators.
 */
public final class Tree {
    /** A class of your own that takes part: it names what it is made of and builds itself anew from changed parts. */
    public interface Node {
        List<?> parts();

        Object rebuild(List<?> parts);
    }

    private static final ClassValue<Shape> RECORDS = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Object structure;
    private final List<Tensor> leaves = new ArrayList<>();

    private Tree(Object structure) {
        this.structure = structure;
        walk(structure, leaf -> {
            leaves.add(leaf);
            return leaf;
        });
    }

    /** Takes a structure apart. */
    public static Tree of(Object structure) {
        return new Tree(structure);
    }

    /** The leaves in their order; numbers as tensors without axes. */
    public List<Tensor> leaves() {
        return Collections.unmodifiableList(leaves);
    }

    /** The same structure with other leaves. */
    public Object rebuild(List<? extends Tensor> replacements) {
        if (replacements.size() != leaves.size()) {
            throw new IllegalArgumentException(
                    "the structure has " + leaves.size() + " tensors, got " + replacements.size());
        }
        int[] next = {0};
        return walk(structure, leaf -> replacements.get(next[0]++));
    }

    /** The leaves of a structure. */
    public static List<Tensor> leaves(Object structure) {
        return of(structure).leaves();
    }

    /** The same structure with every leaf changed. */
    @SuppressWarnings("unchecked")
    public static <T> T map(T structure, UnaryOperator<Tensor> change) {
        return structure instanceof Tensor t ? (T) change.apply(t) : (T) walk(structure, change);
    }

    /** Two structures of the same form joined leaf by leaf. */
    @SuppressWarnings("unchecked")
    public static <T> T zip(T a, Object b, BinaryOperator<Tensor> join) {
        Tree left = of(a);
        List<Tensor> right = leaves(b);
        if (left.leaves.size() != right.size()) {
            throw new IllegalArgumentException(
                    "one structure has " + left.leaves.size() + " tensors, the other " + right.size());
        }
        List<Tensor> joined = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            joined.add(join.apply(left.leaves.get(i), right.get(i)));
        }
        return (T) left.rebuild(joined);
    }

    private static Object walk(Object node, UnaryOperator<Tensor> change) {
        return switch (node) {
            case null -> null;
            case Tensor t -> t.dtype().isFloating() ? change.apply(t) : t;
            case Double d -> change.apply(Tensors.literal(d));
            case Float f -> change.apply(Tensors.literal(f));
            case Node own -> own.rebuild(all(own.parts(), change));
            case List<?> list -> Collections.unmodifiableList(all(list, change));
            case Map<?, ?> map -> {
                Map<Object, Object> out = new LinkedHashMap<>();
                map.forEach((key, value) -> out.put(key, walk(value, change)));
                yield Collections.unmodifiableMap(out);
            }
            case Tensor[] array -> {
                Tensor[] out = array.clone();
                for (int i = 0; i < out.length; i++) {
                    out[i] = (Tensor) walk(array[i], change);
                }
                yield out;
            }
            case Object[] array -> {
                Object[] out = array.clone();
                for (int i = 0; i < out.length; i++) {
                    out[i] = walk(array[i], change);
                }
                yield out;
            }
            case Record record -> RECORDS.get(record.getClass()).walk(record, change);
            default -> node;
        };
    }

    private static List<Object> all(Collection<?> parts, UnaryOperator<Tensor> change) {
        List<Object> out = new ArrayList<>(parts.size());
        for (Object part : parts) {
            out.add(walk(part, change));
        }
        return out;
    }

    /** How a record is read and built. */
    private record Shape(MethodHandle constructor, MethodHandle[] components, boolean[] fixed) {
        static Shape of(Class<?> type) {
            try {
                RecordComponent[] parts = type.getRecordComponents();
                Class<?>[] types = new Class<?>[parts.length];
                MethodHandle[] components = new MethodHandle[parts.length];
                boolean[] fixed = new boolean[parts.length];
                for (int i = 0; i < parts.length; i++) {
                    types[i] = parts[i].getType();
                    Method accessor = parts[i].getAccessor();
                    accessor.setAccessible(true);
                    components[i] = MethodHandles.lookup().unreflect(accessor);
                    fixed[i] = !holds(types[i]);
                }
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(MethodHandles.lookup().unreflectConstructor(constructor), components, fixed);
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw new IllegalArgumentException(
                        "the record " + type.getSimpleName() + " cannot be taken apart: " + e.getMessage(), e);
            }
        }

        /** True when a component of this type can hold a tensor or a structure of tensors. */
        private static boolean holds(Class<?> type) {
            return !type.isPrimitive() && !Number.class.isAssignableFrom(type) && type != String.class;
        }

        Object walk(Record record, UnaryOperator<Tensor> change) {
            try {
                Object[] parts = new Object[components.length];
                for (int i = 0; i < parts.length; i++) {
                    Object part = components[i].invoke(record);
                    parts[i] = fixed[i] ? part : Tree.walk(part, change);
                }
                return constructor.invokeWithArguments(parts);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalArgumentException(
                        "the record " + record.getClass().getSimpleName() + " cannot be built anew: " + e.getMessage(),
                        e);
            }
        }
    }
}
