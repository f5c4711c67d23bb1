package lectern.optim;

/**
 * A step along a direction that satisfies the strong Wolfe conditions: f falls by at least c₁·α·f′(0), and |f′(α)| ≤
 * c₂·|f′(0)|.
 *
 * <p>Bracketing and zooming with safeguarded cubic interpolation, after Nocedal and Wright, "Numerical Optimization"
 * (2006), algorithms 3.5 and 3.6.
 */
final class LineSearch {
    private static final double C1 = 1e-4;
    private static final int TRIALS = 40;

    /** So often a step may grow before it is as large as numbers can be. */
    private static final int GROWTHS = 700;

    /** A point on the line with everything known about it. */
    record Point(double step, double[] x, double value, double[] gradient, double slope) {}

    private final Objective<?> objective;
    private final double c2;
    private Point origin;
    private double[] direction;
    private int trials;
    private boolean end;

    LineSearch(Objective<?> objective, double c2) {
        this.objective = objective;
        this.c2 = c2;
    }

    /** The point found; null when no trial made the function smaller. */
    Point search(double[] x, double value, double[] gradient, double[] along, double first) {
        direction = along;
        trials = 0;
        end = false;
        int growths = 0;
        origin = new Point(0, x, value, gradient, Vectors.dot(gradient, along));
        Point before = origin;
        double step = first;
        while (trials - growths < TRIALS) {
            Point now = at(step);
            if (now.value == Double.NEGATIVE_INFINITY) {
                end = true;
                return better(before);
            }
            if (!Vectors.finite(now.value, now.gradient)) {
                step = 0.5 * (before.step + step);
                continue;
            }
            if (tooHigh(now) || (before.step > 0 && now.value >= before.value)) {
                trials = 0;
                return zoom(before, now);
            }
            if (flat(now)) {
                return now;
            }
            if (now.slope >= 0) {
                trials = 0;
                return zoom(now, before);
            }
            double next = interpolate(before, now);
            step = Double.isFinite(next) && next > 1.1 * now.step ? Math.min(next, 10 * now.step) : 2 * now.step;
            if (growths < GROWTHS) {
                growths++;
            }
            before = now;
        }
        return better(before);
    }

    /** True when the last search met minus infinity: the function has no lower bound. */
    boolean metEnd() {
        return end;
    }

    /** Between two points of which {@code low} is the better and the minimum lies between them. */
    private Point zoom(Point low, Point high) {
        while (trials < TRIALS) {
            double width = high.step - low.step;
            double step = interpolate(low, high);
            double inner = low.step + 0.1 * width;
            double outer = high.step - 0.1 * width;
            if (!(step >= Math.min(inner, outer) && step <= Math.max(inner, outer))) {
                step = low.step + 0.5 * width;
            }
            if (Math.abs(width) < 1e-15 * Math.max(1, Math.abs(low.step)) || step == low.step || step == high.step) {
                break;
            }
            Point now = at(step);
            if (!Vectors.finite(now.value, now.gradient) || tooHigh(now) || now.value >= low.value) {
                high = now;
            } else {
                if (flat(now)) {
                    return now;
                }
                if (now.slope * width >= 0) {
                    high = low;
                }
                low = now;
            }
        }
        return better(low);
    }

    private Point better(Point p) {
        return p.step > 0 && p.value < origin.value ? p : null;
    }

    private boolean tooHigh(Point p) {
        return p.value > origin.value + C1 * p.step * origin.slope;
    }

    private boolean flat(Point p) {
        return Math.abs(p.slope) <= -c2 * origin.slope;
    }

    private Point at(double step) {
        trials++;
        double[] x = Vectors.plus(origin.x, step, direction);
        double[] gradient = new double[x.length];
        double value = objective.evaluate(x, gradient);
        return new Point(step, x, value, gradient, Vectors.dot(gradient, direction));
    }

    /** Where the cubic through values and slopes of two points is smallest. */
    private static double interpolate(Point a, Point b) {
        double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step);
        double square = d1 * d1 - a.slope * b.slope;
        if (!(square >= 0)) {
            return Double.NaN;
        }
        double d2 = Math.signum(b.step - a.step) * Math.sqrt(square);
        return b.step - (b.step - a.step) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    }
}
