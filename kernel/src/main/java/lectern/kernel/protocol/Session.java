package lectern.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lectern.kernel.json.Json;

/** Turns messages into signed frames and back: the wire format of one kernel's life. */
final class Session {
    static final String PROTOCOL_VERSION = "5.5";
    static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY = {'{', '}'};
    private static final int JSON_FRAMES = 4;

    private final Signer signer;
    private final String id;
    private final String user = System.getProperty("user.name", "user");
    private final AtomicLong counter = new AtomicLong();

    Session(ConnectionInfo connection) {
        signer = new Signer(connection.scheme(), connection.keyBytes());
        // Unique, not secret: process, start time and a mix of the clock, without starting a secure random source.
        id = Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(System.currentTimeMillis()) + "-"
                + Long.toHexString(System.nanoTime());
    }

    /** A name that no other object of this kernel or of another one has. */
    String uniqueId() {
        return id + "-" + counter.incrementAndGet();
    }

    /** Why frames could not be read as a message. */
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message);
        }
    }

    /** Reads frames as they came from a socket; whatever is wrong with them is a {@link Malformed}. */
    Message decode(List<byte[]> frames) throws Malformed {
        int at = 0;
        while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        if (frames.size() < at + 2 + JSON_FRAMES) {
            throw new Malformed("truncated message of " + frames.size() + " frames");
        }
        byte[] header = frames.get(at + 2);
        byte[] parent = frames.get(at + 3);
        byte[] metadata = frames.get(at + 4);
        byte[] content = frames.get(at + 5);
        if (!signer.accept(frames.get(at + 1), header, parent, metadata, content)) {
            throw new Malformed("bad or repeated signature");
        }
        try {
            var message = new Message(
                    List.copyOf(frames.subList(0, at)),
                    header,
                    Json.parseObject(header),
                    Json.parseObject(parent),
                    Json.parseObject(metadata),
                    Json.parseObject(content),
                    List.copyOf(frames.subList(at + 2 + JSON_FRAMES, frames.size())));
            if (message.type().isEmpty() || message.id().isEmpty()) {
                throw new Malformed("header without msg_type or msg_id");
            }
            return message;
        } catch (IllegalArgumentException | StackOverflowError e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** The frames of a new message; {@code parent} is null when nothing has asked for it. */
    byte[][] encode(
            List<byte[]> identities,
            String type,
            byte[] parent,
            Map<String, ?> metadata,
            Map<String, ?> content,
            List<byte[]> buffers) {
        return encode(identities, uniqueId(), type, parent, metadata, content, buffers);
    }

    /** The same for a message whose id the caller has chosen. */
    byte[][] encode(
            List<byte[]> identities,
            String messageId,
            String type,
            byte[] parent,
            Map<String, ?> metadata,
            Map<String, ?> content,
            List<byte[]> buffers) {
        var header = new LinkedHashMap<String, Object>();
        header.put("msg_id", messageId);
        header.put("msg_type", type);
        header.put("username", user);
        header.put("session", id);
        header.put("date", now());
        header.put("version", PROTOCOL_VERSION);
        byte[] head = Json.bytes(header);
        byte[] origin = parent == null ? EMPTY : parent;
        byte[] meta = metadata.isEmpty() ? EMPTY : Json.bytes(metadata);
        byte[] body = Json.bytes(content);
        var frames = new ArrayList<byte[]>(identities.size() + 2 + JSON_FRAMES + buffers.size());
        frames.addAll(identities);
        frames.add(DELIMITER);
        frames.add(signer.sign(head, origin, meta, body));
        frames.add(head);
        frames.add(origin);
        frames.add(meta);
        frames.add(body);
        frames.addAll(buffers);
        return frames.toArray(byte[][]::new);
    }

    /** ISO 8601 with microseconds; {@code LocalDateTime.toString} needs no formatter classes. */
    static String now() {
        Instant instant = Instant.now();
        int micros = instant.getNano() / 1000 * 1000;
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), Math.max(micros, 1000), ZoneOffset.UTC) + "Z";
    }
}
