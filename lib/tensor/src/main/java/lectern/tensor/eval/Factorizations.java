package lectern.tensor.eval;

import java.util.Arrays;
import lectern.tensor.blas.Lapack;
import lectern.tensor.blas.OpenBlas;
import lectern.tensor.blas.PlainAlgebra;
import lectern.tensor.blas.Strided;
import lectern.tensor.op.Cholesky;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Inverse;
import lectern.tensor.op.Matrices;
import lectern.tensor.op.Op;
import lectern.tensor.op.Pinv;
import lectern.tensor.op.Qr;
import lectern.tensor.op.SlogDet;
import lectern.tensor.op.Solve;
import lectern.tensor.op.Svd;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/** Batches, empty matrices and non-finite numbers around {@link Lapack} and {@link PlainAlgebra}. */
public final class Factorizations {
    private Factorizations() {}

    /** Works on one matrix of a batch: reads its copy, writes into {@code out} from an offset. */
    @FunctionalInterface
    public interface Kernel {
        void run(double[] matrix, double[] out, int offset);
    }

    /** Runs the kernel over all matrices of a batch. */
    public static Values each(Values a, int[] shape, Kernel kernel) {
        Values x = a.as(DType.FLOAT64);
        int rows = x.dims[x.dims.length - 2];
        int cols = x.dims[x.dims.length - 1];
        Values out = Values.zeros(DType.FLOAT64, shape);
        int count = Shapes.product(x.dims, 0, x.dims.length - 2);
        if (out.size > 0) {
            int step = out.size / count;
            for (int i = 0; i < count; i++) {
                kernel.run(Arrays.copyOfRange(x.f64(), i * rows * cols, (i + 1) * rows * cols), out.f64(), i * step);
            }
        }
        return out.as(Matrices.dtype(a));
    }

    static boolean finite(double[] numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum += x * 0;
        }
        return sum == 0;
    }

    /** Throws where an iterative method could not end. */
    public static void wantFinite(String verb, double[] numbers) {
        if (!finite(numbers)) {
            throw new ArithmeticException(verb + ": the matrix contains NaN or infinity");
        }
    }

    private static ArithmeticException singular(String verb) {
        return new ArithmeticException(verb + ": the matrix is singular; lstsq(a, b) and pinv(a) work for any matrix");
    }

    public static double[] solve(double[] a, int n, double[] b, int r) {
        if (!finite(a) || !finite(b)) {
            double[] nothing = new double[n * r];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }
        double[] x = OpenBlas.AVAILABLE ? Lapack.solve(a, n, b, r) : PlainAlgebra.solve(a, n, b, r);
        if (x == null) {
            throw singular("solve");
        }
        return x;
    }

    public static double[] inverse(double[] a, int n) {
        if (!finite(a)) {
            double[] nothing = new double[n * n];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }
        double[] inverse = OpenBlas.AVAILABLE ? Lapack.inverse(a, n) : PlainAlgebra.inverse(a, n);
        if (inverse == null) {
            throw singular("inv");
        }
        return inverse;
    }

    /** Sign, log|det| and det itself. */
    public static double[] determinant(double[] a, int n) {
        if (!finite(a)) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        if (!OpenBlas.AVAILABLE) {
            return PlainAlgebra.determinant(a, n);
        }
        Lapack.Lu lu = Lapack.lu(a, n);
        if (lu.info() > 0) {
            return new double[] {0, Double.NEGATIVE_INFINITY, 0};
        }
        double sign = 1;
        double log = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            double pivot = lu.factors()[i * n + i];
            double flip = lu.pivots()[i] == i + 1 ? 1 : -1;
            sign *= flip * Math.signum(pivot);
            log += Math.log(Math.abs(pivot));
            product *= flip * pivot;
        }
        return new double[] {sign, log, product};
    }

    public static double[] cholesky(double[] a, int n) {
        if (!finite(a)) {
            double[] nothing = new double[n * n];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }
        double[] lower = OpenBlas.AVAILABLE ? Lapack.cholesky(a, n) : PlainAlgebra.cholesky(a, n);
        if (lower == null) {
            throw new ArithmeticException("cholesky: the matrix is not positive definite; adding a small multiple of "
                    + "the identity, x.plus(eye(n).times(1e-10)), may help");
        }
        return lower;
    }

    /** Ascending eigenvalues; eigenvectors into the rows of {@code vectors}. */
    public static double[] eigh(double[] a, int n, double[] vectors) {
        wantFinite("eigh", a);
        return OpenBlas.AVAILABLE ? Lapack.eigh(a, n, vectors) : PlainAlgebra.eigh(a, n, vectors);
    }

    public static Lapack.SvdParts svd(double[] a, int m, int n, boolean full) {
        wantFinite("svd", a);
        return OpenBlas.AVAILABLE ? Lapack.svd(a, m, n, full) : PlainAlgebra.svd(a, m, n, full);
    }

    /** The pseudo-inverse of an m by n matrix from its singular values above the greatest times the cutoff. */
    private static double[] inverse(double[] a, int m, int n, double cutoff) {
        Lapack.SvdParts parts = svd(a, m, n, false);
        int k = Math.min(m, n);
        double[] out = new double[n * m];
        for (int l = 0; l < k && parts.s()[l] > parts.s()[0] * cutoff; l++) {
            for (int i = 0; i < n; i++) {
                double factor = parts.vt()[l * n + i] / parts.s()[l];
                for (int j = 0; j < m; j++) {
                    out[i * m + j] += factor * parts.u()[j * k + l];
                }
            }
        }
        return out;
    }

    public static double[] qr(double[] a, int m, int n, double[] qt) {
        wantFinite("qr", a);
        return OpenBlas.AVAILABLE ? Lapack.qr(a, m, n, qt) : PlainAlgebra.qr(a, m, n, qt);
    }

    public static Lapack.EigParts eig(double[] a, int n) {
        wantFinite("eig", a);
        return OpenBlas.AVAILABLE ? Lapack.eig(a, n) : PlainAlgebra.eig(a, n);
    }

    /** What an operation of linear algebra makes of matrices. */
    static Values evaluate(Op op, Values a) {
        int[] shape = op.shapeOf(a);
        int m = a.dims[a.dims.length - 2];
        int n = a.dims[a.dims.length - 1];
        int k = Math.min(m, n);
        if (n == 0 && op instanceof SlogDet) {
            return Values.zeros(op.dtypeOf(a), shape);
        }
        return each(
                a,
                shape,
                switch (op) {
                    case Inverse _ -> (x, out, at) -> System.arraycopy(inverse(x, n), 0, out, at, n * n);
                    case Pinv pinv ->
                        (x, out, at) -> System.arraycopy(inverse(x, m, n, pinv.cutoff()), 0, out, at, n * m);
                    case Cholesky _ -> (x, out, at) -> System.arraycopy(cholesky(x, n), 0, out, at, n * n);
                    case SlogDet _ -> (x, out, at) -> out[at] = determinant(x, n)[1];
                    case Eigh _ ->
                        (x, out, at) -> {
                            double[] vectors = new double[n * n];
                            double[] values = eigh(x, n, vectors);
                            for (int i = 0; i < n; i++) {
                                out[at + i * (n + 1)] = values[i];
                            }
                            Strided.copy(
                                    vectors, 0, new int[] {1, n}, out, at + 1, new int[] {n + 1, 1}, new int[] {n, n});
                        };
                    case Svd _ ->
                        (x, out, at) -> {
                            Lapack.SvdParts parts = svd(x, m, n, false);
                            for (int i = 0; i < k; i++) {
                                int row = at + i * (1 + m + n);
                                out[row] = parts.s()[i];
                                System.arraycopy(parts.vt(), i * n, out, row + 1 + m, n);
                            }
                            Strided.copy(
                                    parts.u(), 0, new int[] {1, k}, out, at + 1, new int[] {1 + m + n, 1}, new int[] {
                                        k, m
                                    });
                        };
                    case Qr _ ->
                        (x, out, at) -> {
                            double[] columns = new double[k * m];
                            double[] r = qr(x, m, n, columns);
                            for (int i = 0; i < k; i++) {
                                System.arraycopy(columns, i * m, out, at + i * (m + n), m);
                                System.arraycopy(r, i * n, out, at + i * (m + n) + m, n);
                            }
                        };
                    default -> throw new IllegalArgumentException(op.label() + " is no operation of linear algebra");
                });
    }

    /** The solution of linear systems; batch axes have been broadcast by shape. */
    public static Values solve(Solve op, Values a, Values b) {
        int[] shape = op.shapeOf(a, b);
        int n = shape[shape.length - 2];
        int r = shape[shape.length - 1];
        int[] square = shape.clone();
        square[square.length - 1] = n;
        double[] right = Moves.broadcast(b, shape).as(DType.FLOAT64).f64();
        Values out = each(
                Moves.broadcast(a, square).as(DType.FLOAT64),
                shape,
                (matrix, x, at) -> System.arraycopy(
                        solve(matrix, n, Arrays.copyOfRange(right, at, at + n * r), r), 0, x, at, n * r));
        return out.as(op.dtypeOf(a, b));
    }
}
