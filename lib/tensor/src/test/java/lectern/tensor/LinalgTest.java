package lectern.tensor;

import static lectern.tensor.Linalg.*;
import static lectern.tensor.Tensors.*;
import static lectern.tensor.raw.Raw.wrap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.tensor.blas.BlasF64;
import lectern.tensor.blas.PlainAlgebra;
import lectern.tensor.blas.PlainProductsF64;
import lectern.tensor.eval.Factorizations;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinalgTest {
    private static Tensor random(int... shape) {
        return wrap(new Random(11).doubles(Shapes.size(shape), -1, 1).toArray(), shape);
    }

    private static void assertClose(Tensor expected, Tensor actual) {
        assertTrue(actual.allClose(expected, 1e-8, 1e-9), () -> "expected\n" + expected + "\ngot\n" + actual);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,4", "7,3", "3,7", "60,60", "150,40"})
    void factorsMultiplyToTheMatrix(int m, int n) {
        Tensor a = random(m, n);
        SvdResult svd = svd(a);
        assertClose(a, svd.u().times(svd.s()).matmul(svd.vt()));
        SvdResult full = svd(a, true);
        assertClose(eye(m), full.u().T().matmul(full.u()));
        assertClose(eye(n), full.vt().matmul(full.vt().T()));
        QrResult qr = qr(a);
        assertClose(a, qr.q().matmul(qr.r()));
        assertClose(eye(Math.min(m, n)), qr.q().T().matmul(qr.q()));
        assertClose(a, a.matmul(pinv(a)).matmul(a));
        assertEquals(Math.min(m, n), rank(a));
        Tensor b = random(m);
        assertClose(a.T().matmul(b), a.T().matmul(a.matmul(lstsq(a, b).x())));
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "90", "300"})
    void squareMatrices(int n) {
        Tensor a = random(n, n).plus(eye(n).times(2.0));
        Tensor b = random(n, 3);
        assertClose(b, a.matmul(solve(a, b)));
        assertClose(b.col(0), a.matmul(solve(a, b.col(0))));
        assertClose(eye(n), a.matmul(inv(a)));
        Tensor p = a.matmul(a.T());
        Tensor lower = cholesky(p);
        assertClose(p, lower.matmul(lower.T()));
        assertClose(lower, tril(lower));
        EighResult e = eigh(p);
        assertClose(p, e.vectors().times(e.values()).matmul(e.vectors().T()));
        assertClose(slogdet(p).logAbsDet(), e.values().log().sum());
        EigResult g = eig(a);
        assertClose(g.vectorsReal().times(g.real()).minus(g.vectorsImag().times(g.imag())), a.matmul(g.vectorsReal()));
        assertClose(trace(a), g.real().sum());
    }

    @Test
    void plainJavaAgreesWithTheLibrary() {
        int n = 12;
        Tensor a = random(n, n).plus(eye(n).times(2.0));
        double[] m = a.toDoubleArray();
        assertClose(inv(a), wrap(PlainAlgebra.inverse(m, n), n, n));
        assertClose(solve(a, eye(n)), wrap(PlainAlgebra.solve(m, n, eye(n).toDoubleArray(), n), n, n));
        assertEquals(det(a).item(), PlainAlgebra.determinant(m, n)[2], 1e-8 * Math.abs(det(a).item()));
        double[] p = a.matmul(a.T()).toDoubleArray();
        assertClose(cholesky(wrap(p, n, n)), wrap(PlainAlgebra.cholesky(p, n), n, n));
        assertClose(
                eigh(wrap(p, n, n)).values().sort(),
                of(PlainAlgebra.eigh(p, n, new double[n * n])).sort());
        assertClose(svd(a).s(), of(PlainAlgebra.svd(m, n, n, false).s()));
        double[] q = new double[n * n];
        Tensor r = wrap(PlainAlgebra.qr(m, n, n, q), n, n);
        assertClose(a, wrap(q, n, n).T().matmul(r));
        assertClose(eig(a).real().sort(), of(PlainAlgebra.eig(m, n).real()).sort());
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "7,3,3", "3,7,3", "6,6,2", "9,4,2", "4,9,1", "40,25,25"})
    void plainSvdAgreesWithTheLibrary(int m, int n, int rank) {
        Tensor a = random(m, rank).matmul(random(rank, n));
        double[] values = a.toDoubleArray();
        for (boolean full : new boolean[] {false, true}) {
            var plain = PlainAlgebra.svd(values, m, n, full);
            var library = Factorizations.svd(values, m, n, full);
            assertClose(of(library.s()), of(plain.s()));
            int k = Math.min(m, n);
            Tensor u = wrap(plain.u(), m, full ? m : k);
            Tensor vt = wrap(plain.vt(), full ? n : k, n);
            assertClose(eye(u.dim(1)), u.T().matmul(u));
            assertClose(eye(vt.dim(0)), vt.matmul(vt.T()));
            Tensor product = u.get("..., :" + k).times(of(plain.s())).matmul(vt.get(":" + k));
            assertClose(a, product);
        }
    }

    @Test
    void threadsDoNotChangeNumbers() {
        Tensor a = random(420, 420);
        Tensor b = random(420, 400);
        Tensor tall = random(900, 80);
        int threads = Parallel.maxThreads();
        try {
            Parallel.setMaxThreads(1);
            Tensor[] alone = {
                solve(a, b),
                inv(a),
                det(a),
                a.matmul(tall.get(":420")),
                tall.T().matmul(tall),
                a.exp(),
                a.plus(b.get(":, :1"))
            };
            Parallel.setMaxThreads(3);
            Tensor[] together = {
                solve(a, b),
                inv(a),
                det(a),
                a.matmul(tall.get(":420")),
                tall.T().matmul(tall),
                a.exp(),
                a.plus(b.get(":, :1"))
            };
            for (int i = 0; i < alone.length; i++) {
                assertEquals(alone[i], together[i], "result " + i);
            }
            assertClose(b, a.matmul(together[0]));
            assertClose(eye(420), a.matmul(together[1]));
        } finally {
            Parallel.setMaxThreads(threads);
        }
    }

    @ParameterizedTest
    @CsvSource({"255", "256", "300", "449"})
    void singularMatricesOfAnySizeAreRefused(int n) {
        Tensor a = random(n, n);
        Tensor twice = Tensors.where(Tensors.arange(n).eq(n - 2).expandDims(1), a.row(n - 3), a);
        Tensor zeroColumn = a.times(Tensors.arange(n).ne(100).cast(DType.FLOAT64));
        assertThrows(ArithmeticException.class, () -> solve(zeroColumn, ones(n)));
        assertThrows(ArithmeticException.class, () -> inv(zeroColumn));
        assertEquals(0, det(zeroColumn).item());
        assertTrue(Math.abs(Linalg.slogdet(twice).logAbsDet().item()
                        - Linalg.slogdet(a).logAbsDet().item())
                > 20);
    }

    @Test
    void plainProductsAgreeWithTheLibrary() {
        for (boolean ta : new boolean[] {false, true}) {
            for (boolean tb : new boolean[] {false, true}) {
                double[] a = random(30, 20).toDoubleArray();
                double[] b = random(20, 40).toDoubleArray();
                double[] c = random(30, 40).toDoubleArray();
                double[] d = c.clone();
                BlasF64.gemm(ta, tb, 30, 40, 20, 1.5, a, 0, ta ? 30 : 20, b, 0, tb ? 20 : 40, 0.5, c, 0, 40);
                PlainProductsF64.gemm(ta, tb, 30, 40, 20, 1.5, a, 0, ta ? 30 : 20, b, 0, tb ? 20 : 40, 0.5, d, 0, 40);
                assertClose(of(d), of(c));
            }
        }
    }

    @Test
    void nativeCallsAreGuarded() {
        double[] small = new double[10];
        assertThrows(
                IllegalArgumentException.class,
                () -> BlasF64.gemm(false, false, 100, 100, 100, 1, small, 0, 100, small, 0, 100, 0, small, 0, 100));
        assertThrows(
                IllegalArgumentException.class, () -> BlasF64.gemv(false, 2, 5, 1, small, 1, 5, small, 0, 0, small, 0));
        assertThrows(ArithmeticException.class, () -> svd(full(Double.NaN, 3, 3)));
        assertThrows(ArithmeticException.class, () -> inv(zeros(3, 3)));
        assertThrows(ArithmeticException.class, () -> cholesky(eye(3).neg()));
        assertThrows(ShapeException.class, () -> inv(zeros(3, 2)));
        assertThrows(ShapeException.class, () -> solve(eye(3), zeros(4)));
        assertTrue(inv(full(Double.NaN, 2, 2)).isNaN().all().isTrue());
        assertEquals(0, svd(zeros(0, 3)).s().size());
        assertEquals(1, det(zeros(0, 0)).item());
    }

    @Test
    void largeSolveHasRoomOnItsStack() throws InterruptedException {
        int n = 1100;
        Tensor a = random(n, n).plus(eye(n).times(30.0));
        var residual = new double[1];
        Thread narrow = new Thread(
                null,
                () -> residual[0] =
                        a.matmul(solve(a, ones(n))).minus(1).abs().max().item(),
                "narrow",
                256 << 10);
        narrow.start();
        narrow.join();
        assertTrue(residual[0] < 1e-10 && residual[0] > 0);
    }

    @Test
    void smallVerbs() {
        assertEquals(8, det(eye(3).times(2.0)).item());
        assertEquals(5, norm(of(3.0, 4)).item());
        assertEquals(7, norm(of(3.0, 4), 1).item());
        assertEquals(4, norm(of(3.0, -4), Double.POSITIVE_INFINITY).item());
        assertEquals(2, norm(diag(of(1.0, -2)), 2).item(), 1e-15);
        assertEquals(of(1.0, 10, 2, 20), kron(of(1.0, 2), of(1.0, 10)));
        assertClose(eye(2), matrixPower(of(new double[][] {{0, 1}, {-1, 0}}), 4));
        assertEquals(DType.FLOAT32, inv(eye(2).cast(DType.FLOAT32)).dtype());
    }
}
