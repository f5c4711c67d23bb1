package lectern.nn;

import java.util.Arrays;
import java.util.Locale;

/** What is known of a training run: the loss of every step and every epoch, the time, and whether it ran to its end. */
public final class TrainingRun {
    private final double[] losses;
    private final int[] epochEnds;
    private final int epochs;
    private final double seconds;

    /**
     * Takes the losses of all steps, the number of steps done at the end of every epoch, the epochs wanted and the
     * time.
     */
    public TrainingRun(double[] losses, int[] epochEnds, int epochs, double seconds) {
        this.losses = losses;
        this.epochEnds = epochEnds;
        this.epochs = epochs;
        this.seconds = seconds;
    }

    /** The loss of every step, each over its own mini-batch. */
    public double[] losses() {
        return losses.clone();
    }

    /** The mean loss of every epoch that was completed. */
    public double[] epochLosses() {
        var means = new double[epochEnds.length];
        int start = 0;
        for (int e = 0; e < means.length; e++) {
            means[e] = Arrays.stream(losses, start, epochEnds[e]).average().orElse(Double.NaN);
            start = epochEnds[e];
        }
        return means;
    }

    /** The number of steps done. */
    public int steps() {
        return losses.length;
    }

    /** The number of epochs completed. */
    public int epochs() {
        return epochEnds.length;
    }

    /** True when the user stopped training before its end. */
    public boolean interrupted() {
        return epochEnds.length < epochs && !diverged();
    }

    /** True when training ended with a step whose loss is NaN or infinite; the parameters are those before that step. */
    public boolean diverged() {
        return losses.length > 0 && !Double.isFinite(losses[losses.length - 1]);
    }

    /** The time that training took. */
    public double seconds() {
        return seconds;
    }

    @Override
    public String toString() {
        String end = losses.length == 0 || diverged()
                ? ""
                : String.format(Locale.ROOT, ", last loss %.4g", losses[losses.length - 1]);
        String stop = diverged()
                ? "; stopped in step " + steps() + ", since the loss became " + losses[losses.length - 1]
                        + ": look for NaN in the data, or take a smaller learning rate"
                : interrupted() ? ", stopped before epoch " + epochs : "";
        return String.format(
                Locale.ROOT, "Training of %d epochs in %d steps, %.1f s%s%s", epochs(), steps(), seconds, end, stop);
    }
}
