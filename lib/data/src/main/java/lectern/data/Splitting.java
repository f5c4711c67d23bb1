package lectern.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded permutations and stratified splits. */
final class Splitting {
    private Splitting() {}

    /** A random order of 0 to n−1 (Fisher and Yates, in Durstenfeld's form of 1964). */
    static int[] permutation(int n, SplittableRandom random) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Splits so that every class keeps its share in both parts, up to rounding. */
    static Split stratified(Dataset data, double testShare, long seed) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("The share of the test set must lie between 0 and 1, for instance 0.25; "
                    + testShare + " was given.");
        }
        int wanted = (int) Math.round(testShare * data.size());
        if (wanted == 0 || wanted == data.size()) {
            throw new IllegalArgumentException(
                    "A share of " + testShare + " of " + data.size() + " samples leaves one of the two parts empty.");
        }
        var random = new SplittableRandom(seed);
        int[] quota = quotas(data.classSizes(), testShare, wanted);
        var test = new ArrayList<Integer>();
        var train = new ArrayList<Integer>();
        for (int index : permutation(data.size(), random)) {
            (quota[data.labels()[index]]-- > 0 ? test : train).add(index);
        }
        return new Split(data.select(toArray(train)), data.select(toArray(test)));
    }

    /** Test places for every class by the method of the largest remainder, so that they sum to the number wanted. */
    private static int[] quotas(int[] classSizes, double share, int wanted) {
        var quota = new int[classSizes.length];
        var byRemainder = new ArrayList<Integer>();
        int given = 0;
        for (int k = 0; k < quota.length; k++) {
            quota[k] = (int) Math.floor(classSizes[k] * share);
            given += quota[k];
            byRemainder.add(k);
        }
        byRemainder.sort(Comparator.comparingDouble(k -> Math.floor(classSizes[k] * share) - classSizes[k] * share));
        for (int i = 0; given < wanted; i = (i + 1) % quota.length) {
            int k = byRemainder.get(i);
            if (quota[k] < classSizes[k]) {
                quota[k]++;
                given++;
            }
        }
        return quota;
    }

    private static int[] toArray(List<Integer> indices) {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Rows of zeros with a single one, shape (samples, classes). */
    static double[][] oneHot(int[] labels, int classes) {
        var rows = new double[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "Label " + labels[i] + " of sample " + i + " is outside 0 to " + (classes - 1) + ".");
            }
            rows[i][labels[i]] = 1;
        }
        return rows;
    }

    /** One more than the largest label. */
    static int classCount(int[] labels) {
        return Arrays.stream(labels).max().orElse(-1) + 1;
    }
}
