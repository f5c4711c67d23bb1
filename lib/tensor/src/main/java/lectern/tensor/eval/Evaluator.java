package lectern.tensor.eval;

import lectern.tensor.op.ArgReduction;
import lectern.tensor.op.Binary;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Cast;
import lectern.tensor.op.Cholesky;
import lectern.tensor.op.Concat;
import lectern.tensor.op.CumSum;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Exponential;
import lectern.tensor.op.Foreign;
import lectern.tensor.op.Gather;
import lectern.tensor.op.Inverse;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Op;
import lectern.tensor.op.Pinv;
import lectern.tensor.op.Polygamma;
import lectern.tensor.op.Qr;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Reshape;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.op.Slice;
import lectern.tensor.op.SlogDet;
import lectern.tensor.op.Solve;
import lectern.tensor.op.Spectral;
import lectern.tensor.op.Svd;
import lectern.tensor.op.Transpose;
import lectern.tensor.op.Unary;
import lectern.tensor.op.Unslice;
import lectern.tensor.op.Where;
import lectern.tensor.op.Windowed;
import lectern.tensor.type.Shapes;

/**
 * The one interpreter of operations on values: every operation and the loops that compute it.
 *
 * <p>It knows numbers in arrays and nothing of tensors or tracers; an operation is computed here when nobody traces it.
 */
public final class Evaluator {
    private Evaluator() {}

    /** The result of an operation; it may be an argument itself or share its array. */
    public static Values evaluate(Op op, Values... args) {
        Values x = args[0];
        return switch (op) {
            case Unary unary -> Elementwise.unary(unary, x);
            case Binary binary -> Elementwise.binary(binary, x, args[1]);
            case MatMul matmul -> Products.matmul(matmul, x, args[1]);
            case Reduction reduction -> Reductions.reduce(reduction, x, op.shapeOf(args), op.dtypeOf(args));
            case Reshape reshape -> x.reshaped(reshape.shapeOf(x));
            case Transpose transpose -> {
                transpose.shapeOf(x);
                yield Moves.transpose(x, Shapes.array(transpose.permutation()));
            }
            case BroadcastTo broadcast -> Moves.broadcast(x, broadcast.shapeOf(x));
            case Slice slice -> Moves.slice(slice, x);
            case Unslice unslice -> Moves.unslice(unslice, x);
            case Concat concat -> Moves.concat(concat, args);
            case Cast cast -> x.isWeak() ? x.strong().as(cast.to()) : x.as(cast.to());
            case Where where -> Picks.where(where, x, args[1], args[2]);
            case Gather gather -> Picks.gather(gather, x, args[1]);
            case ScatterAdd scatter -> Picks.scatterAdd(scatter, x, args[1]);
            case ArgReduction extreme -> Scans.extreme(extreme, x);
            case Polygamma derivative -> Elementwise.polygamma(derivative, x);
            case CumSum sum -> Scans.cumsum(sum, x);
            case Windowed windowed -> Work.evaluate(windowed, args);
            case Exponential exponential -> MatrixExponential.of(exponential, x);
            case Spectral spectral -> SpectralFunctions.of(spectral, args);
            case Solve solve -> Factorizations.solve(solve, x, args[1]);
            case Inverse _, Pinv _, Cholesky _, SlogDet _, Eigh _, Svd _, Qr _ -> Factorizations.evaluate(op, x);
            case Foreign foreign ->
                throw new IllegalArgumentException(foreign.label() + " is of another room and computes itself");
        };
    }
}
