package lectern.data;

/**
 * Generated samples for regression, under scikit-learn's names; the targets are a formula plus Gaussian noise.
 *
 * <p>{@code noise} is its standard deviation; the same seed gives the same samples. Fewer than one sample and negative noise are
 * refused.
 */
public final class Regressions {
    private Regressions() {}

    /**
     * A linear formula on the first {@code informative} of normally distributed features, with weights between 0 and 100.
     *
     * {@snippet :
     * makeRegression(100, 10, 3, 0.5, 7)      // → RegressionSet of 100 samples, features [x0, x1, x2, x3, x4, x5, x6, x7, x8, x9]
     * }
     *
     * @param samples how many samples
     * @param features how many features
     * @param informative how many of them count
     * @param noise standard deviation of the noise on the targets
     * @param seed the same seed gives the same samples
     * @return the samples
     * @throws IllegalArgumentException when more features are to count than there are
     */
    public static RegressionSet makeRegression(int samples, int features, int informative, double noise, long seed) {
        return RegressionGenerators.linear(samples, features, informative, noise, seed);
    }

    /**
     * {@code 10 sin(π x₀ x₁) + 20 (x₂ − ½)² + 10 x₃ + 5 x₄} on the unit cube; further features tell nothing.
     *
     * <p>Source: J. H. Friedman, "Multivariate adaptive regression splines", Annals of Statistics 19 (1991).
     *
     * {@snippet :
     * makeFriedman1(20, 7, 0, 1).featureNames().size()      // → 7
     * }
     *
     * @param samples how many samples
     * @param features how many features, at least 5
     * @param noise standard deviation of the noise on the targets
     * @param seed the same seed gives the same samples
     * @return the samples
     * @throws IllegalArgumentException for fewer than 5 features
     */
    public static RegressionSet makeFriedman1(int samples, int features, double noise, long seed) {
        return RegressionGenerators.friedman1(samples, features, noise, seed);
    }

    /**
     * The impedance {@code √(x₀² + (x₁x₂ − 1/(x₁x₃))²)} of a circuit of resistance, angular frequency, inductance and capacity.
     *
     * <p>Source: as {@link #makeFriedman1}; x₀ from 0 to 100, x₁ from 40π to 560π, x₂ from 0 to 1, x₃ from 1 to 11.
     *
     * {@snippet :
     * makeFriedman2(20, 0, 1).size()      // → 20
     * }
     *
     * @param samples how many samples
     * @param noise standard deviation of the noise on the targets
     * @param seed the same seed gives the same samples
     * @return the samples, 4 features
     */
    public static RegressionSet makeFriedman2(int samples, double noise, long seed) {
        return RegressionGenerators.impedance(samples, noise, seed, Friedman::second);
    }

    /**
     * The phase {@code arctan((x₁x₂ − 1/(x₁x₃)) / x₀)} of the circuit of {@link #makeFriedman2}.
     *
     * {@snippet :
     * best(makeFriedman3(100, 0, 1).targets()) > -Math.PI / 2      // → true
     * }
     *
     * @param samples how many samples
     * @param noise standard deviation of the noise on the targets
     * @param seed the same seed gives the same samples
     * @return the samples, 4 features
     */
    public static RegressionSet makeFriedman3(int samples, double noise, long seed) {
        return RegressionGenerators.impedance(samples, noise, seed, Friedman::third);
    }

    /**
     * Franke's surface, two hills, a smaller one and a dip, at random places of the unit square.
     *
     * <p>Source: R. Franke, "A critical comparison of some methods for interpolation of scattered data" (1979).
     *
     * {@snippet :
     * worst(makeFranke(100, 0, 1).targets()) < 1.3      // → true
     * }
     *
     * @param samples how many samples
     * @param noise standard deviation of the noise on the targets
     * @param seed the same seed gives the same samples
     * @return the samples, 2 features
     */
    public static RegressionSet makeFranke(int samples, double noise, long seed) {
        return RegressionGenerators.franke(samples, noise, seed);
    }

    /**
     * Runge's function {@code 1 / (1 + 25x²)} at equidistant places from −1 to 1.
     *
     * {@snippet :
     * makeRunge(3, 0, 1).targets()[1]      // → 1.0
     * }
     *
     * @param samples how many samples
     * @param noise standard deviation of the noise on the targets
     * @param seed the same seed gives the same samples
     * @return the samples, 1 feature
     */
    public static RegressionSet makeRunge(int samples, double noise, long seed) {
        return RegressionGenerators.runge(samples, noise, seed);
    }

    /**
     * A sheet bent to an S in space; the target is the place along it.
     *
     * {@snippet :
     * makeSCurve(20, 0, 1).features()[0].length      // → 3
     * }
     *
     * @param samples how many samples
     * @param noise standard deviation of the noise on the places in space
     * @param seed the same seed gives the same samples
     * @return the samples, 3 features
     */
    public static RegressionSet makeSCurve(int samples, double noise, long seed) {
        return RegressionGenerators.sCurve(samples, noise, seed);
    }

    /**
     * Points in order along a trefoil knot in space, {@code (sin t + 2 sin 2t, cos t − 2 cos 2t, −sin 3t)}; the target is t.
     *
     * {@snippet :
     * makeTrefoil(20, 0, 1).features()[0].length      // → 3
     * }
     *
     * @param samples how many samples
     * @param noise standard deviation of the noise on the places in space
     * @param seed the same seed gives the same samples
     * @return the samples, 3 features
     */
    public static RegressionSet makeTrefoil(int samples, double noise, long seed) {
        return RegressionGenerators.trefoil(samples, noise, seed);
    }
}
