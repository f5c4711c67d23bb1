package lectern.kernel.cell.run;

import java.util.stream.Stream;

/** Stacks of threads, written down. */
final class Stacks {
    private Stacks() {}

    /** Frames written as {@code package.Class.method}, the innermost first, with {@code <} between them. */
    static StackTraceElement[] of(String frames) {
        return Stream.of(frames.split(" < "))
                .map(String::strip)
                .filter(frame -> !frame.isEmpty())
                .map(Stacks::frame)
                .toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement frame(String written) {
        int dot = written.lastIndexOf('.');
        return new StackTraceElement(written.substring(0, dot), written.substring(dot + 1), null, -1);
    }
}
