package lectern.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.tensor.op.Slice;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Python's rules for ranges of indices, and its notation: {@code "1:3, ::-1"}. */
final class Ranges {
    private static final int OPEN_END = Integer.MIN_VALUE;

    private Ranges() {}

    /** A regular part of an array and the shape under which it is shown, without the axes fixed by single indices. */
    record Part(int[] starts, int[] sizes, int[] steps, int[] shape) {
        Slice slice() {
            return new Slice(Shapes.list(starts), Shapes.list(sizes), Shapes.list(steps));
        }
    }

    /** Resolves a range on one axis: replaces start, length and step of the axis in the three arrays. */
    static void resolve(int start, int stop, int step, int axis, int[] starts, int[] sizes, int[] steps) {
        if (step == 0) {
            throw new IllegalArgumentException("the step of a slice must not be 0");
        }
        int n = sizes[axis];
        int low = step > 0 ? 0 : -1;
        int high = step > 0 ? n : n - 1;
        int from = Math.clamp(start < 0 ? (long) start + n : start, low, high);
        int to = Math.clamp(stop < 0 && stop != OPEN_END ? (long) stop + n : stop, low, high);
        long count = step > 0 ? ((long) to - from + step - 1) / step : ((long) from - to - step - 1) / -(long) step;
        starts[axis] = count > 0 ? from : 0;
        sizes[axis] = (int) Math.max(count, 0);
        steps[axis] = step;
    }

    /** The whole of a shape. */
    private static Part whole(int[] shape) {
        int[] steps = new int[shape.length];
        Arrays.fill(steps, 1);
        return new Part(new int[shape.length], shape.clone(), steps, shape);
    }

    /** The part at fixed positions of the leading axes. */
    static Part at(int[] shape, int... index) {
        if (index.length > shape.length) {
            throw new ShapeException(index.length + " indices for a tensor of shape " + Shapes.text(shape));
        }
        Part part = whole(shape);
        for (int i = 0; i < index.length; i++) {
            fix(part, i, index[i]);
        }
        return new Part(part.starts, part.sizes, part.steps, Arrays.copyOfRange(shape, index.length, shape.length));
    }

    private static void fix(Part part, int axis, int index) {
        int n = part.sizes[axis];
        if (index < -n || index >= n) {
            throw new IndexOutOfBoundsException(
                    "index " + index + " is out of bounds for axis " + axis + " with length " + n);
        }
        part.starts[axis] = index < 0 ? index + n : index;
        part.sizes[axis] = 1;
    }

    /** Reads Python's notation: numbers, ranges, {@code ...} for all axes between, {@code None} for a new axis. */
    static Part parse(int[] shape, String text) {
        List<String> items = new ArrayList<>();
        int named = 0;
        int dots = -1;
        for (String item : text.split(",", -1)) {
            String trimmed = item.trim();
            if (trimmed.isEmpty()) {
                continue;
            }
            if (trimmed.equals("...")) {
                if (dots >= 0) {
                    throw wrong(text, "... may stand once only");
                }
                dots = items.size();
            } else if (!isNewAxis(trimmed)) {
                named++;
            }
            items.add(trimmed);
        }
        if (named > shape.length) {
            throw new ShapeException("\"" + text + "\" names " + named + " axes, the shape is " + Shapes.text(shape));
        }
        if (dots < 0) {
            dots = items.size();
            items.add("...");
        }
        items.remove(dots);
        for (int i = named; i < shape.length; i++) {
            items.add(dots, ":");
        }
        Part part = whole(shape);
        var shown = new ArrayList<Integer>();
        int axis = 0;
        for (String item : items) {
            if (isNewAxis(item)) {
                shown.add(1);
            } else if (item.contains(":")) {
                range(part, axis, item, text);
                shown.add(part.sizes[axis++]);
            } else {
                fix(part, axis++, number(item, 0, text));
            }
        }
        return new Part(part.starts, part.sizes, part.steps, Shapes.array(shown));
    }

    private static boolean isNewAxis(String item) {
        return item.equals("None") || item.equals("newaxis");
    }

    private static void range(Part part, int axis, String item, String text) {
        String[] bounds = item.split(":", -1);
        if (bounds.length > 3) {
            throw wrong(text, "a range is start:stop:step");
        }
        int step = bounds.length == 3 ? number(bounds[2], 1, text) : 1;
        int start = number(bounds[0], step > 0 ? 0 : Integer.MAX_VALUE, text);
        int stop = number(bounds[1], step > 0 ? Integer.MAX_VALUE : OPEN_END, text);
        resolve(start, stop, step, axis, part.starts, part.sizes, part.steps);
    }

    private static int number(String digits, int otherwise, String text) {
        try {
            return digits.isBlank() ? otherwise : Integer.parseInt(digits.trim());
        } catch (NumberFormatException e) {
            throw wrong(text, "\"" + digits.trim() + "\" is no integer");
        }
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is no index: " + why
                + "; write as in Python, for example \"1:3, ::-1\" or \"..., 0\"");
    }
}
