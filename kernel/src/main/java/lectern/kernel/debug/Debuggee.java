package lectern.kernel.debug;

import java.util.List;
import java.util.NavigableSet;
import lectern.notebook.MimeBundle;

/** What the debugger asks of the language it debugs. */
public interface Debuggee {
    /** A variable in sight; {@code type} is Java text that compiles in a cell. */
    record Variable(String name, String type, Object value) {}

    /** The variables of the notebook in the order of their declaration, those of the running cell with them. */
    List<Variable> variables();

    /** A notebook variable for a value; an existing one of this name is replaced. */
    void declare(Variable variable) throws Throwable;

    /**
     * Compiles an expression, or statements, in which these variables are in sight beside those of the notebook.
     *
     * @throws IllegalArgumentException with the words of the compiler, when the code does not compile
     */
    Snippet compile(String code, List<Variable> locals) throws Throwable;

    /**
     * Runs code as a cell of its own where no cell is running.
     *
     * @throws IllegalStateException when a cell is running
     */
    Object evaluateBetweenCells(String code) throws Throwable;

    /** The value as short text. */
    String text(Object value);

    /** All representations of the value. */
    MimeBundle render(Object value);

    /** Lines of a cell, from one, on which a statement or a part of one begins. */
    NavigableSet<Integer> lines(String code);

    /** Why a thread cannot stop at a line of a cell as things are, in a sentence; empty when it can. */
    String obstacle(String code, int line);

    /** Throws what ends the cell of the calling thread if the user has asked for its end. */
    void checkInterrupt();
}
