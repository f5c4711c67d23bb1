package lectern.stats;

import java.util.List;
import java.util.Locale;

/**
 * What a test of a hypothesis found; printed, it is a sentence.
 *
 * @param test the name of the test
 * @param hypothesis what was taken to be true, as a half sentence
 * @param statistic the number that was looked at
 * @param df degrees of freedom: one number, or two for a ratio of variances
 * @param pValue how often the statistic is at least this extreme when the hypothesis holds
 */
public record TestResult(String test, String hypothesis, double statistic, List<Double> df, double pValue) {
    @Override
    public String toString() {
        String degrees = df.stream()
                .map(TestResult::text)
                .reduce((a, b) -> a + " and " + b)
                .orElse("no");
        return test + ": statistic " + text(statistic) + " at " + degrees + " degrees of freedom, p = " + text(pValue)
                + ". If " + hypothesis + ", a statistic at least this extreme comes up in " + text(100 * pValue)
                + " % of samples.";
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? String.valueOf((long) number)
                : String.format(Locale.ROOT, "%.4g", number);
    }
}
