package lectern.tensor;

import java.util.Arrays;
import java.util.List;

/**
 * Every number shared out equally among the taps of its window: the adjoint of {@link AvgPool}. Argument (n, c, positions…),
 * result (n, c, size…).
 */
public record AvgUnpool(Window window, List<Integer> size) implements InPlace {
    public AvgUnpool {
        size = List.copyOf(size);
    }

    @Override
    public String name() {
        return "avgUnpool";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] g = args[0].shape();
        window.demand(name(), "images", g);
        int[] out = Conv.shape(g[0], g[1], Shapes.array(size));
        int[] fits = MaxPool.pooled(name(), window, out);
        if (!Arrays.equals(g, fits)) {
            throw new ShapeException(name() + ": a result of size " + size + " belongs to " + Shapes.text(fits)
                    + ", got " + Shapes.text(g));
        }
        return out;
    }

    @Override
    public Work work(DType dtype, int[]... shapes) {
        int[] out = Conv.shape(shapes[0][0], shapes[0][1], Shapes.array(size));
        return new PoolWork.Share(new Field(window, out), out);
    }
}
