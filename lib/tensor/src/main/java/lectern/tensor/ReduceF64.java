package lectern.tensor;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of reductions over float64. */
final class ReduceF64 {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Longest run summed straight; longer ones are halved, so that rounding errors grow with the logarithm only. */
    private static final int RUN = 4096;

    /** Rows added up straight. */
    private static final int ROWS = 64;

    /** Length from which the two halves of a sum go to two threads. */
    private static final int SHARED = 1 << 18;

    /** Elements in a block of rows that is summed on its own. */
    private static final int BLOCK = 1 << 16;

    private ReduceF64() {}

    static void reduce(Reduction.Kind kind, double[] x, double[] out, int outer, int n, int inner) {
        if (inner == 1) {
            Parallel.run(outer, Math.max(1, SHARED / 2 / Math.max(n, 1)), (start, end) -> {
                for (int i = start; i < end; i++) {
                    int row = i * n;
                    out[i] = switch (kind) {
                        case SUM -> n >= SHARED && outer == 1 ? sharedSum(x, row, n) : sum(x, row, n);
                        case PROD -> product(x, row, n);
                        case MAX -> max(x, row, n);
                        default -> min(x, row, n);
                    };
                }
            });
            return;
        }
        for (int i = 0; i < outer; i++) {
            if (n == 0) {
                Arrays.fill(out, kind == Reduction.Kind.PROD ? 1 : 0);
            } else if ((long) n * inner >= SHARED) {
                blocks(kind, x, i * n * inner, out, i * inner, n, inner);
            } else {
                rows(kind, x, i * n * inner, out, i * inner, n, inner);
            }
        }
    }

    /** Rows reduced into one row, in blocks whose number does not depend on the threads. */
    private static void blocks(Reduction.Kind kind, double[] x, int from, double[] out, int to, int n, int inner) {
        int step = Math.max(1, BLOCK / inner);
        int count = (n + step - 1) / step;
        double[] parts = new double[count * inner];
        Parallel.run(count, Math.max(1, SHARED / BLOCK / 2), (start, end) -> {
            for (int k = start; k < end; k++) {
                rows(kind, x, from + k * step * inner, parts, k * inner, Math.min(step, n - k * step), inner);
            }
        });
        rows(kind, parts, 0, out, to, count, inner);
    }

    private static void rows(Reduction.Kind kind, double[] x, int from, double[] out, int to, int n, int inner) {
        if (kind == Reduction.Kind.SUM && n > ROWS) {
            int half = n / 2;
            double[] second = new double[inner];
            rows(kind, x, from, out, to, half, inner);
            rows(kind, x, from + half * inner, second, 0, n - half, inner);
            accumulate(kind, second, 0, out, to, inner);
            return;
        }
        System.arraycopy(x, from, out, to, inner);
        int k = 1;
        if (kind == Reduction.Kind.SUM) {
            for (; k <= n - 4; k += 4) {
                addFour(x, from + k * inner, out, to, inner);
            }
        }
        for (; k < n; k++) {
            accumulate(kind, x, from + k * inner, out, to, inner);
        }
    }

    /** Four rows at once, so that the row of sums is read and written a quarter as often. */
    private static void addFour(double[] x, int row, double[] out, int to, int n) {
        int j = 0;
        for (; j <= n - LANES; j += LANES) {
            DoubleVector a =
                    DoubleVector.fromArray(SPECIES, x, row + j).add(DoubleVector.fromArray(SPECIES, x, row + n + j));
            DoubleVector b = DoubleVector.fromArray(SPECIES, x, row + 2 * n + j)
                    .add(DoubleVector.fromArray(SPECIES, x, row + 3 * n + j));
            DoubleVector.fromArray(SPECIES, out, to + j).add(a.add(b)).intoArray(out, to + j);
        }
        for (; j < n; j++) {
            int p = row + j;
            out[to + j] += (x[p] + x[p + n]) + (x[p + 2 * n] + x[p + 3 * n]);
        }
    }

    private static void accumulate(Reduction.Kind kind, double[] x, int row, double[] out, int to, int n) {
        Binary op = switch (kind) {
            case SUM -> Binary.ADD;
            case PROD -> Binary.MUL;
            case MAX -> Binary.MAXIMUM;
            default -> Binary.MINIMUM;
        };
        BinaryF64.apply(op, out, to, 1, x, row, 1, out, to, n);
    }

    /** The same sum with its halves on two threads: the tree of additions does not change. */
    private static double sharedSum(double[] x, int from, int n) {
        int half = half(n);
        double[] parts = new double[2];
        Parallel.run(2, 1, (start, end) -> {
            for (int i = start; i < end; i++) {
                parts[i] = i == 0 ? sum(x, from, half) : sum(x, from + half, n - half);
            }
        });
        return parts[0] + parts[1];
    }

    private static int half(int n) {
        return n / 2 / (4 * LANES) * (4 * LANES);
    }

    /** The sum of a run: pairwise above, four vector accumulators below; the rest of a register by itself. */
    static double sum(double[] x, int from, int n) {
        if (n > RUN) {
            int half = half(n);
            return sum(x, from, half) + sum(x, from + half, n - half);
        }
        int i = 0;
        double even = 0;
        double odd = 0;
        if (n >= 2 * LANES) {
            var a = DoubleVector.zero(SPECIES);
            var b = a;
            var c = a;
            var d = a;
            for (; i <= n - 4 * LANES; i += 4 * LANES) {
                a = a.add(DoubleVector.fromArray(SPECIES, x, from + i));
                b = b.add(DoubleVector.fromArray(SPECIES, x, from + i + LANES));
                c = c.add(DoubleVector.fromArray(SPECIES, x, from + i + 2 * LANES));
                d = d.add(DoubleVector.fromArray(SPECIES, x, from + i + 3 * LANES));
            }
            for (; i <= n - LANES; i += LANES) {
                d = d.add(DoubleVector.fromArray(SPECIES, x, from + i));
            }
            a = a.add(b).add(c.add(d));
            // Lane by lane, for the order in which reduceLanes adds is not fixed.
            for (int lane = 0; lane < LANES; lane += 2) {
                even += a.lane(lane);
                odd += a.lane(lane + 1);
            }
        }
        double rest = 0;
        for (; i < n; i++) {
            rest += x[from + i];
        }
        return even + odd + rest;
    }

    private static double product(double[] x, int from, int n) {
        double product = 1;
        for (int i = from; i < from + n; i++) {
            product *= x[i];
        }
        return product;
    }

    private static double max(double[] x, int from, int n) {
        int i = 0;
        double best = Double.NEGATIVE_INFINITY;
        if (n >= 2 * LANES) {
            var a = DoubleVector.broadcast(SPECIES, best);
            var b = a;
            for (; i <= n - 2 * LANES; i += 2 * LANES) {
                a = a.max(DoubleVector.fromArray(SPECIES, x, from + i));
                b = b.max(DoubleVector.fromArray(SPECIES, x, from + i + LANES));
            }
            best = a.max(b).reduceLanes(VectorOperators.MAX);
        }
        for (; i < n; i++) {
            best = Math.max(best, x[from + i]);
        }
        return best;
    }

    private static double min(double[] x, int from, int n) {
        int i = 0;
        double best = Double.POSITIVE_INFINITY;
        if (n >= 2 * LANES) {
            var a = DoubleVector.broadcast(SPECIES, best);
            var b = a;
            for (; i <= n - 2 * LANES; i += 2 * LANES) {
                a = a.min(DoubleVector.fromArray(SPECIES, x, from + i));
                b = b.min(DoubleVector.fromArray(SPECIES, x, from + i + LANES));
            }
            best = a.min(b).reduceLanes(VectorOperators.MIN);
        }
        for (; i < n; i++) {
            best = Math.min(best, x[from + i]);
        }
        return best;
    }
}
