/**
 * Functions over tensors made fast: compiled programs behind the verb {@code compile}.
 *
 * <p>{@link lectern.compile.Compiler} holds the verbs, {@link lectern.compile.TrainingProgram} runs a training step
 * whose results are its next arguments, {@link lectern.compile.Trace} tells whether a function took the same way
 * twice. A function is followed once with symbols in place of its arguments ({@code graph}), its operations are put
 * into loops and its values into arrays ({@code plan}), and the instructions run without allocating ({@code run}).
 * This room may call {@code lectern.grad} and {@code lectern.tensor}.
 */
package lectern.compile;
