package lectern.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.tensor.Tensor;

/** Words for fits that meet NaN or infinity: what has no value, and where. */
final class NotFinite {
    /** So many entries are named. */
    private static final int NAMED = 3;

    private NotFinite() {}

    /** A reason in words, given the loss that is reported with it. */
    static String sentence(StopReason reason, double value) {
        return reason == StopReason.NOT_FINITE && !Double.isFinite(value)
                ? "NaN or infinite from the start; look at the data, the start and the loss itself"
                : reason.sentence();
    }

    /** True when each number of each part is finite. */
    static boolean allFinite(List<Tensor> parts) {
        return parts.stream().allMatch(part -> Vectors.finite(0, part.toDoubleArray()));
    }

    /** Which entries of a gradient have no value, and what that comes from. */
    static String gradient(List<Tensor> parts) {
        List<String> places = new ArrayList<>();
        int bad = 0;
        for (int part = 0; part < parts.size(); part++) {
            double[] values = parts.get(part).toDoubleArray();
            int[] shape = parts.get(part).shape();
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    bad++;
                    if (places.size() < NAMED) {
                        String owner = parts.size() == 1 ? "" : " of tensor " + part;
                        places.add(values[i] + " at " + Arrays.toString(index(i, shape)) + owner);
                    }
                }
            }
        }
        String more = bad > places.size() ? " and " + (bad - places.size()) + " more" : "";
        return StopReason.GRADIENT_NOT_FINITE.sentence() + " The gradient: " + String.join(", ", places) + more;
    }

    private static int[] index(int flat, int... shape) {
        int[] index = new int[shape.length];
        int rest = flat;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return index;
    }
}
