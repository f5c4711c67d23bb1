/**
 * The Jupyter messaging protocol: sockets, signatures, requests and replies, output, input, history.
 *
 * <p>Knows an {@link lectern.kernel.language.Interpreter} and nothing of the language behind it. One thread owns the sockets
 * ({@code Wire}); workers answer requests in order; everything that goes out leaves through one queue. May call
 * {@code lectern.kernel.language}, {@code json}, {@code comm} and {@code lectern.notebook}.
 */
package lectern.kernel.protocol;
