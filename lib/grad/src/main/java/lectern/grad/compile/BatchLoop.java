package lectern.grad.compile;

import java.util.List;
import lectern.tensor.DType;
import lectern.tensor.Parallel;

/**
 * Several instructions done for one block of the batch after the other, so that what passes between them stays in the
 * second-level cache and needs no array for the whole batch. Two workers share the blocks; which blocks are whose is
 * fixed.
 */
final class BatchLoop implements Instruction {
    /** An array of a block's length that a worker has for itself: elements for each row. */
    record Local(int slot, DType dtype, int width) {}

    private final int batch;
    private final int height;
    private final int blocks;
    private final List<Blockwise> steps;
    private final List<Local> locals;
    private final Blockwise.Worker[][] workers;
    private final Object[][] own;
    private final Parallel.Range shares = this::shares;

    BatchLoop(int batch, int height, List<Blockwise> steps, List<Local> locals) {
        this.batch = batch;
        this.height = height;
        this.steps = steps;
        this.locals = locals;
        blocks = (batch + height - 1) / height;
        int count = blocks > 1 ? 2 : 1;
        workers = new Blockwise.Worker[steps.size()][count];
        for (int s = 0; s < workers.length; s++) {
            for (int i = 0; i < count; i++) {
                workers[s][i] = steps.get(s).worker();
            }
        }
        own = new Object[count][];
    }

    private Object[] arrays(int slots) {
        Object[] arrays = new Object[slots];
        for (Local local : locals) {
            arrays[local.slot()] = Instructions.allocate(local.dtype(), local.width() * height);
        }
        return arrays;
    }

    @Override
    public void run(Object[] slots) {
        for (int w = 0; w < own.length; w++) {
            if (own[w] == null) {
                own[w] = arrays(slots.length);
            }
            for (int i = 0; i < slots.length; i++) {
                if (slots[i] != null) {
                    own[w][i] = slots[i];
                }
            }
        }
        Parallel.run(own.length, 1, shares);
        for (int s = 0; s < workers.length; s++) {
            steps.get(s).finish(workers[s], slots);
        }
        for (Object[] arrays : own) {
            for (int i = 0; i < slots.length; i++) {
                if (slots[i] != null) {
                    arrays[i] = null;
                }
            }
        }
    }

    private void shares(int first, int last) {
        for (int part = first; part < last; part++) {
            share(part);
        }
    }

    private void share(int part) {
        Object[] arrays = own[part];
        int middle = own.length == 1 ? blocks : (blocks + 1) / 2;
        for (Blockwise.Worker[] step : workers) {
            step[part].begin(arrays);
        }
        for (int i = part == 0 ? 0 : middle; i < (part == 0 ? middle : blocks); i++) {
            int row = i * height;
            int rows = Math.min(height, batch - row);
            for (Blockwise.Worker[] step : workers) {
                step[part].block(arrays, row, rows, batch);
            }
        }
    }
}
