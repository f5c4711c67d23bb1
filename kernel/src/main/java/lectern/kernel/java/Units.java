package lectern.kernel.java;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The units that have run, to find the cell behind a stack frame. */
final class Units {
    private final Map<String, UnitSource> byClass = new ConcurrentHashMap<>();

    void add(UnitSource unit) {
        byClass.put(Memory.PACKAGE + "." + unit.className, unit);
    }

    void clear() {
        byClass.clear();
    }

    static boolean isCell(StackTraceElement frame) {
        return frame.getClassName().startsWith(Memory.PACKAGE + ".Cell");
    }

    /** The place in a cell where a frame stands, or null. */
    UnitSource.Place place(StackTraceElement frame) {
        int nested = frame.getClassName().indexOf('$');
        var unit = byClass.get(nested < 0 ? frame.getClassName() : frame.getClassName().substring(0, nested));
        return unit == null || frame.getLineNumber() < 1 ? null : unit.placeOfLine(frame.getLineNumber());
    }

    /** {@code notebook.Cell3.Point} and {@code notebook.Cell3$Point} as the student knows it: {@code Point}. */
    static String plain(String text) {
        return text == null ? null : text.replaceAll("\\b(?:notebook\\.)?Cell[0-9]+_[0-9]+(?:[.$]([A-Za-z_])|\\b)", "$1");
    }
}
