/**
 * The way of a cell: split, written as a class, compiled with what older declarations must come along, loaded, run and remembered.
 *
 * <p>May call {@code lectern.kernel.cell.run}, {@code advice}, {@code compile} and {@code source}, {@code lectern.kernel.debug} and
 * {@code lectern.kernel.language}.
 */
package lectern.kernel.cell.engine;
