package lectern.compile.run;

import java.util.List;
import lectern.compile.graph.Graph;
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

    private final Object[] slots;
    private final Instruction[] code;
    private final Return[] returns;
    private final Tensor[] captured;
    private final int[] versions;

    public Program(Object[] slots, Graph graph, List<Instruction> code, List<Return> returns) {
        this.slots = slots;
        captured = graph.captured().keySet().toArray(Tensor[]::new);
        versions = new int[captured.length];
        for (int i = 0; i < versions.length; i++) {
            versions[i] = graph.captured().get(captured[i]);
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

    /** True when a tensor that the function captured has been written to since it was traced. */
    public boolean isStale() {
        for (int i = 0; i < versions.length; i++) {
            if (Raw.writes(captured[i]) != versions[i]) {
                return true;
            }
        }
        return false;
    }

    public Return[] returns() {
        return returns;
    }
}
