package lectern.tensor.eval;

import lectern.tensor.loops.Field;
import lectern.tensor.op.AvgPool;
import lectern.tensor.op.AvgUnpool;
import lectern.tensor.op.Conv;
import lectern.tensor.op.ConvFilter;
import lectern.tensor.op.ConvInput;
import lectern.tensor.op.MaxPool;
import lectern.tensor.op.PoolPick;
import lectern.tensor.op.PoolScatter;
import lectern.tensor.op.Windowed;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/**
 * The loops of an operation with a window, with the memory they need beside arguments and result. They are cut into two
 * parts that may run at the same time; the cut does not depend on who runs them, so numbers are always the same.
 */
public interface Work {
    /** Runs part 0 or 1: arrays of the arguments, array of the result. */
    void part(int index, Object[] args, Object out);

    /** Puts the parts together after both have run. */
    default void finish(Object[] args, Object out) {}

    /** True when there is enough to do for two threads. */
    boolean isLarge();

    /** Runs both parts one after the other or on two threads, and puts them together. */
    default void run(Object[] args, Object out) {
        Parallel.run(2, isLarge() ? 1 : 2, (start, end) -> {
            for (int i = start; i < end; i++) {
                part(i, args, out);
            }
        });
        finish(args, out);
    }

    /** The work of an operation on float arrays of one type and these shapes. */
    static Work of(Windowed op, DType dtype, int[]... shapes) {
        int[] x = shapes[0];
        return switch (op) {
            case Conv conv ->
                new ConvWork.Forward(new Field(conv.window(), x), dtype, x[0], x[1], shapes[1][0], conv.groups());
            case ConvInput conv -> {
                int channels = shapes[1][1] * conv.groups();
                int[] images = Conv.shape(x[0], channels, Shapes.array(conv.size()));
                yield new ConvWork.Input(new Field(conv.window(), images), dtype, x[0], channels, x[1], conv.groups());
            }
            case ConvFilter conv ->
                new ConvWork.Filter(new Field(conv.window(), x), dtype, x[0], x[1], shapes[1][1], conv.groups());
            case MaxPool pool -> new PoolWork.Max(new Field(pool.window(), x), x);
            case PoolPick pool -> new PoolWork.Pick(new Field(pool.window(), x), x);
            case PoolScatter pool -> new PoolWork.Scatter(new Field(pool.window(), shapes[1]), shapes[1]);
            case AvgPool pool -> new PoolWork.Mean(new Field(pool.window(), x), x);
            case AvgUnpool pool -> {
                int[] images = Conv.shape(x[0], x[1], Shapes.array(pool.size()));
                yield new PoolWork.Share(new Field(pool.window(), images), images);
            }
        };
    }

    /** The result in a fresh array. */
    static Values evaluate(Windowed op, Values... args) {
        DType dtype = op.dtypeOf(args);
        Values out = Values.zeros(dtype, op.shapeOf(args));
        if (out.size > 0) {
            int[][] shapes = new int[args.length][];
            Object[] arrays = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                Values x = args[i].as(dtype);
                shapes[i] = x.dims;
                arrays[i] = x.data;
            }
            of(op, dtype, shapes).run(arrays, out.data);
        }
        return out;
    }
}
