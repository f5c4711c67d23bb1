package lectern.optim;

import java.util.Arrays;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * What a minimum must satisfy: c(x) = 0, g(x) ≤ 0, low ≤ x ≤ high, in any combination.
 *
 * <p>{@code minimize(f, start, subjectTo().equal(x -> x.sum().minus(1)).between(0, 1))}
 *
 * @param equality c, of any shape; null for none
 * @param inequality g, of any shape; null for none
 * @param low lower bounds, broadcast to the start; null for none
 * @param high upper bounds, broadcast to the start; null for none
 */
public record Constraints(Fn equality, Fn inequality, Tensor low, Tensor high, double tolerance, int rounds) {
    Constraints() {
        this(null, null, null, null, 1e-8, 50);
    }

    /** c(x) = 0; called again, the constraints are joined. */
    public Constraints equal(Fn c) {
        return new Constraints(joined(equality, c), inequality, low, high, tolerance, rounds);
    }

    /** g(x) ≤ 0; called again, the constraints are joined. */
    public Constraints atMostZero(Fn g) {
        return new Constraints(equality, joined(inequality, g), low, high, tolerance, rounds);
    }

    /** h(x) ≥ 0; called again, the constraints are joined. */
    public Constraints atLeastZero(Fn h) {
        return atMostZero(x -> h.apply(x).neg());
    }

    /** The same bounds for all numbers; infinities for none. */
    public Constraints between(double lowest, double highest) {
        return between(Tensors.of(lowest), Tensors.of(highest));
    }

    /** Bounds for each number. */
    public Constraints between(Tensor lowest, Tensor highest) {
        return new Constraints(equality, inequality, lowest, highest, tolerance, rounds);
    }

    /** How far constraints and the gradient of the Lagrangian may be off; 1e-8 unless said. */
    public Constraints tolerance(double value) {
        return new Constraints(equality, inequality, low, high, value, rounds);
    }

    private static Fn joined(Fn first, Fn second) {
        return first == null
                ? x -> second.apply(x).flatten()
                : x -> Tensors.concat(0, first.apply(x), second.apply(x).flatten());
    }

    /** Bounds as an array of the size of the start. */
    double[] bounds(Tensor given, Tensor start, double without) {
        double[] out;
        if (given == null) {
            out = new double[start.size()];
            Arrays.fill(out, without);
        } else {
            out = given.broadcastTo(start.shape()).toDoubleArray();
        }
        return out;
    }
}
