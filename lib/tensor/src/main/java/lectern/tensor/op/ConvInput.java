package lectern.tensor.op;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * The adjoint of {@link Conv} with respect to its images, also called transposed convolution: every number of g spreads
 * a filter over the result. Arguments: g of shape (n, o, …), w of shape (o, c/groups, …); result (n, c, size…).
 */
public record ConvInput(Window window, int groups, List<Integer> size) implements Windowed {
    public ConvInput {
        size = List.copyOf(size);
        Conv.checkGroups(groups);
    }

    @Override
    public String label() {
        return "convTranspose" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] g = args[0].shape();
        int[] w = args[1].shape();
        window.demand(label(), "images", g);
        Conv.checkFilters(label(), window, groups, w);
        if (g[1] != w[0]) {
            throw new ShapeException(label() + " of images " + Shapes.text(g) + " with filters " + Shapes.text(w)
                    + ": the images have " + g[1] + " channels (axis 1), the filters take " + w[0]
                    + " (axis 0); filters have the shape (in channels, out channels"
                    + (groups > 1 ? " / groups" : "") + ", size …)");
        }
        int[] out = Conv.shape(g[0], w[1] * groups, Shapes.array(size));
        int[] fits = Conv.shape(g[0], g[1], window.positions(label(), out));
        if (!Arrays.equals(fits, g)) {
            throw new ShapeException(label() + ": a result of size " + size + " belongs to images " + Shapes.text(fits)
                    + ", got " + Shapes.text(g));
        }
        return out;
    }
}
