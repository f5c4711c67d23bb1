package lectern.kernel.cell.run;

import java.awt.HeadlessException;
import java.util.ConcurrentModificationException;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatPrecisionException;
import java.util.MissingFormatArgumentException;
import java.util.NoSuchElementException;
import java.util.UnknownFormatConversionException;

/** Words for exceptions of Java itself that say nothing, or nothing that a beginner understands. */
final class Slips {
    private Slips() {}

    /** What is wrong and what helps; null where the exception's own words are as good. */
    static String words(Throwable thrown) {
        return switch (thrown) {
            case IllegalFormatConversionException e ->
                "%" + e.getConversion() + " wants " + wanted(e.getConversion()) + ", and this is "
                        + given(e.getArgumentClass()) + "; %s takes anything";
            case IllegalFormatPrecisionException e ->
                "digits behind the point are for %f and %e: a whole number takes %d, and \"%.2f\" wants a double";
            case MissingFormatArgumentException e ->
                "there are fewer values than places for them in the text: nothing is there for "
                        + e.getFormatSpecifier();
            case UnknownFormatConversionException e ->
                "%" + e.getConversion()
                        + " means nothing here: %d is for whole numbers, %f for others, %s for anything, and %% "
                        + "is the sign itself";
            case HeadlessException e ->
                "a notebook has no windows: end the cell with the chart or the picture itself, or display(...) it";
            case ConcurrentModificationException e
            when e.getMessage() == null ->
                "the collection was changed while a loop was going through it; take elements out with removeIf(...), or loop "
                        + "over a copy: new ArrayList<>(list)";
            case UnsupportedOperationException e
            when e.getMessage() == null && top(e, "").startsWith("java.util.") ->
                "this " + kind(e) + " cannot be changed; a copy of it can: " + copy(e);
            case IllegalStateException e
            when e.getMessage() == null && top(e, "remove").startsWith("java.util.") ->
                "remove() takes away what next() has given last: call next() first";
            case NoSuchElementException e
            when top(e, "").equals("java.util.Scanner") && e.getMessage() != null ->
                e.getMessage()
                        + ": nobody is there to type, or the input has ended; a notebook that a program executes "
                        + "takes its values from the cell";
            default -> null;
        };
    }

    private static String wanted(char conversion) {
        return switch (Character.toLowerCase(conversion)) {
            case 'd', 'x', 'o' -> "a whole number";
            case 'f', 'e', 'g', 'a' -> "a number with a point, such as a double";
            case 'c' -> "a character";
            case 't' -> "a date";
            default -> "something else";
        };
    }

    private static String given(Class<?> type) {
        var name = type.getSimpleName();
        return type == String.class ? "a text (String)" : ("AEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    /** The class in which it was thrown, where the method is this one or any is meant. */
    private static String top(Throwable thrown, String method) {
        var trace = thrown.getStackTrace();
        return trace.length > 0 && (method.isEmpty() || trace[0].getMethodName().equals(method))
                ? trace[0].getClassName()
                : "";
    }

    private static String kind(Throwable thrown) {
        var words = callers(thrown);
        return words.contains("Map")
                ? "map"
                : words.contains("Set") ? "set" : words.contains("List") ? "list" : "collection";
    }

    private static String copy(Throwable thrown) {
        return switch (kind(thrown)) {
            case "map" -> "new HashMap<>(map)";
            case "set" -> "new HashSet<>(set)";
            case "list" -> "new ArrayList<>(list)";
            default -> "new ArrayList<>(list) or new HashSet<>(set)";
        };
    }

    /** The classes of {@code java.util} on top of the stack: the collection that was called is among them. */
    private static String callers(Throwable thrown) {
        var words = new StringBuilder();
        for (var frame : thrown.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.util.")) {
                break;
            }
            words.append(frame.getClassName().replace("Collections", "")).append(' ');
        }
        return words.toString();
    }
}
