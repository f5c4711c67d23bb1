package lectern.study;

import java.util.List;

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
public record Run<R>(List<String> labels, int seed, R value, Throwable failure, long used, double seconds) {
    /** Did it fail? */
    public boolean failed() {
        return failure != null;
    }

    /** What went wrong and where: {@code loss=both, rule=Adam, seed 3: IllegalArgumentException: …}. */
    String complaint(List<String> names) {
        var place = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            place.append(names.get(i)).append('=').append(labels.get(i)).append(", ");
        }
        return place.append("seed ")
                .append(seed)
                .append(": ")
                .append(failure.getClass().getSimpleName())
                .append(failure.getMessage() == null ? "" : ": " + failure.getMessage())
                .toString();
    }
}
