package lectern.tensor;

/** log|det A| of square matrices (..., n, n), minus infinity for singular ones; the sign is apart. */
public record SlogDet() implements Op {
    @Override
    public String name() {
        return "slogdet";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        Factorizations.square("slogdet", shape);
        return Factorizations.batch(shape);
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return Factorizations.dtype(args[0]);
    }

    @Override
    public Tensor eval(Tensor... args) {
        int n = args[0].dim(-1);
        if (n == 0) {
            return Tensors.zeros(dtypeOf(args), shapeOf(args));
        }
        return Factorizations.each(
                args[0], shapeOf(args), (a, out, at) -> out[at] = Factorizations.determinant(a, n)[1]);
    }
}
