package lectern.compile.run;

/** An instruction that can be done for some rows of a batch at a time, by several workers at once. */
public interface Blockwise extends Instruction {
    /** One thread's share, with scratch memory and partial sums of its own. */
    interface Worker {
        /** Starts a run: sums are emptied. */
        void begin(Object[] slots);

        /**
         * Does rows {@code row} to {@code row + height} of the batch; the instruction was made for {@code batch}
         * rows.
         */
        void block(Object[] slots, int row, int height, int batch);
    }

    Worker worker();

    /** Brings the sums of the workers together, always in the same order. */
    void finish(Worker[] workers, Object[] slots);
}
