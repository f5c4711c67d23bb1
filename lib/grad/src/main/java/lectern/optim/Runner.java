package lectern.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.notebook.Notebook;

/** The loop of the one-line form: steps until they are done or a criterion holds. */
final class Runner {
    private Runner() {}

    static <P> Fit<P> run(Loss<P> loss, P start, Optimizer optimizer, int steps, Watch watch) {
        Descent.requireSteps(steps);
        Clock clock = new Clock();
        Training<P> training = new Training<>(loss, start, optimizer);
        double[] losses = new double[steps];
        List<P> path = new ArrayList<>();
        P best = start;
        double bestLoss = Double.POSITIVE_INFINITY;
        double reference = Double.POSITIVE_INFINITY;
        int sinceReference = 0;
        int done = 0;
        StopReason reason = StopReason.STEPS_DONE;
        String explanation = null;
        while (done < steps) {
            if (Notebook.host().interruptRequested()) {
                reason = StopReason.INTERRUPTED;
                break;
            }
            boolean onPath = watch.onPath(done);
            P here = watch.best() || onPath ? training.parameters() : null;
            double value = training.step();
            losses[done] = value;
            if (!Double.isFinite(value)) {
                reason = value == Double.NEGATIVE_INFINITY ? StopReason.UNBOUNDED : StopReason.NOT_FINITE;
                break;
            }
            if (training.trouble() != null) {
                reason = StopReason.GRADIENT_NOT_FINITE;
                explanation = training.trouble();
                break;
            }
            watch.each().step(done, value);
            done++;
            if (onPath) {
                path.add(here);
            }
            if (value < bestLoss) {
                bestLoss = value;
                best = here;
            }
            boolean better = reference == Double.POSITIVE_INFINITY
                    || value < reference - watch.improvement() * Math.abs(reference);
            sinceReference = better ? 0 : sinceReference + 1;
            reference = better ? value : reference;
            if (value < watch.lossLimit()) {
                reason = StopReason.LOSS_SMALL;
                break;
            }
            if (sinceReference >= watch.patience()) {
                reason = StopReason.OUT_OF_PATIENCE;
                break;
            }
        }
        P last = training.parameters();
        double lastLoss = training.loss();
        if (watch.pathEvery() > 0) {
            path.add(last);
        }
        if (reason == StopReason.NOT_FINITE && Double.isFinite(lastLoss)) {
            explanation = reason.sentence() + "; try a smaller learning rate";
        } else if (explanation == null) {
            explanation = NotFinite.sentence(reason, lastLoss);
        }
        boolean takeBest = watch.best() && !(lastLoss < bestLoss) && bestLoss < Double.POSITIVE_INFINITY;
        return new Fit<>(
                takeBest ? best : last,
                takeBest ? bestLoss : lastLoss,
                Arrays.copyOf(losses, done),
                List.copyOf(path),
                done,
                clock.seconds(),
                reason,
                explanation);
    }

    /** Time on the wall since it was made. */
    static final class Clock {
        private final long start = System.nanoTime();

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
