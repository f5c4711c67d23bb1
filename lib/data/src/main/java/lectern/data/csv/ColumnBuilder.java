package lectern.data.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * Collects the values of one column and widens it when a later row asks for it: whole numbers become decimal ones, anything
 * becomes text. What was written is never lost on the way: text is read in a second pass, and a whole number that a double
 * cannot hold is refused.
 */
final class ColumnBuilder {
    static final long MISSING = Long.MIN_VALUE;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    final String name;
    final boolean forced;
    Kind kind;
    int size;
    List<String> texts;
    /** How many rows there may be in all; zero where that is not known. */
    int expected;
    /** What was wrong in the last block, and in which line. */
    IllegalArgumentException failure;

    long failureLine;

    private final String file;
    private final Markers markers;
    private final boolean numericMarkers;
    private final Numbers numbers;
    private final Dates dates = new Dates();
    private final Strings strings = new Strings();
    private long[] longs = {};
    private double[] doubles = {};
    private boolean quotedMarker;
    /** A whole number beyond 2^53 that no double equals, and where it stands. */
    private String inexact;

    private long inexactLine;
    private int biggest = -1;
    private boolean decimals;

    /** A builder that finds out its kind ({@code EMPTY}) or keeps one that was asked for. */
    ColumnBuilder(String file, String name, Kind kind, boolean forced, Settings settings, Markers markers) {
        this.file = file;
        this.name = name;
        this.kind = kind;
        this.forced = forced;
        this.markers = markers;
        numericMarkers = markers.hasNumbers();
        numbers = new Numbers(settings.decimal, settings.thousands);
        if (kind == Kind.TEXT) {
            texts = new ArrayList<>();
        }
    }

    /** Takes the values of this column in all rows of a block; what is wrong is kept until all columns have seen the block. */
    void addAll(Block block, int column) {
        for (int i = 0, at = column; i < block.rows; i++, at += block.width) {
            if (block.from[at] < 0) {
                addMissing();
                continue;
            }
            try {
                add(block.data, block.from[at], block.to[at], block.quoted[at], block.line[i]);
            } catch (IllegalArgumentException e) {
                failure = e;
                failureLine = block.line[i];
                return;
            }
        }
    }

    /** Takes the next value. */
    private void add(byte[] d, int from, int to, boolean quoted, long line) {
        if (kind == Kind.TEXT) {
            // A marker between quotes is meant as a text.
            boolean missing = !quoted && markers.has(d, from, to);
            texts.add(missing || from == to ? "" : text(d, from, to, line));
            size++;
            return;
        }
        if (kind == Kind.LATER) {
            size++;
            return;
        }
        if (markers.has(d, from, to)) {
            quotedMarker |= quoted && to > from;
            addMissing();
            return;
        }
        if (kind == Kind.DATE || kind == Kind.DATETIME) {
            date(d, from, to, line);
        } else if (kind == Kind.BOOLEAN) {
            truth(d, from, to, line);
        } else {
            number(d, from, to, line);
        }
    }

    /** Takes a missing value. */
    private void addMissing() {
        switch (kind) {
            case TEXT -> texts.add("");
            case DECIMAL -> put(Double.NaN);
            case EMPTY, LATER -> {}
            default -> put(MISSING);
        }
        size++;
    }

    private void number(byte[] d, int from, int to, long line) {
        Numbers.Form form = numbers.scan(d, from, to);
        if (numericMarkers
                && (form == Numbers.Form.WHOLE && markers.has((double) numbers.whole)
                        || form == Numbers.Form.DECIMAL && markers.has(numbers.decimal))) {
            addMissing();
            return;
        }
        switch (form) {
            case WHOLE -> {
                if (kind == Kind.DECIMAL) {
                    noteInexact(numbers.whole, line);
                    put((double) numbers.whole);
                } else {
                    become(Kind.INTEGER);
                    noteBig(numbers.whole, line);
                    put(numbers.whole);
                }
                size++;
            }
            case DECIMAL -> {
                if (forced && kind == Kind.INTEGER) {
                    forcedWhole(d, from, to, line);
                    return;
                }
                become(Kind.DECIMAL);
                decimals = true;
                put(numbers.decimal);
                size++;
            }
            case ZEROS -> {
                if (!forced) {
                    late(d, from, to, line);
                } else if (kind == Kind.DECIMAL) {
                    put(numbers.decimal);
                    size++;
                } else {
                    put(numbers.whole);
                    size++;
                }
            }
            case HUGE -> {
                if (kind != Kind.DECIMAL) {
                    refuseForced(d, from, to, line, "has more digits than a whole number of 64 bits");
                    late(d, from, to, line);
                    return;
                }
                String digits = text(d, from, to, line).strip();
                if (!forced && inexact == null && !Numbers.exact(digits.replaceAll("[^0-9+-]", ""))) {
                    inexact = digits;
                    inexactLine = line;
                }
                put(numbers.decimal);
                size++;
            }
            case OUTSIDE -> {
                refuseForced(d, from, to, line, "is outside of what a double can hold (5e-324 to 1.8e308)");
                late(d, from, to, line);
            }
            case NONE -> other(d, from, to, line);
        }
    }

    /** A field that is no number: the start of a column of another kind, or a late change to text. */
    private void other(byte[] d, int from, int to, long line) {
        refuseForced(d, from, to, line, kind == Kind.INTEGER ? "is no whole number" : "is no number");
        if (kind == Kind.EMPTY) {
            if (truth(d, from, to) >= 0) {
                become(Kind.BOOLEAN);
                truth(d, from, to, line);
                return;
            }
            Dates.Form form = dates.scan(d, from, to);
            if (form != Dates.Form.NONE) {
                become(form == Dates.Form.DATE ? Kind.DATE : Kind.DATETIME);
                put(dates.value);
                size++;
                return;
            }
        }
        late(d, from, to, line);
    }

    private void forcedWhole(byte[] d, int from, int to, long line) {
        if (numbers.decimal != Math.rint(numbers.decimal) || Math.abs(numbers.decimal) > 1L << 53) {
            refuseForced(d, from, to, line, "is no whole number");
        }
        put((long) numbers.decimal);
        size++;
    }

    private void date(byte[] d, int from, int to, long line) {
        Dates.Form form = dates.scan(d, from, to);
        if (form == Dates.Form.NONE || (form == Dates.Form.DATE) != (kind == Kind.DATE)) {
            refuseForced(
                    d,
                    from,
                    to,
                    line,
                    kind == Kind.DATE
                            ? "is no date of the form 2024-12-31; say how dates are written, such as dates(\"" + name
                                    + "\", \"dd.MM.yyyy\") or dates(\"" + name + "\", \"MM/dd/yyyy\")"
                            : "is no date with time of the form 2024-12-31T23:59:59.999; say how it is written by dates(\""
                                    + name + "\", \"…\")");
            late(d, from, to, line);
            return;
        }
        put(dates.value);
        size++;
    }

    private void truth(byte[] d, int from, int to, long line) {
        int truth = truth(d, from, to);
        if (truth < 0 && forced && to - from == 1 && (d[from] == '0' || d[from] == '1')) {
            truth = d[from] - '0';
        }
        if (truth < 0) {
            refuseForced(d, from, to, line, "is neither true nor false");
            late(d, from, to, line);
            return;
        }
        put(truth);
        size++;
    }

    /** 1 for true, 0 for false, −1 for anything else; written small, large or with a capital. */
    private static int truth(byte[] d, int from, int to) {
        byte[] word = to - from == 4 ? TRUE : to - from == 5 ? FALSE : null;
        if (word == null) {
            return -1;
        }
        boolean large = d[from + 1] < 'a';
        for (int i = 0; i < word.length; i++) {
            boolean upper = d[from + i] == word[i] - 32;
            if (!upper && d[from + i] != word[i] || i > 0 && upper != large) {
                return -1;
            }
        }
        return large && d[from] >= 'a' ? -1 : word == TRUE ? 1 : 0;
    }

    private void refuseForced(byte[] d, int from, int to, long line, String what) {
        if (forced) {
            throw Problem.at(
                    file,
                    line,
                    name,
                    Problem.quoted(text(d, from, to, line)) + " " + what
                            + ". Give the column another type, or say by missing(…) that this text means nothing is there.");
        }
    }

    /** From here on the column is text; what came before is read again unless nothing was there. */
    private void late(byte[] d, int from, int to, long line) {
        if (kind == Kind.EMPTY && !quotedMarker) {
            kind = Kind.TEXT;
            texts = new ArrayList<>(Math.max(16, size + 1));
            for (int i = 0; i < size; i++) {
                texts.add("");
            }
            texts.add(text(d, from, to, line));
        } else {
            kind = Kind.LATER;
            longs = null;
            doubles = null;
        }
        size++;
    }

    private String text(byte[] d, int from, int to, long line) {
        String text = strings.get(d, from, to);
        if (text == null) {
            throw Problem.at(file, line, name, Encodings.complaint(d, from, to));
        }
        return text;
    }

    private void become(Kind wanted) {
        if (kind == wanted) {
            return;
        }
        if (kind == Kind.INTEGER && wanted == Kind.DECIMAL) {
            doubles = new double[Math.max(longs.length, 16)];
            for (int i = 0; i < size; i++) {
                doubles[i] = longs[i] == MISSING ? Double.NaN : longs[i];
            }
            longs = null;
        } else if (wanted == Kind.DECIMAL) {
            doubles = new double[Math.max(16, size + 1)];
            Arrays.fill(doubles, 0, size, Double.NaN);
        } else {
            longs = new long[Math.max(16, size + 1)];
            Arrays.fill(longs, 0, size, MISSING);
        }
        kind = wanted;
    }

    private void noteBig(long value, long line) {
        if (value > Integer.MAX_VALUE || value <= Integer.MIN_VALUE) {
            biggest = size;
            noteInexact(value, line);
        }
    }

    private void noteInexact(long value, long line) {
        if (!forced && inexact == null && !Numbers.exact(value)) {
            inexact = Long.toString(value);
            inexactLine = line;
        }
    }

    private int grown(int length) {
        return Math.max(expected, Math.max(16, length + (length >> 1)));
    }

    private void put(long value) {
        if (size >= longs.length) {
            longs = Arrays.copyOf(longs, grown(longs.length));
        }
        longs[size] = value;
    }

    private void put(double value) {
        if (size >= doubles.length) {
            doubles = Arrays.copyOf(doubles, grown(doubles.length));
        }
        doubles[size] = value;
    }

    /** Refuses a column of decimal numbers with a whole one that would lose digits. */
    void checkExact() {
        if (kind == Kind.DECIMAL && decimals && inexact != null) {
            throw Problem.at(
                    file,
                    inexactLine,
                    name,
                    "the column holds decimal numbers, and " + inexact
                            + " would lose digits as one. types(Map.of(\"" + name
                            + "\", \"text\")) keeps every digit, \"double\" instead of \"text\" rounds.");
        }
    }

    /** The column of Tablesaw. */
    Column<?> column() {
        return switch (kind) {
            case INTEGER -> Finish.whole(name, longs, size, biggest >= 0);
            case DECIMAL -> DoubleColumn.create(name, Arrays.copyOf(doubles, size));
            case BOOLEAN -> Finish.truths(name, longs, size);
            case DATE -> Finish.dates(name, longs, size);
            case DATETIME -> Finish.times(name, longs, size);
            case TEXT -> StringColumn.create(name, texts);
            // Nothing but missing values: numbers, as in pandas, unless there is no row at all.
            default -> size == 0 ? StringColumn.create(name) : Finish.nothing(name, size);
        };
    }
}
