/**
 * Java as a notebook language: cells go in as text and come out as values, errors and help.
 *
 * <p>This room is the face; nothing outside it calls the rooms below. They are, from the top down, each calling only those after it:
 * {@code help} (completion and documentation), {@code engine} (what becomes of a cell), {@code run} (the thread, the streams and the
 * end of a running cell), {@code advice} (errors in plain words), {@code compile} (the compiler and the loaders), {@code source} (the
 * text of cells).
 *
 * <p>A cell is split into chunks ({@link lectern.kernel.cell.source.CellSplitter}), written as one class
 * ({@link lectern.kernel.cell.engine.CellWriter}), compiled in one go by the compiler of the JDK, the one JShell stands on
 * ({@link lectern.kernel.cell.compile.CellCompiler}), and run in this process. What cells have declared is remembered in
 * {@link lectern.kernel.cell.source.Memory}. One compilation a cell instead of JShell's three a statement is what makes a cell cost
 * milliseconds; of JShell's rules those are kept that a student expects. A variable that is declared again with its type stays
 * the field it is, so that all older code sees the change; a method that needs names of later cells waits for them
 * ({@link lectern.kernel.cell.source.Unresolved}).
 *
 * <p>Calls {@code lectern.kernel.language}, {@code debug}, {@code display}, {@code magic} and {@code lectern.notebook}; knows no
 * socket.
 */
package lectern.kernel.cell;
