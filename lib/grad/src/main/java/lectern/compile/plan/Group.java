package lectern.compile.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import lectern.compile.graph.Node;
import lectern.tensor.type.DType;

/** Operations that will run in one fused loop over one shape. */
final class Group implements Unit {
    private static final int LARGEST = 96;

    final int[] shape;
    final DType type;
    /** Elementwise operations over the shape, in order. */
    final Set<Node> members = new LinkedHashSet<>();
    /** Reductions of values of the shape. */
    final Set<Node> folds = new LinkedHashSet<>();

    int splits = -1;

    Group(int[] shape, DType type) {
        this.shape = shape;
        this.type = type;
    }

    boolean isFull() {
        return members.size() + folds.size() >= LARGEST;
    }

    /** The split that makes the longest columns of those all agree on. */
    int split() {
        return Integer.numberOfTrailingZeros(splits);
    }
}
