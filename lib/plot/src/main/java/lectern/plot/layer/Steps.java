package lectern.plot.layer;

/** How the points of a line are joined: straight, or by steps that lie before, after or amid the points. */
public enum Steps {
    NONE,
    PRE,
    POST,
    MID;

    /** The steps of this name. */
    public static Steps of(String name) {
        return switch (name) {
            case "pre" -> PRE;
            case "post" -> POST;
            case "mid" -> MID;
            default -> throw new IllegalArgumentException("Steps are pre, post or mid, not \"" + name + "\".");
        };
    }

    /** The corners of the line through points, x and y; the points themselves where there are no steps. */
    double[][] corners(double[] x, double[] y) {
        if (this == NONE || x.length == 0) {
            return new double[][] {x, y};
        }
        var sx = new double[3 * x.length - 2];
        var sy = new double[sx.length];
        int m = 0;
        for (int i = 0; i < x.length; i++) {
            if (i > 0) {
                double at = this == PRE ? x[i - 1] : this == POST ? x[i] : x[i - 1] / 2 + x[i] / 2;
                sx[m] = at;
                sy[m++] = y[i - 1];
                sx[m] = at;
                sy[m++] = y[i];
            }
            sx[m] = x[i];
            sy[m++] = y[i];
        }
        return new double[][] {sx, sy};
    }
}
