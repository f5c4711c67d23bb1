package lectern.kernel.language;

import java.util.List;
import java.util.Map;
import lectern.kernel.debug.Debuggee;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.notebook.Quote;

/**
 * A language as the protocol half of the kernel sees it: code goes in, values, errors and help come out.
 *
 * <p>{@link #execute} is called by one thread at a time; {@link #interrupt} and the help methods may be called by others while
 * it runs. Nothing here throws: what goes wrong in user code is an {@link Outcome}.
 */
public interface Interpreter extends AutoCloseable {
    /** Language name, version, file extension, MIME type and so on, as {@code kernel_info_reply.language_info} wants them. */
    Map<String, Object> languageInfo();

    /** The greeting that consoles print. */
    String banner();

    /** Runs a whole cell. Output goes through the {@link CellIo} of the request. */
    Outcome execute(Cell cell, CellIo io);

    /** Evaluates one expression for {@code user_expressions}, without side effects on history. */
    Outcome evaluate(String expression, CellIo io);

    /** Is this cell complete, does it want more lines, or can it never become valid? */
    Completeness isComplete(String code);

    /** Suggestions at a cursor position counted in UTF-16 units. */
    Completions complete(String code, int cursor);

    /** Documentation of what stands at the cursor (UTF-16 units); {@code detail} 1 asks for more. Null when nothing is known. */
    MimeBundle inspect(String code, int cursor, int detail);

    /** Runs code that the front end has triggered, such as a widget's callback, so that {@link #interrupt} reaches it. */
    default Outcome call(Runnable task, CellIo io) {
        task.run();
        return new Outcome.Success(null, List.of());
    }

    /** The representations of a value by the renderers that are registered. */
    default MimeBundle render(Object value) {
        return value instanceof Displayable shown ? shown.toMimeBundle() : MimeBundle.text(String.valueOf(value));
    }

    /** What the running cell says in an argument of the call of {@code verb} that the calling thread is in. */
    default Quote quote(String verb, int argument) {
        return Quote.NONE;
    }

    /** What a debugger may ask of this language; null where its cells cannot be debugged. */
    default Debuggee debuggee() {
        return null;
    }

    /** Stops the running cell soon, keeps the variables; harmless when nothing runs. */
    void interrupt();

    /** Ends the interpreter and every thread it started. */
    @Override
    void close();

    /** A cell to run: its text, its number (the n of {@code In[n]}), whether it is silent. */
    record Cell(String code, int number, boolean silent) {}

    /** Where the output of one request goes; may be used by any thread, also after the cell has ended. */
    interface CellIo {
        void stdout(String text);

        void stderr(String text);

        void display(MimeBundle bundle, String displayId);

        void update(MimeBundle bundle, String displayId);

        void clearOutput(boolean wait);

        /** Asks the person in front of the notebook for a line; null when the front end allows no input. */
        String input(String prompt, boolean password);
    }

    /** How a cell ended. */
    sealed interface Outcome {
        /** It ran; {@code value} is shown as the result and may be null; {@code payload} as in execute_reply. */
        record Success(MimeBundle value, List<Map<String, Object>> payload) implements Outcome {}

        /** It failed; {@code traceback} lines may hold ANSI colours. */
        record Failure(String name, String message, List<String> traceback) implements Outcome {}

        /** It was interrupted by the user. */
        record Interrupted(List<String> traceback) implements Outcome {}
    }

    /** Result of {@link #isComplete}: status is complete, incomplete, invalid or unknown. */
    record Completeness(String status, String indent) {}

    /** Suggestions that replace {@code [start, end)} in UTF-16 units. */
    record Completions(int start, int end, List<Suggestion> suggestions) {}

    /** One suggestion; type is one of the front end's icon names (function, class, keyword, ...), signature may be empty. */
    record Suggestion(String text, String type, String signature) {}
}
