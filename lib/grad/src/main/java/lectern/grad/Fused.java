package lectern.grad;

import java.util.Arrays;
import lectern.tensor.DType;
import lectern.tensor.Op;
import lectern.tensor.Parallel;
import lectern.tensor.Shapes;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * A product that derivatives are full of, as one operation: one pass over memory and one entry on a tape where the single
 * operations would take several.
 *
 * <p>A compiler takes it apart with {@link #expand}, for it fuses loops itself.
 */
sealed interface Fused extends Composite permits Fused.Scaled, Fused.TanhSlope {
    /** One pass over a range of equal shapes. */
    void run(int start, int end, double[] out, double[]... x);

    /** One pass over a range of equal shapes. */
    void run(int start, int end, float[] out, float[]... x);

    @Override
    default int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        for (int i = 1; i < args.length; i++) {
            shape = Shapes.broadcast(shape, args[i].shape());
        }
        return shape;
    }

    @Override
    default DType dtypeOf(Tensor... args) {
        return expand(args).dtype();
    }

    @Override
    default Tensor eval(Tensor... args) {
        DType dtype = args[0].dtype();
        int[] shape = args[0].shape();
        boolean even = shape.length > 0 && dtype.isFloating();
        for (int i = 1; even && i < args.length; i++) {
            even = args[i].dtype() == dtype && Arrays.equals(args[i].shape(), shape);
        }
        if (!even) {
            return expand(args);
        }
        Tensor out = Tensors.zeros(dtype, shape);
        if (dtype == DType.FLOAT64) {
            double[][] x = new double[args.length][];
            for (int i = 0; i < x.length; i++) {
                x[i] = Tensors.f64(args[i]);
            }
            double[] y = Tensors.f64(out);
            Parallel.run(y.length, Parallel.GRAIN, (start, end) -> run(start, end, y, x));
        } else {
            float[][] x = new float[args.length][];
            for (int i = 0; i < x.length; i++) {
                x[i] = Tensors.f32(args[i]);
            }
            float[] y = Tensors.f32(out);
            Parallel.run(y.length, Parallel.GRAIN, (start, end) -> run(start, end, y, x));
        }
        return out;
    }

    /** factor·a·b or factor·a·b·c. */
    record Scaled(double factor) implements Fused {
        static Tensor of(double factor, Tensor... args) {
            return Op.apply(new Scaled(factor), args);
        }

        @Override
        public String name() {
            return "scaled_product";
        }

        @Override
        public Tensor expand(Tensor... args) {
            Tensor last = args[args.length - 1].times(factor);
            return args.length == 2
                    ? args[0].times(last)
                    : args[0].times(args[1]).times(last);
        }

        @Override
        public void run(int start, int end, double[] out, double[]... x) {
            if (x.length == 2) {
                FusedLoops64.pairs(start, end, factor, x[0], x[1], out);
            } else {
                FusedLoops64.triples(start, end, factor, x[0], x[1], x[2], out);
            }
        }

        @Override
        public void run(int start, int end, float[] out, float[]... x) {
            if (x.length == 2) {
                FusedLoops32.pairs(start, end, (float) factor, x[0], x[1], out);
            } else {
                FusedLoops32.triples(start, end, (float) factor, x[0], x[1], x[2], out);
            }
        }
    }

    /** g·(1 − y²), the slope of tanh at the value y, times g. */
    record TanhSlope() implements Fused {
        static final TanhSlope OP = new TanhSlope();

        @Override
        public String name() {
            return "tanh_slope";
        }

        @Override
        public Tensor expand(Tensor... args) {
            return args[0].times(Tensors.literal(1).minus(args[1].square()));
        }

        @Override
        public void run(int start, int end, double[] out, double[]... x) {
            FusedLoops64.tanhSlope(start, end, x[0], x[1], out);
        }

        @Override
        public void run(int start, int end, float[] out, float[]... x) {
            FusedLoops32.tanhSlope(start, end, x[0], x[1], out);
        }
    }

    /** Linear in each argument: the argument is replaced by the cotangent or the tangent. */
    Rules.Of<Scaled> SCALED = new Rules.Of<>() {
        private Tensor with(Scaled op, int i, Tensor t, Tensor... x) {
            Tensor[] args = x.clone();
            args[i] = t;
            return Op.apply(op, args);
        }

        @Override
        public Tensor pull(Scaled op, int i, Tensor g, Tensor y, Tensor... x) {
            return Shaping.unbroadcast(with(op, i, g, x), x[i]);
        }

        @Override
        public Tensor push(Scaled op, Tensor y, Tensor[] x, Tensor[] dx) {
            Tensor dy = null;
            for (int i = 0; i < x.length; i++) {
                if (dx[i] != null) {
                    dy = Algebra.sum(dy, with(op, i, dx[i], x));
                }
            }
            return dy == null ? null : Shaping.broadcastTo(dy, y);
        }
    };

    Rules.Of<TanhSlope> TANH_SLOPE = new Rules.Of<>() {
        private Tensor part(int i, Tensor t, Tensor... x) {
            return i == 0 ? Op.apply(TanhSlope.OP, t, x[1]) : Scaled.of(-2, t, x[0], x[1]);
        }

        @Override
        public Tensor pull(TanhSlope op, int i, Tensor g, Tensor y, Tensor... x) {
            return Shaping.unbroadcast(part(i, g, x), x[i]);
        }

        @Override
        public Tensor push(TanhSlope op, Tensor y, Tensor[] x, Tensor[] dx) {
            Tensor left = dx[0] == null ? null : part(0, dx[0], x);
            Tensor dy = dx[1] == null ? left : Algebra.sum(left, part(1, dx[1], x));
            return dy == null ? null : Shaping.broadcastTo(dy, y);
        }
    };
}
