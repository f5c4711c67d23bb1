/**
 * How values are shown: a registry of renderers by type, and the renderers of Java's own types.
 *
 * <p>Calls {@code lectern.notebook} only.
 */
package lectern.kernel.display;
