package lectern.plot.scale;

import lectern.plot.canvas.Box;

/** From data values to places on the page, for one pair of axes in its box. */
public final class Transform {
    private final Box box;
    private final Scale sx;
    private final Scale sy;
    private final boolean plainX;
    private final boolean plainY;
    private final double x0;
    private final double xs;
    private final double y0;
    private final double ys;

    /** The view runs from xlo (left) to xhi (right) and from ylo (bottom) to yhi (top). */
    public Transform(Box box, Scale sx, double xlo, double xhi, Scale sy, double ylo, double yhi) {
        this.box = box;
        this.sx = sx;
        this.sy = sy;
        this.plainX = sx == Scale.LINEAR;
        this.plainY = sy == Scale.LINEAR;
        this.x0 = sx.forward(xlo);
        this.y0 = sy.forward(ylo);
        this.xs = box.w() / (sx.forward(xhi) - x0);
        this.ys = box.h() / (sy.forward(yhi) - y0);
    }

    /** The box of the axes. */
    public Box box() {
        return box;
    }

    /** The horizontal place of a value; NaN where the axis has none. */
    public double x(double value) {
        return box.x() + ((plainX ? value : sx.forward(value)) - x0) * xs;
    }

    /** The vertical place of a value; NaN where the axis has none. */
    public double y(double value) {
        return box.bottom() - ((plainY ? value : sy.forward(value)) - y0) * ys;
    }

    /** As {@link #x}, but values at or below zero of a logarithmic axis lie far outside instead of nowhere. */
    public double edgeX(double value) {
        return sx == Scale.LOG && value <= 0 ? box.x() - Math.signum(xs) * 1e4 : x(value);
    }

    /** As {@link #y}, but values at or below zero of a logarithmic axis lie far outside instead of nowhere. */
    public double edgeY(double value) {
        return sy == Scale.LOG && value <= 0 ? box.bottom() + Math.signum(ys) * 1e4 : y(value);
    }

    /** The value at a horizontal place. */
    public double dataX(double place) {
        return sx.inverse((place - box.x()) / xs + x0);
    }

    /** The value at a vertical place. */
    public double dataY(double place) {
        return sy.inverse((box.bottom() - place) / ys + y0);
    }

    /** True when both axes are linear, so that straight lines of the data stay straight. */
    public boolean linear() {
        return plainX && plainY;
    }

    public double[] xs(double[] values) {
        var out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = x(values[i]);
        }
        return out;
    }

    public double[] ys(double[] values) {
        var out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = y(values[i]);
        }
        return out;
    }
}
