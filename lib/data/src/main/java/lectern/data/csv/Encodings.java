package lectern.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Which encoding a file has, as far as that is certain, and the way from any of them to UTF-8. */
final class Encodings {
    private Encodings() {}

    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "There is no encoding '" + name
                            + "'; the usual ones are \"UTF-8\", \"windows-1252\" (Western Europe), \"ISO-8859-1\", "
                            + "\"windows-1250\" (Central Europe), \"windows-1251\" (Cyrillic), \"UTF-16\", \"Shift_JIS\" and \"GB18030\".",
                    e);
        }
    }

    /** The mark at the beginning of a file that tells its encoding, or null. */
    static Charset marked(byte[] head, int n) {
        if (n >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (n >= 4 && head[0] == 0 && head[1] == 0 && head[2] == (byte) 0xFE && head[3] == (byte) 0xFF) {
            return Charset.forName("UTF-32BE");
        }
        if (n >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return n >= 4 && head[2] == 0 && head[3] == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
        }
        return n >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF ? StandardCharsets.UTF_16BE : null;
    }

    /** The length of the mark of an encoding at the beginning of a file. */
    static int markLength(Charset charset) {
        return charset.name().startsWith("UTF-32") ? 4 : charset.name().startsWith("UTF-16") ? 2 : 3;
    }

    /** UTF-16 without a mark: every second byte of what must be plain signs is zero; null where that is not so. */
    static Charset unmarked16(byte[] head, int n) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < n; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = n / 2;
        boolean little = pairs > 0 && even == 0 && odd * 10L >= pairs * 6L;
        boolean big = pairs > 0 && odd == 0 && even * 10L >= pairs * 6L;
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    /** The text of bytes in UTF-8; null where they are not UTF-8. */
    static String strict(byte[] data, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(data, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** What is wrong with bytes that are not UTF-8, and how they would read in the usual other encodings. */
    static String complaint(byte[] data, int from, int to) {
        int bad = from;
        while (bad < to && data[bad] >= 0) {
            bad++;
        }
        while (bad < to && strict(data, from, bad + 1) != null) {
            bad++;
        }
        var words = new StringBuilder(String.format(
                "the byte 0x%02X is not UTF-8, and which encoding it is cannot be known for certain. The field reads ",
                data[Math.min(bad, to - 1)] & 0xFF));
        String[] candidates = {"windows-1252", "windows-1250", "windows-1251"};
        for (int i = 0; i < candidates.length; i++) {
            words.append(i == 0 ? "" : i == candidates.length - 1 ? " and " : ", ")
                    .append(Problem.quoted(new String(data, from, to - from, Charset.forName(candidates[i]))))
                    .append(" with encoding(\"")
                    .append(candidates[i])
                    .append("\")");
        }
        return words.append(": choose the right one.").toString();
    }

    /** The bytes of a stream in another encoding as UTF-8; what does not fit the encoding ends it with a sentence. */
    static InputStream recoded(InputStream raw, Charset charset, String file) {
        Reader reader = new InputStreamReader(
                raw,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new InputStream() {
            private final char[] chars = new char[1 << 14];
            private int held;
            private byte[] bytes = {};
            private int at;

            @Override
            public int read() throws IOException {
                return fill() ? bytes[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (!fill()) {
                    return -1;
                }
                int n = Math.min(length, bytes.length - at);
                System.arraycopy(bytes, at, target, offset, n);
                at += n;
                return n;
            }

            private boolean fill() throws IOException {
                while (at == bytes.length) {
                    int n;
                    try {
                        n = reader.read(chars, held, chars.length - held);
                    } catch (CharacterCodingException e) {
                        throw Problem.in(
                                file,
                                "it holds bytes that do not exist in the encoding " + charset.name()
                                        + "; name the right one by encoding(\"…\").");
                    }
                    if (n < 0 && held == 0) {
                        return false;
                    }
                    int all = held + Math.max(n, 0);
                    // The first half of a pair waits for the second one.
                    int whole = n > 0 && Character.isHighSurrogate(chars[all - 1]) ? all - 1 : all;
                    bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
                    at = 0;
                    held = all - whole;
                    if (held > 0) {
                        chars[0] = chars[whole];
                    }
                }
                return true;
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
