/**
 * What every notebook starts with: imports of all rooms and renderers for what other libraries make.
 *
 * <p>This room is the roof of the library: it may call every other room, and none calls it. A kernel finds it through
 * {@link lectern.notebook.Extension} and {@link java.util.ServiceLoader}.
 */
package lectern.prelude;
