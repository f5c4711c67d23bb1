package lectern.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts bytes of UTF-8 into records and fields; separators within quotes belong to the field.
 *
 * <p>After {@link #next} the fields of the record lie in {@link #data} between {@link #from} and {@link #to} until the next
 * call. Nothing is copied: a record that the buffer cuts is scanned again with more bytes behind it.
 */
final class Tokenizer {
    private static final int BLOCK = 1 << 20;
    /** No byte equals this. */
    private static final int NONE = 256;

    private static final byte PLAIN = 0;
    private static final byte QUOTED = 1;
    private static final byte ESCAPED = 2;

    private enum Step {
        RECORD,
        BLANK,
        MORE,
        END
    }

    byte[] data = new byte[BLOCK];
    int[] from = new int[64];
    int[] to = new int[64];
    /** The number of fields of the record. */
    int fields;
    /** The line in which the record starts, counted from one. */
    long line;
    /** The bytes read so far. */
    long bytes;

    private byte[] form = new byte[64];
    private final InputStream in;
    private final String file;
    private final boolean[] stop = new boolean[256];
    private final boolean white;
    private final byte separator;
    private final int quote;
    private final int escape;
    private final int comment;
    private int start;
    private int limit;
    private boolean ended;
    private long nextLine = 1;
    /** Where a record ends and the next one starts, and the line that comes then. */
    private int after;

    private long lines;

    Tokenizer(InputStream in, String file, Settings settings) throws IOException {
        this.in = in;
        this.file = file;
        white = settings.separator == Settings.WHITE;
        separator = (byte) settings.separator;
        quote = settings.quote == 0 ? NONE : settings.quote;
        escape = settings.escape == 0 ? NONE : settings.escape;
        comment = settings.comment == 0 ? NONE : settings.comment;
        for (int sign : new int[] {separator, white ? '\t' : separator, '\n', '\r', comment}) {
            if (sign < NONE) {
                stop[sign] = true;
            }
        }
        for (int i = 0; i < settings.skip; i++) {
            skipLine();
        }
    }

    /** Whether the field was written between quotes. */
    boolean quoted(int field) {
        return form[field] != PLAIN;
    }

    /** Goes on to the next record that is neither blank nor a comment; false at the end. */
    boolean next() throws IOException {
        Step step = advance();
        while (step == Step.MORE) {
            refill();
            step = advance();
        }
        return step == Step.RECORD;
    }

    /** Goes on to the next record when all of it lies in the buffer, so that records taken before stay where they are. */
    boolean nextWithin() {
        return advance() == Step.RECORD;
    }

    private Step advance() {
        Step step = scan();
        while (step == Step.BLANK) {
            start = after;
            nextLine += lines;
            step = scan();
        }
        if (step == Step.RECORD) {
            line = nextLine;
            start = after;
            nextLine += lines;
            for (int i = 0; i < fields; i++) {
                if (form[i] == ESCAPED) {
                    to[i] = plain(from[i], to[i]);
                }
            }
        }
        return step;
    }

    private Step scan() {
        final byte[] d = data;
        final int end = limit;
        int p = start;
        fields = 0;
        lines = 0;
        // A line of blanks only is no record, unless a blank is the separator of something.
        while (p < end && (d[p] == ' ' || d[p] == '\t') && (white || d[p] != separator)) {
            p++;
        }
        if (p == end) {
            if (!ended) {
                return Step.MORE;
            }
            return Step.END;
        }
        if (d[p] == '\n' || d[p] == '\r' || d[p] == comment) {
            return lineEnd(p) ? Step.BLANK : Step.MORE;
        }
        if (!white) {
            p = start;
        }
        while (true) {
            if (p < end && d[p] == quote) {
                int close = closing(p + 1, end);
                if (close < 0) {
                    return Step.MORE;
                }
                add(p + 1, close, escapedInside ? ESCAPED : QUOTED);
                p = close + 1;
                // Blanks outside of the quotes belong to no field.
                while (p < end && (d[p] == ' ' || d[p] == '\t') && !stop[d[p]]) {
                    p++;
                }
                if (p < end && !stop[d[p] & 0xFF]) {
                    throw Problem.at(
                            file,
                            nextLine + lines,
                            "field " + fields + " goes on after its closing quote: "
                                    + Problem.quoted(new String(
                                                    d,
                                                    from[fields - 1] - 1,
                                                    Math.min(end, p + 8) - from[fields - 1] + 1,
                                                    java.nio.charset.StandardCharsets.UTF_8)
                                            .split("[\r\n]")[0])
                                    + "; double a quote that is meant as a sign, or set quote('…') to another one.");
                }
            } else {
                int f = p;
                while (p < end && !stop[d[p] & 0xFF]) {
                    p++;
                }
                add(f, p, PLAIN);
            }
            if (p == end) {
                if (!ended) {
                    return Step.MORE;
                }
                after = p;
                return Step.RECORD;
            }
            if (white && (d[p] == ' ' || d[p] == '\t')) {
                while (p < end && (d[p] == ' ' || d[p] == '\t')) {
                    p++;
                }
                if (p == end) {
                    if (!ended) {
                        return Step.MORE;
                    }
                    after = p;
                    return Step.RECORD;
                }
                if (d[p] != '\n' && d[p] != '\r' && d[p] != comment) {
                    continue;
                }
                return lineEnd(p) ? Step.RECORD : Step.MORE;
            }
            if (d[p] == separator) {
                p++;
                continue;
            }
            return lineEnd(p) ? Step.RECORD : Step.MORE;
        }
    }

    /** Takes a comment and the end of the line at this place; false when more bytes are needed to know where it ends. */
    private boolean lineEnd(int place) {
        int p = place;
        if (data[p] == comment) {
            while (p < limit && data[p] != '\n' && data[p] != '\r') {
                p++;
            }
        }
        if (p == limit) {
            after = p;
            return ended;
        }
        if (data[p] == '\r') {
            if (p + 1 == limit && !ended) {
                return false;
            }
            p += p + 1 < limit && data[p + 1] == '\n' ? 1 : 0;
        }
        after = p + 1;
        lines++;
        return true;
    }

    private boolean escapedInside;

    /** The place of the closing quote; −1 when more bytes are needed. */
    private int closing(int place, int end) {
        final byte[] d = data;
        escapedInside = false;
        int p = place;
        long inside = 0;
        while (p < end) {
            byte c = d[p];
            if (c == quote) {
                if (p + 1 == end && !ended) {
                    return -1;
                }
                if (p + 1 == end || d[p + 1] != quote) {
                    lines += inside;
                    return p;
                }
                escapedInside = true;
                p += 2;
                continue;
            }
            if (c == escape) {
                escapedInside = true;
                p += 2;
                continue;
            }
            inside += c == '\n' || c == '\r' && (p + 1 == end || d[p + 1] != '\n') ? 1 : 0;
            p++;
        }
        if (ended) {
            throw Problem.at(
                    file,
                    nextLine + lines,
                    "a quote (" + (char) quote + ") opens field " + (fields + 1)
                            + " and nothing closes it up to the end of the file; close it, or set quote('…') to another sign.");
        }
        return -1;
    }

    /** Drops the signs of escaping within a field, in place; returns its new end. */
    private int plain(int begin, int end) {
        int w = begin;
        for (int p = begin; p < end; p++) {
            if (p + 1 < end && (data[p] == quote && data[p + 1] == quote || data[p] == escape)) {
                p++;
            }
            data[w++] = data[p];
        }
        return w;
    }

    private void add(int begin, int end, byte how) {
        if (fields == from.length) {
            from = Arrays.copyOf(from, 2 * fields);
            to = Arrays.copyOf(to, 2 * fields);
            form = Arrays.copyOf(form, 2 * fields);
        }
        from[fields] = begin;
        to[fields] = end;
        form[fields++] = how;
    }

    private void skipLine() throws IOException {
        while (true) {
            for (int p = start; p < limit; p++) {
                if (data[p] == '\n' || data[p] == '\r') {
                    if (data[p] == '\r' && p + 1 == limit && !ended) {
                        break;
                    }
                    start = data[p] == '\r' && p + 1 < limit && data[p + 1] == '\n' ? p + 2 : p + 1;
                    nextLine++;
                    return;
                }
            }
            if (ended) {
                start = limit;
                return;
            }
            refill();
        }
    }

    private void refill() throws IOException {
        if (start > 0) {
            System.arraycopy(data, start, data, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == data.length) {
            if (data.length >= 1 << 30) {
                throw Problem.at(file, nextLine, "one record is longer than a gigabyte; is a quote left open?");
            }
            data = Arrays.copyOf(data, 2 * data.length);
        }
        int n = in.readNBytes(data, limit, data.length - limit);
        bytes += n;
        limit += n;
        ended = limit < data.length;
    }
}
