package lectern.tensor.loops;

import lectern.tensor.op.Window;

/** The numbers of a window over planes of one size, always with two axes: one axis is a plane of height 1. */
public final class Field {
    final int height;
    final int width;
    /** Positions of the window. */
    public final int rows;

    public final int cols;
    final int windowHeight;
    final int windowWidth;
    final int strideY;
    final int strideX;
    final int top;
    public final int left;
    final int dilationY;
    final int dilationX;
    /** For every tap along a row: the positions at which it lies inside the plane, from (inclusive) to (exclusive). */
    public final int[] from;

    public final int[] to;

    /** The shape is (n, channels, …). */
    public Field(Window w, int... shape) {
        boolean flat = w.rank() == 1;
        int x = flat ? 0 : 1;
        int[] positions = w.positions("window", shape);
        height = flat ? 1 : shape[2];
        width = shape[x + 2];
        rows = flat ? 1 : positions[0];
        cols = positions[x];
        windowHeight = flat ? 1 : w.size().get(0);
        windowWidth = w.size().get(x);
        strideY = flat ? 1 : w.stride().get(0);
        strideX = w.stride().get(x);
        top = flat ? 0 : w.low().get(0);
        left = w.low().get(x);
        dilationY = flat ? 1 : w.dilation().get(0);
        dilationX = w.dilation().get(x);
        from = new int[windowWidth];
        to = new int[windowWidth];
        for (int i = 0; i < windowWidth; i++) {
            int offset = i * dilationX - left;
            from[i] = Math.clamp(Math.ceilDiv(-offset, strideX), 0, cols);
            to[i] = Math.clamp(Math.floorDiv(width - 1 - offset, strideX) + 1, from[i], cols);
        }
    }

    /** Numbers in a plane. */
    public int plane() {
        return height * width;
    }

    /** Positions of the window in a plane. */
    public int positions() {
        return rows * cols;
    }

    public int taps() {
        return windowHeight * windowWidth;
    }

    /** True when the window is a single tap that visits every number in turn. */
    public boolean isPlain() {
        return taps() == 1 && strideX == 1 && strideY == 1 && cols == width && rows == height && left == 0 && top == 0;
    }
}
