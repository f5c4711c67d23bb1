package lectern.kernel.debug;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Texts for the values of one answer. Code of the person, {@code toString} say, runs on a thread that is given up when it does not
 * come to an end: the debugger goes on answering.
 */
final class Describer {
    private static final int LONG = 400;
    private static final long PATIENCE_MILLIS = 2000;
    private static final long LITTLE_PATIENCE_MILLIS = 50;

    private final Function<Object, String> text;
    private long patience = PATIENCE_MILLIS;

    Describer(Function<Object, String> text) {
        this.text = text;
    }

    /** Text of a value as it would be written in Java where that is short. */
    String text(Object value) {
        return switch (value) {
            case null -> "null";
            case String string ->
                "\"" + cut(string).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
            case Character character -> "'" + character + "'";
            case Boolean truth -> truth.toString();
            case Number number when number.getClass().getName().startsWith("java.") -> number.toString();
            case Members.Range range -> range.toString();
            default -> cut(bounded(patience, () -> text.apply(value), e -> unknown(value, e)));
        };
    }

    private String unknown(Object value, Exception e) {
        var type = brief(value.getClass().getTypeName());
        if (e instanceof TimeoutException) {
            patience = LITTLE_PATIENCE_MILLIS;
            return type + " (its text takes too long)";
        }
        return type + " (its text fails: " + Suspender.words(e.getCause() == null ? e : e.getCause()) + ")";
    }

    /** What a piece of work gives; where it fails or takes too long, what is told of that. */
    static <T> T bounded(Callable<T> piece, Function<Exception, T> otherwise) {
        return bounded(PATIENCE_MILLIS, piece, otherwise);
    }

    private static <T> T bounded(long millis, Callable<T> piece, Function<Exception, T> otherwise) {
        var task = new FutureTask<>(piece);
        var thread = Thread.ofPlatform()
                .daemon()
                .name("lectern-describe")
                .inheritInheritableThreadLocals(false)
                .start(task);
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            thread.interrupt();
            return otherwise.apply(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply(e);
        }
    }

    private static String cut(String text) {
        return text.length() > LONG ? text.substring(0, LONG) + "…" : text;
    }

    /** Name of a type without packages and without the classes that stand for cells. */
    static String brief(String type) {
        return type.replaceAll("\\bnotebook\\.Cell\\w+[.$]", "")
                .replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "")
                .replace('$', '.');
    }
}
