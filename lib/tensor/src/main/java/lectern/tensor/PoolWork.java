package lectern.tensor;

/** Pooling plane by plane; part 0 has the first half of the planes. */
abstract class PoolWork implements InPlace.Work {
    /** Numbers from which two threads pay. */
    private static final int LARGE = 1 << 16;

    final Field field;
    private final int planes;

    private PoolWork(Field field, int... shape) {
        this.field = field;
        planes = shape[0] * shape[1];
    }

    @Override
    public boolean isLarge() {
        return planes > 1 && (long) planes * Math.max(field.plane(), field.positions() * field.taps()) >= LARGE;
    }

    @Override
    public void part(int index, Object[] args, Object out) {
        int middle = planes / 2;
        int first = index == 0 ? 0 : middle;
        int last = index == 0 ? middle : planes;
        if (out instanceof double[] d) {
            run(args, d, first, last);
        } else {
            run(args, (float[]) out, first, last);
        }
    }

    abstract void run(Object[] args, double[] out, int first, int last);

    abstract void run(Object[] args, float[] out, int first, int last);

    static final class Max extends PoolWork {
        Max(Field field, int... shape) {
            super(field, shape);
        }

        @Override
        void run(Object[] args, double[] out, int first, int last) {
            PoolingF64.max((double[]) args[0], out, field, first, last);
        }

        @Override
        void run(Object[] args, float[] out, int first, int last) {
            PoolingF32.max((float[]) args[0], out, field, first, last);
        }
    }

    static final class Pick extends PoolWork {
        Pick(Field field, int... shape) {
            super(field, shape);
        }

        @Override
        void run(Object[] args, double[] out, int first, int last) {
            PoolingF64.pick((double[]) args[0], (double[]) args[1], out, field, first, last);
        }

        @Override
        void run(Object[] args, float[] out, int first, int last) {
            PoolingF32.pick((float[]) args[0], (float[]) args[1], out, field, first, last);
        }
    }

    static final class Scatter extends PoolWork {
        Scatter(Field field, int... shape) {
            super(field, shape);
        }

        @Override
        void run(Object[] args, double[] out, int first, int last) {
            PoolingF64.scatter((double[]) args[0], (double[]) args[1], out, field, first, last);
        }

        @Override
        void run(Object[] args, float[] out, int first, int last) {
            PoolingF32.scatter((float[]) args[0], (float[]) args[1], out, field, first, last);
        }
    }

    static final class Mean extends PoolWork {
        Mean(Field field, int... shape) {
            super(field, shape);
        }

        @Override
        void run(Object[] args, double[] out, int first, int last) {
            PoolingF64.mean((double[]) args[0], out, field, first, last);
        }

        @Override
        void run(Object[] args, float[] out, int first, int last) {
            PoolingF32.mean((float[]) args[0], out, field, first, last);
        }
    }

    static final class Share extends PoolWork {
        Share(Field field, int... shape) {
            super(field, shape);
        }

        @Override
        void run(Object[] args, double[] out, int first, int last) {
            PoolingF64.share((double[]) args[0], out, field, first, last);
        }

        @Override
        void run(Object[] args, float[] out, int first, int last) {
            PoolingF32.share((float[]) args[0], out, field, first, last);
        }
    }
}
