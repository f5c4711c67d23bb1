/**
 * Derivatives of plain Java functions over {@link lectern.tensor.Tensor}, of any order.
 *
 * <p>Three layers that know nothing of one another: <em>tracing</em> ({@link lectern.grad.Levels}, {@code Tape},
 * {@code Reverse}, {@code Dual}) notes which value belongs to which derivative; <em>rules</em>
 * ({@link lectern.grad.Rule}, {@link lectern.grad.rule.Rules}) say how one operation is differentiated, in the public
 * operations of tensors, so that any order comes for free; <em>operators</em> ({@link lectern.grad.Grad}) are what a
 * lecture calls. This room may call {@code lectern.tensor} and {@code lectern.notebook}.
 */
package lectern.grad;
