// Generated from VectorF64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.tensor.loops;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import lectern.tensor.op.Unary;
import lectern.tensor.parallel.Rethrow;
import org.jspecify.annotations.Nullable;

/**
 * Loops of elementary functions over float arrays, one vector register at a time.
 *
 * <p>Registers with an argument outside the range of the fast form are computed number by number.
 */
public final class VectorF32 {
    private static final int LANES = MathF32.LANES;
    private static final float[] NOTHING = {};
    /**
     * The loops by operation, each made when it is first asked for: a first figure would pay for all of them. Handles in
     * an array are no constants, so no caller inlines a loop: several in one caller exceed what the compiler takes, and
     * then vectors live on the heap, ten times slower.
     */
    private static final @Nullable MethodHandle[] LOOPS = new MethodHandle[Unary.values().length];

    private VectorF32() {}

    /** The loops that take over where the numbers of a register are far out: those of exp and of sigmoid. */
    private static final class Far {
        private static final MethodHandle[] LOOPS = {handle(VectorF32::expFar), handle(VectorF32::sigmoidFar)};
    }

    /** The two loops of softplus. */
    private static final class Softplus {
        private static final MethodHandle[] LOOPS = {handle(VectorF32::decay), second(VectorF32::softplusAfter)};
    }

    /** A loop over {@code n} numbers, a multiple of {@link #LANES}. */
    @FunctionalInterface
    private interface Body {
        void run(float[] x, int from, float[] out, int to, int n) throws Throwable;
    }

    /** A loop that goes on from what another one has left in {@code e}. */
    @FunctionalInterface
    private interface SecondBody {
        void run(float[] x, int from, float[] e, int at, float[] out, int to, int n) throws Throwable;
    }

    /** True for the functions that are computed on vector registers. */
    public static boolean has(Unary op) {
        return loop(op) != null;
    }

    /** Computes the function when it has a vector form; false when the caller has to. */
    public static boolean apply(Unary op, float[] x, int from, float[] out, int to, int n) {
        MethodHandle loop = loop(op);
        if (n < LANES || loop == null) {
            return false;
        }
        try {
            int rest = n % LANES;
            float[] last = NOTHING;
            if (rest > 0) {
                last = new float[LANES];
                Arrays.fill(last, rest, LANES, 1);
                System.arraycopy(x, from + n - rest, last, 0, rest);
            }
            loop.invokeExact(x, from, out, to, n - rest);
            if (rest > 0) {
                loop.invokeExact(last, 0, last, 0, LANES);
                System.arraycopy(last, 0, out, to + n - rest, rest);
            }
            return true;
        } catch (Throwable e) {
            throw Rethrow.of(e);
        }
    }

    /** The loop of a function, null where there is none; two threads that make it at once make the same. */
    private static @Nullable MethodHandle loop(Unary op) {
        MethodHandle loop = LOOPS[op.ordinal()];
        if (loop == null) {
            loop = make(op);
            LOOPS[op.ordinal()] = loop;
        }
        return loop;
    }

    private static @Nullable MethodHandle make(Unary op) {
        return switch (op) {
            case NEG -> handle(VectorF32::neg);
            case ABS -> handle(VectorF32::abs);
            case SQUARE -> handle(VectorF32::square);
            case RECIPROCAL -> handle(VectorF32::reciprocal);
            case SQRT -> handle(VectorF32::sqrt);
            case EXP -> handle(VectorF32::exp);
            case LOG -> handle(VectorF32::log);
            case SIN -> handle(VectorF32::sin);
            case COS -> handle(VectorF32::cos);
            case TANH -> handle(VectorF32::tanh);
            case SIGMOID -> handle(VectorF32::sigmoid);
            case SOFTPLUS -> handle(VectorF32::softplus);
            default -> null;
        };
    }

    private static MethodHandle handle(Body body) {
        return handle(body, Body.class, float[].class, int.class, float[].class, int.class, int.class);
    }

    private static MethodHandle second(SecondBody body) {
        return handle(
                body,
                SecondBody.class,
                float[].class,
                int.class,
                float[].class,
                int.class,
                float[].class,
                int.class,
                int.class);
    }

    private static MethodHandle handle(Object body, Class<?> type, Class<?>... arguments) {
        try {
            return MethodHandles.lookup()
                    .findVirtual(type, "run", MethodType.methodType(void.class, arguments))
                    .bindTo(body);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a loop over vector registers cannot be called", e);
        }
    }

    private static void exp(float[] x, int from, float[] out, int to, int n) throws Throwable {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            if (MathF32.expHolds(v)) {
                MathF32.exp(v).intoArray(out, to + i);
            } else {
                Far.LOOPS[0].invokeExact(x, from + i, out, to + i, LANES);
            }
        }
    }

    private static void expFar(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            MathF32.expFar(FloatVector.fromArray(MathF32.SPECIES, x, from + i)).intoArray(out, to + i);
        }
    }

    private static void tanh(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            MathF32.tanh(FloatVector.fromArray(MathF32.SPECIES, x, from + i)).intoArray(out, to + i);
        }
    }

    private static void sigmoid(float[] x, int from, float[] out, int to, int n) throws Throwable {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            if (MathF32.expHolds(v)) {
                MathF32.sigmoid(v).intoArray(out, to + i);
            } else {
                Far.LOOPS[1].invokeExact(x, from + i, out, to + i, LANES);
            }
        }
    }

    private static void sigmoidFar(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            MathF32.sigmoidFar(FloatVector.fromArray(MathF32.SPECIES, x, from + i))
                    .intoArray(out, to + i);
        }
    }

    /** In two loops, for the compiler does not take all of it in one. */
    private static void softplus(float[] x, int from, float[] out, int to, int n) throws Throwable {
        boolean inPlace = x == out;
        float[] e = inPlace ? new float[n] : out;
        int at = inPlace ? 0 : to;
        Softplus.LOOPS[0].invokeExact(x, from, e, at, n);
        Softplus.LOOPS[1].invokeExact(x, from, e, at, out, to, n);
    }

    private static void decay(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            MathF32.decay(v).intoArray(out, to + i);
        }
    }

    private static void softplusAfter(float[] x, int from, float[] e, int at, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            if (MathF32.expHolds(v)) {
                MathF32.softplus(v, FloatVector.fromArray(MathF32.SPECIES, e, at + i))
                        .intoArray(out, to + i);
            } else {
                UnaryF32.plain(Unary.SOFTPLUS, x, from + i, out, to + i, LANES);
            }
        }
    }

    private static void sin(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            if (MathF32.angleHolds(v)) {
                MathF32.sin(v).intoArray(out, to + i);
            } else {
                UnaryF32.plain(Unary.SIN, x, from + i, out, to + i, LANES);
            }
        }
    }

    private static void cos(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            if (MathF32.angleHolds(v)) {
                MathF32.cos(v).intoArray(out, to + i);
            } else {
                UnaryF32.plain(Unary.COS, x, from + i, out, to + i, LANES);
            }
        }
    }

    private static void log(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            if (MathF32.logHolds(v)) {
                MathF32.log(v).intoArray(out, to + i);
            } else {
                UnaryF32.plain(Unary.LOG, x, from + i, out, to + i, LANES);
            }
        }
    }

    private static void neg(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            v.neg().intoArray(out, to + i);
        }
    }

    private static void abs(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            v.abs().intoArray(out, to + i);
        }
    }

    private static void square(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            v.mul(v).intoArray(out, to + i);
        }
    }

    private static void reciprocal(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            v.broadcast(1).div(v).intoArray(out, to + i);
        }
    }

    private static void sqrt(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(MathF32.SPECIES, x, from + i);
            v.sqrt().intoArray(out, to + i);
        }
    }
}
