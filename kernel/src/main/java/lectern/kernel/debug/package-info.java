/**
 * The debugger of the notebook: the Debug Adapter Protocol with the extensions that Jupyter has added to it.
 *
 * <p>There is no agent and no port. While a front end is attached, cells are compiled with a call before each line
 * ({@link lectern.kernel.debug.TraceWeaver}); that call keeps a shadow of the frame and its local variables
 * ({@link lectern.kernel.debug.Frame}), and is the place where a thread stops ({@link lectern.kernel.debug.Suspender}). Cells that run
 * without a debugger carry nothing of it. {@link lectern.kernel.debug.Debugger} answers the requests, and asks the language
 * through {@link lectern.kernel.debug.Debuggee}.
 *
 * <p>Knows neither sockets nor how cells are compiled.
 */
package lectern.kernel.debug;
