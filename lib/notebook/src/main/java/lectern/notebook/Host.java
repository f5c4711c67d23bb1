package lectern.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** What surrounds a running cell: a notebook kernel, or a plain console. */
public interface Host {
    /** Shows a bundle below the running cell; {@code displayId} may be null. */
    void display(MimeBundle bundle, String displayId);

    /** Replaces what was shown under this id. */
    void update(MimeBundle bundle, String displayId);

    /** Clears the output of the running cell, at once or as soon as new output comes. */
    void clearOutput(boolean wait);

    /** The representations of any value, by the renderers registered. */
    MimeBundle render(Object value);

    /** True when the user has asked to interrupt the running cell and it has not ended yet. */
    boolean interruptRequested();

    /** True when a front end shows rich output, false on a console. */
    boolean interactive();

    /**
     * Asks the person in front of the notebook for a line; null when nobody is there.
     *
     * @param secret true when the line must stay hidden while it is typed; a plain stream cannot do that
     */
    default String input(String prompt, boolean secret) {
        System.out.print(prompt);
        System.out.flush();
        var line = new ByteArrayOutputStream();
        try {
            // Byte by byte: what follows the line is for the next reader.
            int next = System.in.read();
            boolean ended = next < 0;
            for (; next >= 0 && next != '\n'; next = System.in.read()) {
                line.write(next);
            }
            return ended ? null : line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
        } catch (IOException e) {
            throw new UncheckedIOException("The input cannot be read", e);
        }
    }

    /** Opens a channel of messages to the front end, as widgets use it. */
    Comm openComm(String target, Map<String, Object> data, Map<String, Object> metadata, byte[]... buffers);

    /** The id of the request that the calling thread works for; empty on a console. */
    default String requestId() {
        return "";
    }

    /**
     * What the cell says in an argument of the call that the calling thread is in, for messages; counted from 0.
     * {@link Quote#NONE} where the source is not known.
     *
     * @param verb the method as the cell calls it, such as {@code check}
     */
    default Quote quote(String verb, int argument) {
        return Quote.NONE;
    }

    /** Takes note of a claim: one that does not hold is shown, as far as this host shows anything. */
    default void claimed(Claim claim) {
        if (!claim.held()) {
            display(claim.toMimeBundle(), null);
        }
    }

    /** Says who answers when the front end opens a channel with this target; a console never does. */
    default void onCommOpen(String target, CommTarget handler) {}

    /** Answers a channel that the front end has opened. */
    @FunctionalInterface
    interface CommTarget {
        void opened(Comm comm, Comm.Message message);
    }

    /** One open channel of messages between the program and the front end. */
    interface Comm {
        String id();

        void send(Map<String, Object> data, byte[]... buffers);

        void close(Map<String, Object> data);

        void onMessage(Consumer<Message> handler);

        void onClose(Consumer<Message> handler);

        /** What arrives over a comm. */
        record Message(Map<String, Object> data, Map<String, Object> metadata, java.util.List<byte[]> buffers) {}
    }
}
