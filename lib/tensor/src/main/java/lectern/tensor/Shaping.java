package lectern.tensor;

import java.util.ArrayList;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Reshape;
import lectern.tensor.op.Transpose;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** The same values under another shape or in another order of axes. */
public interface Shaping {
    private Tensor self() {
        return (Tensor) this;
    }

    /** The values in row-major order under a new shape; one length may be -1 and is then found. */
    default Tensor reshape(int... shape) {
        int[] from = self().shape();
        int[] to = Shapes.complete(shape, self().size(), from);
        return Tensor.apply(new Reshape(Shapes.list(to)), self());
    }

    /** All values in one axis. */
    default Tensor flatten() {
        return reshape(-1);
    }

    /** The axes in the order given, or reversed when none is given. */
    default Tensor transpose(int... axes) {
        int rank = self().ndim();
        int[] order = new int[rank];
        if (axes.length != 0 && axes.length != rank) {
            throw new ShapeException("transpose" + Shapes.text(axes) + " of shape " + Shapes.text(self().shape())
                    + ": every axis must be named once");
        }
        for (int i = 0; i < rank; i++) {
            order[i] = axes.length == 0 ? rank - 1 - i : Shapes.axis(axes[i], rank);
        }
        return rank < 2 ? self() : Tensor.apply(new Transpose(Shapes.list(order)), self());
    }

    /** The transposed matrix: the axes reversed. */
    default Tensor T() {
        return transpose();
    }

    /** Two axes exchanged. */
    default Tensor swapAxes(int a, int b) {
        int rank = self().ndim();
        int[] order = Shapes.axes(rank);
        order[Shapes.axis(a, rank)] = Shapes.axis(b, rank);
        order[Shapes.axis(b, rank)] = Shapes.axis(a, rank);
        return transpose(order);
    }

    /** One axis moved to another place, the others in their order. */
    default Tensor moveAxis(int from, int to) {
        int rank = self().ndim();
        var order = new ArrayList<Integer>(Shapes.list(Shapes.axes(rank)));
        order.remove(Shapes.axis(from, rank));
        order.add(Shapes.axis(to, rank), Shapes.axis(from, rank));
        return transpose(Shapes.array(order));
    }

    /** Without the axes named, which must have length 1; without any named, all axes of length 1 go. */
    default Tensor squeeze(int... axes) {
        int[] shape = self().shape();
        boolean[] gone = new boolean[shape.length];
        for (int axis : axes) {
            int along = Shapes.axis(axis, shape.length);
            if (shape[along] != 1) {
                throw new ShapeException("squeeze of axis " + axis + " of shape " + Shapes.text(shape)
                        + ": its length is " + shape[along] + ", not 1");
            }
            gone[along] = true;
        }
        var left = new ArrayList<Integer>();
        for (int i = 0; i < shape.length; i++) {
            if (axes.length == 0 ? shape[i] != 1 : !gone[i]) {
                left.add(shape[i]);
            }
        }
        return left.size() == shape.length ? self() : reshape(Shapes.array(left));
    }

    /** With a new axis of length 1 at this place of the result. */
    default Tensor expandDims(int axis) {
        int[] shape = self().shape();
        int at = Shapes.axis(axis, shape.length + 1);
        int[] to = new int[shape.length + 1];
        System.arraycopy(shape, 0, to, 0, at);
        to[at] = 1;
        System.arraycopy(shape, at, to, at + 1, shape.length - at);
        return reshape(to);
    }

    /** Repeated along axes of length 1 and new leading axes to reach the shape. */
    default Tensor broadcastTo(int... shape) {
        return java.util.Arrays.equals(self().shape(), shape)
                ? self()
                : Tensor.apply(new BroadcastTo(Shapes.list(shape)), self());
    }
}
