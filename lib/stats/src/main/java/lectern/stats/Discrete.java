package lectern.stats;

import lectern.tensor.Tensor;

/** A distribution of counts; its density is the probability of a whole number and 0 between them. */
public interface Discrete extends Distribution {
    /** The probability of x: another name for {@link #pdf}. */
    default Tensor pmf(Tensor x) {
        return pdf(x);
    }

    /** The probability of x: another name for {@link #pdf}. */
    default double pmf(double x) {
        return pdf(x);
    }

    /** The logarithm of {@link #pmf}: another name for {@link #logPdf}. */
    default Tensor logPmf(Tensor x) {
        return logPdf(x);
    }
}
