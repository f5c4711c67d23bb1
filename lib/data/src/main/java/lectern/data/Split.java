package lectern.data;

/**
 * A data set in two parts: one to learn from, one to judge by.
 *
 * @param train what a model may see
 * @param test what it must not see before it is judged
 */
public record Split(Dataset train, Dataset test) {
    @Override
    public String toString() {
        return "Split of " + (train.size() + test.size()) + " samples: " + train.size() + " to learn from, "
                + test.size() + " to judge by; " + Dataset.counted(train.featureCount(), "feature") + ", classes "
                + train.classNames();
    }
}
