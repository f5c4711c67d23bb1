/**
 * The compiler of the JDK with its files kept at hand, and the loaders that bring its classes to life.
 *
 * <p>Classes go through {@link lectern.kernel.cell.compile.Weaver} on their way, so that a running cell asks
 * {@link lectern.kernel.cell.compile.Guard} whether it may go on. May call {@code lectern.kernel.cell.source} and
 * {@code lectern.kernel.language}.
 */
package lectern.kernel.cell.compile;
