package lectern.tensor;

import lectern.tensor.eval.Elementwise;
import lectern.tensor.eval.Evaluator;
import lectern.tensor.eval.Values;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Foreign;
import lectern.tensor.op.Op;
import lectern.tensor.op.Unary;

/** A tensor whose numbers are there: the interpreter of level 0, which computes what nobody traces. */
abstract sealed class Eager extends Tensor permits Dense, Scalar {
    @Override
    public final Tensor trace(Op op, Tensor... args) {
        if (op instanceof Binary binary) {
            return args[0] instanceof Scalar x && args[1] instanceof Scalar y
                    ? x.binary(binary, y)
                    : Dense.of(Elementwise.binary(binary, Dense.values(args[0]), Dense.values(args[1])));
        }
        if (op instanceof Unary unary) {
            return args[0] instanceof Scalar x
                    ? x.unary(unary)
                    : Dense.of(Elementwise.unary(unary, Dense.values(args[0])));
        }
        if (op instanceof Foreign foreign) {
            return (Tensor) foreign.evaluate(args);
        }
        if (args.length == 1) {
            Values x = Dense.values(args[0]);
            Values out = Evaluator.evaluate(op, x);
            return out == x ? args[0] : result(out, args[0]);
        }
        Values[] values = new Values[args.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Dense.values(args[i]);
        }
        Values out = Evaluator.evaluate(op, values);
        for (int i = 0; i < values.length; i++) {
            if (out.data == values[i].data) {
                return result(out, args[i]);
            }
        }
        return Dense.of(out);
    }

    /** A tensor around what was computed; the argument or its array may have come back. */
    private static Tensor result(Values out, Tensor arg) {
        return arg instanceof Dense dense ? dense.with(out) : Dense.of(out);
    }
}
