package lectern.nn;

import lectern.grad.Grad;
import lectern.tensor.Sorting;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** How far an answer is from what was wanted, as one number that training makes small. */
public final class Losses {
    private Losses() {}

    /**
     * Computes the mean squared error {@code mean((a − b)²)} over all entries: the loss of a regression.
     *
     * {@snippet :
     * mse(of(1.0, 2, 3), of(1.0, 2, 5)) // → 1.3333333333333333
     * }
     *
     * @param prediction what the model answers
     * @param target what was wanted, of the same shape
     * @return one number, through which gradients pass
     * @throws ShapeException for shapes that differ: (n, 1) against (n) would compare everything with everything
     */
    public static Tensor mse(Tensor prediction, Tensor target) {
        return difference("mse", prediction, target).square().mean();
    }

    /**
     * Computes the mean absolute error {@code mean(|a − b|)} over all entries, which outliers move less.
     *
     * {@snippet :
     * mae(of(1.0, 2, 3), of(1.0, 2, 6)) // → 1.0
     * }
     *
     * @param prediction what the model answers
     * @param target what was wanted, of the same shape
     * @return one number, through which gradients pass
     * @throws ShapeException for shapes that differ, or without entries
     */
    public static Tensor mae(Tensor prediction, Tensor target) {
        return difference("mae", prediction, target).abs().mean();
    }

    /**
     * The cross entropy of exclusive classes from logits, {@code -mean Σ t log softmax(z)}.
     *
     * <p>It works on the sums before the softmax, where nothing overflows. A logit of −∞ masks a class out: it has
     * probability 0, and costs nothing as long as it is not wanted.
     *
     * {@snippet :
     * crossEntropy(of(new double[][] {{2, 0}, {0, 2}}), of(0, 1)).lt(0.127)      // → True
     * }
     *
     * @param logits shape (samples, classes)
     * @param target one-hot rows or probabilities in that shape, or the numbers of the classes, int64 of shape (samples)
     * @return one number
     * @throws ShapeException when the shapes do not belong together
     * @throws IndexOutOfBoundsException when a class number is negative or not below the number of classes
     */
    public static Tensor crossEntropy(Tensor logits, Tensor target) {
        Tensor wanted = isClasses(logits, target) ? rows(logits, target) : target;
        checkShapes("crossEntropy", logits, wanted);
        Tensor top = Grad.stopGradient(logits.max(-1, true));
        Tensor logSum = logits.minus(top).exp().sum(-1, true).log().plus(top);
        Tensor cost = logSum.minus(logits);
        // 0 · ∞ of a class that is masked out and not wanted counts nothing.
        Tensor masked = Grad.stopGradient(logits).eq(Double.NEGATIVE_INFINITY).and(wanted.eq(0));
        return Tensors.where(masked, 0.0, cost).times(wanted).sum(-1, false).mean();
    }

    private static boolean isClasses(Tensor logits, Tensor target) {
        return target.dtype() == DType.INT64 && target.ndim() == logits.ndim() - 1;
    }

    /** One-hot rows of class numbers. */
    private static Tensor rows(Tensor logits, Tensor target) {
        int classes = logits.dim(-1);
        if (target.size() > 0 && (target.min().item() < 0 || target.max().item() >= classes)) {
            throw new IndexOutOfBoundsException("crossEntropy: the logits of shape " + Shapes.text(logits.shape())
                    + " know the classes 0 to " + (classes - 1) + ", the target holds "
                    + (target.min().item() < 0
                            ? (long) target.min().item()
                            : (long) target.max().item()));
        }
        return Sorting.oneHot(target, classes).cast(logits.dtype());
    }

    /**
     * Computes the cross entropy of yes and no from logits, {@code mean(softplus(z) − t z)}, where nothing overflows.
     *
     * {@snippet :
     * binaryCrossEntropy(of(0.0, 0), of(0.0, 1)) // → 0.6931471805599452
     * }
     *
     * @param logits the sums before a sigmoid, any numbers
     * @param target zeros and ones, the shape of the logits
     * @return one number, through which gradients pass
     * @throws ShapeException for shapes that differ, or without entries
     */
    public static Tensor binaryCrossEntropy(Tensor logits, Tensor target) {
        checkShapes("binaryCrossEntropy", logits, target);
        Tensor cost = logits.softplus().minus(target.times(logits));
        // At the ends both terms are infinite: a certain and right answer costs nothing, any other one everything.
        Tensor z = Grad.stopGradient(logits);
        Tensor up = z.eq(Double.POSITIVE_INFINITY);
        Tensor down = z.eq(Double.NEGATIVE_INFINITY);
        Tensor right = up.and(target.eq(1)).or(down.and(target.eq(0)));
        Tensor end = Tensors.where(right, 0.0, Tensors.literal(Double.POSITIVE_INFINITY));
        return Tensors.where(up.or(down), end, cost).mean();
    }

    private static String advice(int[] prediction, Tensor target) {
        int[] shape = target.shape();
        boolean samples = prediction.length == 2 && shape.length == 1 && shape[0] == prediction[0];
        return samples && prediction[1] > 1
                ? "Classes are given as one-hot rows, or as whole numbers: target.cast(DType.INT64)."
                : "Reshape one of them, for instance target.reshape(-1, 1).";
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
            throw new ShapeException(name + " compares entry by entry, but the prediction has shape " + Shapes.text(a)
                    + " and the target " + Shapes.text(b) + ". " + advice(a, target));
        }
        if (prediction.size() == 0) {
            throw new ShapeException(name + " has nothing to compare: prediction and target have shape "
                    + Shapes.text(a) + ". A loss needs at least one sample.");
        }
    }
}
