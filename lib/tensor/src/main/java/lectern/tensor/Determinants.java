package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.op.Matrices;

/**
 * The determinant in operations that can be differentiated, to any order and also where the matrix is singular: it is a
 * polynomial of the elements.
 *
 * <p>The rows and columns with great pivots are eliminated; what is left, zero in a singular matrix, goes through an
 * algorithm without divisions. Source of that: S. J. Berkowitz, "On computing the determinant in small parallel time
 * using a small number of processors" (1984).
 */
final class Determinants {
    /** Pivots below the greatest times this are not divided by. */
    private static final double SMALL = 1e-5;

    private Determinants() {}

    static Tensor traced(Tensor a) {
        int[] shape = a.shape();
        int n = Matrices.square("det", shape);
        int[] batch = Matrices.batch(shape);
        if (n == 0) {
            return Tensors.ones(Matrices.dtype(a), batch);
        }
        Tensor x = a.cast(Matrices.dtype(a));
        if (n <= 3) {
            return small(x, n);
        }
        Tensor matrices = x.reshape(-1, n, n);
        Tensor numbers = matrices.value();
        Tensor[] out = new Tensor[matrices.dim(0)];
        if (out.length == 0) {
            return x.sum(-1).sum(-1);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = eliminated(matrices.get(i), numbers.get(i));
        }
        return Tensors.stack(0, out).reshape(batch);
    }

    /** Sarrus' rule and its smaller sisters, for a batch. */
    private static Tensor small(Tensor a, int n) {
        Tensor first = a.get("..., 0, :");
        if (n == 1) {
            return first.squeeze(-1);
        }
        Tensor second = a.get("..., 1, :");
        if (n == 2) {
            Tensor across = first.times(second.take(Tensors.of(1, 0), -1));
            return across.get("..., 0").minus(across.get("..., 1"));
        }
        Tensor third = a.get("..., 2, :");
        Tensor next = Tensors.of(1, 2, 0);
        Tensor last = Tensors.of(2, 0, 1);
        Tensor cross = second.take(next, -1)
                .times(third.take(last, -1))
                .minus(second.take(last, -1).times(third.take(next, -1)));
        return first.times(cross).sum(-1);
    }

    /** det [B C; D E] = det B · det (E − D B⁻¹ C), the great pivots in B. */
    private static Tensor eliminated(Tensor a, Tensor numbers) {
        int n = a.dim(0);
        Pivots pivots = new Pivots(numbers.toDoubleArray(), n);
        int r = pivots.great;
        if (r == 0) {
            return polynomial(a);
        }
        Tensor sorted = a.take(pivots.rows).take(Tensors.of(pivots.columns), 1);
        Tensor corner = sorted.get("0:" + r + ", 0:" + r);
        Linalg.SlogDetResult parts = Linalg.slogdet(corner);
        Tensor head = parts.logAbsDet().exp().times(parts.sign()).times(pivots.sign);
        if (r == n) {
            return head;
        }
        Tensor across = Linalg.solve(corner, sorted.get("0:" + r + ", " + r + ":"));
        Tensor rest = sorted.get(r + ":, " + r + ":")
                .minus(sorted.get(r + ":, 0:" + r).matmul(across));
        return head.times(n - r <= 3 ? small(rest, n - r) : eliminated(rest, rest.value()));
    }

    /** The last coefficient of the characteristic polynomial, by products and sums alone. */
    private static Tensor polynomial(Tensor a) {
        int n = a.dim(0);
        Tensor coefficients = Tensors.concat(
                Tensors.onesLike(a.get("0, 0:1")),
                a.get((n - 1) + ", " + (n - 1) + ":").neg());
        for (int i = n - 2; i >= 0; i--) {
            int size = n - 1 - i;
            Tensor block = a.get((i + 1) + ":, " + (i + 1) + ":");
            Tensor row = a.get(i + ", " + (i + 1) + ":");
            Tensor column = a.get((i + 1) + ":, " + i);
            Tensor[] band = new Tensor[size + 2];
            band[0] = Tensors.onesLike(a.get("0, 0"));
            band[1] = a.get(i, i).neg();
            for (int k = 2; k < band.length; k++) {
                band[k] = row.dot(column).neg();
                column = block.matmul(column);
            }
            coefficients = toeplitz(Tensors.stack(0, band), size + 1).matmul(coefficients);
        }
        Tensor last = coefficients.get(n);
        return n % 2 == 0 ? last : last.neg();
    }

    /** The lower triangular matrix with the band on its diagonals. */
    private static Tensor toeplitz(Tensor band, int columns) {
        int rows = band.size();
        Tensor padded = Tensors.concat(Tensors.zerosLike(band), band);
        Tensor offset = Tensors.arange(rows).reshape(-1, 1).minus(Tensors.arange(columns));
        return padded.take(offset.plus((long) rows), 0);
    }

    /** The order of rows and columns by which the greatest element left comes next, by numbers. */
    private static final class Pivots {
        final int[] rows;
        final int[] columns;

        /** How many pivots are great. */
        int great;

        /** Of the order of the rows and columns. */
        double sign = 1;

        Pivots(double[] a, int n) {
            rows = indices(n);
            columns = indices(n);
            double first = 0;
            for (int k = 0; k < n; k++) {
                int best = k * n + k;
                for (int at = k * n; at < n * n; at++) {
                    if (at % n >= k && Math.abs(a[at]) > Math.abs(a[best])) {
                        best = at;
                    }
                }
                double pivot = a[best];
                first = k == 0 ? Math.abs(pivot) : first;
                if (!(Math.abs(pivot) > SMALL * first)) {
                    return;
                }
                swap(a, n, k, best / n, best % n);
                great++;
                for (int i = k + 1; i < n; i++) {
                    double factor = a[i * n + k] / pivot;
                    for (int j = k; j < n; j++) {
                        a[i * n + j] -= factor * a[k * n + j];
                    }
                }
            }
        }

        private static int[] indices(int n) {
            int[] out = new int[n];
            Arrays.setAll(out, i -> i);
            return out;
        }

        private void swap(double[] a, int n, int k, int row, int column) {
            for (int j = 0; j < n; j++) {
                exchange(a, k * n + j, row * n + j);
            }
            for (int i = 0; i < n; i++) {
                exchange(a, i * n + k, i * n + column);
            }
            exchange(rows, k, row);
            exchange(columns, k, column);
        }

        private static void exchange(double[] a, int i, int j) {
            double kept = a[i];
            a[i] = a[j];
            a[j] = kept;
        }

        private void exchange(int[] order, int i, int j) {
            if (i != j) {
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
                sign = -sign;
            }
        }
    }
}
