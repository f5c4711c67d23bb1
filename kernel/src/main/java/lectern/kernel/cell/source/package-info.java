/**
 * The text of cells: its tokens and chunks, what they declare, and what the notebook remembers of earlier ones.
 *
 * <p>The lowest of the cell's rooms; calls no other room of the kernel. Nothing here compiles or runs.
 */
package lectern.kernel.cell.source;
