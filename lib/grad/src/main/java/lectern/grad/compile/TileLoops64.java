// Generated from TileLoops.loops; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.grad.compile;

import static jdk.incubator.vector.VectorOperators.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import lectern.tensor.Binary;
import lectern.tensor.Unary;

/**
 * Elementwise loops over float64 tiles that lie in the first-level cache, one for each cheap operation.
 *
 * <p>{@code n} is a multiple of the vector length, so no loop has a tail; each is its own small method, so that the
 * just-in-time compiler sees one monomorphic loop. Truth values are 1 and 0.
 */
final class TileLoops64 {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int STEP = S.length();
    private static final DoubleVector ONE = DoubleVector.broadcast(S, 1);
    private static final DoubleVector ZERO = DoubleVector.zero(S);

    private TileLoops64() {}

    private static DoubleVector flag(VectorMask<Double> mask) {
        return ZERO.blend(ONE, mask);
    }

    /** One operation of one argument; false when there is no loop for it. */
    static boolean unary(Unary op, double[] a, int i, double[] r, int k, int n) {
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
    static boolean binary(Binary op, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
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

    private static void neg(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.neg().intoArray(r, k + at);
        }
    }

    private static void abs(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.abs().intoArray(r, k + at);
        }
    }

    private static void sign(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.blend(ZERO, x.compare(EQ, 0)).blend(ONE, x.compare(GT, 0)).blend(-1, x.compare(LT, 0)).intoArray(r, k + at);
        }
    }

    private static void square(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.mul(x).intoArray(r, k + at);
        }
    }

    private static void reciprocal(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            ONE.div(x).intoArray(r, k + at);
        }
    }

    private static void sqrt(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.sqrt().intoArray(r, k + at);
        }
    }

    private static void isNan(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            flag(x.test(IS_NAN)).intoArray(r, k + at);
        }
    }

    private static void isFinite(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            flag(x.test(IS_FINITE)).intoArray(r, k + at);
        }
    }

    private static void not(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            flag(x.compare(EQ, 0)).intoArray(r, k + at);
        }
    }

    private static void add(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.add(y).intoArray(r, k + at);
        }
    }

    private static void sub(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.sub(y).intoArray(r, k + at);
        }
    }

    private static void mul(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void div(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.div(y).intoArray(r, k + at);
        }
    }

    private static void maximum(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void minimum(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.min(y).intoArray(r, k + at);
        }
    }

    private static void equal(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(EQ, y)).intoArray(r, k + at);
        }
    }

    private static void notEqual(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(NE, y)).intoArray(r, k + at);
        }
    }

    private static void less(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(LT, y)).intoArray(r, k + at);
        }
    }

    private static void lessEqual(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(LE, y)).intoArray(r, k + at);
        }
    }

    private static void greater(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(GT, y)).intoArray(r, k + at);
        }
    }

    private static void greaterEqual(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(GE, y)).intoArray(r, k + at);
        }
    }

    private static void and(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void or(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void xor(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(NE, y)).intoArray(r, k + at);
        }
    }
}
