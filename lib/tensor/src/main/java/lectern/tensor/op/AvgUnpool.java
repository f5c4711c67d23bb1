package lectern.tensor.op;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Every number shared out equally among the taps of its window: the adjoint of {@link AvgPool}. Argument (n, c,
 * positions…), result (n, c, size…).
 */
public record AvgUnpool(Window window, List<Integer> size) implements Windowed {
    public AvgUnpool {
        size = List.copyOf(size);
    }

    @Override
    public String label() {
        return "avgUnpool";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] g = args[0].shape();
        window.demand(label(), "images", g);
        int[] out = Conv.shape(g[0], g[1], Shapes.array(size));
        int[] fits = MaxPool.pooled(label(), window, out);
        if (!Arrays.equals(g, fits)) {
            throw new ShapeException(label() + ": a result of size " + size + " belongs to " + Shapes.text(fits)
                    + ", got " + Shapes.text(g));
        }
        return out;
    }
}
