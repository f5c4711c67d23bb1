/**
 * Java as a notebook language: cells go in as text and come out as values, errors and help.
 *
 * <p>A cell is split into chunks ({@link lectern.kernel.java.CellSplitter}), written as one class
 * ({@link lectern.kernel.java.CellWriter}), compiled in one go by the compiler of the JDK, the one JShell stands on
 * ({@link lectern.kernel.java.CellCompiler}), and run in this process. What cells have declared is remembered in
 * {@link lectern.kernel.java.Memory}. One compilation a cell instead of JShell's three a statement is what makes a cell cost
 * milliseconds; of JShell's rules those are kept that a student expects. A variable that is declared again with its type stays
 * the field it is, so that all older code sees the change; a method that needs names of later cells waits for them
 * ({@link lectern.kernel.java.Waiting}).
 *
 * <p>Calls {@code lectern.kernel.display}, {@code lectern.kernel.magic} and {@code lectern.notebook}; knows no socket.
 */
package lectern.kernel.java;
