package lectern.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import lectern.notebook.MimeBundle;

/** Sends everything that all front ends see: status, streams, results, displays, errors, comms. */
final class Publisher {
    /** How long printed text may wait for more: a person does not see it, and short cells give one message. */
    private static final long FIRST_DELAY = 15_000_000L;

    private static final long DELAY = 50_000_000L;
    /**
     * Four times what a browser takes to draw a character: it draws all output of a cell anew when some is added, and is to
     * have time for other things.
     */
    private static final long NANOS_A_CHARACTER = 3_000;

    private final Wire wire;
    private final Session session;
    private final ConcurrentLinkedQueue<RequestIo> waiting = new ConcurrentLinkedQueue<>();
    final Throttle throttle;
    final long cellLimit;

    Publisher(Wire wire, Session session, Settings settings) {
        this.wire = wire;
        this.session = session;
        this.throttle = new Throttle(settings.outputBurst(), settings.outputRate());
        this.cellLimit = settings.outputLimit();
    }

    void status(String state, byte[] parent) {
        publish("status", parent, Map.of(), Map.of("execution_state", state), List.of());
    }

    /** Returns the number of bytes that were sent. */
    long stream(String name, String text, byte[] parent) {
        return publish("stream", parent, Map.of(), Map.of("name", name, "text", text), List.of());
    }

    void executeInput(String code, int number, byte[] parent) {
        publish("execute_input", parent, Map.of(), Map.of("code", code, "execution_count", number), List.of());
    }

    void executeResult(MimeBundle value, int number, byte[] parent) {
        var content = new LinkedHashMap<String, Object>(bundle(value));
        content.put("execution_count", number);
        publish("execute_result", parent, Map.of(), content, List.of());
    }

    /** Returns the number of bytes that were sent. */
    long display(MimeBundle value, String displayId, boolean update, byte[] parent) {
        var content = new LinkedHashMap<String, Object>(bundle(value));
        content.put("transient", displayId == null ? Map.of() : Map.of("display_id", displayId));
        return publish(update ? "update_display_data" : "display_data", parent, Map.of(), content, List.of());
    }

    void clearOutput(boolean wait, byte[] parent) {
        publish("clear_output", parent, Map.of(), Map.of("wait", wait), List.of());
    }

    /** Sends any message to all front ends; returns its size in bytes. */
    long publish(String type, byte[] parent, Map<String, ?> metadata, Map<String, ?> content, List<byte[]> buffers) {
        var topic = List.of(("kernel." + type).getBytes(StandardCharsets.US_ASCII));
        byte[][] frames = session.encode(topic, type, parent, metadata, content, buffers);
        wire.send(Wire.Channel.IOPUB, frames);
        long size = 0;
        for (byte[] frame : frames) {
            size += frame.length;
        }
        return size;
    }

    static Map<String, Object> bundle(MimeBundle value) {
        return Map.of("data", value.data(), "metadata", value.metadata());
    }

    /** Lets the printed text of a request go out soon. */
    void flushLater(RequestIo io) {
        waiting.add(io);
        wire.wake();
    }

    /** When text that comes now should leave, given when text of the same request left last and how much it was in all. */
    static long due(long now, long lastFlush, boolean first, long printed) {
        return first
                ? now + FIRST_DELAY
                : Math.max(now + FIRST_DELAY, lastFlush + Math.max(DELAY, printed * NANOS_A_CHARACTER));
    }

    /** Sends what is due; returns the nanoseconds until the next is, see {@link Wire.Timer}. */
    long tick(long now) {
        long next = Wire.Timer.NEVER;
        for (var each = waiting.iterator(); each.hasNext(); ) {
            RequestIo io = each.next();
            long left = io.due() - now;
            if (left <= 0) {
                each.remove();
                io.flushDue();
            } else {
                next = Math.min(next, left);
            }
        }
        return next;
    }
}
