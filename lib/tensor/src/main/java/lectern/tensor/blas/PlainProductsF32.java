// Generated from PlainProductsF64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.tensor.blas;

import java.util.Arrays;

/** Matrix products in plain Java, for tiny matrices and for machines without the native library. */
public final class PlainProductsF32 {
    private PlainProductsF32() {}

    public static void gemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int ao,
            int lda,
            float[] b,
            int bo,
            int ldb,
            float beta,
            float[] c,
            int co,
            int ldc) {
        for (int i = 0; i < m; i++) {
            int row = co + i * ldc;
            if (beta == 0) {
                Arrays.fill(c, row, row + n, 0);
            } else if (beta != 1) {
                for (int j = 0; j < n; j++) {
                    c[row + j] *= beta;
                }
            }
            if (tb) {
                for (int j = 0; j < n; j++) {
                    float sum = 0;
                    int bRow = bo + j * ldb;
                    for (int p = 0; p < k; p++) {
                        sum += a[ta ? ao + p * lda + i : ao + i * lda + p] * b[bRow + p];
                    }
                    c[row + j] += alpha * sum;
                }
            } else {
                for (int p = 0; p < k; p++) {
                    float x = alpha * a[ta ? ao + p * lda + i : ao + i * lda + p];
                    int bRow = bo + p * ldb;
                    for (int j = 0; j < n; j++) {
                        c[row + j] += x * b[bRow + j];
                    }
                }
            }
        }
    }
}
