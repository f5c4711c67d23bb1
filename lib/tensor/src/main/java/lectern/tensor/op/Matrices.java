package lectern.tensor.op;

import java.util.Arrays;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Shapes and type of matrices and of batches of them. */
public final class Matrices {
    private Matrices() {}

    /** The type linear algebra computes and answers in. */
    public static DType dtype(Operand x) {
        return x.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }

    /** Throws unless the last two axes make square matrices. */
    public static int square(String verb, int[] shape) {
        if (shape.length < 2 || shape[shape.length - 1] != shape[shape.length - 2]) {
            throw new ShapeException(
                    verb + " wants a square matrix (or a batch of them), got shape " + Shapes.text(shape));
        }
        return shape[shape.length - 1];
    }

    /** Throws unless there are two axes at least. */
    public static int[] matrix(String verb, int[] shape) {
        if (shape.length < 2) {
            throw new ShapeException(verb + " wants a matrix (or a batch of them), got shape " + Shapes.text(shape));
        }
        return shape;
    }

    /** The batch axes of a shape followed by others. */
    public static int[] batch(int[] shape, int... tail) {
        int[] out = Arrays.copyOf(shape, shape.length - 2 + tail.length);
        System.arraycopy(tail, 0, out, shape.length - 2, tail.length);
        return out;
    }
}
