package lectern.prelude;

import java.util.ArrayList;
import java.util.HashMap;
import lectern.grad.Trace;
import lectern.notebook.MimeBundle;
import lectern.plot.Axes;
import lectern.plot.learning.LearningPlots;

/** Draws the run of a function: its operations in boxes, each with its value and its adjoint below. */
final class TracePictures {
    /** A longer run is read as a table. */
    private static final int MOST_STEPS = 60;

    private TracePictures() {}

    static MimeBundle bundle(Trace trace) {
        return trace.steps().isEmpty() || trace.steps().size() > MOST_STEPS
                ? MimeBundle.text(trace.toString())
                : picture(trace).toMimeBundle();
    }

    static Axes picture(Trace trace) {
        var place = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        var arrows = new ArrayList<double[]>();
        for (var step : trace.steps()) {
            int here = names.size();
            step.arguments().stream()
                    .filter(place::containsKey)
                    .distinct()
                    .forEach(name -> arrows.add(new double[] {place.get(name), here}));
            place.put(step.name(), here);
            names.add(step.formula() + "\n" + Trace.text(step.value()) + "  |  " + Trace.text(step.adjoint()));
        }
        return LearningPlots.computationGraph(names, arrows.toArray(double[][]::new));
    }
}
