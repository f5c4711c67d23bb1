package lectern.compile.run;

import lectern.compile.run.PassPlan.Load;

/**
 * How an array of a smaller shape is walked through in a loop over a larger one.
 *
 * <p>A loop over an n-d array is run as a matrix: the axes before a split are its rows, the others its columns. Which
 * splits an argument or a reduction allows is a set of bits, so that a group of operations can agree on one.
 */
public final class Repetition {
    private Repetition() {}

    private static boolean varies(int[] shape, int[] loop, int axis) {
        int own = axis - (loop.length - shape.length);
        return own >= 0 && shape[own] != 1;
    }

    /** The splits at which an array of a shape can be loaded in a loop. */
    public static int splits(int[] shape, int[] loop) {
        int allowed = 0;
        for (int split = 0; split <= loop.length; split++) {
            if (fits(shape, loop, split)) {
                allowed |= 1 << split;
            }
        }
        return allowed;
    }

    private static boolean fits(int[] shape, int[] loop, int split) {
        Boolean spread = null;
        for (int axis = split; axis < loop.length; axis++) {
            if (loop[axis] != 1) {
                boolean varies = varies(shape, loop, axis);
                if (spread != null && spread != varies) {
                    return false;
                }
                spread = varies;
            }
        }
        int runs = 0;
        boolean before = false;
        for (int axis = 0; axis < split; axis++) {
            if (loop[axis] != 1) {
                boolean varies = varies(shape, loop, axis);
                if (varies && !before) {
                    runs++;
                }
                before = varies;
            }
        }
        return runs <= 1;
    }

    /** The load of an array of a shape from a slot at a split it allows. */
    public static Load load(int slot, int[] shape, int[] loop, int split, int stride) {
        boolean spread = product(loop, split, loop.length) == 1;
        for (int axis = split; axis < loop.length; axis++) {
            if (loop[axis] != 1) {
                spread = varies(shape, loop, axis);
            }
        }
        int div = 1;
        int mod = 1;
        for (int axis = split - 1; axis >= 0; axis--) {
            if (loop[axis] != 1) {
                if (varies(shape, loop, axis)) {
                    mod *= loop[axis];
                } else if (mod == 1) {
                    div *= loop[axis];
                }
            }
        }
        return new Load(slot, spread, mod == 1 ? 1 : div, mod, stride);
    }

    /** The splits at which a reduction over the last, the first or all axes can be done; 0 for axes in between. */
    public static int splitsOfReduction(java.util.List<Integer> axes, int[] loop) {
        int rank = loop.length;
        if (axes.size() == rank) {
            return (1 << (rank + 1)) - 1;
        }
        boolean leading = true;
        boolean trailing = true;
        for (int axis = 0; axis < rank; axis++) {
            boolean reduced = axes.contains(axis);
            leading &= loop[axis] == 1 || reduced == axis < axes.size();
            trailing &= loop[axis] == 1 || reduced == axis >= rank - axes.size();
        }
        int allowed = 0;
        if (leading) {
            allowed |= 1 << axes.size();
        }
        if (trailing) {
            allowed |= 1 << (rank - axes.size());
        }
        return allowed;
    }

    /** What a reduction is at a split: {@link PassPlan#EVERYTHING}, {@link PassPlan#OVER_ROWS} or OVER_COLS. */
    public static int extent(java.util.List<Integer> axes, int[] loop) {
        if (axes.size() == loop.length) {
            return PassPlan.EVERYTHING;
        }
        return axes.contains(0) ? PassPlan.OVER_ROWS : PassPlan.OVER_COLS;
    }

    public static int product(int[] shape, int from, int to) {
        int product = 1;
        for (int i = from; i < to; i++) {
            product *= shape[i];
        }
        return product;
    }
}
