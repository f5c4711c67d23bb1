// Generated from TileLoops.loops; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.grad.compile;

import static jdk.incubator.vector.VectorOperators.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import lectern.tensor.Binary;
import lectern.tensor.Unary;

/**
 * Elementwise loops over float32 tiles that lie in the first-level cache, one for each cheap operation.
 *
 * <p>{@code n} is a multiple of the vector length, so no loop has a tail; each is its own small method, so that the
 * just-in-time compiler sees one monomorphic loop. Truth values are 1 and 0.
 */
final class TileLoops32 {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int STEP = S.length();
    private static final FloatVector ONE = FloatVector.broadcast(S, 1);
    private static final FloatVector ZERO = FloatVector.zero(S);

    private TileLoops32() {}

    private static FloatVector flag(VectorMask<Float> mask) {
        return ZERO.blend(ONE, mask);
    }

    /** One operation of one argument; false when there is no loop for it. */
    static boolean unary(Unary op, float[] a, int i, float[] r, int k, int n) {
        switch (op) {
            case NEG -> neg(a, i, r, k, n);
            case ABS -> abs(a, i, r, k, n);
            case SIGN -> sign(a, i, r, k, n);
            case SQUARE -> square(a, i, r, k, n);
            case RECIPROCAL -> reciprocal(a, i, r, k, n);
            case SQRT -> sqrt(a, i, r, k, n);
            case IS_NAN -> isNan(a, i, r, k, n);
            case IS_FINITE -> isFinite(a, i, r, k, n);
            case NOT -> not(a, i, r, k, n);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** One operation of two arguments; false when there is no loop for it. */
    static boolean binary(Binary op, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        switch (op) {
            case ADD -> add(a, i, b, j, r, k, n);
            case SUB -> sub(a, i, b, j, r, k, n);
            case MUL -> mul(a, i, b, j, r, k, n);
            case DIV -> div(a, i, b, j, r, k, n);
            case MAXIMUM -> maximum(a, i, b, j, r, k, n);
            case MINIMUM -> minimum(a, i, b, j, r, k, n);
            case EQUAL -> equal(a, i, b, j, r, k, n);
            case NOT_EQUAL -> notEqual(a, i, b, j, r, k, n);
            case LESS -> less(a, i, b, j, r, k, n);
            case LESS_EQUAL -> lessEqual(a, i, b, j, r, k, n);
            case GREATER -> greater(a, i, b, j, r, k, n);
            case GREATER_EQUAL -> greaterEqual(a, i, b, j, r, k, n);
            case AND -> and(a, i, b, j, r, k, n);
            case OR -> or(a, i, b, j, r, k, n);
            case XOR -> xor(a, i, b, j, r, k, n);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void neg(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.neg().intoArray(r, k + at);
        }
    }

    private static void abs(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.abs().intoArray(r, k + at);
        }
    }

    private static void sign(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.blend(ZERO, x.compare(EQ, 0)).blend(ONE, x.compare(GT, 0)).blend(-1, x.compare(LT, 0)).intoArray(r, k + at);
        }
    }

    private static void square(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.mul(x).intoArray(r, k + at);
        }
    }

    private static void reciprocal(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            ONE.div(x).intoArray(r, k + at);
        }
    }

    private static void sqrt(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.sqrt().intoArray(r, k + at);
        }
    }

    private static void isNan(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            flag(x.test(IS_NAN)).intoArray(r, k + at);
        }
    }

    private static void isFinite(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            flag(x.test(IS_FINITE)).intoArray(r, k + at);
        }
    }

    private static void not(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            flag(x.compare(EQ, 0)).intoArray(r, k + at);
        }
    }

    private static void add(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.add(y).intoArray(r, k + at);
        }
    }

    private static void sub(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.sub(y).intoArray(r, k + at);
        }
    }

    private static void mul(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void div(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.div(y).intoArray(r, k + at);
        }
    }

    private static void maximum(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void minimum(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.min(y).intoArray(r, k + at);
        }
    }

    private static void equal(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(EQ, y)).intoArray(r, k + at);
        }
    }

    private static void notEqual(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(NE, y)).intoArray(r, k + at);
        }
    }

    private static void less(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(LT, y)).intoArray(r, k + at);
        }
    }

    private static void lessEqual(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(LE, y)).intoArray(r, k + at);
        }
    }

    private static void greater(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(GT, y)).intoArray(r, k + at);
        }
    }

    private static void greaterEqual(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(GE, y)).intoArray(r, k + at);
        }
    }

    private static void and(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void or(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void xor(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(NE, y)).intoArray(r, k + at);
        }
    }
}
