package lectern.notebook;

/** Numbers in a rectangular arrangement, as figures and tables take them from any source. */
public interface Numeric {
    /** The lengths along each axis; empty for a single number. */
    int[] shape();

    /** All numbers in row-major order, as a fresh array. */
    double[] toDoubleArray();
}
