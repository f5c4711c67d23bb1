package lectern.plot.space;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Pen;

/**
 * Faces that come from the farthest to the nearest, gathered into few paths: a face joins the last path of its colour
 * as long as nothing was laid over its place since then, neighbours in a path lose the edge between them, and what
 * nearer opaque faces hide is left out. The picture is the same and takes far fewer bytes.
 */
final class Mosaic {
    private static final double CELL = 1;
    private static final double FINE = 0.5;
    /** Neighbours touch; what overlaps by no more than this counts as touching. */
    private static final double RIM = 1;

    private static final int MOST = 1200;
    /** Seams between opaque patches are covered by a thin line of their colour. */
    private static final double SEAM = 0.35;

    private final Map<Paint, Patch> last = new HashMap<>();
    private final List<Patch> patches = new ArrayList<>();
    private final List<Object> queue = new ArrayList<>();
    private Box extent;

    /** How a face is painted. */
    private record Paint(int fill, Pen pen) {}

    /** A polygon in tenths of a point, clockwise on the page. */
    record Face(int[] x, int[] y, int fill, Pen pen) {
        static Face of(double[] px, double[] py, int fill, Pen pen) {
            int n = px.length;
            var x = new int[n];
            var y = new int[n];
            long twice = 0;
            for (int i = 0; i < n; i++) {
                x[i] = (int) Math.rint(10 * Math.clamp(px[i], -1e5, 1e5));
                y[i] = (int) Math.rint(10 * Math.clamp(py[i], -1e5, 1e5));
            }
            for (int i = 0; i < n; i++) {
                int k = (i + 1) % n;
                twice += (long) x[i] * y[k] - (long) x[k] * y[i];
            }
            if (twice < 0) {
                for (int i = 0; i < n / 2; i++) {
                    int k = n - 1 - i;
                    int keep = x[i];
                    x[i] = x[k];
                    x[k] = keep;
                    keep = y[i];
                    y[i] = y[k];
                    y[k] = keep;
                }
            }
            return new Face(x, y, fill, pen);
        }

        /** Whether nothing shines through. */
        boolean hides() {
            return fill >>> 24 == 255;
        }

        Box box() {
            Box box = null;
            for (int i = 0; i < x.length; i++) {
                box = Box.union(box, new Box(x[i] / 10.0, y[i] / 10.0, 0, 0));
            }
            return box;
        }

        /**
         * Walks over the rows of a raster that the face covers, scaled around its middle; columns from first to before
         * the last.
         */
        void rows(Box page, double cell, double scale, Span span) {
            int n = x.length;
            double cx = 0;
            double cy = 0;
            for (int i = 0; i < n; i++) {
                cx += x[i] / 10.0 / n;
                cy += y[i] / 10.0 / n;
            }
            var px = new double[n];
            var py = new double[n];
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                px[i] = (cx + scale * (x[i] / 10.0 - cx) - page.x()) / cell;
                py[i] = (cy + scale * (y[i] / 10.0 - cy) - page.y()) / cell;
                lowest = Math.min(lowest, py[i]);
                highest = Math.max(highest, py[i]);
            }
            int end = (int) Math.min(Math.floor(highest), page.h() / cell);
            for (int r = (int) Math.max(0, Math.ceil(lowest)); r <= end; r++) {
                double left = Double.POSITIVE_INFINITY;
                double right = Double.NEGATIVE_INFINITY;
                for (int i = 0, k = n - 1; i < n; k = i++) {
                    if (py[i] > r != py[k] > r) {
                        double at = px[i] + (px[k] - px[i]) * (r - py[i]) / (py[k] - py[i]);
                        left = Math.min(left, at);
                        right = Math.max(right, at);
                    }
                }
                int from = (int) Math.max(0, Math.ceil(left));
                int to = (int) Math.min(Math.floor(right) + 1, page.w() / cell);
                if (from < to) {
                    span.at(r, from, to);
                }
            }
        }
    }

    /** Takes a row of cells. */
    private interface Span {
        void at(int row, int from, int to);
    }

    /** One path, or one other drawing. */
    private static final class Patch {
        final int order;
        final Paint paint;
        final Runnable drawing;
        final List<Face> faces = new ArrayList<>();

        Patch(int order, Paint paint, Runnable drawing) {
            this.order = order;
            this.paint = paint;
            this.drawing = drawing;
        }
    }

    /** Something that is no face; a null box hides nothing. */
    private record Other(Box box, Runnable drawing) {}

    void add(Face face) {
        queue.add(face);
        extent = Box.union(extent, face.box());
    }

    void add(Box box, Runnable drawing) {
        queue.add(new Other(box, drawing));
    }

    void draw(Canvas canvas) {
        if (extent != null) {
            extent = new Box(
                    extent.x(), extent.y(), Math.min(extent.w(), MOST * CELL), Math.min(extent.h(), MOST * CELL));
        }
        int cols = extent == null ? 0 : (int) (extent.w() / CELL) + 2;
        int rows = extent == null ? 0 : (int) (extent.h() / CELL) + 2;
        var top = new int[rows][cols];
        var hidden = hidden();
        for (Object item : queue) {
            if (item instanceof Face face) {
                if (!hidden.contains(face)) {
                    join(face, top);
                }
            } else if (item instanceof Other other) {
                patches.add(new Patch(patches.size() + 1, null, other.drawing));
                if (other.box != null && extent != null) {
                    cover(other.box, top, patches.size());
                }
            }
        }
        patches.forEach(patch -> paint(canvas, patch));
    }

    /** The faces that nearer opaque ones cover wholly, seen on a raster of half points. */
    private Set<Face> hidden() {
        var out = Collections.<Face>newSetFromMap(new IdentityHashMap<>());
        if (queue.stream().noneMatch(item -> item instanceof Face face && face.hides())) {
            return out;
        }
        int cols = (int) (extent.w() / FINE) + 1;
        var covered = new BitSet();
        for (Object item : queue.reversed()) {
            if (item instanceof Face face) {
                int[] cells = new int[2];
                face.rows(extent, FINE, 1.15, (r, from, to) -> {
                    cells[0] += to - from;
                    int clear = covered.nextClearBit(r * cols + from);
                    cells[1] += clear < r * cols + to ? 1 : 0;
                });
                if (cells[1] == 0 && cells[0] > 2) {
                    out.add(face);
                } else if (face.hides()) {
                    face.rows(extent, FINE, 1, (r, from, to) -> covered.set(r * cols + from, r * cols + to));
                }
            }
        }
        return out;
    }

    private void cover(Box box, int[][] top, int order) {
        int r0 = (int) Math.clamp((box.y() - extent.y()) / CELL, 0, top.length - 1.0);
        int r1 = (int) Math.clamp((box.bottom() - extent.y()) / CELL + 1, 0, top.length - 1.0);
        int c0 = (int) Math.clamp((box.x() - extent.x()) / CELL, 0, top[0].length - 1.0);
        int c1 = (int) Math.clamp((box.right() - extent.x()) / CELL + 1, 0, top[0].length - 1.0);
        for (int r = r0; r <= r1; r++) {
            Arrays.fill(top[r], c0, c1 + 1, order);
        }
    }

    private void join(Face face, int[][] top) {
        int[] over = {0, 0};
        Box box = face.box();
        double inner = 1 - Math.min(0.2, RIM / Math.max(1e-3, Math.min(box.w(), box.h())));
        face.rows(extent, CELL, inner, (r, from, to) -> {
            over[1]++;
            for (int c = from; c < to; c++) {
                over[0] = Math.max(over[0], top[r][c]);
            }
        });
        Box middle = new Box(box.centerX(), box.centerY(), 0, 0);
        if (over[1] == 0) {
            int r = (int) Math.clamp((middle.y() - extent.y()) / CELL, 0, top.length - 1.0);
            int c = (int) Math.clamp((middle.x() - extent.x()) / CELL, 0, top[0].length - 1.0);
            over[0] = top[r][c];
        }
        boolean solid = face.hides() && !face.pen.visible();
        var paint = new Paint(face.fill, face.pen);
        Patch patch = last.get(paint);
        if (patch == null || over[0] > patch.order || over[0] == patch.order && !solid) {
            patch = new Patch(patches.size() + 1, paint, null);
            patches.add(patch);
            last.put(paint, patch);
        }
        patch.faces.add(face);
        int order = patch.order;
        face.rows(extent, CELL, inner, (r, from, to) -> Arrays.fill(top[r], from, to, order));
    }

    private static void paint(Canvas canvas, Patch patch) {
        if (patch.drawing != null) {
            patch.drawing.run();
            return;
        }
        Pen pen = patch.paint.pen;
        if (pen.visible()) {
            var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
            patch.faces.forEach(face -> outline(path, face.x, face.y));
            canvas.shape(path, patch.paint.fill, pen);
        } else {
            boolean opaque = patch.paint.fill >>> 24 == 255;
            canvas.shape(union(patch.faces), patch.paint.fill, opaque ? Pen.solid(patch.paint.fill, SEAM) : Pen.NONE);
        }
    }

    private static void outline(Path2D.Double path, int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                path.moveTo(x[i] / 10.0, y[i] / 10.0);
            } else {
                path.lineTo(x[i] / 10.0, y[i] / 10.0);
            }
        }
        path.closePath();
    }

    private static long key(int x, int y) {
        return (long) x << 32 | y & 0xffffffffL;
    }

    /** The faces as one path: edges that two of them share in opposite directions are left out. */
    private static Path2D.Double union(List<Face> faces) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var edges = new HashMap<Long, List<Long>>();
        for (Face face : faces) {
            for (int i = 0; i < face.x.length; i++) {
                int k = (i + 1) % face.x.length;
                long from = key(face.x[i], face.y[i]);
                long to = key(face.x[k], face.y[k]);
                if (from == to) {
                    continue;
                }
                List<Long> back = edges.get(to);
                if (back == null || !back.remove((Object) from)) {
                    edges.computeIfAbsent(from, at -> new ArrayList<>(2)).add(to);
                }
            }
        }
        for (Face face : faces) {
            for (int i = 0; i < face.x.length; i++) {
                trace(path, edges, key(face.x[i], face.y[i]));
            }
        }
        return path;
    }

    /** Follows edges from a corner until the ring is closed, and uses them up. */
    private static void trace(Path2D.Double path, Map<Long, List<Long>> edges, long start) {
        List<Long> next = edges.get(start);
        while (next != null && !next.isEmpty()) {
            var ring = new ArrayList<Long>();
            long at = start;
            do {
                ring.add(at);
                at = edges.get(at).removeLast();
            } while (at != start && edges.containsKey(at) && !edges.get(at).isEmpty());
            if (ring.size() > 2) {
                outline(
                        path,
                        ring.stream().mapToInt(k -> (int) (k >> 32)).toArray(),
                        ring.stream().mapToInt(Long::intValue).toArray());
            }
        }
    }
}
