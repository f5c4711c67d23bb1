package lectern.tensor;

import java.util.Arrays;

/** Batches, empty matrices and non-finite numbers around {@link Lapack} and {@link PlainAlgebra}. */
final class Factorizations {
    private Factorizations() {}

    /** Works on one matrix of a batch: reads its copy, writes into {@code out} from an offset. */
    @FunctionalInterface
    interface Kernel {
        void run(double[] matrix, double[] out, int offset);
    }

    /** The type linear algebra computes and answers in. */
    static DType dtype(Tensor x) {
        return x.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }

    /** Throws unless the last two axes make square matrices. */
    static int square(String verb, int[] shape) {
        if (shape.length < 2 || shape[shape.length - 1] != shape[shape.length - 2]) {
            throw new ShapeException(
                    verb + " wants a square matrix (or a batch of them), got shape " + Shapes.text(shape));
        }
        return shape[shape.length - 1];
    }

    /** Throws unless there are two axes at least. */
    static int[] matrix(String verb, int[] shape) {
        if (shape.length < 2) {
            throw new ShapeException(verb + " wants a matrix (or a batch of them), got shape " + Shapes.text(shape));
        }
        return shape;
    }

    /** The batch axes of a shape followed by others. */
    static int[] batch(int[] shape, int... tail) {
        int[] out = Arrays.copyOf(shape, shape.length - 2 + tail.length);
        System.arraycopy(tail, 0, out, shape.length - 2, tail.length);
        return out;
    }

    /** Runs the kernel over all matrices of a batch. */
    static Tensor each(Tensor a, int[] shape, Kernel kernel) {
        Dense x = Dense.of(a, DType.FLOAT64);
        int rows = x.dims[x.dims.length - 2];
        int cols = x.dims[x.dims.length - 1];
        Dense out = Dense.zeros(DType.FLOAT64, shape);
        int count = Shapes.product(x.dims, 0, x.dims.length - 2);
        if (out.size > 0) {
            int step = out.size / count;
            for (int i = 0; i < count; i++) {
                kernel.run(Arrays.copyOfRange(x.f64(), i * rows * cols, (i + 1) * rows * cols), out.f64(), i * step);
            }
        }
        return out.as(dtype(a)).lean();
    }

    static boolean finite(double[] numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum += x * 0;
        }
        return sum == 0;
    }

    /** Throws where an iterative method could not end. */
    static void wantFinite(String verb, double[] numbers) {
        if (!finite(numbers)) {
            throw new ArithmeticException(verb + ": the matrix contains NaN or infinity");
        }
    }

    private static ArithmeticException singular(String verb) {
        return new ArithmeticException(verb + ": the matrix is singular; lstsq(a, b) and pinv(a) work for any matrix");
    }

    static double[] solve(double[] a, int n, double[] b, int r) {
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

    static double[] inverse(double[] a, int n) {
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
    static double[] determinant(double[] a, int n) {
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

    static double[] cholesky(double[] a, int n) {
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
    static double[] eigh(double[] a, int n, double[] vectors) {
        wantFinite("eigh", a);
        return OpenBlas.AVAILABLE ? Lapack.eigh(a, n, vectors) : PlainAlgebra.eigh(a, n, vectors);
    }

    static Lapack.SvdParts svd(double[] a, int m, int n, boolean full) {
        wantFinite("svd", a);
        return OpenBlas.AVAILABLE ? Lapack.svd(a, m, n, full) : PlainAlgebra.svd(a, m, n, full);
    }

    static double[] qr(double[] a, int m, int n, double[] qt) {
        wantFinite("qr", a);
        return OpenBlas.AVAILABLE ? Lapack.qr(a, m, n, qt) : PlainAlgebra.qr(a, m, n, qt);
    }

    static Lapack.EigParts eig(double[] a, int n) {
        wantFinite("eig", a);
        return OpenBlas.AVAILABLE ? Lapack.eig(a, n) : PlainAlgebra.eig(a, n);
    }
}
