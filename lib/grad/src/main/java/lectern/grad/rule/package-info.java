/**
 * The derivatives of the operations, one rule for each.
 *
 * <p>{@link lectern.grad.rule.Rules} is the table; elementwise operations stand in
 * {@link lectern.grad.rule.ElementaryRules}, what moves, picks or sums numbers in {@link lectern.grad.rule.ShapeRules}
 * and {@link lectern.grad.rule.ReductionRules}, products in {@link lectern.grad.rule.AlgebraRules}, functions of
 * matrices in {@link lectern.grad.rule.MatrixFunctionRules}, eigenvalues and singular values in
 * {@link lectern.grad.rule.SpectralRules}, QR in {@link lectern.grad.rule.Factors}, windows in {@link lectern.grad.rule.Convolution}, power series in
 * {@link lectern.grad.rule.SeriesRules}. Rules are written in the public operations of tensors, so that any order comes
 * for free, and know nothing of tracing. The room calls {@code lectern.tensor} and its rooms. It is for the library
 * itself and no promise to notebooks.
 */
package lectern.grad.rule;
