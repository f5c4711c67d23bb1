package lectern.tensor.eval;

import lectern.tensor.op.Exponential;
import lectern.tensor.op.MatMul;
import lectern.tensor.type.DType;

/**
 * The exponential of matrices by scaling, a Padé approximant of degree 13, and squaring.
 *
 * <p>Source: N. J. Higham, "The scaling and squaring method for the matrix exponential revisited" (2005).
 */
final class MatrixExponential {
    /** Up to this norm the approximant is exact to the unit of rounding. */
    private static final double THETA = 5.371920351148152;

    private static final double[] PADE = {
        64764752532480000.0,
        32382376266240000.0,
        7771770303897600.0,
        1187353796428800.0,
        129060195264000.0,
        10559470521600.0,
        670442572800.0,
        33522128640.0,
        1323241920.0,
        40840800.0,
        960960.0,
        16380.0,
        182.0,
        1.0
    };

    private MatrixExponential() {}

    static Values of(Exponential op, Values a) {
        op.shapeOf(a);
        int n = a.dims[a.dims.length - 1];
        return Factorizations.each(a, a.dims, (matrix, out, at) -> System.arraycopy(one(matrix, n), 0, out, at, n * n));
    }

    private static double[] one(double[] a, int n) {
        Factorizations.wantFinite("expm", a);
        int squarings = Math.max(0, Math.getExponent(norm(a, n) / THETA) + 1);
        double[] x = new double[n * n];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.scalb(a[i], -squarings);
        }
        double[] x2 = product(x, x, n);
        double[] x4 = product(x2, x2, n);
        double[] x6 = product(x4, x2, n);
        double[] odd = product(x, series(x2, x4, x6, n, 1), n);
        double[] even = series(x2, x4, x6, n, 0);
        double[] above = new double[n * n];
        double[] below = new double[n * n];
        for (int i = 0; i < above.length; i++) {
            above[i] = even[i] + odd[i];
            below[i] = even[i] - odd[i];
        }
        double[] out = Factorizations.solve(below, n, above, n);
        for (int s = 0; s < squarings; s++) {
            out = product(out, out, n);
        }
        return out;
    }

    /** The coefficients of even or odd degree as a polynomial in the square of the matrix. */
    private static double[] series(double[] x2, double[] x4, double[] x6, int n, int first) {
        double[] high = sum(n, first + 8, x2, x4, x6, 0);
        double[] out = sum(n, first + 2, x2, x4, x6, PADE[first]);
        double[] top = product(x6, high, n);
        for (int i = 0; i < out.length; i++) {
            out[i] += top[i];
        }
        return out;
    }

    private static double[] sum(int n, int degree, double[] x2, double[] x4, double[] x6, double constant) {
        double[] out = new double[n * n];
        for (int i = 0; i < out.length; i++) {
            out[i] = PADE[degree] * x2[i] + PADE[degree + 2] * x4[i] + PADE[degree + 4] * x6[i];
        }
        for (int i = 0; i < n; i++) {
            out[i * n + i] += constant;
        }
        return out;
    }

    /** The greatest sum of magnitudes of a column. */
    private static double norm(double[] a, int n) {
        double most = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.abs(a[i * n + j]);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    static double[] product(double[] a, double[] b, int n) {
        Values left = Values.of(DType.FLOAT64, a, a.length, n, n);
        Values right = Values.of(DType.FLOAT64, b, b.length, n, n);
        return Products.matmul(new MatMul(false, false), left, right).f64();
    }
}
