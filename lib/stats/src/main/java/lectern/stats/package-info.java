/**
 * Probability and statistics: distributions whose log densities differentiate in data and parameters, random samples by
 * the seed of the notebook, fits by maximum likelihood, and tests of hypotheses.
 *
 * <p>A {@link lectern.stats.Distribution} is a record of its parameters, tensors or numbers:
 * {@code Normal.of(0, 1).cdf(1.96)}. Verbs that belong to no distribution stand in {@link lectern.stats.Stats}. This room
 * may call tensors and derivatives; values of incomplete functions come from Hipparchus.
 */
package lectern.stats;
