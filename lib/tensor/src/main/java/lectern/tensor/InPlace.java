package lectern.tensor;

/** An operation that can write its result into an array given, so that a compiled program need not allocate one. */
public interface InPlace extends Op {
    /** The work on float arrays of one type and these shapes. */
    Work work(DType dtype, int[]... shapes);

    /**
     * The loops of an operation, with the memory they need beside arguments and result. It is cut into two parts that may
     * run at the same time; the cut does not depend on who runs them, so numbers are always the same.
     */
    interface Work {
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
    }

    @Override
    default DType dtypeOf(Tensor... args) {
        DType joint = args[0].dtype();
        for (Tensor arg : args) {
            joint = DType.promote(joint, arg.dtype());
        }
        return joint.isFloating() ? joint : DType.FLOAT64;
    }

    @Override
    default Tensor eval(Tensor... args) {
        DType dtype = dtypeOf(args);
        Dense out = Dense.zeros(dtype, shapeOf(args));
        if (out.size > 0) {
            int[][] shapes = new int[args.length][];
            Object[] arrays = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                Dense x = Dense.of(args[i], dtype);
                shapes[i] = x.dims;
                arrays[i] = x.data;
            }
            work(dtype, shapes).run(arrays, out.data);
        }
        return out;
    }
}
