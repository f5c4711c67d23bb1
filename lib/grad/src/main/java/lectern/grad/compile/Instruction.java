package lectern.grad.compile;

/** One step of a compiled program: reads and writes arrays in numbered slots. */
interface Instruction {
    /** Runs with the arrays of this call; may use both cores through {@link lectern.tensor.Parallel}. */
    void run(Object[] slots);
}
