package lectern.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import lectern.notebook.Captured;
import lectern.notebook.Lazy;
import lectern.notebook.MimeBundle;

/** What magics need of the interpreter. */
public interface MagicContext {
    /** Runs Java text as part of the running cell and returns its value, null where it has none. */
    Object run(String code) throws Throwable;

    /**
     * Runs Java text and keeps what it prints and shows, its value among that; {@code kept} gets it also where the code fails.
     */
    void capture(String code, Kept kept) throws Throwable;

    /** The lines that a command of the shell prints. */
    List<String> lines(String command);

    /** Compiles {@code code} once into something that runs it as many times as it is told; for {@code %timeit}. */
    Repeatable compile(String code) throws Throwable;

    /** Could this text be run as it is, or would a line more have to follow? */
    boolean isComplete(String code);

    /** Puts a text into the running cell in place of its own, where the front end can do that. */
    void replaceCell(String text);

    void addToClassPath(List<Path> paths);

    List<Path> classPath();

    /** Libraries that may be fetched. */
    List<Lazy> libraries();

    /** Is this library on the class path? */
    boolean isThere(Lazy library);

    /** Fetches a library and adds it to the class path. */
    void bring(Lazy library);

    /** Variables with type, holding cell and a short text of the value. */
    List<Variable> variables();

    /** Cells executed so far, oldest first. */
    List<String> history();

    /** Forgets everything that cells have declared. */
    void reset();

    /** Documentation of a name, null when nothing is known. */
    MimeBundle inspect(String name, int detail);

    /** Shows a value below the cell now. */
    void show(Object value);

    /** Takes what was kept. */
    @FunctionalInterface
    interface Kept {
        void take(Captured captured) throws Throwable;
    }

    /** Code that can be run again and again. */
    @FunctionalInterface
    interface Repeatable {
        void run(long times) throws Throwable;
    }

    /** A variable of the notebook. */
    record Variable(String name, String type, String value, int cell) {}
}
