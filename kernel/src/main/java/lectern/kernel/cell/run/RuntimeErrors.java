package lectern.kernel.cell.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import lectern.kernel.cell.compile.Ansi;
import lectern.kernel.cell.compile.Units;
import lectern.kernel.language.Interpreter.Outcome;

/** Tells of an exception in a cell: where, in the words of the cell, and nothing of the kernel. */
public final class RuntimeErrors {
    private static final int FRAMES = 24;

    /** Of frames inside Java itself only the one that the cell has called is told. */
    private static final List<String> OF_JAVA = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** Wrong use, not a fault of the library: only the frame that the cell has called is told of its inside too. */
    private static final List<Class<? extends RuntimeException>> WRONG_USE = List.of(
            IllegalArgumentException.class,
            IllegalStateException.class,
            IndexOutOfBoundsException.class,
            UnsupportedOperationException.class,
            ArithmeticException.class,
            NullPointerException.class);

    private static final Pattern MODULES = Pattern.compile(" \\([^()]* (?:is|are) in [\\s\\S]*\\)$");
    private static final int WIDE = 160;

    private final Units units;

    public RuntimeErrors(Units units) {
        this.units = units;
    }

    public Outcome failure(Throwable thrown) {
        return new Outcome.Failure(name(thrown), message(thrown), lines(thrown));
    }

    /** Says where a cell was when it was asked to stop, and whether its thread had to be {@code left} behind. */
    public List<String> interrupted(StackTraceElement[] where, boolean left) {
        var lines = new ArrayList<String>();
        lines.add(Ansi.red("Interrupted")
                + (left
                        ? ": the cell waits for something that no interrupt reaches; it is left behind and ends when that "
                                + "comes, the variables are kept"
                        : ": the cell was stopped, the variables are kept"));
        var trace = new Throwable();
        trace.setStackTrace(where);
        frames(trace, lines);
        return lines.subList(0, Math.min(lines.size(), 7));
    }

    List<String> lines(Throwable thrown) {
        var lines = new ArrayList<String>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (var t = thrown; t != null && seen.add(t); t = t.getCause()) {
            lines.add((t == thrown ? "" : "Caused by: ")
                    + Ansi.red(name(t))
                    + (message(t).isEmpty() ? "" : ": " + message(t)));
            frames(t, lines);
            for (var hidden : t.getSuppressed()) {
                lines.add("  Suppressed: " + Ansi.red(name(hidden)) + ": " + message(hidden));
            }
        }
        return lines;
    }

    static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName().isEmpty()
                ? Units.plain(thrown.getClass().getName())
                : thrown.getClass().getSimpleName();
    }

    static String message(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "a method calls itself without end (or too deep); the variables are kept";
        }
        if (thrown instanceof OutOfMemoryError) {
            return "the memory of the kernel is used up ("
                    + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MiB); drop large variables, or start Jupyter with more for each kernel, such as LECTERN_HEAP=4g make lab ("
                    + thrown.getMessage() + ")";
        }
        var words = Slips.words(thrown);
        if (words != null) {
            return words;
        }
        var message = Units.plain(thrown.getMessage());
        return message == null
                ? ""
                : thrown instanceof ClassCastException
                        ? MODULES.matcher(message).replaceFirst("")
                        : message;
    }

    private void frames(Throwable thrown, List<String> lines) {
        var trace = thrown.getStackTrace();
        int end = 0;
        for (int i = trace.length - 1; i >= 0; i--) {
            if (Units.isCell(trace[i])) {
                end = i + 1;
                break;
            }
        }
        boolean wrongUse = WRONG_USE.stream().anyMatch(type -> type.isInstance(thrown));
        String last = "";
        int repeated = 0;
        int shown = 0;
        for (int i = 0; i < end && shown < FRAMES; i++) {
            boolean hidden = (ofJava(trace[i]) || wrongUse && !Units.isCell(trace[i]))
                    && i + 1 < end
                    && !Units.isCell(trace[i + 1]);
            var text = hidden ? null : frame(trace[i]);
            if (text == null) {
                continue;
            }
            if (text.equals(last)) {
                repeated++;
                continue;
            }
            addRepeated(lines, repeated);
            repeated = 0;
            last = text;
            shown++;
            lines.add(text);
        }
        addRepeated(lines, repeated);
        if (shown == FRAMES) {
            lines.add("  …");
        }
    }

    private static boolean ofJava(StackTraceElement frame) {
        return OF_JAVA.stream().anyMatch(frame.getClassName()::startsWith);
    }

    private static void addRepeated(List<String> lines, int repeated) {
        if (repeated > 0) {
            lines.add("  … " + repeated + " times the same");
        }
    }

    private String frame(StackTraceElement frame) {
        var method = frame.getMethodName();
        if (!Units.isCell(frame)) {
            boolean inner = frame.getClassName().startsWith("java.lang.invoke.")
                    || frame.getClassName().startsWith("jdk.internal.")
                    || frame.getClassName().startsWith("lectern.kernel.");
            return inner
                    ? null
                    : "  at " + frame.getClassName() + "." + method
                            + (frame.getFileName() == null
                                    ? ""
                                    : "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")");
        }
        var place = units.place(frame);
        if (place == null) {
            return null;
        }
        var inside = method.startsWith("run$") || method.startsWith("lambda$")
                ? ""
                : ", in " + (method.equals("<init>") ? "new " + Units.plain(frame.getClassName()) : method);
        int line = place.line();
        return "  " + Ansi.bold(place.cell().label() + ", line " + line + inside) + "\n    → " + line + " │ "
                + clipped(place.cell().lineText(line).strip());
    }

    private static String clipped(String line) {
        return line.length() > WIDE ? line.substring(0, WIDE) + "…" : line;
    }
}
