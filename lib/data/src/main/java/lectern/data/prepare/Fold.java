package lectern.data.prepare;

/**
 * One of the ways to part samples, made by {@link Folds}.
 *
 * @param train the samples to learn from, by number
 * @param test the samples to judge by
 */
public record Fold(int[] train, int[] test) {
    @Override
    public String toString() {
        return "Fold with " + train.length + " samples to learn from and " + test.length + " to judge by";
    }
}
