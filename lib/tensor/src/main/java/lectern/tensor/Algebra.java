package lectern.tensor;

import lectern.tensor.op.MatMul;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Products of vectors and matrices. */
public interface Algebra {
    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * The matrix product, as NumPy's {@code @}: a vector on the left counts as a row, on the right as a column; further
     * leading axes are batches and broadcast.
     */
    default Tensor matmul(Tensor other) {
        int a = self().ndim();
        int b = other.ndim();
        if (a == 0 || b == 0) {
            throw new ShapeException("matmul of " + Shapes.text(self().shape()) + " and " + Shapes.text(other.shape())
                    + ": a number has no axes; write x.times(number)");
        }
        Tensor left = a == 1 ? self().expandDims(0) : self();
        Tensor right = b == 1 ? other.expandDims(1) : other;
        Tensor product = Tensor.apply(new MatMul(false, false), left, right);
        if (a == 1) {
            product = product.squeeze(b == 1 ? new int[] {-1, -2} : new int[] {-2});
        } else if (b == 1) {
            product = product.squeeze(-1);
        }
        return product;
    }

    /** The scalar product of vectors, otherwise the matrix product. */
    default Tensor dot(Tensor other) {
        return self().ndim() == 0 || other.ndim() == 0 ? self().times(other) : matmul(other);
    }

    /** The table of all products of two vectors. */
    default Tensor outer(Tensor other) {
        return self().reshape(-1, 1).times(other.reshape(1, -1));
    }
}
