/**
 * What a tensor is before it has values: the type of its elements, its shape, and the complaint when shapes do not
 * fit.
 *
 * <p>{@link lectern.tensor.type.Operand} is what operations ask of their arguments. Notebooks name
 * {@link lectern.tensor.type.DType} and catch {@link lectern.tensor.type.ShapeException}. The room calls nothing.
 */
@NullMarked
package lectern.tensor.type;

import org.jspecify.annotations.NullMarked;
