package lectern.grad;

import lectern.grad.rule.Rules;
import lectern.tensor.Tensor;
import lectern.tensor.op.Op;

/** One forward-mode transformation: every result carries its tangent along. */
final class Forward extends Transformation {
    @Override
    Tensor follow(Op op, Tensor y, Tensor[] primals, Tensor[] args) {
        Tensor[] tangents = new Tensor[args.length];
        for (int i = 0; i < args.length; i++) {
            tangents[i] = tangent(args[i]);
        }
        Tensor dy = Rules.push(op, y, primals, tangents);
        return dy == null ? y : new Dual(this, y, dy);
    }

    /** The tangent of a value; null for a constant. */
    Tensor tangent(Tensor x) {
        return owns(x) ? ((Dual) x).tangent : null;
    }
}
