package lectern.plot.space;

import lectern.plot.canvas.Box;

/**
 * From spatial data to the page: the box of the data is turned, seen from far away in slight perspective, and fitted
 * into a box of paper.
 */
public final class Space {
    private static final double DISTANCE = 8;
    private static final double[] SIDES = {1, 1, 0.75};

    private final double[] lo;
    private final double[] hi;
    private final double[] right;
    private final double[] up;
    private final double[] toEye;
    private double scale = 1;
    private double shiftX;
    private double shiftY;
    private final double width;
    private final double height;

    /** Lower and upper limits of the three axes; the viewer's height above the floor and direction in degrees. */
    public Space(double[] lo, double[] hi, double elevation, double azimuth, Box paper) {
        this.lo = lo;
        this.hi = hi;
        double e = Math.toRadians(elevation);
        double a = Math.toRadians(azimuth);
        right = new double[] {-Math.sin(a), Math.cos(a), 0};
        up = new double[] {-Math.sin(e) * Math.cos(a), -Math.sin(e) * Math.sin(a), Math.cos(e)};
        toEye = new double[] {Math.cos(e) * Math.cos(a), Math.cos(e) * Math.sin(a), Math.sin(e)};
        double left = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double low = Double.NEGATIVE_INFINITY;
        var p = new double[3];
        for (int corner = 0; corner < 8; corner++) {
            project(
                    (corner & 1) == 0 ? lo[0] : hi[0],
                    (corner & 2) == 0 ? lo[1] : hi[1],
                    (corner & 4) == 0 ? lo[2] : hi[2],
                    p);
            left = Math.min(left, p[0]);
            most = Math.max(most, p[0]);
            top = Math.min(top, p[1]);
            low = Math.max(low, p[1]);
        }
        scale = Math.max(1, Math.min(paper.w() / (most - left), paper.h() / (low - top)));
        width = scale * (most - left);
        height = scale * (low - top);
        shiftX = paper.centerX() - scale * (left + most) / 2;
        shiftY = paper.centerY() - scale * (top + low) / 2;
    }

    /** Page coordinates and nearness to the viewer of a point, into p. */
    public void project(double x, double y, double z, double[] p) {
        double a = side(x, 0);
        double b = side(y, 1);
        double c = side(z, 2);
        double near = a * toEye[0] + b * toEye[1] + c * toEye[2];
        double f = scale * DISTANCE / (DISTANCE - near);
        p[0] = shiftX + f * (a * right[0] + b * right[1] + c * right[2]);
        p[1] = shiftY - f * (a * up[0] + b * up[1] + c * up[2]);
        p[2] = near;
    }

    public double[] project(double x, double y, double z) {
        var p = new double[3];
        project(x, y, z, p);
        return p;
    }

    /** The place of a value along an axis of the unit box around the origin. */
    double side(double v, int axis) {
        return ((v - lo[axis]) / (hi[axis] - lo[axis]) - 0.5) * SIDES[axis];
    }

    /** Whether the viewer looks from the upper end of an axis. */
    public boolean fromAbove(int axis) {
        return toEye[axis] > 0;
    }

    /** How wide the projected box is on paper. */
    public double width() {
        return width;
    }

    /** How high the projected box is on paper. */
    public double height() {
        return height;
    }

    double lo(int axis) {
        return lo[axis];
    }

    double hi(int axis) {
        return hi[axis];
    }

    boolean inside(double x, double y, double z) {
        return in(x, 0) && in(y, 1) && in(z, 2);
    }

    private boolean in(double v, int axis) {
        double slack = 1e-9 * (hi[axis] - lo[axis]);
        return v >= lo[axis] - slack && v <= hi[axis] + slack;
    }
}
