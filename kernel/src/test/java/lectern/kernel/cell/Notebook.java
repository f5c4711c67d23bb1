package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import lectern.kernel.language.CellScope;
import lectern.kernel.language.Interpreter.Cell;
import lectern.kernel.language.Interpreter.CellIo;
import lectern.kernel.language.Interpreter.Outcome;
import lectern.notebook.Host;
import lectern.notebook.MimeBundle;
import lectern.notebook.Quote;

/** A notebook for tests: one interpreter, a counter, and what a cell has written. */
public final class Notebook {
    /** What came of one cell. */
    record Result(Outcome outcome, Recorder io) {
        String value() {
            return outcome instanceof Outcome.Success success && success.value() != null
                    ? success.value().data().get(MimeBundle.TEXT).toString()
                    : null;
        }

        MimeBundle bundle() {
            return ((Outcome.Success) outcome).value();
        }

        String error() {
            return outcome instanceof Outcome.Failure failure ? failure.name() + ": " + failure.message() : null;
        }

        String traceback() {
            var lines = outcome instanceof Outcome.Failure failure
                    ? failure.traceback()
                    : outcome instanceof Outcome.Interrupted interrupted ? interrupted.traceback() : List.<String>of();
            return String.join("\n", lines).replaceAll("\u001b\\[[0-9;]*m", "");
        }

        String out() {
            return io.text("out");
        }
    }

    /** Keeps what a cell sends, in order. */
    static final class Recorder implements CellIo {
        record Event(String kind, Object content) {}

        final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
        private final List<String> answers = new ArrayList<>();

        String text(String kind) {
            return events.stream()
                    .filter(event -> event.kind().equals(kind))
                    .map(event -> event.content().toString())
                    .collect(Collectors.joining());
        }

        @Override
        public void stdout(String text) {
            events.add(new Event("out", text));
        }

        @Override
        public void stderr(String text) {
            events.add(new Event("err", text));
        }

        @Override
        public void display(MimeBundle bundle, String displayId) {
            events.add(new Event("display", bundle));
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {
            events.add(new Event("update", bundle));
        }

        @Override
        public void clearOutput(boolean wait) {
            events.add(new Event("clear", wait));
        }

        @Override
        public String input(String prompt, boolean password) {
            return answers.isEmpty() ? null : answers.removeFirst();
        }
    }

    private static Notebook shared;

    public final JavaInterpreter interpreter = new JavaInterpreter();
    private int number;

    /** With a kernel of its own, for tests that leave something behind; most want {@link #fresh}. */
    Notebook() {
        lectern.notebook.Notebook.install(new TestHost(interpreter));
    }

    /** The notebook of all tests, with nothing in it. */
    public static synchronized Notebook fresh() {
        shared = shared == null ? new Notebook() : shared;
        // Another test may have opened a kernel of its own since.
        lectern.notebook.Notebook.install(new TestHost(shared.interpreter));
        shared.run("%reset");
        return shared;
    }

    public Result run(String code, String... answers) {
        var io = new Recorder();
        io.answers.addAll(List.of(answers));
        return run(code, io);
    }

    /** Runs a cell whose output can be watched while it runs. */
    public Result run(String code, Recorder io) {
        return new Result(interpreter.execute(new Cell(code, ++number, false), io), io);
    }

    int number() {
        return number;
    }

    /** Runs the cells one after the other and gives the result of the last. */
    Result all(String... cells) {
        Result last = null;
        for (var cell : cells) {
            last = run(cell);
        }
        return last;
    }

    /** The part of a kernel that shows things. */
    private record TestHost(JavaInterpreter interpreter) implements Host {
        @Override
        public void display(MimeBundle bundle, String displayId) {
            CellScope.current().display(bundle, displayId);
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {
            CellScope.current().update(bundle, displayId);
        }

        @Override
        public void clearOutput(boolean wait) {
            CellScope.current().clearOutput(wait);
        }

        @Override
        public MimeBundle render(Object value) {
            return interpreter.render(value);
        }

        @Override
        public Quote quote(String verb, int argument) {
            return interpreter.quote(verb, argument);
        }

        @Override
        public boolean interruptRequested() {
            return false;
        }

        @Override
        public boolean interactive() {
            return true;
        }

        @Override
        public String input(String prompt, boolean secret) {
            return CellScope.current().input(prompt, secret);
        }

        @Override
        public Comm openComm(
                String target,
                java.util.Map<String, Object> data,
                java.util.Map<String, Object> metadata,
                byte[]... buffers) {
            throw new UnsupportedOperationException("no front end here");
        }
    }
}
