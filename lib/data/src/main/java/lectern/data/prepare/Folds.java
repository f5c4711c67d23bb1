package lectern.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The folds of a cross-validation: every sample is in the test part of one of them, and in the training part of the others.
 *
 * <p>Without a seed they are those of scikit-learn without shuffling. Source: Hastie, Tibshirani and Friedman, "The Elements of
 * Statistical Learning", section 7.10.
 */
public final class Folds {
    private Folds() {}

    /**
     * Folds of neighbouring samples.
     *
     * {@snippet :
     * kFold(5, 2).get(0).test()      // → int[3] { 0, 1, 2 }
     * }
     *
     * @param samples how many samples there are
     * @param folds how many folds, from 2 to the number of samples
     * @return the folds; the first ones have one sample more where the division leaves a rest
     * @throws IllegalArgumentException for other numbers of folds
     */
    public static List<Fold> kFold(int samples, int folds) {
        return consecutive(IntStream.range(0, samples).toArray(), folds);
    }

    /**
     * Folds of samples in random order.
     *
     * @param samples how many samples there are
     * @param folds how many folds, from 2 to the number of samples
     * @param seed the same seed gives the same folds
     * @return the folds
     * @throws IllegalArgumentException for other numbers of folds
     */
    public static List<Fold> kFold(int samples, int folds, long seed) {
        var random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, samples).toArray();
        for (int i = samples - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return consecutive(order, folds);
    }

    private static List<Fold> consecutive(int[] order, int folds) {
        require(folds, order.length, "samples");
        var fold = new int[order.length];
        int size = order.length / folds;
        int longer = order.length % folds;
        for (int i = 0; i < order.length; i++) {
            fold[order[i]] = i < longer * (size + 1) ? i / (size + 1) : (i - longer) / size;
        }
        return of(fold, folds);
    }

    private static void require(int folds, int most, String what) {
        if (folds < 2 || folds > most) {
            throw new IllegalArgumentException("There are at least 2 folds and no more than " + what
                    + ", of which there are " + most + "; " + folds + (folds == 1 ? " was given." : " were given."));
        }
    }

    private static List<Fold> of(int[] fold, int folds) {
        return IntStream.range(0, folds)
                .mapToObj(k -> new Fold(
                        IntStream.range(0, fold.length)
                                .filter(i -> fold[i] != k)
                                .toArray(),
                        IntStream.range(0, fold.length)
                                .filter(i -> fold[i] == k)
                                .toArray()))
                .toList();
    }

    /**
     * Folds in which every class has its share.
     *
     * {@snippet :
     * stratifiedKFold(new int[] {0, 0, 1, 1}, 2).size()      // → 2
     * }
     *
     * @param labels the class of every sample
     * @param folds how many folds, from 2 to the size of the smallest class
     * @return the folds
     * @throws IllegalArgumentException when a class has fewer samples than there are folds, so that some fold would lack it
     */
    public static List<Fold> stratifiedKFold(int[] labels, int folds) {
        require(folds, labels.length, "samples");
        var code = new LinkedHashMap<Integer, Integer>();
        var codes = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            code.putIfAbsent(labels[i], code.size());
            codes[i] = code.get(labels[i]);
        }
        var allocation = new int[folds][code.size()];
        int[] sorted = codes.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            allocation[i % folds][sorted[i]]++;
        }
        code.forEach((label, k) -> {
            int size = Arrays.stream(allocation).mapToInt(of -> of[k]).sum();
            if (size < folds) {
                throw new IllegalArgumentException(
                        "Class " + label + " has " + size + (size == 1 ? " sample" : " samples") + ", too few for "
                                + folds + " folds that all have some; take fewer folds, or kFold.");
            }
        });
        var fold = new int[labels.length];
        var place = new int[code.size()];
        for (int i = 0; i < labels.length; i++) {
            int k = codes[i];
            while (allocation[place[k]][k] == 0) {
                place[k]++;
            }
            allocation[place[k]][k]--;
            fold[i] = place[k];
        }
        return of(fold, folds);
    }

    /**
     * Folds that never part a group, such as the samples of one patient; large groups are dealt out first.
     *
     * {@snippet :
     * groupKFold(new int[] {7, 7, 8, 9}, 2).size()      // → 2
     * }
     *
     * @param groups the group of every sample
     * @param folds how many folds, from 2 to the number of groups
     * @return the folds, of sizes as equal as the groups allow
     * @throws IllegalArgumentException for other numbers of folds
     */
    public static List<Fold> groupKFold(int[] groups, int folds) {
        var sizes = new TreeMap<Integer, Integer>();
        for (int group : groups) {
            sizes.merge(group, 1, Integer::sum);
        }
        require(folds, sizes.size(), "groups");
        var order = new ArrayList<>(sizes.keySet());
        order.sort(Comparator.comparing(sizes::get));
        var filled = new int[folds];
        var home = new TreeMap<Integer, Integer>();
        for (int group : order.reversed()) {
            int lightest = 0;
            for (int k = 1; k < folds; k++) {
                lightest = filled[k] < filled[lightest] ? k : lightest;
            }
            filled[lightest] += sizes.get(group);
            home.put(group, lightest);
        }
        return of(Arrays.stream(groups).map(home::get).toArray(), folds);
    }

    /**
     * Parts of a series in time: each test part follows the samples to learn from, which grow from fold to fold.
     *
     * {@snippet :
     * timeSeriesSplit(6, 2).get(1).train()      // → int[4] { 0, 1, 2, 3 }
     * }
     *
     * @param samples how many samples there are, in the order of time
     * @param folds how many folds, at least 2 and fewer than samples
     * @return the folds; the first samples are in no test part
     * @throws IllegalArgumentException for other numbers of folds
     */
    public static List<Fold> timeSeriesSplit(int samples, int folds) {
        require(folds, samples - 1, "samples less one");
        int size = samples / (folds + 1);
        return IntStream.range(0, folds)
                .map(k -> samples - (folds - k) * size)
                .mapToObj(start -> new Fold(
                        IntStream.range(0, start).toArray(),
                        IntStream.range(start, start + size).toArray()))
                .toList();
    }
}
