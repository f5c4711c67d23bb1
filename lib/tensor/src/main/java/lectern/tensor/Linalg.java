package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.blas.Lapack;
import lectern.tensor.blas.OpenBlas;
import lectern.tensor.eval.Factorizations;
import lectern.tensor.op.Cholesky;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Inverse;
import lectern.tensor.op.Matrices;
import lectern.tensor.op.Pinv;
import lectern.tensor.op.Qr;
import lectern.tensor.op.SlogDet;
import lectern.tensor.op.Solve;
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
public final class Linalg extends MatrixFunctions {
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

    /**
     * Solves A x = b for a square matrix, by elimination with row exchanges and never by the inverse.
     *
     * {@snippet :
     * solve(of(new double[][] {{2, 0}, {0, 4}}), of(2.0, 8)) // → [1. 2.]
     * }
     *
     * @param a the matrix, shape (…, n, n)
     * @param b the right side, a vector (n) or a matrix (…, n, r) of several
     * @return x, of the shape of b
     * @throws ShapeException where the shapes do not belong together
     * @throws ArithmeticException for a singular matrix
     */
    public static Tensor solve(Tensor a, Tensor b) {
        if (b.ndim() == 1) {
            return Tensor.apply(new Solve(), a, b.expandDims(1)).squeeze(-1);
        }
        if (b.ndim() == 0) {
            throw new ShapeException("solve: the right side is a single number; give a vector");
        }
        return Tensor.apply(new Solve(), a, b);
    }

    /**
     * Inverts a square matrix; {@code solve} is the better way to a solution.
     *
     * {@snippet :
     * inv(of(new double[][] {{2, 0}, {0, 4}})) // → [[0.5 0.] [0. 0.25]]
     * }
     *
     * @param a shape (…, n, n)
     * @return the inverse, of the same shape
     * @throws ArithmeticException for a singular matrix
     */
    public static Tensor inv(Tensor a) {
        return Tensor.apply(new Inverse(), a);
    }

    /**
     * Computes the determinant of a square matrix: by how much it stretches volumes.
     *
     * {@snippet :
     * det(of(new double[][] {{2, 1}, {0, 4}})) // → 8.0
     * }
     *
     * @param a shape (…, n, n)
     * @return shape (…), 0 for a singular matrix
     * @throws ShapeException for a matrix that is not square
     */
    public static Tensor det(Tensor a) {
        return a.level() > 0 ? Determinants.traced(a) : determinants(a, 2);
    }

    /**
     * Computes sign and logarithm of the magnitude of the determinant, for matrices whose determinant over- or
     * underflows.
     *
     * {@snippet :
     * slogdet(eye(500).times(0.01)).logAbsDet().format("%.1f") // → "-2302.6"
     * }
     *
     * @param a shape (…, n, n)
     * @return {@code sign()} and {@code logAbsDet()}, each of shape (…)
     * @throws ShapeException for a matrix that is not square
     */
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

    /**
     * Finds the lower triangular L with L Lᵀ = A of a symmetric positive definite matrix (A.-L. Cholesky, 1910).
     *
     * {@snippet :
     * cholesky(of(new double[][] {{4, 2}, {2, 5}})) // → [[2. 0.] [1. 2.]]
     * }
     *
     * @param a shape (…, n, n), of which the lower triangle is read
     * @return L, of the same shape
     * @throws ArithmeticException for a matrix that is not positive definite
     */
    public static Tensor cholesky(Tensor a) {
        return Tensor.apply(new Cholesky(), a);
    }

    /**
     * Finds eigenvalues and eigenvectors of a symmetric matrix.
     *
     * {@snippet :
     * eigh(of(new double[][] {{2, 1}, {1, 2}})).values().format("%.3f") // → "[1.000 3.000]"
     * }
     *
     * @param a shape (…, n, n), of which the lower triangle is read
     * @return {@code values()} (…, n), ascending, and {@code vectors()} (…, n, n), orthonormal, in columns
     */
    public static EighResult eigh(Tensor a) {
        Tensor packed = Tensor.apply(new Eigh(), a);
        int n = packed.dim(-2);
        return new EighResult(packed.slice(-1, 0, 1).squeeze(-1), packed.slice(-1, 1, n + 1));
    }

    /**
     * Finds eigenvalues and right eigenvectors of one square matrix; complex ones come in conjugate pairs.
     *
     * {@snippet :
     * eig(of(new double[][] {{0, -1}, {1, 0}})).imag() // → [1. -1.]
     * }
     *
     * @param a shape (n, n); it must not be differentiated
     * @return real and imaginary parts of values and vectors (in columns); {@code isReal()} tells whether there are
     *     only real ones
     * @throws ShapeException for what is no single square matrix
     */
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

    /**
     * Finds the thin singular value decomposition A = U diag(s) Vᵀ.
     *
     * {@snippet :
     * svd(of(new double[][] {{3, 0}, {0, 4}})).s() // → [4. 3.]
     * }
     *
     * @param a shape (…, m, n)
     * @return {@code u()} (…, m, k), {@code s()} (…, k), descending, and {@code vt()} (…, k, n), where k is the lesser
     *     of m and n
     */
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
     * Finds the singular value decomposition of one matrix with square factors where asked to, the thin one otherwise.
     *
     * @param a shape (m, n) for the full one, which must not be differentiated; (…, m, n) for the thin one
     * @param full true for u of shape (m, m) and vt of shape (n, n)
     * @return {@code u()}, {@code s()} and {@code vt()}
     * @throws ShapeException for the full decomposition of several matrices
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

    /**
     * Decomposes a matrix into orthonormal columns and an upper triangle, A = Q R.
     *
     * {@snippet :
     * qr(of(new double[][] {{3, 1}, {4, 2}})).r().abs().format("%.2f") // → "[[5.00 2.20]\n [0.00 0.40]]"
     * }
     *
     * @param a shape (…, m, n)
     * @return {@code q()} (…, m, k) and {@code r()} (…, k, n), where k is the lesser of m and n
     */
    public static QrResult qr(Tensor a) {
        Tensor packed = Tensor.apply(new Qr(), a);
        int m = a.dim(-2);
        return new QrResult(packed.slice(-1, 0, m).swapAxes(-1, -2), packed.slice(-1, m, m + a.dim(-1)));
    }

    /**
     * Computes the pseudo-inverse (R. Penrose, 1955); singular values below 1e-15 of the greatest count as zero.
     *
     * {@snippet :
     * pinv(of(new double[][] {{2}, {0}})) // → [[0.5 0.]]
     * }
     *
     * @param a shape (…, m, n)
     * @return shape (…, n, m)
     */
    public static Tensor pinv(Tensor a) {
        return Tensor.apply(new Pinv(1e-15), a);
    }

    /**
     * Counts the singular values of one matrix above the greatest times max(m, n) machine epsilons.
     *
     * {@snippet :
     * rank(of(new double[][] {{1, 2}, {2, 4}})) // → 1
     * }
     *
     * @param a shape (m, n)
     * @return the rank, from 0 to the lesser of m and n
     */
    public static int rank(Tensor a) {
        if (a.ndim() < 2) {
            return a.ne(0).any().isTrue() ? 1 : 0;
        }
        double[] s = svd(a.value()).s().toDoubleArray();
        double epsilon = a.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
        double cutoff = s.length == 0 ? 0 : s[0] * Math.max(a.dim(-1), a.dim(-2)) * epsilon;
        return (int) Arrays.stream(s).filter(x -> x > cutoff).count();
    }

    /**
     * Finds the least-squares solution of smallest norm of A x = b.
     *
     * {@snippet :
     * lstsq(of(new double[][] {{1, 0}, {1, 1}, {1, 2}}), of(1.0, 3, 5)).x().format("%.3f") // → "[1.000 2.000]"
     * }
     *
     * @param a shape (m, n)
     * @param b shape (m) or (m, r)
     * @return {@code x()}, the sums of squared {@code residuals()}, the {@code rank()} and the singular values
     *     {@code s()}
     * @throws ShapeException where the shapes do not belong together
     */
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
}
