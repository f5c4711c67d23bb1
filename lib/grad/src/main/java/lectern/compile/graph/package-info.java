/**
 * A traced program as a graph of values, made simple while it is written down.
 *
 * <p>A function is followed with a {@link lectern.compile.graph.Symbol} for every argument; the
 * {@link lectern.compile.graph.Graph} notes every operation once, after {@link lectern.compile.graph.Simplifier} and
 * {@link lectern.compile.graph.ProductRules} have had a look at it, and {@link lectern.compile.graph.Factoring} takes
 * common factors out of sums. The room calls {@code lectern.grad} and {@code lectern.tensor}. It is for the library
 * itself and no promise to notebooks.
 */
package lectern.compile.graph;
