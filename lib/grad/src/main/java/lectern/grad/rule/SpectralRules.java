package lectern.grad.rule;

import static lectern.grad.rule.AlgebraRules.mask;
import static lectern.grad.rule.AlgebraRules.mm;
import static lectern.grad.rule.AlgebraRules.transposed;

import lectern.grad.rule.Spectrum.Kind;
import lectern.grad.rule.Spectrum.Sway;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Op;
import lectern.tensor.op.Svd;
import lectern.tensor.type.DType;

/**
 * Rules of eigenvalues and singular values with their vectors, in the packed form in which the operations return them.
 *
 * <p>Vectors that belong to equal values are not unique. A function that uses them one by one has no derivative there,
 * and is refused; one that does not care (a matrix function, a reconstruction, a projection) has one, the limit, which
 * reverse mode finds for first derivatives; equal values used one by one (the greatest of two) get one of their
 * subgradients. Forward mode and higher orders refuse where the limit matters. The rules read numbers, so a compiled
 * program with such a derivative runs as written. Sources: M. Giles (2008) for eigh; J. Townsend, "Differentiating the
 * singular value decomposition" (2016); J. L. Daleckii and S. G. Krein (1965) for equal eigenvalues.
 */
final class SpectralRules {
    private static final String REMEDY = "; sqrtm, logm, expm, pinv, det, trace and norm have derivatives of any order "
            + "there, stopGradient(x) takes the value as a constant";

    /** Symmetric a = V diag(w) Vᵀ, packed [w | V]; the cotangent is symmetric. */
    static final OfSpectrum<Eigh> EIGH = new OfSpectrum<>() {
        @Override
        Spectrum spectrum(Tensor y) {
            return new Spectrum(values(y), y.dim(-2), epsilon(y), false);
        }

        @Override
        Tensor pull(Tensor g, Tensor y, Tensor x, Spectrum spectrum, Sway sway) {
            int n = y.dim(-2);
            Tensor w = y.slice(-1, 0, 1);
            Tensor v = y.slice(-1, 1, n + 1);
            Tensor turned = quotient("eigh", Kind.DIFFERENCE, spectrum, sway, g, w, t -> turn(v, t, n))
                    .times(0.5);
            Tensor middle = turned.plus(diagonal(g.slice(-1, 0, 1)));
            Tensor out = mm(false, true, mm(false, false, v, middle), v);
            return out.plus(transposed(out)).times(0.5);
        }

        private Tensor turn(Tensor v, Tensor g, int n) {
            return skew(mm(true, false, v, g.slice(-1, 1, n + 1)));
        }

        @Override
        boolean isSmooth(Tensor y, Tensor x, Spectrum spectrum, Tensor dx) {
            Tensor v = y.slice(-1, 1, y.dim(-2) + 1);
            Tensor moved = mm(false, false, mm(true, false, v, dx), v);
            return spectrum.isSmooth(Kind.DIFFERENCE, moved.plus(transposed(moved)), greatest(moved));
        }
    };

    /** Thin a = U diag(s) Vᵀ, packed [s | Uᵀ | Vᵀ]. */
    static final OfSpectrum<Svd> SVD = new OfSpectrum<>() {
        @Override
        Spectrum spectrum(Tensor y) {
            return new Spectrum(values(y), y.dim(-1), epsilon(y), true);
        }

        @Override
        Tensor pull(Tensor g, Tensor y, Tensor x, Spectrum spectrum, Sway sway) {
            Parts parts = Parts.of(y, x);
            Tensor s = parts.s;
            Tensor together = quotient(
                    "svd",
                    Kind.DIFFERENCE,
                    spectrum,
                    sway,
                    g,
                    s,
                    t -> parts.left(t).plus(parts.right(t)));
            Tensor apart = quotient(
                    "svd", Kind.SUM, spectrum, sway, g, s, t -> parts.left(t).minus(parts.right(t)));
            Tensor middle = together.plus(apart).times(0.5).plus(diagonal(g.slice(-1, 0, 1)));
            Tensor out = mm(false, false, mm(true, false, parts.ut, middle), parts.vt);
            if (parts.m > parts.n) {
                Tensor rest = quotient(
                        "svd", Kind.SELF, spectrum, sway, g, s, t -> orthogonal(t.slice(-1, 1, 1 + parts.m), parts.ut));
                out = out.plus(mm(true, false, rest, parts.vt));
            } else if (parts.n > parts.m) {
                Tensor rest = quotient(
                        "svd",
                        Kind.SELF,
                        spectrum,
                        sway,
                        g,
                        s,
                        t -> orthogonal(t.slice(-1, 1 + parts.m, 1 + parts.m + parts.n), parts.vt));
                out = out.plus(mm(true, false, parts.ut, rest));
            }
            return out;
        }

        @Override
        boolean isSmooth(Tensor y, Tensor x, Spectrum spectrum, Tensor dx) {
            Parts parts = Parts.of(y, x);
            Tensor moved = mm(false, true, mm(false, false, parts.ut, dx), parts.vt);
            double scale = greatest(dx);
            boolean smooth = spectrum.isSmooth(Kind.DIFFERENCE, moved.plus(transposed(moved)), scale)
                    && spectrum.isSmooth(Kind.SUM, skew(moved), scale);
            if (parts.m > parts.n) {
                Tensor outside = orthogonal(mm(false, true, parts.vt, dx), parts.ut);
                return smooth && spectrum.isSmooth(Kind.SELF, outside, scale);
            }
            Tensor outside = orthogonal(mm(false, false, parts.ut, dx), parts.vt);
            return smooth && (parts.m == parts.n || spectrum.isSmooth(Kind.SELF, outside, scale));
        }
    };

    private SpectralRules() {}

    /** The rows of a thin singular value decomposition. */
    private record Parts(int m, int n, Tensor s, Tensor ut, Tensor vt) {
        static Parts of(Tensor y, Tensor x) {
            int m = x.dim(-2);
            int n = x.dim(-1);
            return new Parts(m, n, y.slice(-1, 0, 1), y.slice(-1, 1, 1 + m), y.slice(-1, 1 + m, 1 + m + n));
        }

        Tensor left(Tensor g) {
            return skew(mm(false, true, ut, g.slice(-1, 1, 1 + m)));
        }

        Tensor right(Tensor g) {
            return skew(mm(false, true, vt, g.slice(-1, 1 + m, 1 + m + n)));
        }
    }

    /** A numerator of a rule, linear in the cotangent. */
    @FunctionalInterface
    private interface Numerator {
        Tensor of(Tensor g);
    }

    /** A decomposition whose rule looks at equal values. */
    abstract static class OfSpectrum<O extends Op> implements Rules.Of<O> {
        abstract Spectrum spectrum(Tensor y);

        /** With {@code sway} null the limits are left out; {@code x} only lends its shape. */
        abstract Tensor pull(Tensor g, Tensor y, Tensor x, Spectrum spectrum, Sway sway);

        /** True when equal values stay on the course of their vectors as the matrix moves along {@code dx}. */
        abstract boolean isSmooth(Tensor y, Tensor x, Spectrum spectrum, Tensor dx);

        @Override
        public final Tensor pull(O op, int i, Tensor g, Tensor y, Tensor... x) {
            Spectrum spectrum = spectrum(y.value());
            if (spectrum.vanishes(Kind.DIFFERENCE) || unequalSides(x[0]) && spectrum.vanishes(Kind.SELF)) {
                throw new ArithmeticException("a derivative of second order, or one inside another derivative, through "
                        + op.label() + " of a matrix with (nearly) equal or zero values" + REMEDY);
            }
            return pull(g, y, x[0], spectrum, null);
        }

        /** As the other one, for a first derivative, with a way to find limits. */
        final Tensor pull(O op, Tensor g, Tensor y, Tensor x, Sway sway) {
            return y.level() > 0 ? pull(op, 0, g, y, x) : pull(g, y, x, spectrum(y), sway);
        }

        @Override
        public final Tensor push(O op, Tensor y, Tensor[] x, Tensor[] dx) {
            if (dx[0] == null) {
                return null;
            }
            Spectrum spectrum = spectrum(y.value());
            if (!isSmooth(y.value(), x[0], spectrum, dx[0].value())) {
                throw new ArithmeticException("forward mode (jvp, derivative, hessian) through " + op.label()
                        + " of a matrix with (nearly) equal or zero values, in a direction that parts them; grad and vjp of "
                        + "first order find the limit" + REMEDY);
            }
            return Transposition.push((i, g, out, args) -> pull(g, out, args[0], spectrum, null), y, x, dx);
        }
    }

    private static boolean unequalSides(Tensor x) {
        return x.dim(-1) != x.dim(-2);
    }

    private static Tensor quotient(
            String verb, Kind kind, Spectrum spectrum, Sway sway, Tensor g, Tensor s, Numerator numerator) {
        Tensor top = numerator.of(g);
        if (sway == null || spectrum.directions() == 0) {
            return spectrum.quotient(kind, top, s);
        }
        double scale = greatest(g.value());
        if (!spectrum.hasLimit(kind, top.value(), scale)) {
            throw new ArithmeticException("the vectors of " + verb + " that belong to "
                    + (kind == Kind.DIFFERENCE ? "equal" : "zero")
                    + " values are not unique, and the result depends on which ones are taken: it has no derivative"
                    + REMEDY);
        }
        Tensor[] slopes = new Tensor[spectrum.directions()];
        Tensor rest = g.slice(-1, 1, g.dim(-1));
        for (int t = 0; t < slopes.length; t++) {
            Tensor ones = spectrum.direction(t, s.shape()).cast(s.dtype());
            slopes[t] = numerator.of(sway.along(Tensors.concat(-1, ones, Tensors.zerosLike(rest))));
        }
        return spectrum.limits(kind, top, slopes, s, scale);
    }

    private static double greatest(Tensor x) {
        return x.size() == 0 ? 0 : x.abs().max().item();
    }

    private static Tensor values(Tensor y) {
        return y.slice(-1, 0, 1).squeeze(-1);
    }

    private static double epsilon(Tensor y) {
        return y.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
    }

    private static Tensor skew(Tensor m) {
        return m.minus(transposed(m));
    }

    /** A column as a diagonal matrix. */
    private static Tensor diagonal(Tensor column) {
        Tensor square = column.times(transposed(Tensors.onesLike(column)));
        return square.times(mask(square, (i, j) -> i == j ? 1 : 0));
    }

    /** The rows of {@code g} without their parts along the orthonormal rows of {@code basis}. */
    private static Tensor orthogonal(Tensor g, Tensor basis) {
        return g.minus(mm(false, false, mm(false, true, g, basis), basis));
    }
}
