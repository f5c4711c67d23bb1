/**
 * What the two halves of the kernel know of each other: a language that runs cells, and where a running cell's output goes.
 *
 * <p>May call {@code lectern.kernel.debug}, whose requests the language answers, and {@code lectern.notebook}.
 */
package lectern.kernel.language;
