package lectern.grad;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import lectern.tensor.Convolutions;
import lectern.tensor.Images;
import lectern.tensor.Linalg;
import lectern.tensor.Sampling;
import lectern.tensor.Sliding;
import lectern.tensor.Sorting;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Op;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;

/** The public verbs of tensors as reflection finds them, with arguments of every kind that they may like. */
final class Verbs {
    private static final Tensor SQUARE =
            Tensors.of(new double[][] {{2.1, 0.3, -0.4}, {0.3, 1.7, 0.2}, {-0.4, 0.2, 2.6}});
    private static final Tensor ROW = Tensors.of(0.2, 0.5, 0.3);
    private static final Tensor PICTURE = Tensors.linspace(0.1, 1.3, 16).reshape(1, 1, 4, 4);
    private static final Tensor SIGNAL = Tensors.linspace(0.2, 1.1, 5).reshape(1, 1, 5);
    private static final Tensor INDICES = Tensors.of(2, 0, 1);
    private static final Tensor POSITIONS =
            Tensors.of(new double[][] {{0, 2, 1}}).cast(DType.INT64);
    private static final Tensor MASK = Tensors.of(true, false, true);

    private Verbs() {}

    /** A verb and one list of arguments; the receiver, where there is one, stands first. */
    record Call(Method method, List<Object> arguments) {
        /** The positions of floating-point tensors among the arguments. */
        List<Integer> tensors() {
            List<Integer> at = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i) instanceof Tensor t && t.dtype().isFloating()) {
                    at.add(i);
                }
            }
            return at;
        }

        Call with(int position, Object argument) {
            List<Object> changed = new ArrayList<>(arguments);
            changed.set(position, argument);
            return new Call(method, changed);
        }

        /** Runs the verb on these arguments themselves. */
        Object run() {
            boolean still = Modifier.isStatic(method.getModifiers());
            Object[] rest = arguments.subList(still ? 0 : 1, arguments.size()).toArray();
            try {
                return method.invoke(still ? null : arguments.getFirst(), rest);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException known) {
                    throw known;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        /** True when the verb takes these arguments in general, so that a refusal has another reason. */
        boolean fits() {
            try {
                copy().run();
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        }

        Call copy() {
            return new Call(
                    method,
                    arguments.stream()
                            .map(x -> x instanceof Tensor t ? Tensors.copyOf(t) : x)
                            .toList());
        }

        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                    + Arrays.toString(method.getParameterTypes()).replaceAll("(class |interface |lectern[.a-z]*)", "");
        }
    }

    /** All public verbs of tensors and of the faces beside them, each with every list of arguments that it takes. */
    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        for (Class<?> room : List.of(
                Tensor.class,
                Tensors.class,
                Linalg.class,
                Sorting.class,
                Sampling.class,
                Convolutions.class,
                Images.class,
                Activations.class)) {
            Stream.of(room.getMethods())
                    .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
                    .filter(method -> !List.of(method.getParameterTypes()).contains(Op.class))
                    .sorted(Comparator.comparing(Method::toString))
                    .flatMap(Verbs::calls)
                    .forEach(calls::add);
        }
        return calls;
    }

    /** The calls that change a tensor in place, with the tensor first. */
    static List<Call> writers() {
        return all().stream()
                .filter(call -> call.arguments().getFirst() instanceof Tensor)
                .filter(call -> {
                    Call tried = call.copy();
                    tried.run();
                    return Raw.writes((Tensor) tried.arguments().getFirst()) > 0;
                })
                .toList();
    }

    private static Stream<Call> calls(Method method) {
        List<List<Object>> choices = new ArrayList<>();
        if (!Modifier.isStatic(method.getModifiers())) {
            choices.add(candidates(Tensor.class));
        }
        for (Class<?> kind : method.getParameterTypes()) {
            choices.add(candidates(kind));
        }
        List<List<Object>> lists = List.of(List.of());
        for (List<Object> choice : choices) {
            lists = lists.stream()
                    .flatMap(list -> choice.stream().map(x -> {
                        List<Object> longer = new ArrayList<>(list);
                        longer.add(x);
                        return longer;
                    }))
                    .limit(4000)
                    .toList();
        }
        return lists.stream()
                .map(list -> new Call(method, List.copyOf(list)))
                .filter(call -> !call.tensors().isEmpty())
                .filter(Call::fits);
    }

    private static List<Object> candidates(Class<?> kind) {
        if (kind == Tensor.class) {
            return List.of(SQUARE, ROW, SIGNAL, PICTURE, INDICES, POSITIONS, MASK);
        } else if (kind == Tensor[].class) {
            return List.of(new Tensor[] {SQUARE, SQUARE});
        } else if (kind == int.class) {
            return List.of(0, 1);
        } else if (kind == long.class) {
            return List.of(2L);
        } else if (kind == double.class) {
            return List.of(0.25, Double.POSITIVE_INFINITY);
        } else if (kind == boolean.class) {
            return List.of(true, false);
        } else if (kind == int[].class) {
            return List.of(new int[] {0}, new int[] {-1}, new int[] {1, 0}, new int[] {3, 3}, new int[0]);
        } else if (kind == String.class) {
            return List.of("0", "ij->j");
        } else if (kind == DType.class) {
            return List.of(DType.FLOAT32, DType.INT64);
        } else if (kind == DoubleUnaryOperator.class) {
            return List.of((DoubleUnaryOperator) x -> x * x);
        } else if (kind == Sliding.class) {
            return List.of(Convolutions.stride(1));
        } else if (kind == int[][].class) {
            return List.of((Object) new int[][] {{1, 0}, {0, 1}});
        } else if (kind == Object.class) {
            return List.of(SQUARE);
        }
        return List.of();
    }
}
