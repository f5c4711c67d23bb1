/**
 * From a graph to a program: what is computed together, in which order, and where it lies.
 *
 * <p>{@link lectern.compile.plan.Scheduler} puts elementwise operations and the reductions behind them into fused
 * loops, {@link lectern.compile.plan.Contraction} finds products to be added in one rounding,
 * {@link lectern.compile.plan.Batching} the loops over the rows of a batch, and {@link lectern.compile.plan.Emitter}
 * gives every value an array and turns all into instructions. The room calls {@code lectern.compile.graph} and
 * {@code run}. It is for the library itself and no promise to notebooks.
 */
package lectern.compile.plan;
