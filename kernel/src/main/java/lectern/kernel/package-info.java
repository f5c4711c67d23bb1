/**
 * The Java kernel: a Jupyter kernel on the compiler of the JDK and JeroMQ.
 *
 * <p>This room is the way in: it reads the connection file, makes the language and hands it to the protocol.
 * {@link lectern.kernel.language.Interpreter} parts the two halves: {@code protocol}, {@code comm} and {@code install} know Jupyter
 * and nothing of Java's evaluation; {@code cell}, {@code magic}, {@code debug} and {@code display} know the language and nothing of
 * sockets. Of the library the kernel calls {@code lectern.notebook} only.
 */
package lectern.kernel;
