package lectern.notebook;

/** A value that knows how to show itself in a notebook. */
public interface Displayable {
    /** The representations of this value; a {@code text/plain} one always among them. */
    MimeBundle toMimeBundle();
}
