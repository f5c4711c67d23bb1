package lectern.kernel.cell.compile;

import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.UnitSource;

/** Finds the cell behind a stack frame. */
public final class Units {
    private final LoadedCells cells;

    public Units(LoadedCells cells) {
        this.cells = cells;
    }

    public static boolean isCell(StackTraceElement frame) {
        return frame.getClassName().startsWith(Memory.PACKAGE + ".Cell");
    }

    /** The place in a cell where a frame stands, or null. */
    public UnitSource.Place place(StackTraceElement frame) {
        var cell = cells.find(CellClasses.holderOf(frame.getClassName()));
        return cell == null || frame.getLineNumber() < 1 ? null : cell.unit().placeOfLine(frame.getLineNumber());
    }

    /** {@code notebook.Cell3.Point} and {@code notebook.Cell3$Point} as the student knows it: {@code Point}. */
    public static String plain(String text) {
        return text == null
                ? null
                : text.replaceAll("\\b(?:notebook\\.)?Cell[0-9]+_[0-9]+(?:[.$]([A-Za-z_])|\\b)", "$1");
    }
}
