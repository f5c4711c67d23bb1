/**
 * Answers while a cell is being typed: how a name goes on, what it means, whether the cell is complete.
 *
 * <p>May call {@code lectern.kernel.cell.engine} and the rooms below it, and {@code lectern.kernel.language}.
 */
package lectern.kernel.cell.help;
