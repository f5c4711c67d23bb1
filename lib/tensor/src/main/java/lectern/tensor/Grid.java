package lectern.tensor;

import java.util.function.UnaryOperator;
import lectern.notebook.Mesh;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * A rectangular grid in the plane: its points for a model, and values at them for a figure.
 *
 * {@snippet :
 * var g = grid(linspace(-1, 1, 3), linspace(0, 1, 2));
 * g.points().shape()                                               // → int[2] { 6, 2 }
 * g.shape(g.points().square().sum(1))                              // → [[1. 0. 1.] [2. 1. 2.]]
 * g.map(p -> p.square().sum(1)).arrayEqual(g.map((x, y) -> x.square().plus(y.square())))    // → true
 * }
 *
 * @param x places of the columns, a vector
 * @param y places of the rows, a vector
 */
public record Grid(Tensor x, Tensor y) implements Mesh {
    /** Refuses what is no vector. */
    public Grid {
        require("x", x);
        require("y", y);
    }

    private static void require(String name, Tensor places) {
        if (places.ndim() != 1 || places.size() == 0) {
            throw new ShapeException("A grid is made of two vectors, as linspace(-1, 1, 50) gives them; " + name
                    + " has shape " + Shapes.text(places.shape()));
        }
    }

    /** Values of two coordinates of all points at once. */
    @FunctionalInterface
    public interface OfTwo {
        Tensor apply(Tensor x, Tensor y);
    }

    /**
     * Makes the rectangular grid with these places along x and along y, for a model's answers and for figures of them.
     *
     * {@snippet :
     * var g = grid(linspace(-1, 1, 3), linspace(0, 1, 2));
     * g.map((p, q) -> p.plus(q)) // → [[-1. 0. 1.] [0. 1. 2.]]
     * }
     *
     * @param x the places of the columns, a vector
     * @param y the places of the rows, a vector
     * @return the grid: {@code points()} for a model, {@code map(f)} for values at them
     * @throws ShapeException for what is no vector
     */
    public static Grid grid(Tensor x, Tensor y) {
        return new Grid(x, y);
    }

    /** All points as rows (x, y), those of the first place along y first: shape (rows · columns, 2). */
    public Tensor points() {
        return Tensors.stack(1, xs().flatten(), ys().flatten());
    }

    /** The x of all points, shape (rows, columns). */
    public Tensor xs() {
        return x.reshape(1, -1).plus(Tensors.zeros(y.size(), 1));
    }

    /** The y of all points, shape (rows, columns). */
    public Tensor ys() {
        return y.reshape(-1, 1).plus(Tensors.zeros(1, x.size()));
    }

    /**
     * Values at the points, in the order of {@link #points}, as rows and columns; of shape (n,), (n, 1) or any other of so many.
     *
     * @throws ShapeException when there are more or fewer values than points
     */
    public Tensor shape(Tensor values) {
        if (values.size() != x.size() * y.size()) {
            throw new ShapeException("A grid of " + y.size() + " rows and " + x.size() + " columns wants "
                    + x.size() * y.size() + " values; got shape " + Shapes.text(values.shape()));
        }
        return values.reshape(y.size(), x.size());
    }

    /** The values of a model that takes points as rows, as rows and columns. */
    public Tensor map(UnaryOperator<Tensor> f) {
        return shape(f.apply(points()));
    }

    /** The values of a formula in x and y, as rows and columns. */
    public Tensor map(OfTwo f) {
        return shape(f.apply(xs(), ys()));
    }
}
