package lectern.data.prepare;

import java.util.ArrayList;
import java.util.List;
import lectern.tensor.Tensor;

/**
 * All products of features up to a degree: for (a, b) and degree 2 these are 1, a, b, a², ab, b².
 *
 * {@snippet :
 * new PolynomialFeatures(2).transform(of(new double[][] {{2, 3}}))      // → [[1. 2. 3. 4. 6. 9.]]
 * new PolynomialFeatures(2).withoutBias().names("a", "b")               // → [a, b, a^2, a b, b^2]
 * }
 */
public final class PolynomialFeatures {
    private static final String WHO = "PolynomialFeatures";
    private static final int MOST = 1_000_000;

    private final int degree;
    private final boolean bias;

    /**
     * Products of up to so many features, the constant 1 first.
     *
     * @param degree at least 0
     * @throws IllegalArgumentException for a negative degree
     */
    public PolynomialFeatures(int degree) {
        this(degree, true);
    }

    private PolynomialFeatures(int degree, boolean bias) {
        if (degree < 0) {
            throw new IllegalArgumentException("A degree is not negative; " + degree + " was given.");
        }
        this.degree = degree;
        this.bias = bias;
    }

    /** The same without the constant 1, for models that have an intercept of their own. */
    public PolynomialFeatures withoutBias() {
        return new PolynomialFeatures(degree, false);
    }

    /**
     * The products of each sample, float64.
     *
     * @param x features of shape (samples, features)
     * @return shape (samples, products), lower degrees first
     * @throws IllegalArgumentException for NaN and infinite values, and when there would be more than a million products
     */
    public Tensor transform(Tensor x) {
        Matrix matrix = Matrix.learned(x, WHO, false);
        List<int[]> products = products(matrix.columns());
        var data = new double[Math.multiplyExact(matrix.rows(), products.size())];
        for (int i = 0, k = 0; i < matrix.rows(); i++) {
            for (int[] product : products) {
                double value = 1;
                for (int j : product) {
                    value *= matrix.get(i, j);
                }
                data[k++] = value;
            }
        }
        return Matrix.tensor(data, matrix.rows(), products.size());
    }

    /**
     * The names of the products.
     *
     * @param features the names of the features
     * @return such as {@code 1, a, b, a^2, a b, b^2}
     */
    public List<String> names(String... features) {
        return products(features.length).stream()
                .map(product -> name(product, features))
                .toList();
    }

    private static String name(int[] product, String[] features) {
        var name = new StringBuilder();
        for (int i = 0, from = 0; i < product.length; i++) {
            if (i + 1 == product.length || product[i + 1] != product[i]) {
                int power = i + 1 - from;
                name.append(name.isEmpty() ? "" : " ")
                        .append(features[product[i]])
                        .append(power > 1 ? "^" + power : "");
                from = i + 1;
            }
        }
        return name.isEmpty() ? "1" : name.toString();
    }

    private List<int[]> products(int features) {
        var all = new ArrayList<int[]>();
        List<int[]> last = List.of(new int[0]);
        if (bias) {
            all.addAll(last);
        }
        for (int d = 1; d <= degree; d++) {
            var next = new ArrayList<int[]>();
            for (int[] product : last) {
                for (int j = d == 1 ? 0 : product[d - 2]; j < features; j++) {
                    int[] longer = java.util.Arrays.copyOf(product, d);
                    longer[d - 1] = j;
                    next.add(longer);
                }
                if (all.size() + next.size() > MOST) {
                    throw new IllegalArgumentException(features + " features have more than " + MOST
                            + " products of degree " + degree + "; take a lower degree or fewer features.");
                }
            }
            all.addAll(next);
            last = next;
        }
        return all;
    }
}
