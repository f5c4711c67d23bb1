/**
 * A cell while it runs: its thread, its streams, its memory, how it is interrupted, and what is told of an exception that ends it.
 *
 * <p>May call {@code lectern.kernel.cell.compile}, {@code lectern.kernel.cell.source} and {@code lectern.kernel.language}.
 */
package lectern.kernel.cell.run;
