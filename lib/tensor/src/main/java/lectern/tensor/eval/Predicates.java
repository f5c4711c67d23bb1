package lectern.tensor.eval;

import lectern.tensor.loops.CompareF32;
import lectern.tensor.loops.CompareF64;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;
import lectern.tensor.type.DType;

/** Operations whose result is boolean: comparisons, logic, tests for NaN. */
final class Predicates {
    private Predicates() {}

    /** The type in which a comparison or a logical operation is computed. */
    static DType computeType(Binary op, DType joint) {
        return switch (op) {
            case AND, OR, XOR -> DType.BOOL;
            default -> joint == DType.BOOL ? DType.INT64 : joint;
        };
    }

    static Values unary(Unary op, Values x) {
        boolean[] out = (boolean[]) Values.allocate(DType.BOOL, x.size, x.dims);
        switch (op) {
            case NOT -> {
                boolean[] in = x.as(DType.BOOL).bool();
                for (int i = 0; i < out.length; i++) {
                    out[i] = !in[i];
                }
            }
            case IS_NAN -> {
                for (int i = 0; i < out.length && x.dtype.isFloating(); i++) {
                    out[i] = Double.isNaN(x.at(i));
                }
            }
            default -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = Double.isFinite(x.at(i));
                }
            }
        }
        return Values.around(out, x.dims);
    }

    static void binary(Binary op, Object a, int ai, int as, Object b, int bi, int bs, boolean[] out, int oi, int n) {
        switch (a) {
            case double[] x -> CompareF64.apply(op, x, ai, as, (double[]) b, bi, bs, out, oi, n);
            case float[] x -> CompareF32.apply(op, x, ai, as, (float[]) b, bi, bs, out, oi, n);
            case long[] x -> longs(op, x, ai, as, (long[]) b, bi, bs, out, oi, n);
            case boolean[] x -> booleans(op, x, ai, as, (boolean[]) b, bi, bs, out, oi, n);
            default -> throw new IllegalStateException();
        }
    }

    private static void longs(
            Binary op, long[] a, int ai, int as, long[] b, int bi, int bs, boolean[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            int order = Long.compare(a[ai + i * as], b[bi + i * bs]);
            out[oi + i] = switch (op) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                default -> order >= 0;
            };
        }
    }

    private static void booleans(
            Binary op, boolean[] a, int ai, int as, boolean[] b, int bi, int bs, boolean[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            boolean x = a[ai + i * as];
            boolean y = b[bi + i * bs];
            out[oi + i] = switch (op) {
                case AND -> x & y;
                case OR -> x | y;
                default -> x ^ y;
            };
        }
    }
}
