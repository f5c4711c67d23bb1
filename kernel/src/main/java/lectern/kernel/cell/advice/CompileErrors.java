package lectern.kernel.cell.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import lectern.kernel.cell.compile.Ansi;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.UnitSource;
import lectern.kernel.language.Interpreter.Outcome;

/** Tells of errors that the compiler has found: the line, a caret under the column, and plain words. */
public final class CompileErrors {
    private static final int SHOWN = 5;
    /** Characters of a line of a cell that are shown. */
    private static final int WIDE = 160;

    private static final List<String> FORM = List.of(
            "compiler.err.expected",
            "compiler.err.not.stmt",
            "compiler.err.illegal.start",
            "compiler.err.premature.eof",
            "compiler.err.unclosed",
            "compiler.err.illegal.esc.char",
            "compiler.err.illegal.char");

    private final Advice advice;

    public CompileErrors(Advice advice) {
        this.advice = advice;
    }

    public Outcome failure(UnitSource unit, List<Diagnostic<? extends JavaFileObject>> found, CellText cell) {
        var errors = roots(
                found.stream()
                        .sorted(Comparator.comparingInt(error -> offset(unit, error)))
                        .toList(),
                unit);
        var lines = new ArrayList<String>();
        String first = null;
        for (var error : errors.subList(0, Math.min(SHOWN, errors.size()))) {
            var at = error.getPosition() == Diagnostic.NOPOS ? null : unit.place(error.getPosition());
            var message = advice.words(error, at == null ? "" : at.cell().lineText(at.line()));
            first = first == null ? message : first;
            lines.addAll(one(unit, error, cell, message));
        }
        if (errors.size() > SHOWN) {
            lines.add("… and " + (errors.size() - SHOWN) + " more");
        }
        return new Outcome.Failure(
                "CompileError", first == null ? "" : first.lines().findFirst().orElse(""), lines);
    }

    /** Without what only follows from an error of form before: the compiler guesses on from there. */
    private static List<Diagnostic<? extends JavaFileObject>> roots(
            List<Diagnostic<? extends JavaFileObject>> errors, UnitSource unit) {
        var roots = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        int formLine = -2;
        for (var error : errors) {
            var place = error.getPosition() == Diagnostic.NOPOS ? null : unit.place(error.getPosition());
            int line = place == null ? Integer.MAX_VALUE : place.line();
            boolean form = FORM.stream().anyMatch(error.getCode()::startsWith);
            if (!form || line > formLine + 1) {
                roots.add(error);
            }
            formLine = form ? line : formLine;
        }
        return roots;
    }

    /** A known name that is spelled nearly like this one, or null. */
    public String nearest(String name) {
        return advice.nearest(name);
    }

    private static int offset(UnitSource unit, Diagnostic<?> error) {
        var place = error.getPosition() == Diagnostic.NOPOS ? null : unit.place(error.getPosition());
        return place == null ? Integer.MAX_VALUE : place.offset();
    }

    public static Outcome failure(CellText cell, int offset, String message) {
        var lines = new ArrayList<String>();
        lines.add(Ansi.red("CompileError") + ": " + message);
        point(cell, offset, offset + 1, lines);
        return new Outcome.Failure("CompileError", message, lines);
    }

    private static List<String> one(
            UnitSource unit, Diagnostic<? extends JavaFileObject> error, CellText cell, String message) {
        var lines = new ArrayList<String>();
        lines.add(Ansi.red("CompileError") + ": " + message);
        long at = error.getPosition() == Diagnostic.NOPOS ? error.getStartPosition() : error.getPosition();
        var place = at == Diagnostic.NOPOS ? null : unit.place(at);
        if (place == null) {
            place = new UnitSource.Place(cell, 0);
        }
        long end = error.getEndPosition();
        var endPlace = end == Diagnostic.NOPOS ? null : unit.place(end);
        boolean sameCell = endPlace != null && endPlace.cell() == place.cell() && endPlace.offset() > place.offset();
        point(place.cell(), place.offset(), sameCell ? endPlace.offset() : place.offset() + 1, lines);
        return lines;
    }

    private static void point(CellText cell, int from, int to, List<String> lines) {
        int line = cell.line(from);
        var text = cell.lineText(line);
        int column = Math.min(cell.column(from), text.length());
        int width = Math.max(1, Math.min(to - from, text.length() - column));
        var number = String.valueOf(line);
        lines.add("  " + Ansi.bold(cell.label() + ", line " + number));
        int cut = column > WIDE - WIDE / 4 ? column - WIDE / 2 : 0;
        if (text.length() > cut + WIDE) {
            text = text.substring(0, cut + WIDE) + "…";
            width = Math.min(width, text.length() - column);
        }
        if (cut > 0) {
            text = "…" + text.substring(cut + 1);
            column -= cut;
        }
        lines.add("    " + number + " │ " + text.replace('\t', ' '));
        lines.add("    " + " ".repeat(number.length()) + " │ " + " ".repeat(column) + Ansi.red("^".repeat(width)));
    }
}
