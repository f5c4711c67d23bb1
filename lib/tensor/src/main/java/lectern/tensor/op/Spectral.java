package lectern.tensor.op;

import java.util.Arrays;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * A function of symmetric matrices (..., n, n), of which the lower triangle is read, or its derivative of some order:
 * the first argument is the matrix, as many others of its shape are the directions, in each of which it is linear.
 */
public record Spectral(Function function, int order) implements Op {
    /** The function of the eigenvalues. */
    public enum Function {
        SQRT("sqrtm"),
        LOG("logm");

        private final String label;

        Function(String label) {
            this.label = label;
        }
    }

    @Override
    public String label() {
        return function.label;
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        Matrices.square(label(), shape);
        for (Operand direction : args) {
            if (!Arrays.equals(direction.shape(), shape)) {
                throw new ShapeException("a derivative of " + label() + " at a matrix of shape " + Shapes.text(shape)
                        + " wants directions of that shape, got " + Shapes.text(direction.shape()));
            }
        }
        return shape;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        DType out = Matrices.dtype(args[0]);
        for (Operand direction : args) {
            out = Matrices.dtype(direction) == DType.FLOAT64 ? DType.FLOAT64 : out;
        }
        return out;
    }
}
