package lectern.tensor.eval;

import java.util.Arrays;
import lectern.tensor.op.Spectral;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/**
 * Functions of symmetric matrices and their derivatives: with A = V diag(w) Vᵀ and directions turned into the basis V,
 * the derivative of order m sums f[w₀, …, wₘ] times products of the directions along every path of indices.
 *
 * <p>Source: J. L. Daleckii and S. G. Krein, "Integration and differentiation of functions of Hermitian operators"
 * (1965). Divided differences are computed without subtracting what is nearly equal.
 */
final class SpectralFunctions {
    private SpectralFunctions() {}

    static Values of(Spectral op, Values... args) {
        int[] shape = op.shapeOf(args);
        int n = shape[shape.length - 1];
        Values out = Values.zeros(DType.FLOAT64, shape);
        double[][] x = new double[args.length][];
        for (int k = 0; k < args.length; k++) {
            x[k] = args[k].as(DType.FLOAT64).f64();
        }
        int count = Shapes.product(shape, 0, shape.length - 2);
        for (int b = 0; b < count && n > 0; b++) {
            double[][] matrices = new double[args.length][];
            for (int k = 0; k < args.length; k++) {
                matrices[k] = Arrays.copyOfRange(x[k], b * n * n, (b + 1) * n * n);
            }
            System.arraycopy(one(op, n, matrices), 0, out.f64(), b * n * n, n * n);
        }
        return out.as(op.dtypeOf(args));
    }

    private static double[] one(Spectral op, int n, double[]... x) {
        for (double[] matrix : x) {
            Factorizations.wantFinite(op.label(), matrix);
        }
        double[] rows = new double[n * n];
        double[] w = Factorizations.eigh(x[0], n, rows);
        demandDomain(op, w, n);
        double[] columns = transposed(rows, n);
        double[][] turned = new double[op.order()][];
        for (int k = 0; k < turned.length; k++) {
            turned[k] = MatrixExponential.product(MatrixExponential.product(rows, x[k + 1], n), columns, n);
        }
        double[] inner = new double[n * n];
        if (op.order() == 0) {
            for (int i = 0; i < n; i++) {
                inner[i * n + i] = DividedDifferences.of(op.function(), w[i]);
            }
        } else {
            new Paths(op.function(), w, turned, inner).sum();
        }
        return MatrixExponential.product(MatrixExponential.product(columns, inner, n), rows, n);
    }

    /** Throws outside the domain; eigenvalues that are negative by rounding alone count as zero. */
    private static void demandDomain(Spectral op, double[] w, int n) {
        double scale = Math.max(Math.abs(w[0]), Math.abs(w[n - 1]));
        double least = 4 * n * Math.ulp(1.0) * scale;
        boolean root = op.function() == Spectral.Function.SQRT;
        if (root && op.order() == 0 ? w[0] < -least : w[0] <= (root ? least : 0)) {
            String what = root && op.order() > 0 && w[0] >= -least
                    ? "sqrtm of a singular matrix has an infinite derivative"
                    : op.label() + ": the matrix has the eigenvalue " + w[0]
                            + (root ? "; it must be positive " + "semidefinite" : "; it must be positive definite");
            throw new ArithmeticException(what + "; adding a small multiple of the identity may help");
        }
        for (int i = 0; i < n; i++) {
            w[i] = Math.max(w[i], 0);
        }
    }

    private static double[] transposed(double[] a, int n) {
        double[] out = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out[j * n + i] = a[i * n + j];
            }
        }
        return out;
    }

    /** The sum over all orders of the directions and all paths of indices. */
    private static final class Paths {
        private final Spectral.Function function;
        private final double[] w;
        private final double[][] directions;
        private final double[] out;
        private final int[] path;
        private final double[] nodes;
        private final boolean[] used;

        Paths(Spectral.Function function, double[] w, double[][] directions, double[] out) {
            this.function = function;
            this.w = w;
            this.directions = directions;
            this.out = out;
            path = new int[directions.length + 1];
            nodes = new double[path.length];
            used = new boolean[directions.length];
        }

        void sum() {
            for (int i = 0; i < w.length; i++) {
                path[0] = i;
                walk(1);
            }
        }

        private void walk(int step) {
            if (step == path.length) {
                for (int k = 0; k < path.length; k++) {
                    nodes[k] = w[path[k]];
                }
                double products = products(0);
                if (products != 0) {
                    out[path[0] * w.length + path[step - 1]] += products * DividedDifferences.of(function, nodes);
                }
                return;
            }
            for (int i = 0; i < w.length; i++) {
                path[step] = i;
                walk(step + 1);
            }
        }

        /** Over all orders in which the directions that are left may be gone through from a step on. */
        private double products(int step) {
            if (step == directions.length) {
                return 1;
            }
            double sum = 0;
            for (int k = 0; k < directions.length; k++) {
                if (!used[k]) {
                    used[k] = true;
                    sum += directions[k][path[step] * w.length + path[step + 1]] * products(step + 1);
                    used[k] = false;
                }
            }
            return sum;
        }
    }
}
