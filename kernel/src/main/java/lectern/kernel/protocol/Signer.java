package lectern.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Signs messages and checks signatures by HMAC (RFC 2104), written out over {@link MessageDigest} because starting the
 * cryptography providers behind {@code javax.crypto.Mac} costs a kernel start tens of milliseconds.
 *
 * <p>Signatures that have been accepted once are remembered and refused afterwards.
 */
final class Signer {
    private static final int REMEMBERED = 1 << 16;

    private final MessageDigest inner;
    private final MessageDigest outer;
    private final Map<Seen, Boolean> accepted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Seen, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A signer for schemes such as {@code hmac-sha256}; an empty key switches signing off. */
    Signer(String scheme, byte[] key) {
        if (key.length == 0) {
            inner = null;
            outer = null;
            return;
        }
        String hash = scheme.toLowerCase(Locale.ROOT).replaceFirst("^hmac-", "");
        inner = digest(hash);
        outer = digest(hash);
        int block = hash.equals("sha384") || hash.equals("sha512") ? 128 : 64;
        byte[] padded = Arrays.copyOf(key.length > block ? digest(hash).digest(key) : key, block);
        inner.update(xor(padded, 0x36));
        outer.update(xor(padded, 0x5c));
    }

    private static MessageDigest digest(String hash) {
        String name = hash.startsWith("sha") && !hash.startsWith("sha3") ? "SHA-" + hash.substring(3) : hash;
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(
                    "signature scheme hmac-" + hash + " is unknown here; hmac-sha256 works", e);
        }
    }

    private static byte[] xor(byte[] bytes, int with) {
        byte[] mixed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            mixed[i] = (byte) (bytes[i] ^ with);
        }
        return mixed;
    }

    /** The signature over the four JSON frames in lower-case hexadecimal digits; empty without a key. */
    byte[] sign(byte[] header, byte[] parent, byte[] metadata, byte[] content) {
        if (inner == null) {
            return new byte[0];
        }
        return HexFormat.of().formatHex(mac(header, parent, metadata, content)).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] mac(byte[] header, byte[] parent, byte[] metadata, byte[] content) {
        try {
            var first = (MessageDigest) inner.clone();
            first.update(header);
            first.update(parent);
            first.update(metadata);
            first.update(content);
            return ((MessageDigest) outer.clone()).digest(first.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True when the signature fits and has not been used before; compares in constant time. Called by one thread. */
    boolean accept(byte[] signature, byte[] header, byte[] parent, byte[] metadata, byte[] content) {
        if (inner == null) {
            return true;
        }
        byte[] expected = sign(header, parent, metadata, content);
        if (!MessageDigest.isEqual(expected, signature)) {
            return false;
        }
        return accepted.putIfAbsent(Seen.of(expected), Boolean.TRUE) == null;
    }

    /** Half of a signature: enough to tell two messages apart. */
    private record Seen(long high, long low) {
        static Seen of(byte[] hex) {
            long high = 0;
            long low = 0;
            for (int i = 0; i < 16; i++) {
                high = high << 4 | Character.digit(hex[i], 16);
                low = low << 4 | Character.digit(hex[16 + i], 16);
            }
            return new Seen(high, low);
        }
    }
}
