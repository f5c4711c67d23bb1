package lectern.compile.graph;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.op.Binary;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Transpose;

/**
 * Rewrites matrix products: transposed arguments become flags, and products with a vector become a multiplication and a
 * sum, which fuse with their surroundings and cost no pass over memory of their own.
 */
final class ProductRules {
    private ProductRules() {}

    static Node rewrite(Graph g, MatMul op, Node a, Node b, int[] shape) {
        boolean ta = op.transposeA();
        boolean tb = op.transposeB();
        if (swapsLastTwo(a)) {
            return g.apply(new MatMul(!ta, tb), a.in.getFirst(), b);
        }
        if (swapsLastTwo(b)) {
            return g.apply(new MatMul(ta, !tb), a, b.in.getFirst());
        }
        if (!a.dtype.isFloating() || a.dtype != b.dtype || a.size() == 0 || b.size() == 0) {
            return null;
        }
        if (a.shape.length == 2 && b.shape.length == 2) {
            return withVector(g, ta, tb, a, b, shape);
        }
        if (a.shape.length > 2 && !ta && b.shape.length == 2) {
            int k = a.shape[a.shape.length - 1];
            Node flat = Simplifier.reshaped(g, a, a.size() / k, k);
            return Simplifier.reshaped(g, g.apply(new MatMul(false, tb), flat, b), shape);
        }
        return null;
    }

    private static boolean swapsLastTwo(Node x) {
        if (!(x.op instanceof Transpose t)) {
            return false;
        }
        List<Integer> order = t.permutation();
        int n = order.size();
        for (int i = 0; i < n - 2; i++) {
            if (order.get(i) != i) {
                return false;
            }
        }
        return order.get(n - 2) == n - 1 && order.get(n - 1) == n - 2;
    }

    private static Node withVector(Graph g, boolean ta, boolean tb, Node a, Node b, int[] shape) {
        int m = shape[0];
        int n = shape[1];
        int k = a.size() / m;
        if (k == 1) {
            return g.apply(Binary.MUL, Simplifier.reshaped(g, a, m, 1), Simplifier.reshaped(g, b, 1, n));
        }
        if (n == 1) {
            return Simplifier.reshaped(g, contracted(g, a, ta, b, k), shape);
        }
        if (m == 1) {
            return Simplifier.reshaped(g, contracted(g, b, !tb, a, k), shape);
        }
        return null;
    }

    /** The sum over k of matrix times vector; k is the first axis of the matrix when {@code first}. */
    private static Node contracted(Graph g, Node matrix, boolean first, Node vector, int k) {
        Node spread = first ? Simplifier.reshaped(g, vector, k, 1) : Simplifier.reshaped(g, vector, 1, k);
        Node product = g.apply(Binary.MUL, matrix, spread);
        int[] shape = matrix.shape.clone();
        Node whole = Arrays.equals(product.shape, shape) ? product : Simplifier.broadcasted(g, product, shape);
        return g.apply(new Reduction(Reduction.Kind.SUM, List.of(first ? 0 : 1), false), whole);
    }
}
