package lectern.tensor.op;

import java.util.Arrays;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * The adjoint of {@link Conv} with respect to its filters. Arguments: images x of shape (n, c, …), g of shape (n, o,
 * …); result (o, c/groups, window…).
 */
public record ConvFilter(Window window, int groups) implements Windowed {
    public ConvFilter {
        Conv.checkGroups(groups);
    }

    @Override
    public String label() {
        return "convFilter" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] x = args[0].shape();
        int[] g = args[1].shape();
        window.demand(label(), "images", x);
        window.demand(label(), "results", g);
        int[] fits = Conv.shape(x[0], g[1], window.positions(label(), x));
        if (!Arrays.equals(fits, g) || x[1] % groups != 0 || g[1] % groups != 0) {
            throw new ShapeException(label() + ": images " + Shapes.text(x) + " and results " + Shapes.text(g)
                    + " do not belong to one convolution with a window of " + window.size() + " and " + groups
                    + " groups");
        }
        return Conv.shape(g[1], x[1] / groups, Shapes.array(window.size()));
    }
}
