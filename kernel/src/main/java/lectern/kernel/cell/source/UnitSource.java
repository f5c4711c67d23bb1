package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A generated compilation unit that remembers which of its characters came from which place of which cell. */
public final class UnitSource {
    /** A place in a cell. */
    public record Place(CellText cell, int offset) {
        public int line() {
            return cell.line(offset);
        }
    }

    private record Segment(int start, int end, CellText cell, int from) {}

    public final String className;
    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();

    public UnitSource(String className) {
        this.className = className;
    }

    public UnitSource raw(String code) {
        text.append(code);
        return this;
    }

    /** Copies {@code [from, to)} of a cell. */
    public UnitSource copy(CellText cell, int from, int to) {
        segments.add(new Segment(text.length(), text.length() + to - from, cell, from));
        text.append(cell.code(), from, to);
        return this;
    }

    int length() {
        return text.length();
    }

    public String text() {
        return text.toString();
    }

    /** Does the character at this offset come from a cell? */
    public boolean isCopied(long offset) {
        return segments.stream().anyMatch(segment -> segment.start <= offset && offset < segment.end);
    }

    /** The place in a cell that an offset of the unit stands for; the nearest one before it where the offset was generated. */
    public Place place(long offset) {
        Segment best = null;
        for (var segment : segments) {
            if (segment.start <= offset) {
                best = segment;
            }
        }
        if (best == null) {
            return null;
        }
        return new Place(best.cell, best.from + (int) Math.min(offset - best.start, best.end - best.start));
    }

    /** The place that a line of the unit (from one) stands for, or null when nothing of a cell is on it. */
    public Place placeOfLine(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf("\n", start) + 1;
        }
        return placeBetween(start, text.indexOf("\n", start));
    }

    private Place placeBetween(int start, int end) {
        for (var segment : segments) {
            if (segment.end > start && segment.start <= (end < 0 ? text.length() : end)) {
                return new Place(segment.cell, segment.from + Math.max(0, start - segment.start));
            }
        }
        return null;
    }

    /** The places of all lines, the first line at index one. */
    public Place[] placesOfLines() {
        var ends = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n');
        int[] starts = IntStream.concat(IntStream.of(0), ends.map(i -> i + 1)).toArray();
        var places = new Place[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            places[i + 1] = placeBetween(starts[i], i + 1 < starts.length ? starts[i + 1] - 1 : -1);
        }
        return places;
    }

    /** Offset in the unit of a place in a cell, or -1. */
    public int offsetOf(CellText cell, int offset) {
        int found = -1;
        for (var segment : segments) {
            if (segment.cell == cell
                    && segment.from <= offset
                    && offset <= segment.from + segment.end - segment.start) {
                found = segment.start + offset - segment.from;
            }
        }
        return found;
    }
}
