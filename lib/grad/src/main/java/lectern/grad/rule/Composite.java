package lectern.grad.rule;

import lectern.tensor.Tensor;
import lectern.tensor.op.Foreign;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/** An operation made of others: neither the interpreter nor a compiler need know it. */
public interface Composite extends Foreign {
    /** The same value in the operations that it is made of. */
    Tensor expand(Tensor... args);

    /** Expanded, unless the operation carries a loop of its own. */
    @Override
    default Tensor evaluate(Operand... args) {
        return expand((Tensor[]) args);
    }

    @Override
    default int[] shapeOf(Operand... args) {
        return expand((Tensor[]) args).shape();
    }

    @Override
    default DType dtypeOf(Operand... args) {
        return expand((Tensor[]) args).dtype();
    }
}
