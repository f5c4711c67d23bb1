package lectern.notebook;

/** A rectangular grid of points in the plane, as figures take it: values over it stand in rows, one for each place along y. */
public interface Mesh {
    /** The places of the columns. */
    Numeric x();

    /** The places of the rows. */
    Numeric y();
}
