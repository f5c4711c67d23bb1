package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * The matrix product of the last two axes, the axes before them broadcast as batches; either argument may be taken
 * transposed in its last two axes. Both arguments have at least two axes.
 */
public record MatMul(boolean transposeA, boolean transposeB) implements Op {
    @Override
    public String label() {
        return "matmul";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] a = args[0].shape();
        int[] b = args[1].shape();
        if (a.length < 2 || b.length < 2) {
            throw new ShapeException(
                    "matmul of " + Shapes.text(a) + " and " + Shapes.text(b) + ": both need at least two axes");
        }
        int rows = a[a.length - (transposeA ? 1 : 2)];
        int inner = a[a.length - (transposeA ? 2 : 1)];
        int innerB = b[b.length - (transposeB ? 1 : 2)];
        int cols = b[b.length - (transposeB ? 2 : 1)];
        if (inner != innerB) {
            throw new ShapeException("matmul of " + describe(a, transposeA) + " and " + describe(b, transposeB)
                    + ": the inner lengths " + inner + " and " + innerB + " differ" + hint(a, b));
        }
        int[] batch =
                Shapes.broadcast(java.util.Arrays.copyOf(a, a.length - 2), java.util.Arrays.copyOf(b, b.length - 2));
        int[] out = java.util.Arrays.copyOf(batch, batch.length + 2);
        out[batch.length] = rows;
        out[batch.length + 1] = cols;
        Shapes.size(out);
        return out;
    }

    private static String describe(int[] shape, boolean transposed) {
        return Shapes.text(shape) + (transposed ? " transposed" : "");
    }

    private String hint(int[] a, int[] b) {
        if (transposeA || transposeB || a.length != 2 || b.length != 2) {
            return "";
        }
        if (a[0] == b[0]) {
            return "; did you mean first.T().matmul(second)?";
        }
        return a[1] == b[1] ? "; did you mean first.matmul(second.T())?" : "";
    }

    @Override
    public DType dtypeOf(Operand... args) {
        DType joint = Operand.promote(args[0], args[1]);
        return joint == DType.BOOL ? DType.INT64 : joint;
    }
}
