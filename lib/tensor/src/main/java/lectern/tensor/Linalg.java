package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.blas.Lapack;
import lectern.tensor.blas.OpenBlas;
import lectern.tensor.eval.Factorizations;
import lectern.tensor.op.Cholesky;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Exponential;
import lectern.tensor.op.Inverse;
import lectern.tensor.op.Matrices;
import lectern.tensor.op.Pinv;
import lectern.tensor.op.Qr;
import lectern.tensor.op.SlogDet;
import lectern.tensor.op.Solve;
import lectern.tensor.op.Spectral;
import lectern.tensor.op.Svd;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Linear algebra by NumPy's names.
 *
 * <p>All verbs take batches of matrices in the last two axes unless they say otherwise. All can be differentiated but
 * {@link #eig} and the full {@link #svd(Tensor, boolean)}, which refuse, and {@link #rank}, which is constant. Singular
 * or indefinite matrices throw {@link ArithmeticException}. Where eigenvalues or singular values are equal, whatever
 * does not depend on the choice of their vectors has its derivative of first order, by reverse mode; the vectors
 * themselves have none and are refused. Norms have slope 0 at 0, as in PyTorch, and NaN for slopes of higher order.
 */
public final class Linalg {
    private Linalg() {}

    /** A = U diag(s) V^T: {@code u} (..., m, k), {@code s} (..., k) descending, {@code vt} (..., k, n). */
    public record SvdResult(Tensor u, Tensor s, Tensor vt) {}

    /** A = Q R: {@code q} (..., m, k) with orthonormal columns, {@code r} (..., k, n) upper triangular. */
    public record QrResult(Tensor q, Tensor r) {}

    /** Ascending {@code values} (..., n) and {@code vectors} (..., n, n) in columns. */
    public record EighResult(Tensor values, Tensor vectors) {}

    /** Complex eigenvalues and eigenvectors (in columns) by real and imaginary part. */
    public record EigResult(Tensor real, Tensor imag, Tensor vectorsReal, Tensor vectorsImag) {
        /** True when every eigenvalue is real. */
        public boolean isReal() {
            return !imag.ne(0).any().isTrue();
        }
    }

    /** det A = {@code sign} exp({@code logAbsDet}). */
    public record SlogDetResult(Tensor sign, Tensor logAbsDet) {}

    /**
     * The solution {@code x}, the sums of squared {@code residuals}, the {@code rank} and the singular values {@code
     * s}.
     */
    public record LstsqResult(Tensor x, Tensor residuals, int rank, Tensor s) {}

    /** The solution x of A x = b; b is a vector (n) or a matrix (..., n, r). */
    public static Tensor solve(Tensor a, Tensor b) {
        if (b.ndim() == 1) {
            return Tensor.apply(new Solve(), a, b.expandDims(1)).squeeze(-1);
        }
        if (b.ndim() == 0) {
            throw new ShapeException("solve: the right side is a single number; give a vector");
        }
        return Tensor.apply(new Solve(), a, b);
    }

    /** The inverse of a square matrix. */
    public static Tensor inv(Tensor a) {
        return Tensor.apply(new Inverse(), a);
    }

    /** The determinant of a square matrix. */
    public static Tensor det(Tensor a) {
        return a.level() > 0 ? Determinants.traced(a) : determinants(a, 2);
    }

    /** Sign and logarithm of the magnitude of the determinant, for matrices whose determinant over- or underflows. */
    public static SlogDetResult slogdet(Tensor a) {
        return new SlogDetResult(determinants(a.value(), 0), Tensor.apply(new SlogDet(), a));
    }

    private static Tensor determinants(Tensor a, int part) {
        int n = Matrices.square("det", a.shape());
        int[] shape = Matrices.batch(a.shape());
        if (n == 0) {
            return Tensors.ones(Matrices.dtype(a), shape);
        }
        return Dense.of(Factorizations.each(
                Dense.values(a), shape, (matrix, out, at) -> out[at] = Factorizations.determinant(matrix, n)[part]));
    }

    /** The lower triangular L with L L^T = A of a symmetric positive definite matrix. */
    public static Tensor cholesky(Tensor a) {
        return Tensor.apply(new Cholesky(), a);
    }

    /** Eigenvalues and eigenvectors of a symmetric matrix, of which the lower triangle is read. */
    public static EighResult eigh(Tensor a) {
        Tensor packed = Tensor.apply(new Eigh(), a);
        int n = packed.dim(-2);
        return new EighResult(packed.slice(-1, 0, 1).squeeze(-1), packed.slice(-1, 1, n + 1));
    }

    /** Eigenvalues and right eigenvectors of one square matrix; complex ones come in conjugate pairs. */
    public static EigResult eig(Tensor a) {
        int n = Matrices.square("eig", a.shape());
        Tensor.demandUntraced("eig", a, "eigh(a) of a symmetric matrix has one");
        if (a.ndim() != 2) {
            throw new ShapeException("eig wants one matrix, got shape " + Shapes.text(a.shape()));
        }
        if (n == 0) {
            return new EigResult(Tensors.zeros(0), Tensors.zeros(0), Tensors.zeros(0, 0), Tensors.zeros(0, 0));
        }
        Lapack.EigParts parts =
                Factorizations.eig(Dense.values(a, DType.FLOAT64).f64().clone(), n);
        double[] real = new double[n * n];
        double[] imaginary = new double[n * n];
        for (int j = 0; j < n; j++) {
            double pair = Math.signum(parts.imaginary()[j]);
            int re = pair < 0 ? j - 1 : j;
            for (int i = 0; i < n; i++) {
                real[i * n + j] = parts.columns()[re * n + i];
                imaginary[i * n + j] = pair == 0 ? 0 : pair * parts.columns()[(re + 1) * n + i];
            }
        }
        return new EigResult(
                Dense.around(parts.real(), n),
                Dense.around(parts.imaginary(), n),
                Dense.around(real, n, n),
                Dense.around(imaginary, n, n));
    }

    /** The thin singular value decomposition. */
    public static SvdResult svd(Tensor a) {
        Tensor packed = Tensor.apply(new Svd(), a);
        int m = a.dim(-2);
        int n = a.dim(-1);
        return new SvdResult(
                packed.slice(-1, 1, 1 + m).swapAxes(-1, -2),
                packed.slice(-1, 0, 1).squeeze(-1),
                packed.slice(-1, 1 + m, 1 + m + n));
    }

    /**
     * The singular value decomposition, with square factors u (m, m) and vt (n, n) when {@code full}; then of one
     * matrix.
     */
    public static SvdResult svd(Tensor a, boolean full) {
        if (!full) {
            return svd(a);
        }
        Tensor.demandUntraced("the full svd", a, "svd(a) has one");
        if (a.ndim() != 2) {
            throw new ShapeException("the full svd wants one matrix, got shape " + Shapes.text(a.shape()));
        }
        int m = a.dim(0);
        int n = a.dim(1);
        if (m == 0 || n == 0) {
            return new SvdResult(Tensors.eye(m), Tensors.zeros(0), Tensors.eye(n));
        }
        var parts = Factorizations.svd(Dense.values(a, DType.FLOAT64).f64().clone(), m, n, true);
        return new SvdResult(
                Dense.around(parts.u(), m, m), Dense.around(parts.s(), Math.min(m, n)), Dense.around(parts.vt(), n, n));
    }

    /** The thin decomposition into orthonormal columns and an upper triangle. */
    public static QrResult qr(Tensor a) {
        Tensor packed = Tensor.apply(new Qr(), a);
        int m = a.dim(-2);
        return new QrResult(packed.slice(-1, 0, m).swapAxes(-1, -2), packed.slice(-1, m, m + a.dim(-1)));
    }

    /** The pseudo-inverse; singular values below 1e-15 of the greatest count as zero. */
    public static Tensor pinv(Tensor a) {
        return Tensor.apply(new Pinv(1e-15), a);
    }

    /** The number of singular values above the greatest times max(m, n) machine epsilons; of one matrix. */
    public static int rank(Tensor a) {
        if (a.ndim() < 2) {
            return a.ne(0).any().isTrue() ? 1 : 0;
        }
        double[] s = svd(a.value()).s().toDoubleArray();
        double epsilon = a.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
        double cutoff = s.length == 0 ? 0 : s[0] * Math.max(a.dim(-1), a.dim(-2)) * epsilon;
        return (int) Arrays.stream(s).filter(x -> x > cutoff).count();
    }

    /** The least-squares solution of smallest norm of A x = b for A (m, n) and b (m) or (m, r). */
    public static LstsqResult lstsq(Tensor a, Tensor b) {
        Tensor right = b.ndim() == 1 ? b.expandDims(1) : b;
        if (a.ndim() != 2 || right.ndim() != 2 || a.dim(0) != right.dim(0)) {
            throw new ShapeException("lstsq: the matrix has shape " + Shapes.text(a.shape()) + ", the right side "
                    + Shapes.text(b.shape()) + "; both need the same number of rows");
        }
        int m = a.dim(0);
        int n = a.dim(1);
        int r = right.dim(1);
        double[] matrix = Dense.values(a, DType.FLOAT64).f64();
        double[] values = Dense.values(right, DType.FLOAT64).f64();
        Factorizations.wantFinite("lstsq", matrix);
        Factorizations.wantFinite("lstsq", values);
        Tensor x;
        Tensor s;
        int rank;
        if (a.level() > 0 || right.level() > 0 || !OpenBlas.AVAILABLE || m == 0 || n == 0 || r == 0) {
            x = Tensor.apply(new Pinv(Math.ulp(1.0) * Math.max(m, n)), a).matmul(right);
            s = svd(a).s();
            rank = rank(a);
        } else {
            var parts = Lapack.lstsq(matrix, m, n, values, r, Math.ulp(1.0) * Math.max(m, n));
            x = Dense.around(parts.x(), n, r);
            s = Dense.around(parts.s(), Math.min(m, n));
            rank = parts.rank();
        }
        Tensor residuals =
                rank == n && m > n ? a.matmul(x).minus(right).square().sum(0) : Tensors.zeros(0);
        return new LstsqResult(b.ndim() == 1 ? x.squeeze(1) : x, residuals, rank, s);
    }

    /** The sum of the diagonal of the last two axes. */
    public static Tensor trace(Tensor a) {
        return diagonal(a).sum(-1);
    }

    /** The diagonal of the last two axes. */
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

    /** The Euclidean norm of all elements: of a vector its length, of a matrix its Frobenius norm. */
    public static Tensor norm(Tensor a) {
        return Tensor.root(2, a.square().sum());
    }

    /**
     * The norm of order p: of a vector (sum |x|^p)^(1/p), with p infinite the greatest magnitude and p = 0 the number
     * of non-zeros; of a matrix p = 1 the greatest column sum, p infinite the greatest row sum, p = 2 the greatest
     * singular value.
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
            return svd(a).s().max();
        }
        throw new IllegalArgumentException(
                "a matrix norm of order " + p + " is not defined here; 1, 2 and " + "infinity are");
    }

    /** The norm of order p of the vectors along an axis. */
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

    /** The condition number: the greatest singular value over the smallest. */
    public static Tensor cond(Tensor a) {
        Tensor s = svd(a).s();
        return s.max(-1, false).div(s.min(-1, false));
    }

    /** The Kronecker product of two matrices or vectors: every element of the first times the whole second. */
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

    private static int[] padded(int[] shape, int rank) {
        int[] out = new int[rank];
        Arrays.fill(out, 1);
        System.arraycopy(shape, 0, out, rank - shape.length, shape.length);
        return out;
    }

    /**
     * The matrix exponential Σ aᵏ/k! of a square matrix, symmetric or not; with derivatives of any order. Source: N. J.
     * Higham (2005).
     */
    public static Tensor expm(Tensor a) {
        return Tensor.apply(new Exponential(), a);
    }

    /**
     * The positive semidefinite square root of a symmetric matrix, of which the lower triangle is read: {@code
     * sqrtm(a).matmul(sqrtm(a))} is a. With derivatives of any order, equal eigenvalues or not; a negative eigenvalue
     * throws {@link ArithmeticException}, and so do derivatives where one is zero.
     */
    public static Tensor sqrtm(Tensor a) {
        return Tensor.apply(new Spectral(Spectral.Function.SQRT, 0), a);
    }

    /**
     * The symmetric logarithm of a symmetric positive definite matrix, of which the lower triangle is read: {@code
     * expm(logm(a))} is a. With derivatives of any order; an eigenvalue that is not positive throws {@link
     * ArithmeticException}.
     */
    public static Tensor logm(Tensor a) {
        return Tensor.apply(new Spectral(Spectral.Function.LOG, 0), a);
    }

    /** A square matrix to an integer power; negative powers are those of the inverse. */
    public static Tensor matrixPower(Tensor a, int power) {
        int n = Matrices.square("matrixPower", a.shape());
        Tensor base = power < 0 ? inv(a) : a;
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
}
