package lectern.nn.dl4j;

import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.impl.summarystats.Variance;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * ND4J's operations, of which sums of many floats are taken in double precision.
 *
 * <p>ND4J adds floats one after the other: of a hundred thousand numbers the mean is wrong in the fourth digit, of twenty million
 * in the second. Sums, means, norms and deviations of long float arrays are taken of a copy in double precision, and the result
 * is a float again.
 */
public final class ExactSums extends NativeOpExecutioner {
    /** So many floats are added without an error that is seen. */
    private static final long FEW = 4096;

    private static final Set<String> SUMS = Set.of(
            "reduce_mean",
            "mean",
            "reduce_sum",
            "sum",
            "reduce_norm1",
            "norm1",
            "reduce_norm2",
            "norm2",
            "reduce_sqnorm",
            "squarednorm",
            "sqnorm",
            "asum",
            "amean",
            "logsumexp",
            "reduce_logsumexp",
            "euclidean");

    /** Loaded by name by ND4J. */
    public ExactSums() {}

    @Override
    public INDArray exec(ReduceOp op) {
        INDArray x = op.x();
        if (!SUMS.contains(op.opName()) || !wide(x)) {
            return super.exec(op);
        }
        INDArray z = op.z();
        op.setZ(null);
        op.setX(x.castTo(DataType.DOUBLE));
        INDArray result = super.exec(op).castTo(x.dataType());
        return given(op, x, z, result);
    }

    @Override
    public INDArray exec(Variance op) {
        INDArray x = op.x();
        if (!wide(x)) {
            return super.exec(op);
        }
        INDArray z = op.z();
        op.setZ(null);
        op.setX(x.castTo(DataType.DOUBLE));
        INDArray result = super.exec(op).castTo(x.dataType());
        return given(op, x, z, result);
    }

    private static boolean wide(INDArray x) {
        return x != null
                && !x.isEmpty()
                && x.length() > FEW
                && x.dataType().isFPType()
                && x.dataType() != DataType.DOUBLE;
    }

    /** The operation as it was before, with its result where it was wanted. */
    private static INDArray given(org.nd4j.linalg.api.ops.Op op, INDArray x, INDArray z, INDArray result) {
        op.setX(x);
        if (z != null) {
            z.assign(result);
        }
        op.setZ(z == null ? result : z);
        return op.z();
    }
}
