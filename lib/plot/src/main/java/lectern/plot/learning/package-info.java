/**
 * Figures that lectures on learning draw again and again, built from the verbs of {@code lectern.plot}:
 * {@link lectern.plot.learning.LearningPlots} holds them for static import.
 *
 * <p>The room may call {@code lectern.plot} and all rooms below it; none of them calls it.
 */
package lectern.plot.learning;
