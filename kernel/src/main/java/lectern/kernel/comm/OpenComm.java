package lectern.kernel.comm;

import java.util.Map;
import java.util.function.Consumer;
import lectern.notebook.Host;

/** One comm as the program holds it. */
final class OpenComm implements Host.Comm {
    private final String id;
    private final String target;
    private final Comms comms;
    private volatile Consumer<Message> onMessage = message -> {};
    private volatile Consumer<Message> onClose = message -> {};

    OpenComm(String id, String target, Comms comms) {
        this.id = id;
        this.target = target;
        this.comms = comms;
    }

    @Override
    public String id() {
        return id;
    }

    String target() {
        return target;
    }

    @Override
    public void send(Map<String, Object> data, byte[]... buffers) {
        comms.send(this, data, buffers);
    }

    @Override
    public void close(Map<String, Object> data) {
        comms.close(this, data);
    }

    @Override
    public void onMessage(Consumer<Message> handler) {
        onMessage = handler;
    }

    @Override
    public void onClose(Consumer<Message> handler) {
        onClose = handler;
    }

    void deliver(Message message) {
        onMessage.accept(message);
    }

    void closed(Message message) {
        onClose.accept(message);
    }
}
