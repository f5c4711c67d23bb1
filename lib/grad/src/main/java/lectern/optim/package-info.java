/**
 * Minimisation: optimisers for training, solvers for smooth functions, least squares and constraints.
 *
 * <p>An {@link lectern.optim.Optimizer} is a pure step on tensors, so a whole training step (loss, gradients, update)
 * can be compiled as one program; a {@link lectern.optim.Method} runs to convergence by line search. The verbs stand in
 * {@link lectern.optim.Optim}. This room may call {@code lectern.grad} and its compiler, {@code lectern.tensor} and
 * {@code lectern.notebook}.
 */
package lectern.optim;
