/**
 * The Java kernel: a Jupyter kernel on the compiler of the JDK and JeroMQ.
 *
 * <p>{@link lectern.kernel.Interpreter} parts the two halves: {@code protocol}, {@code comm} and {@code install} know Jupyter and
 * nothing of Java's evaluation; {@code java}, {@code magic} and {@code display} know the language and nothing of sockets. Of the
 * library the kernel calls {@code lectern.notebook} only.
 */
package lectern.kernel;
