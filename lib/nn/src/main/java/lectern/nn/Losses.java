package lectern.nn;

import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** How far an answer is from what was wanted, as one number that training makes small. */
public final class Losses {
    private Losses() {}

    /** The mean squared error {@code mean((a - b)²)} over all entries. */
    public static Tensor mse(Tensor prediction, Tensor target) {
        return difference("mse", prediction, target).square().mean();
    }

    /** The mean absolute error {@code mean(|a - b|)} over all entries. */
    public static Tensor mae(Tensor prediction, Tensor target) {
        return difference("mae", prediction, target).abs().mean();
    }

    /**
     * The cross entropy of exclusive classes from logits, {@code -mean Σ t log softmax(z)}.
     *
     * <p>It works on the sums before the softmax, where nothing overflows.
     *
     * @param logits shape (samples, classes)
     * @param target one-hot rows or probabilities, the same shape
     */
    public static Tensor crossEntropy(Tensor logits, Tensor target) {
        checkShapes("crossEntropy", logits, target);
        Tensor top = Grad.stopGradient(logits.max(-1, true));
        Tensor logSum = logits.minus(top).exp().sum(-1, true).log().plus(top);
        return logSum.minus(logits).times(target).sum(-1, false).mean();
    }

    /**
     * The cross entropy of yes and no from logits, {@code mean(softplus(z) - t z)}.
     *
     * @param target zeros and ones, the shape of the logits
     */
    public static Tensor binaryCrossEntropy(Tensor logits, Tensor target) {
        checkShapes("binaryCrossEntropy", logits, target);
        return logits.softplus().minus(target.times(logits)).mean();
    }

    private static Tensor difference(String name, Tensor prediction, Tensor target) {
        checkShapes(name, prediction, target);
        return prediction.minus(target);
    }

    /** Broadcasting (n, 1) against (n) would give n² differences and a loss that means nothing: it is refused. */
    private static void checkShapes(String name, Tensor prediction, Tensor target) {
        int[] a = prediction.shape();
        int[] b = target.shape();
        if (!java.util.Arrays.equals(a, b)) {
            throw new ShapeException(name + " compares entry by entry, but the prediction has shape "
                    + Shapes.text(a) + " and the target " + Shapes.text(b)
                    + ". Reshape one of them, for instance target.reshape(-1, 1).");
        }
        if (prediction.size() == 0) {
            throw new ShapeException(name + " has nothing to compare: prediction and target have shape "
                    + Shapes.text(a) + ". A loss needs at least one sample.");
        }
    }
}
