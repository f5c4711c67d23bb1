package lectern.optim;

import java.util.Arrays;
import lectern.tensor.Linalg;
import lectern.tensor.Tensors;

/** Arithmetic on plain arrays for the solvers. */
final class Vectors {
    /** From this size on a library call pays. */
    private static final int LARGE = 100;

    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** The largest absolute value; NaN where there is one. */
    static double largest(double[] a) {
        double max = 0;
        for (double v : a) {
            max = Math.max(max, Math.abs(v));
        }
        return max;
    }

    /** a + s·b as a fresh array. */
    static double[] plus(double[] a, double s, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] + s * b[i];
        }
        return out;
    }

    static double[] minus(double[] a, double[] b) {
        return plus(a, -1, b);
    }

    static double[] scaled(double[] a, double s) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = s * a[i];
        }
        return out;
    }

    static double sum(double[] a) {
        double sum = 0;
        for (double v : a) {
            sum += v;
        }
        return sum;
    }

    /** Raises what is smaller to a bound. */
    static void atLeast(double[] a, double least) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.max(a[i], least);
        }
    }

    /** a := a / b, element by element. */
    static void divide(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] /= b[i];
        }
    }

    /** a := s·a. */
    static void scale(double[] a, double s) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= s;
        }
    }

    /** a := a + s·b. */
    static void add(double[] a, double s, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += s * b[i];
        }
    }

    /** The rows of a square matrix, with a multiple of the weights (1 where there are none) on its diagonal. */
    static double[][] damped(double[] matrix, int size, double factor, double[] weights) {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOfRange(matrix, i * size, (i + 1) * size);
            rows[i][i] += weights == null ? factor : factor * weights[i];
        }
        return rows;
    }

    static boolean finite(double value, double[] a) {
        double sum = value - value;
        for (double v : a) {
            sum += v - v;
        }
        return sum == 0;
    }

    /**
     * Solves a·x = b for a symmetric positive definite matrix by Cholesky's method; null when it is not positive
     * definite.
     *
     * <p>Only the lower triangle of {@code a} is read; it is overwritten. Large matrices go through LAPACK.
     */
    static double[] solvePositive(double[][] a, double[] b) {
        int n = b.length;
        double[][] factor = n < LARGE ? factored(a) : factoredByLapack(a);
        if (factor == null) {
            return null;
        }
        double[] x = b.clone();
        substitute(factor, x);
        substituteBack(factor, x);
        return x;
    }

    /** x := L⁻¹x. */
    private static void substitute(double[][] factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double[] row = factor[i];
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= row[k] * x[k];
            }
            x[i] = sum / row[i];
        }
    }

    /** x := L⁻ᵀx. */
    private static void substituteBack(double[][] factor, double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            double[] row = factor[i];
            x[i] /= row[i];
            for (int k = 0; k < i; k++) {
                x[k] -= row[k] * x[i];
            }
        }
    }

    /** The lower factor in place of the matrix; null when that is not positive definite. */
    private static double[][] factored(double[][] a) {
        for (int j = 0; j < a.length; j++) {
            double[] row = a[j];
            for (int k = 0; k <= j; k++) {
                double[] other = a[k];
                double sum = row[k];
                for (int i = 0; i < k; i++) {
                    sum -= row[i] * other[i];
                }
                if (k < j) {
                    row[k] = sum / other[k];
                } else if (sum > 0 && Double.isFinite(sum)) {
                    row[j] = Math.sqrt(sum);
                } else {
                    return null;
                }
            }
        }
        return a;
    }

    private static double[][] factoredByLapack(double[][] a) {
        try {
            int n = a.length;
            double[] flat = Linalg.cholesky(Tensors.of(a)).toDoubleArray();
            for (int i = 0; i < n; i++) {
                System.arraycopy(flat, i * n, a[i], 0, n);
            }
            return a;
        } catch (ArithmeticException notPositive) {
            return null;
        }
    }
}
