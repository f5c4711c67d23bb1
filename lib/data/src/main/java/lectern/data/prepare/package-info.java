/**
 * What is done with features before learning, under scikit-learn's names: filling gaps, new features from old ones, categories as
 * numbers, bins, and the folds of a cross-validation.
 *
 * <p>Whatever learns has {@code fit}, {@code transform} and {@code fitTransform}; numbers go in and come out as tensors of shape
 * (samples, features), categories come as columns of a table. This room calls {@code lectern.tensor}, Tablesaw and
 * {@code lectern.data.table} (columns by name, the one rule for quantiles), and no other room.
 */
package lectern.data.prepare;
