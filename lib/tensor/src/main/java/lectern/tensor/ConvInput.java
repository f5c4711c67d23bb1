package lectern.tensor;

import java.util.Arrays;
import java.util.List;

/**
 * The adjoint of {@link Conv} with respect to its images, also called transposed convolution: every number of g spreads a
 * filter over the result. Arguments: g of shape (n, o, …), w of shape (o, c/groups, …); result (n, c, size…).
 */
public record ConvInput(Window window, int groups, List<Integer> size) implements InPlace {
    public ConvInput {
        size = List.copyOf(size);
        Conv.checkGroups(groups);
    }

    @Override
    public String name() {
        return "convTranspose" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] g = args[0].shape();
        int[] w = args[1].shape();
        window.demand(name(), "images", g);
        Conv.checkFilters(name(), window, groups, w);
        if (g[1] != w[0]) {
            throw new ShapeException(name() + " of images " + Shapes.text(g) + " with filters " + Shapes.text(w)
                    + ": the images have " + g[1] + " channels (axis 1), the filters take " + w[0]
                    + " (axis 0); filters have the shape (in channels, out channels"
                    + (groups > 1 ? " / groups" : "") + ", size …)");
        }
        int[] out = Conv.shape(g[0], w[1] * groups, Shapes.array(size));
        int[] fits = Conv.shape(g[0], g[1], window.positions(name(), out));
        if (!Arrays.equals(fits, g)) {
            throw new ShapeException(name() + ": a result of size " + size + " belongs to images " + Shapes.text(fits)
                    + ", got " + Shapes.text(g));
        }
        return out;
    }

    @Override
    public Work work(DType dtype, int[]... shapes) {
        int[] g = shapes[0];
        int channels = shapes[1][1] * groups;
        int[] x = Conv.shape(g[0], channels, Shapes.array(size));
        return new ConvWork.Input(new Field(window, x), dtype, g[0], channels, g[1], groups);
    }
}
