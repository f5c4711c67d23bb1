package lectern.tensor;

import java.util.Arrays;

/**
 * The adjoint of {@link Conv} with respect to its filters. Arguments: images x of shape (n, c, …), g of shape (n, o, …);
 * result (o, c/groups, window…).
 */
public record ConvFilter(Window window, int groups) implements InPlace {
    public ConvFilter {
        Conv.checkGroups(groups);
    }

    @Override
    public String name() {
        return "convFilter" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] x = args[0].shape();
        int[] g = args[1].shape();
        window.demand(name(), "images", x);
        window.demand(name(), "results", g);
        int[] fits = Conv.shape(x[0], g[1], window.positions(name(), x));
        if (!Arrays.equals(fits, g) || x[1] % groups != 0 || g[1] % groups != 0) {
            throw new ShapeException(name() + ": images " + Shapes.text(x) + " and results " + Shapes.text(g)
                    + " do not belong to one convolution with a window of " + window.size() + " and " + groups
                    + " groups");
        }
        return Conv.shape(g[1], x[1] / groups, Shapes.array(window.size()));
    }

    @Override
    public Work work(DType dtype, int[]... shapes) {
        int[] x = shapes[0];
        return new ConvWork.Filter(new Field(window, x), dtype, x[0], x[1], shapes[1][1], groups);
    }
}
