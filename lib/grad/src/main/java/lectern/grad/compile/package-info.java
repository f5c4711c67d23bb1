/**
 * Compilation of functions over tensors: the work behind {@link lectern.grad.compile.Compiler}.
 *
 * <p>A function is followed once with symbols in place of its arguments ({@code Symbol}, {@code Graph}); every
 * operation is simplified as it is noted ({@code Simplifier}, {@code Products}), then sums are factored
 * ({@code Factoring}). {@code Scheduler} puts elementwise operations and the reductions behind them into fused loops,
 * {@code Batching} finds the loops over the rows of a batch that run block by block within the cache, and
 * {@code Emitter} gives every value an array and turns all into instructions: {@code Pass64} and {@code Pass32} for
 * fused loops over tiles, {@code Product} for matrix products, {@code BatchLoop} for blocks. {@code Program} runs them.
 *
 * <p>Elementary functions, and the threads that share a loop, are those of eager tensors, so that a value is the same
 * compiled or not. Files about float32 are written from those about float64 and from tables by
 * {@code java lib/prelude/src/test/java/lectern/architecture/Narrow.java}. This room may call {@code lectern.grad},
 * {@code lectern.tensor} and nothing else.
 */
package lectern.grad.compile;
