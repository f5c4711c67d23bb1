package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Zeros with updates added at integer positions along an axis of the given length: the adjoint of {@link Gather}.
 * Arguments: updates with the axes of the indices in place of the axis, indices.
 */
public record ScatterAdd(int axis, int length) implements Op {
    @Override
    public String label() {
        return "scatter_add";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] updates = args[0].shape();
        int[] picked = args[1].shape();
        int rank = updates.length - picked.length + 1;
        boolean fits = rank >= 1;
        int along = fits ? Shapes.axis(axis, rank) : 0;
        for (int i = 0; fits && i < picked.length; i++) {
            fits = updates[along + i] == picked[i];
        }
        if (!fits) {
            throw new ShapeException("scatterAdd along axis " + axis + ": updates " + Shapes.text(updates)
                    + " do not contain the axes of the indices " + Shapes.text(picked));
        }
        int[] out = new int[rank];
        System.arraycopy(updates, 0, out, 0, along);
        out[along] = length;
        System.arraycopy(updates, along + picked.length, out, along + 1, rank - along - 1);
        Shapes.size(out);
        return out;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
    }
}
