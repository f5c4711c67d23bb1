package lectern.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lectern.kernel.language.CellScope;
import lectern.kernel.language.Interpreter;
import lectern.kernel.language.JavaLanguage;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;

/** A language of one verb a line, with which tests make a cell do what the protocol has to carry. */
public final class ScriptedInterpreter implements Interpreter {
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private final List<String> received = new ArrayList<>();

    @Override
    public Map<String, Object> languageInfo() {
        return JavaLanguage.info();
    }

    @Override
    public String banner() {
        return JavaLanguage.banner();
    }

    /** What comm handlers have got. */
    List<String> received() {
        return received;
    }

    @Override
    public Outcome execute(Cell cell, CellIo io) {
        stop = new CountDownLatch(1);
        MimeBundle value = null;
        var payload = new ArrayList<Map<String, Object>>();
        for (String line : cell.code().split("\n")) {
            String[] words = line.strip().split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            try {
                switch (words[0]) {
                    case "print" -> io.stdout(rest + "\n");
                    case "error" -> io.stderr(rest + "\n");
                    case "value" -> value = MimeBundle.text(rest);
                    case "show" -> Notebook.host().display(MimeBundle.text(rest), null);
                    case "show-as" -> io.display(MimeBundle.text(rest), "the-id");
                    case "update" -> io.update(MimeBundle.text(rest), "the-id");
                    case "picture" -> io.display(MimeBundle.of("image/png", new byte[] {1, 2, 3}), null);
                    case "clear" -> io.clearOutput(Boolean.parseBoolean(rest));
                    case "number" -> io.stdout("In[" + cell.number() + "]");
                    case "flood" -> {
                        for (int i = 0; i < Integer.parseInt(rest); i++) {
                            io.stdout("line " + i + "\n");
                        }
                    }
                    case "late" ->
                        Thread.ofPlatform().start(() -> {
                            pause(100);
                            CellScope.current().stdout(rest);
                        });
                    case "ask" -> io.stdout("<" + io.input(rest, false) + ">");
                    case "ask-secret" -> io.stdout("<" + io.input(rest, true) + ">");
                    case "wait" -> {
                        if (stop.await(Long.parseLong(rest), TimeUnit.MILLISECONDS)) {
                            return new Outcome.Interrupted(List.of("stopped"));
                        }
                    }
                    case "page" ->
                        payload.add(Map.of("source", "page", "data", Map.of("text/plain", rest), "start", 0));
                    case "fail" -> {
                        return new Outcome.Failure("Failed", rest, List.of("at line", rest));
                    }
                    case "crash" -> throw new IllegalStateException(rest);
                    case "comm" -> openComm(rest);
                    default -> {
                        return new Outcome.Failure("Unknown", words[0], List.of());
                    }
                }
            } catch (InterruptedException | CancellationException e) {
                return new Outcome.Interrupted(List.of("stopped"));
            }
        }
        return new Outcome.Success(value, payload);
    }

    private void openComm(String target) {
        var comm = Notebook.host().openComm(target, Map.of("hello", 1), Map.of("version", "2.1.0"), new byte[] {7});
        comm.onMessage(message -> {
            received.add(message.data() + " " + message.buffers().size());
            comm.send(Map.of("echo", message.data()), message.buffers().toArray(byte[][]::new));
        });
        comm.onClose(message -> received.add("closed"));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Outcome evaluate(String expression, CellIo io) {
        return expression.startsWith("bad")
                ? new Outcome.Failure("Bad", expression, List.of())
                : new Outcome.Success(MimeBundle.text("<" + expression + ">"), List.of());
    }

    @Override
    public Completeness isComplete(String code) {
        return code.endsWith("{") ? new Completeness("incomplete", "    ") : new Completeness("complete", "");
    }

    /** Suggests the word before the cursor with an exclamation mark. */
    @Override
    public Completions complete(String code, int cursor) {
        int start = code.lastIndexOf(' ', Math.max(0, cursor - 1)) + 1;
        String word = code.substring(start, cursor);
        return new Completions(start, cursor, List.of(new Suggestion(word + "!", "function", "(int x)")));
    }

    @Override
    public MimeBundle inspect(String code, int cursor, int detail) {
        return code.isBlank() ? null : MimeBundle.text(code.substring(0, cursor) + "|" + detail);
    }

    @Override
    public void interrupt() {
        stop.countDown();
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
