package lectern.tensor.blas;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/** The factorisations of {@link Lapack} in Java, by Hipparchus, for machines without the native library. */
public final class PlainAlgebra {
    private PlainAlgebra() {}

    public static double @Nullable [] solve(double[] a, int n, double[] b, int r) {
        var lu = new LUDecomposition(matrix(a, n, n), Double.MIN_VALUE);
        return lu.getSolver().isNonSingular() ? flat(lu.getSolver().solve(matrix(b, n, r))) : null;
    }

    public static double @Nullable [] inverse(double[] a, int n) {
        var lu = new LUDecomposition(matrix(a, n, n), Double.MIN_VALUE);
        return lu.getSolver().isNonSingular() ? flat(lu.getSolver().getInverse()) : null;
    }

    /** The sign of the determinant, the logarithm of its magnitude, the determinant. */
    public static double[] determinant(double[] a, int n) {
        var lu = new LUDecomposition(matrix(a, n, n), Double.MIN_VALUE);
        if (lu.getU() == null) {
            return new double[] {0, Double.NEGATIVE_INFINITY, 0};
        }
        double sign = 1;
        int[] order = lu.getPivot().clone();
        for (int i = 0; i < n; i++) {
            while (order[i] != i) {
                int j = order[i];
                order[i] = order[j];
                order[j] = j;
                sign = -sign;
            }
        }
        double log = 0;
        double product = sign;
        for (int i = 0; i < n; i++) {
            double pivot = lu.getU().getEntry(i, i);
            sign *= Math.signum(pivot);
            log += Math.log(Math.abs(pivot));
            product *= pivot;
        }
        return new double[] {sign, log, product};
    }

    public static double @Nullable [] cholesky(double[] a, int n) {
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * n + k] * lower[j * n + k];
                }
                if (i == j && !(sum > 0)) {
                    return null;
                }
                lower[i * n + j] = i == j ? Math.sqrt(sum) : sum / lower[j * n + j];
            }
        }
        return lower;
    }

    public static double[] eigh(double[] a, int n, double[] vectors) {
        double[] symmetric = a.clone();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                symmetric[i * n + j] = symmetric[j * n + i];
            }
        }
        var eigen = new EigenDecompositionSymmetric(matrix(symmetric, n, n), 1e-14, false);
        for (int i = 0; i < n; i++) {
            System.arraycopy(eigen.getEigenvector(i).toArray(), 0, vectors, i * n, n);
        }
        return eigen.getEigenvalues();
    }

    /** Thin factors, or square ones: then orthonormal columns, which the product does not see, fill them up. */
    public static Lapack.SvdParts svd(double[] a, int m, int n, boolean full) {
        var svd = new SingularValueDecomposition(matrix(a, m, n));
        RealMatrix u = full ? completed(svd.getU()) : svd.getU();
        RealMatrix v = full ? completed(svd.getV()) : svd.getV();
        return new Lapack.SvdParts(flat(u), svd.getSingularValues(), flat(v.transpose()));
    }

    /** Orthonormal columns with those beside them that make the matrix square: the last ones of the full Q of a QR. */
    private static RealMatrix completed(RealMatrix columns) {
        int rows = columns.getRowDimension();
        int given = columns.getColumnDimension();
        if (rows == given) {
            return columns;
        }
        RealMatrix all = new QRDecomposition(columns).getQ().copy();
        all.setSubMatrix(columns.getData(), 0, 0);
        return all;
    }

    public static double[] qr(double[] a, int m, int n, double[] qt) {
        int k = Math.min(m, n);
        var qr = new QRDecomposition(matrix(a, m, n));
        RealMatrix q = qr.getQT();
        for (int i = 0; i < k; i++) {
            System.arraycopy(q.getRow(i), 0, qt, i * m, m);
        }
        return flat(qr.getR().getSubMatrix(0, k - 1, 0, n - 1));
    }

    public static Lapack.EigParts eig(double[] a, int n) {
        var eigen = new EigenDecompositionNonSymmetric(matrix(a, n, n));
        double[] columns = new double[n * n];
        double[] real = new double[n];
        double[] imaginary = new double[n];
        for (int i = 0; i < n; i++) {
            real[i] = eigen.getEigenvalue(i).getReal();
            imaginary[i] = eigen.getEigenvalue(i).getImaginary();
            for (int j = 0; j < n; j++) {
                var entry = eigen.getEigenvector(i).getEntry(j);
                columns[i * n + j] = imaginary[i] < 0 ? -entry.getImaginary() : entry.getReal();
            }
        }
        return new Lapack.EigParts(real, imaginary, columns);
    }

    private static RealMatrix matrix(double[] a, int rows, int cols) {
        var matrix = new Array2DRowRealMatrix(rows, cols);
        for (int i = 0; i < rows; i++) {
            matrix.setRow(i, java.util.Arrays.copyOfRange(a, i * cols, (i + 1) * cols));
        }
        return matrix;
    }

    private static double[] flat(RealMatrix matrix) {
        int cols = matrix.getColumnDimension();
        double[] out = new double[matrix.getRowDimension() * cols];
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            System.arraycopy(matrix.getRow(i), 0, out, i * cols, cols);
        }
        return out;
    }
}
