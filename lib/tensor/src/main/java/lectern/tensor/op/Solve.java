package lectern.tensor.op;

import java.util.Arrays;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * The solution X of A X = B for square A (..., n, n) and B (..., n, r); batch axes broadcast. Singular matrices throw
 * {@link ArithmeticException}.
 */
public record Solve() implements Op {
    @Override
    public String label() {
        return "solve";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] a = args[0].shape();
        int[] b = Matrices.matrix("solve", args[1].shape());
        int n = Matrices.square("solve", a);
        if (b[b.length - 2] != n) {
            throw new ShapeException("solve: the matrix has shape " + Shapes.text(a) + ", the right side "
                    + Shapes.text(b) + "; it needs " + n + " rows");
        }
        int[] batch = Shapes.broadcast(Arrays.copyOf(a, a.length - 2), Arrays.copyOf(b, b.length - 2));
        int[] out = Arrays.copyOf(batch, batch.length + 2);
        out[batch.length] = n;
        out[batch.length + 1] = b[b.length - 1];
        return out;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Operand.promote(args[0], args[1]) == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }
}
