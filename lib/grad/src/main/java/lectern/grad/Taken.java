package lectern.grad;

import java.io.IOException;
import java.io.InputStream;
import java.lang.StackWalker.StackFrame;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import lectern.tensor.Tensor;

/**
 * The numbers that were taken out of the values of one derivative, by {@code item()}, {@code toDoubleArray()} and their
 * like, or lost to an operation whose result is piecewise constant.
 *
 * <p>What is computed from such a number counts as constant. That is as it should be for a branch, a stopping rule or a
 * line that is printed; where the number goes on into a computation there is a word, once for each place.
 */
final class Taken {
    /** So many places are looked at for one derivative: a loop that asks for a number in each step stays fast. */
    private static final int LOOKS = 100;

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    /** So many runs of a function are looked at. */
    private static final int RUNS = 8;

    private static final Map<Class<?>, Integer> SEEN = Collections.synchronizedMap(new WeakHashMap<>());

    private final Set<String> verbs = new LinkedHashSet<>(4);
    private int looks;
    private boolean told;

    /** Which function is run; one that has been looked at often has no secrets. */
    void watch(Object function) {
        if (SEEN.merge(Wrapped.user(function).getClass(), 1, Integer::sum) > RUNS) {
            looks = LOOKS;
        }
    }

    /** A verb gave numbers out. */
    void number(String verb) {
        verbs.add(verb);
        if (looks++ < LOOKS) {
            WALKER.walk(frames -> frames.filter(Taken::isCaller).findFirst()).ifPresent(frame -> look(verb, frame));
        }
    }

    /** An operation gave a piecewise constant result. */
    void constant(String operation) {
        verbs.add(operation);
    }

    boolean isNone() {
        return verbs.isEmpty();
    }

    /** True when there was a word about it. */
    boolean isTold() {
        return told;
    }

    /** Forgets which places were told about, and which functions were looked at. */
    static void forget() {
        KNOWN.clear();
        SEEN.clear();
    }

    /** The verbs, for a sentence. */
    String names() {
        return String.join(", ", verbs);
    }

    private static boolean isCaller(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return type != Taken.class && type != Transformation.class && !Tensor.class.isAssignableFrom(type);
    }

    private void look(String verb, StackFrame frame) {
        String place = frame.getClassName() + " " + frame.getMethodName() + frame.getDescriptor() + " "
                + frame.getByteCodeIndex();
        if (KNOWN.putIfAbsent(place, true) == null && goesOn(frame)) {
            told = true;
            Warnings.say(verb + " at " + frame.getFileName() + ":" + frame.getLineNumber()
                    + " takes numbers out of a value that is being differentiated, and what is computed from them "
                    + "counts as constant; compute with tensors, or write stopGradient(x) where that is meant");
        }
    }

    private static boolean goesOn(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        String file = type.getName()
                        .substring(
                                type.getPackageName().isEmpty()
                                        ? 0
                                        : type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                return true;
            }
            for (MethodModel method : ClassFile.of().parse(in.readAllBytes()).methods()) {
                if (method.methodName().equalsString(frame.getMethodName())
                        && method.methodType().equalsString(frame.getDescriptor())
                        && method.code().isPresent()) {
                    return NumberFlow.goesOn(method.code().get(), frame.getByteCodeIndex());
                }
            }
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return true;
        }
    }
}
