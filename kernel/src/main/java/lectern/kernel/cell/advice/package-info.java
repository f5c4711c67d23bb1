/**
 * Says what the compiler means in words that help, pointing at the text of the cell.
 *
 * <p>May call {@code lectern.kernel.cell.compile}, {@code lectern.kernel.cell.source} and {@code lectern.kernel.language}.
 */
package lectern.kernel.cell.advice;
