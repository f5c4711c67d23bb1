package lectern.plot.scale;

/** Collects the range of the data of both axes. Not-a-number and infinite values do not count. */
public final class Bounds {
    public double xlo = Double.POSITIVE_INFINITY;
    public double xhi = Double.NEGATIVE_INFINITY;
    double xpos = Double.POSITIVE_INFINITY;
    public double ylo = Double.POSITIVE_INFINITY;
    public double yhi = Double.NEGATIVE_INFINITY;
    double ypos = Double.POSITIVE_INFINITY;
    /** Values at which the axis must not get a margin: the foot of bars, the rim of images. */
    double stickyXlo = Double.POSITIVE_INFINITY;

    double stickyXhi = Double.NEGATIVE_INFINITY;
    double stickyYlo = Double.POSITIVE_INFINITY;
    double stickyYhi = Double.NEGATIVE_INFINITY;

    /** Adds one point with finite coordinates. */
    public void point(double px, double py) {
        xlo = Math.min(xlo, px);
        xhi = Math.max(xhi, px);
        ylo = Math.min(ylo, py);
        yhi = Math.max(yhi, py);
        if (px > 0) {
            xpos = Math.min(xpos, px);
        }
        if (py > 0) {
            ypos = Math.min(ypos, py);
        }
    }

    /** Adds all points with finite coordinates; returns how many these are. */
    public int points(double[] px, double[] py) {
        int n = 0;
        for (int i = 0; i < px.length; i++) {
            if (Math.abs(px[i]) <= Double.MAX_VALUE && Math.abs(py[i]) <= Double.MAX_VALUE) {
                point(px[i], py[i]);
                n++;
            }
        }
        return n;
    }

    /** Adds values on the horizontal axis. */
    public void x(double... values) {
        for (double v : values) {
            if (Double.isFinite(v)) {
                xlo = Math.min(xlo, v);
                xhi = Math.max(xhi, v);
                if (v > 0) {
                    xpos = Math.min(xpos, v);
                }
            }
        }
    }

    /** Adds values on the vertical axis. */
    public void y(double... values) {
        for (double v : values) {
            if (Double.isFinite(v)) {
                ylo = Math.min(ylo, v);
                yhi = Math.max(yhi, v);
                if (v > 0) {
                    ypos = Math.min(ypos, v);
                }
            }
        }
    }

    /** No margin beyond this stretch of the horizontal axis. */
    public void stickyX(double lo, double hi) {
        x(lo, hi);
        stickyXlo = Math.min(stickyXlo, Math.min(lo, hi));
        stickyXhi = Math.max(stickyXhi, Math.max(lo, hi));
    }

    /** No margin beyond this stretch of the vertical axis. */
    public void stickyY(double lo, double hi) {
        y(lo, hi);
        stickyYlo = Math.min(stickyYlo, Math.min(lo, hi));
        stickyYhi = Math.max(stickyYhi, Math.max(lo, hi));
    }

    /** Adds what another one has collected. */
    public void add(Bounds other, boolean horizontal) {
        if (horizontal) {
            x(other.xlo, other.xhi, other.xpos);
            stickyXlo = Math.min(stickyXlo, other.stickyXlo);
            stickyXhi = Math.max(stickyXhi, other.stickyXhi);
        } else {
            y(other.ylo, other.yhi, other.ypos);
            stickyYlo = Math.min(stickyYlo, other.stickyYlo);
            stickyYhi = Math.max(stickyYhi, other.stickyYhi);
        }
    }
}
