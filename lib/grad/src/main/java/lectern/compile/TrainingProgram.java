package lectern.compile;

import java.util.Arrays;
import lectern.compile.run.Arrays64;
import lectern.compile.run.Instructions;
import lectern.compile.run.Program;
import lectern.grad.FnN;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * A compiled program whose results are its next arguments: a whole training step, with the parameters updated in place.
 *
 * <p>The program maps (state…, numbers…, data…) to (value, new state…). The state lives in arrays of its
 * own, which alternate, so that a step allocates nothing to speak of; the state before the last step is kept, for
 * {@link #back}. For one thread.
 */
public final class TrainingProgram {
    private static final int BUFFERS = 3;

    private final FnN plain;
    private final Compiled compiled;
    private final int count;
    private final int[][] shapes;
    private final Object[][] buffers = new Object[BUFFERS][];
    private int current;
    private int previous;

    private Program program;
    private int[][] dataShapes = {};
    private Object[] in = {};
    private Object[] out = {};
    private Tensor[] sample = {};

    /** A program and where its state starts; the tensors given are copied. */
    public TrainingProgram(FnN program, Tensor... state) {
        plain = program;
        compiled = new Compiled(program);
        count = state.length;
        shapes = new int[count][];
        for (int b = 0; b < BUFFERS; b++) {
            buffers[b] = new Object[count];
        }
        for (int i = 0; i < count; i++) {
            shapes[i] = state[i].shape();
            Object values = Instructions.array(state[i].value());
            for (int b = 0; b < BUFFERS; b++) {
                buffers[b][i] = Instructions.allocate(state[i].dtype(), state[i].size());
            }
            System.arraycopy(values, 0, buffers[0][i], 0, state[i].size());
        }
    }

    /** One step; returns the value, which is computed from the state before the step. */
    public double step(double[] numbers, Tensor... data) {
        if (program == null || program.isStale() || !fits(data) || in.length != count + numbers.length + data.length) {
            prepare(numbers, data);
        }
        int next = 0;
        while (next == current || next == previous) {
            next++;
        }
        double value = program == null ? plainStep(next, numbers, data) : fastStep(next, numbers, data);
        previous = current;
        current = next;
        return value;
    }

    private double fastStep(int next, double[] numbers, Tensor... data) {
        System.arraycopy(buffers[current], 0, in, 0, count);
        for (int i = 0; i < numbers.length; i++) {
            ((double[]) in[count + i])[0] = numbers[i];
        }
        for (int i = 0; i < data.length; i++) {
            in[count + numbers.length + i] = Instructions.array(data[i].value());
        }
        System.arraycopy(buffers[next], 0, out, 1, count);
        program.run(in, out);
        return Arrays64.at(out[0], 0);
    }

    private double plainStep(int next, double[] numbers, Tensor... data) {
        Tensor[] results = plain.apply(arguments(numbers, data));
        for (int i = 0; i < count; i++) {
            int size = results[i + 1].size();
            System.arraycopy(Instructions.array(results[i + 1].value()), 0, buffers[next][i], 0, size);
        }
        return results[0].item();
    }

    private Tensor[] arguments(double[] numbers, Tensor... data) {
        Tensor[] all = new Tensor[count + numbers.length + data.length];
        System.arraycopy(state(), 0, all, 0, count);
        for (int i = 0; i < numbers.length; i++) {
            all[count + i] = Tensors.of(numbers[i]);
        }
        System.arraycopy(data, 0, all, count + numbers.length, data.length);
        return all;
    }

    private boolean fits(Tensor... data) {
        boolean fits = data.length == dataShapes.length;
        for (int i = 0; fits && i < data.length; i++) {
            fits = Arrays.equals(data[i].shape(), dataShapes[i])
                    && data[i].dtype() == sample[i].dtype()
                    && data[i].level() == 0;
        }
        return fits;
    }

    private void prepare(double[] numbers, Tensor... data) {
        Tensor[] all = arguments(numbers, data);
        program = compiled.program(all);
        dataShapes = new int[data.length][];
        for (int i = 0; i < data.length; i++) {
            dataShapes[i] = data[i].shape();
        }
        sample = data.clone();
        in = new Object[all.length];
        for (int i = 0; i < numbers.length; i++) {
            in[count + i] = new double[1];
        }
        out = new Object[count + 1];
        if (program != null) {
            Program.Return[] returns = program.returns();
            check(returns);
            out[0] = Instructions.allocate(returns[0].dtype(), 1);
        }
    }

    private void check(Program.Return... returns) {
        if (returns.length != count + 1 || returns[0].size() != 1) {
            throw new IllegalArgumentException("a training program returns one number and " + count
                    + " tensors of state, got " + returns.length + " results");
        }
        for (int i = 0; i < count; i++) {
            Program.Return r = returns[i + 1];
            if (r.dtype() != Instructions.tensor(buffers[0][i], shapes[i]).dtype()
                    || !Arrays.equals(r.shape(), shapes[i])) {
                throw new IllegalArgumentException("state " + i + " starts as " + Arrays.toString(shapes[i])
                        + " and comes out as " + r.dtype() + Arrays.toString(r.shape())
                        + "; shape and type must stay the same");
            }
        }
    }

    /** Returns to the state before the last step; after two steps or more it may be called twice in a row. */
    public void back() {
        int older = current + previous == 0 ? 0 : BUFFERS - current - previous;
        current = previous;
        previous = older;
    }

    /** True when no number among the first {@code tensors} tensors of the state is NaN or infinite. */
    public boolean isFinite(int tensors) {
        boolean finite = true;
        for (int i = 0; finite && i < tensors; i++) {
            finite = switch (buffers[current][i]) {
                case double[] values -> Finiteness.holds(values);
                case float[] values -> Finiteness.holds(values);
                default -> true;
            };
        }
        return finite;
    }

    /** True when the steps run compiled. */
    public boolean isCompiled() {
        return program != null;
    }

    /** The state as it stands, in fresh tensors. */
    public Tensor[] state() {
        Tensor[] state = new Tensor[count];
        for (int i = 0; i < count; i++) {
            Object values = buffers[current][i];
            int size = java.lang.reflect.Array.getLength(values);
            Object copy =
                    Instructions.allocate(Instructions.tensor(values, shapes[i]).dtype(), size);
            System.arraycopy(values, 0, copy, 0, size);
            state[i] = Instructions.tensor(copy, shapes[i]);
        }
        return state;
    }
}
