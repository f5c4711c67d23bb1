package lectern.tensor;

import java.util.Arrays;

/**
 * The solution X of A X = B for square A (..., n, n) and B (..., n, r); batch axes broadcast. Singular matrices throw
 * {@link ArithmeticException}.
 */
public record Solve() implements Op {
    @Override
    public String name() {
        return "solve";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] a = args[0].shape();
        int[] b = Factorizations.matrix("solve", args[1].shape());
        int n = Factorizations.square("solve", a);
        if (b[b.length - 2] != n) {
            throw new ShapeException("solve: the matrix has shape " + Shapes.text(a) + ", the right side "
                    + Shapes.text(b) + "; it needs " + n + " rows");
        }
        int[] batch = Shapes.broadcast(Arrays.copyOf(a, a.length - 2), Arrays.copyOf(b, b.length - 2));
        int[] out = Arrays.copyOf(batch, batch.length + 2);
        out[batch.length] = n;
        out[batch.length + 1] = b[b.length - 1];
        return out;
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return Tensor.promote(args[0], args[1]) == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        int n = shape[shape.length - 2];
        int r = shape[shape.length - 1];
        int[] square = shape.clone();
        square[square.length - 1] = n;
        Tensor a = new BroadcastTo(Shapes.list(square)).eval(args[0]);
        double[] b = Dense.of(new BroadcastTo(Shapes.list(shape)).eval(args[1]), DType.FLOAT64)
                .f64();
        Tensor out = Factorizations.each(
                a.cast(DType.FLOAT64),
                shape,
                (matrix, x, at) -> System.arraycopy(
                        Factorizations.solve(matrix, n, Arrays.copyOfRange(b, at, at + n * r), r), 0, x, at, n * r));
        return out.cast(dtypeOf(args));
    }
}
