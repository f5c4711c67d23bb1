/**
 * The operations: name, parameters, and the shape and type that come out.
 *
 * <p>An {@link lectern.tensor.op.Op} knows neither how it is computed ({@code lectern.tensor.eval}) nor its derivative
 * ({@code lectern.grad.rule}) nor how it is compiled ({@code lectern.compile}); a new one is entered in each of the
 * three. The room calls {@code lectern.tensor.type} only. It is for the library itself and no promise to notebooks.
 */
@NullMarked
package lectern.tensor.op;

import org.jspecify.annotations.NullMarked;
