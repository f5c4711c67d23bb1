/**
 * Sliders, buttons and their like in a notebook: the program's side of Jupyter's widgets.
 *
 * <p>Every {@link lectern.notebook.widget.Widget} is a set of named values that is kept equal on both sides by a comm. The
 * front end needs ipywidgets' JupyterLab extension. May call {@code lectern.notebook} only; without a kernel a widget keeps its
 * values and shows itself as text.
 */
@NullMarked
package lectern.notebook.widget;

import org.jspecify.annotations.NullMarked;
