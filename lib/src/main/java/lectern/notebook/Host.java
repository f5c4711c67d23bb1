package lectern.notebook;

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

    /** Opens a channel of messages to the front end, as widgets use it. */
    Comm openComm(String target, Map<String, Object> data, Map<String, Object> metadata, byte[]... buffers);

    /** The id of the request that the calling thread works for; empty on a console. */
    default String requestId() {
        return "";
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
