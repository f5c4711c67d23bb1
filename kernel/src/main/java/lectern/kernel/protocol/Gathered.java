package lectern.kernel.protocol;

import java.util.ArrayDeque;

/** Text that has been printed and not yet sent, in pieces of one stream each. */
final class Gathered {
    /** A text and the stream that it belongs to. */
    record Piece(String stream, String text) {}

    private record Run(String stream, StringBuilder text) {}

    /** More changes between the streams than this are not kept: a server takes a thousand messages a second. */
    private static final int RUNS = 256;

    private final ArrayDeque<Run> runs = new ArrayDeque<>();
    private long length;

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The number of characters. */
    long length() {
        return length;
    }

    void add(String stream, CharSequence text) {
        if (text.isEmpty()) {
            return;
        }
        length += text.length();
        if (!runs.isEmpty() && runs.getLast().stream().equals(stream)) {
            runs.getLast().text().append(text);
            return;
        }
        if (runs.size() >= RUNS) {
            for (var last = runs.descendingIterator(); last.hasNext(); ) {
                var run = last.next();
                if (run.stream().equals(stream)) {
                    run.text().append(text);
                    return;
                }
            }
        }
        runs.add(new Run(stream, new StringBuilder(text)));
    }

    /**
     * Takes the next text of one stream, of at most so many bytes as it will have in a message, at least one character; null where
     * there is none that may go: half a surrogate pair waits for its other half.
     */
    Piece take(long bytes) {
        if (runs.isEmpty()) {
            return null;
        }
        var run = runs.getFirst();
        var text = run.text();
        int end = 0;
        for (long used = 0; end < text.length(); end++) {
            used += bytes(text.charAt(end));
            if (used > bytes && end > 0) {
                break;
            }
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end += end == 1 && text.length() > 1 ? 1 : text.length() == 1 && runs.size() > 1 ? 0 : -1;
        }
        if (end == 0) {
            return null;
        }
        var piece = new Piece(run.stream(), text.substring(0, end));
        text.delete(0, end);
        length -= end;
        if (text.isEmpty()) {
            runs.removeFirst();
        }
        return piece;
    }

    /** Lets go of all that is more than so many characters, and returns how many those were. */
    long keep(long characters) {
        long left = characters;
        long before = length;
        for (var each = runs.iterator(); each.hasNext(); ) {
            var text = each.next().text();
            if (left <= 0) {
                length -= text.length();
                each.remove();
            } else if (text.length() > left) {
                length -= text.length() - left;
                text.setLength((int) left);
            }
            left -= text.length();
        }
        return before - length;
    }

    /** Bytes of a character in a message, about: UTF-8 in quotation marks. */
    private static int bytes(char c) {
        if (c < 0x20) {
            return c == '\n' || c == '\t' || c == '\r' ? 2 : 6;
        }
        return c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
}
