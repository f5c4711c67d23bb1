package lectern.data.csv;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The records that lie in the buffer of a tokenizer at one time, and the columns that take them: one after the other, or by
 * several threads, a column each, when the file is long.
 */
final class Block {
    /** Files with fewer bytes are read by one thread. */
    private static final long LONG = 1 << 22;

    final int width;
    int rows;
    byte[] data;
    /** Where the fields of all rows start, row by row; −1 for a field that is not there. */
    int[] from;

    int[] to;
    boolean[] quoted;
    long[] line = new long[64];

    private final boolean together;

    Block(int width, long bytes) {
        this.width = width;
        together = bytes > LONG;
        from = new int[16 * width];
        to = new int[16 * width];
        quoted = new boolean[16 * width];
    }

    /** Takes the record on which the tokenizer stands, of which so many fields count. */
    void take(Tokenizer tokens, int fields) {
        int start = rows * width;
        if (start + width > from.length) {
            int size = Math.max(start + width, 2 * from.length);
            from = Arrays.copyOf(from, size);
            to = Arrays.copyOf(to, size);
            quoted = Arrays.copyOf(quoted, size);
        }
        if (rows == line.length) {
            line = Arrays.copyOf(line, 2 * rows);
        }
        System.arraycopy(tokens.from, 0, from, start, fields);
        System.arraycopy(tokens.to, 0, to, start, fields);
        for (int j = 0; j < fields; j++) {
            quoted[start + j] = tokens.quoted(j);
        }
        for (int j = fields; j < width; j++) {
            from[start + j] = -1;
        }
        data = tokens.data;
        line[rows++] = tokens.line;
    }

    /** Hands the rows to the columns; the first line in which something is wrong decides what is said. */
    void flush(ColumnBuilder[] builders) {
        IntStream columns = IntStream.range(0, builders.length).filter(j -> builders[j] != null);
        if (together && rows > 1) {
            columns.parallel().forEach(j -> builders[j].addAll(this, j));
        } else {
            columns.forEach(j -> builders[j].addAll(this, j));
        }
        rows = 0;
        ColumnBuilder first = null;
        for (ColumnBuilder builder : builders) {
            boolean failed = builder != null && builder.failure != null;
            first = failed && (first == null || builder.failureLine < first.failureLine) ? builder : first;
        }
        if (first != null) {
            throw first.failure;
        }
    }
}
