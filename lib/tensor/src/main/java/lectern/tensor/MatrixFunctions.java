package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.op.Exponential;
import lectern.tensor.op.Matrices;
import lectern.tensor.op.Spectral;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** What is computed of whole matrices: norms, traces, products and functions of them. */
public class MatrixFunctions {
    MatrixFunctions() {}

    /**
     * Sums the diagonal of the last two axes.
     *
     * {@snippet :
     * trace(of(new double[][] {{1, 2}, {3, 4}})) // → 5.0
     * }
     *
     * @param a shape (…, m, n)
     * @return shape (…)
     * @throws ShapeException for fewer than two axes
     */
    public static Tensor trace(Tensor a) {
        return diagonal(a).sum(-1);
    }

    /**
     * Takes the diagonal of the last two axes.
     *
     * {@snippet :
     * diagonal(of(new double[][] {{1, 2}, {3, 4}})) // → [1. 4.]
     * }
     *
     * @param a shape (…, m, n)
     * @return shape (…, k), where k is the lesser of m and n
     * @throws ShapeException for fewer than two axes
     */
    public static Tensor diagonal(Tensor a) {
        int[] shape = Matrices.matrix("diagonal", a.shape());
        int rows = shape[shape.length - 2];
        int cols = shape[shape.length - 1];
        int n = Math.min(rows, cols);
        long[] at = new long[n];
        for (int i = 0; i < n; i++) {
            at[i] = (long) i * (cols + 1);
        }
        return a.reshape(Matrices.batch(shape, rows * cols)).take(Dense.around(at, n), -1);
    }

    /**
     * Computes the Euclidean norm of all elements: of a vector its length, of a matrix its Frobenius norm.
     *
     * {@snippet :
     * norm(of(3.0, 4)) // → 5.0
     * }
     *
     * @param a any shape
     * @return one number
     */
    public static Tensor norm(Tensor a) {
        return Tensor.root(2, a.square().sum());
    }

    /**
     * Computes the norm of order p of a vector or a matrix.
     *
     * <p>Of a vector {@code (Σ |x|ᵖ)^(1/p)}, with p infinite the greatest magnitude, with p = 0 the number of
     * non-zeros; of a matrix p = 1 is the greatest column sum, p infinite the greatest row sum, p = 2 the greatest
     * singular value.
     *
     * @param a a vector or a matrix
     * @param p the order
     * @return one number
     * @throws IllegalArgumentException for another order of a matrix, or for more than two axes
     */
    public static Tensor norm(Tensor a, double p) {
        if (a.ndim() < 2) {
            return norm(a, p, -1);
        }
        if (a.ndim() > 2) {
            throw new ShapeException("norm(x, p) wants a vector or a matrix, got shape " + Shapes.text(a.shape())
                    + "; norm(x, p, axis) takes vectors along an axis");
        }
        if (p == 1) {
            return a.abs().sum(0).max();
        }
        if (p == Double.POSITIVE_INFINITY) {
            return a.abs().sum(1).max();
        }
        if (p == 2) {
            return Linalg.svd(a).s().max();
        }
        throw new IllegalArgumentException(
                "a matrix norm of order " + p + " is not defined here; 1, 2 and " + "infinity are");
    }

    /**
     * Computes the norm of order p of the vectors along an axis.
     *
     * @param a any shape
     * @param p the order: 1, 2, infinite, 0 or any other
     * @param axis the axis, which disappears; −1 is the last
     * @return the norms
     */
    public static Tensor norm(Tensor a, double p, int axis) {
        if (p == 2) {
            return Tensor.root(2, a.square().sum(axis));
        }
        if (p == 1) {
            return a.abs().sum(axis);
        }
        if (p == Double.POSITIVE_INFINITY) {
            return a.abs().max(axis);
        }
        if (p == Double.NEGATIVE_INFINITY) {
            return a.abs().min(axis);
        }
        if (p == 0) {
            return a.ne(0).cast(DType.FLOAT64).sum(axis);
        }
        return Tensor.root(p, a.abs().pow(p).sum(axis));
    }

    /**
     * Computes the condition number, the greatest singular value over the smallest: by how much a solution magnifies
     * errors.
     *
     * {@snippet :
     * cond(of(new double[][] {{10, 0}, {0, 2}})) // → 5.0
     * }
     *
     * @param a shape (…, m, n)
     * @return shape (…); infinite for a singular matrix, NaN for zeros alone
     */
    public static Tensor cond(Tensor a) {
        Tensor s = Linalg.svd(a).s();
        return s.max(-1, false).div(s.min(-1, false));
    }

    /**
     * Computes the Kronecker product: every element of the first times the whole second.
     *
     * {@snippet :
     * kron(of(1.0, 10), of(1.0, 2)) // → [1. 2. 10. 20.]
     * }
     *
     * @param a a matrix or a vector
     * @param b a matrix or a vector
     * @return every axis as long as the product of both
     */
    public static Tensor kron(Tensor a, Tensor b) {
        int rank = Math.max(a.ndim(), b.ndim());
        int[] p = padded(a.shape(), rank);
        int[] q = padded(b.shape(), rank);
        int[] left = new int[2 * rank];
        int[] right = new int[2 * rank];
        int[] out = new int[rank];
        for (int i = 0; i < rank; i++) {
            left[2 * i] = p[i];
            left[2 * i + 1] = 1;
            right[2 * i] = 1;
            right[2 * i + 1] = q[i];
            out[i] = p[i] * q[i];
        }
        return a.reshape(left).times(b.reshape(right)).reshape(out);
    }

    /**
     * Computes the matrix exponential Σ aᵏ/k! of a square matrix, symmetric or not; with derivatives of any order (N.
     * J. Higham, 2005).
     *
     * {@snippet :
     * expm(zeros(2, 2)) // → [[1. 0.] [0. 1.]]
     * }
     *
     * @param a shape (…, n, n)
     * @return the same shape
     * @throws ShapeException for a matrix that is not square
     */
    public static Tensor expm(Tensor a) {
        return Tensor.apply(new Exponential(), a);
    }

    /**
     * Computes the positive semidefinite square root of a symmetric matrix: {@code sqrtm(a).matmul(sqrtm(a))} is a.
     * With derivatives of any order, equal eigenvalues or not.
     *
     * {@snippet :
     * sqrtm(of(new double[][] {{4, 0}, {0, 9}})) // → [[2. 0.] [0. 3.]]
     * }
     *
     * @param a shape (…, n, n), of which the lower triangle is read
     * @return the same shape
     * @throws ArithmeticException for a negative eigenvalue; and for derivatives where one is zero
     */
    public static Tensor sqrtm(Tensor a) {
        return Tensor.apply(new Spectral(Spectral.Function.SQRT, 0), a);
    }

    /**
     * Computes the symmetric logarithm of a symmetric positive definite matrix: {@code expm(logm(a))} is a. With
     * derivatives of any order.
     *
     * {@snippet :
     * logm(eye(2)) // → [[0. 0.] [0. 0.]]
     * }
     *
     * @param a shape (…, n, n), of which the lower triangle is read
     * @return the same shape
     * @throws ArithmeticException for an eigenvalue that is not positive
     */
    public static Tensor logm(Tensor a) {
        return Tensor.apply(new Spectral(Spectral.Function.LOG, 0), a);
    }

    /**
     * Raises a square matrix to an integer power by repeated squaring.
     *
     * {@snippet :
     * matrixPower(of(new double[][] {{1, 1}, {0, 1}}), 5) // → [[1. 5.] [0. 1.]]
     * }
     *
     * @param a shape (…, n, n)
     * @param power any integer; negative powers are those of the inverse, 0 gives the identity
     * @return the same shape
     * @throws ShapeException for a matrix that is not square
     * @throws ArithmeticException for a negative power of a singular matrix
     */
    public static Tensor matrixPower(Tensor a, int power) {
        int n = Matrices.square("matrixPower", a.shape());
        Tensor base = power < 0 ? Linalg.inv(a) : a;
        Tensor result = Tensors.eye(n).cast(base.dtype()).broadcastTo(a.shape());
        for (long e = Math.abs((long) power); e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = result.matmul(base);
            }
            if (e > 1) {
                base = base.matmul(base);
            }
        }
        return result;
    }

    private static int[] padded(int[] shape, int rank) {
        int[] out = new int[rank];
        Arrays.fill(out, 1);
        System.arraycopy(shape, 0, out, rank - shape.length, shape.length);
        return out;
    }
}
