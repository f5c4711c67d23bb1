package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/**
 * An operation of a {@link Window} that slides over images: its result is floating and can be written into an array
 * that is there already, so a compiled program keeps one for it from run to run.
 */
public sealed interface Windowed extends Op
        permits Conv, ConvInput, ConvFilter, MaxPool, PoolPick, PoolScatter, AvgPool, AvgUnpool {
    /** Of the joint type of the arguments, float64 unless that is floating. */
    @Override
    default DType dtypeOf(Operand... args) {
        DType joint = args[0].dtype();
        for (Operand arg : args) {
            joint = DType.promote(joint, arg.dtype());
        }
        return joint.isFloating() ? joint : DType.FLOAT64;
    }
}
