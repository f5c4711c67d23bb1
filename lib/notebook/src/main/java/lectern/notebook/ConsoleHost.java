package lectern.notebook;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stands in for a kernel in a plain Java program: what is displayed explicitly goes to the console as text. */
final class ConsoleHost implements Host {
    @Override
    public void display(MimeBundle bundle, @Nullable String displayId) {
        System.out.println(bundle);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        System.out.println(bundle);
    }

    @Override
    public void clearOutput(boolean wait) {
        // A console cannot take back what it printed.
    }

    @Override
    public MimeBundle render(@Nullable Object value) {
        return value instanceof Displayable shown ? shown.toMimeBundle() : MimeBundle.text(String.valueOf(value));
    }

    @Override
    public boolean interruptRequested() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public @Nullable String input(String prompt, boolean secret) {
        var console = System.console();
        if (!secret || console == null || !console.isTerminal()) {
            return Host.super.input(prompt, secret);
        }
        var typed = console.readPassword("%s", prompt);
        return typed == null ? null : new String(typed);
    }

    @Override
    public Comm openComm(String target, Map<String, Object> data, Map<String, Object> metadata, byte[]... buffers) {
        return new SilentComm(UUID.randomUUID().toString());
    }

    /** A comm without a front end: what is sent is dropped, nothing ever arrives. */
    private record SilentComm(String id) implements Comm {
        @Override
        public void send(Map<String, Object> data, byte[]... buffers) {}

        @Override
        public void close(Map<String, Object> data) {}

        @Override
        public void onMessage(Consumer<Message> handler) {}

        @Override
        public void onClose(Consumer<Message> handler) {}
    }
}
