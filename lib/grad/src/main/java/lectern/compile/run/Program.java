package lectern.compile.run;

import java.lang.ref.WeakReference;
import java.util.List;
import lectern.compile.graph.Draw;
import lectern.compile.graph.Graph;
import lectern.tensor.RandomPosition;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;

/**
 * Instructions over arrays: what a traced function has become for arguments of certain shapes.
 *
 * <p>The arrays of intermediate values belong to the program and are used again in every run; results are fresh. One
 * run at a time: further threads wait.
 */
public final class Program {
    /** A result: its slot, and whether the slot takes a fresh array in every run or is copied from. */
    public record Return(int slot, DType dtype, int[] shape, int size, boolean fresh) {}

    /** A tensor from outside that was read; one that nobody else knows any more can no longer be written to. */
    private record Watched(WeakReference<Tensor> tensor, int writes) {}

    private final Object[] slots;
    private final Instruction[] code;
    private final Return[] returns;
    private final Tensor[] captured;
    private final int[] versions;
    private final Watched[] watched;
    private final Draw[] draws;
    private final double[][] drawn;

    public Program(Object[] slots, Graph graph, List<Instruction> code, List<Return> returns) {
        this.slots = slots;
        captured = graph.captured().keySet().toArray(Tensor[]::new);
        versions = new int[captured.length];
        for (int i = 0; i < versions.length; i++) {
            versions[i] = graph.captured().get(captured[i]);
        }
        watched = graph.read().entrySet().stream()
                .map(e -> new Watched(new WeakReference<>(e.getKey()), e.getValue()))
                .toArray(Watched[]::new);
        draws = graph.draws().toArray(Draw[]::new);
        drawn = new double[draws.length][];
        for (int i = 0; i < draws.length; i++) {
            drawn[i] = new double[draws[i].size()];
        }
        this.code = code.toArray(Instruction[]::new);
        this.returns = returns.toArray(Return[]::new);
    }

    /** Runs with the values of the inputs; the arrays of the arguments are only read. */
    public synchronized Tensor[] run(Tensor... args) {
        Object[] arrays = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            arrays[i] = Instructions.array(args[i].value());
        }
        Object[] out = new Object[returns.length];
        for (int i = 0; i < out.length; i++) {
            Return r = returns[i];
            out[i] = Instructions.allocate(r.dtype(), r.size());
        }
        run(arrays, out);
        Tensor[] results = new Tensor[out.length];
        for (int i = 0; i < out.length; i++) {
            results[i] = Instructions.tensor(out[i], returns[i].shape());
        }
        return results;
    }

    /** Runs from arrays to arrays and allocates nothing (operations without an instruction of their own excepted). */
    public synchronized void run(Object[] in, Object[] out) {
        System.arraycopy(in, 0, slots, 0, in.length);
        for (int i = 0; i < draws.length; i++) {
            RandomPosition.draw(draws[i].normal(), drawn[i]);
            slots[in.length + i] = drawn[i];
        }
        for (int i = 0; i < returns.length; i++) {
            if (returns[i].fresh()) {
                slots[returns[i].slot()] = out[i];
            }
        }
        try {
            for (Instruction instruction : code) {
                instruction.run(slots);
            }
            for (int i = 0; i < returns.length; i++) {
                Object made = slots[returns[i].slot()];
                if (made != out[i]) {
                    System.arraycopy(made, 0, out[i], 0, returns[i].size());
                }
            }
        } finally {
            release(in.length);
        }
    }

    /** Nothing of the caller's is kept alive. */
    private void release(int count) {
        for (int i = 0; i < count; i++) {
            slots[i] = null;
        }
        for (Return r : returns) {
            if (r.fresh()) {
                slots[r.slot()] = null;
            }
        }
    }

    /** True when a tensor that the function captured or read has been written to since it was traced. */
    public boolean isStale() {
        for (int i = 0; i < versions.length; i++) {
            if (Raw.writes(captured[i]) != versions[i]) {
                return true;
            }
        }
        for (Watched each : watched) {
            Tensor tensor = each.tensor.get();
            if (tensor != null && Raw.writes(tensor) != each.writes) {
                return true;
            }
        }
        return false;
    }

    public Return[] returns() {
        return returns;
    }
}
