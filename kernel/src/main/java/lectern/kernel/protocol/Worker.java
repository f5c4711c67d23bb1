package lectern.kernel.protocol;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One thread that answers requests in the order in which they came: the main shell, a subshell, or control.
 *
 * <p>Every request is framed by busy and idle; whatever a handler throws becomes an error reply.
 */
final class Worker {
    /** Answers a request; the returned content is sent as the reply, null sends none. */
    interface Handler {
        Map<String, Object> handle(Message message, Worker worker);
    }

    private static final class Item {
        final Message message;
        volatile boolean aborted;

        Item(Message message) {
            this.message = message;
        }
    }

    private static final Message STOP = new Message(null, null, Map.of(), Map.of(), Map.of(), Map.of(), null);

    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Wire.Channel channel;
    private final Handler handler;
    private final Publisher publisher;
    private final Wire wire;
    private final Session session;
    private final Thread thread;
    private Runnable after;

    Worker(String name, Wire.Channel channel, Handler handler, Publisher publisher, Wire wire, Session session) {
        this.channel = channel;
        this.handler = handler;
        this.publisher = publisher;
        this.wire = wire;
        this.session = session;
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void submit(Message message) {
        queue.add(new Item(message));
    }

    /** Ends the thread after what is queued. */
    void stop() {
        queue.add(new Item(STOP));
    }

    /** Makes every cell that waits, and every cell that has reached the socket, answer that it was aborted. */
    void abortWaiting() {
        wire.fence();
        for (Item item : queue) {
            item.aborted = true;
        }
    }

    /** The thread that answers. */
    Thread thread() {
        return thread;
    }

    private void run() {
        while (true) {
            try {
                Item item = queue.take();
                if (item.message == STOP) {
                    return;
                }
                answer(item);
            } catch (InterruptedException e) {
                // An interrupt that came too late for the code it was meant for.
                Thread.interrupted();
            }
        }
    }

    private void answer(Item item) {
        Message message = item.message;
        publisher.status("busy", message.rawHeader());
        try {
            boolean abort = item.aborted && message.type().equals("execute_request");
            reply(message, abort ? Map.of("status", "aborted") : handler.handle(message, this));
        } catch (RuntimeException | Error e) {
            reply(message, Replies.error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of()));
        } finally {
            Thread.interrupted();
            publisher.status("idle", message.rawHeader());
            if (after != null) {
                after.run();
            }
        }
    }

    /** Lets a handler name something that is done once its reply is out. */
    void afterReply(Runnable action) {
        after = action;
    }

    /** Sends the reply to a request, if there is anything to reply. */
    private void reply(Message message, Map<String, Object> content) {
        if (content == null || !message.type().endsWith("_request")) {
            return;
        }
        String type = message.type().substring(0, message.type().length() - "_request".length()) + "_reply";
        var metadata = type.equals("execute_reply") && content.get("status") != null
                ? Map.of("status", content.get("status"), "started", Session.now())
                : Map.<String, Object>of();
        wire.send(
                channel, session.encode(message.identities(), type, message.rawHeader(), metadata, content, List.of()));
    }
}
