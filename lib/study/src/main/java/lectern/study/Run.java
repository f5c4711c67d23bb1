package lectern.study;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of a study.
 *
 * @param labels where it stands, a label for each factor
 * @param seed the seed of its random numbers
 * @param value what it has returned, null where it failed
 * @param failure why there is no value, null where there is one
 * @param used the evaluations it has counted in its budget
 * @param seconds processor time of its thread
 */
public record Run<R>(
        List<String> labels,
        int seed,
        @Nullable R value,
        @Nullable Throwable failure,
        long used,
        double seconds) {
    /** Did it fail? */
    public boolean failed() {
        return failure != null;
    }

    /** The value of a run that did not fail. */
    R made() {
        return Objects.requireNonNull(value, "a run that failed has no value");
    }

    /** What went wrong and where: {@code loss=both, rule=Adam, seed 3: IllegalArgumentException: …}. */
    String complaint(List<String> names) {
        Throwable reason = Objects.requireNonNull(failure, "a run that did not fail has no complaint");
        var place = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            place.append(names.get(i)).append('=').append(labels.get(i)).append(", ");
        }
        return place.append("seed ")
                .append(seed)
                .append(": ")
                .append(reason.getClass().getSimpleName())
                .append(reason.getMessage() == null ? "" : ": " + reason.getMessage())
                .toString();
    }
}
