package lectern.data.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lectern.data.Csv;
import lectern.data.RobustScaler;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.Table;

/** Folds and features are those of scikit-learn, number by number. */
class PrepareOracleTest {
    private static final int N = 17;
    private static final int[] LABELS = {2, 0, 1, 1, 0, 2, 2, 0, 0, 1, 0, 0, 1, 2, 0, 2, 0};
    private static final int[] GROUPS = {3, 3, 1, 5, 5, 5, 1, 2, 4, 4, 4, 4, 3, 2, 6, 6, 1};
    private static final Table WORDS = Csv.readCsvText("word,n\nred,1\nblue,3\nred,2\ngreen,1\nblue,1\n");

    private static Tensor features(boolean gaps) {
        var rows = new double[N][3];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = gaps && (i * 5 + j * 3) % 7 == 0
                        ? Double.NaN
                        : (i * 7 + j * 13 + i * i * (j + 1)) % 11 / 4.0 + j;
            }
        }
        return Tensors.of(rows);
    }

    private static Tensor places(List<Fold> folds) {
        var place = new double[N];
        Arrays.fill(place, -1);
        for (int k = 0; k < folds.size(); k++) {
            for (int i : folds.get(k).test()) {
                place[i] = k;
            }
        }
        return Tensors.of(place);
    }

    private static Tensor answer(String question) {
        String[] word = question.split(" ");
        int number = word.length > 1 && word[1].matches("\\d+") ? Integer.parseInt(word[1]) : 0;
        return switch (word[0]) {
            case "kFold" -> places(Folds.kFold(N, number));
            case "stratifiedKFold" -> places(Folds.stratifiedKFold(LABELS, number));
            case "groupKFold" -> places(Folds.groupKFold(GROUPS, number));
            case "timeSeriesSplit" -> places(Folds.timeSeriesSplit(N, number));
            case "imputer" -> new SimpleImputer(word[1]).fitTransform(features(true));
            case "polynomial" -> {
                var polynomial = new PolynomialFeatures(number);
                yield (word.length > 2 ? polynomial.withoutBias() : polynomial).transform(features(false));
            }
            case "bins" -> new KBinsDiscretizer(number, word[2]).fitTransform(features(false));
            case "robust" -> new RobustScaler().fitTransform(features(true));
            case "power" ->
                new PowerTransformer().fitTransform(features(true).div(2).exp().minus(3));
            case "one-hot" -> new OneHotEncoder().fitTransform(WORDS);
            case "ordinal" -> new OrdinalEncoder("word", "n").fitTransform(WORDS);
            default -> throw new AssertionError(question);
        };
    }

    private static List<String> questions() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                PrepareOracleTest.class.getResourceAsStream("prepare-oracle.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> numbersOfScikitLearn() throws IOException {
        return questions().stream()
                .map(line -> line.split("\t"))
                .map(field -> dynamicTest(field[0], () -> {
                    Tensor ours = answer(field[0]);
                    assertArrayEquals(numbers(field[1], ","), doubles(ours.shape()));
                    assertArrayEquals(
                            numbers(field[2], " "), ours.toDoubleArray(), field[0].equals("power") ? 1e-6 : 1e-12);
                }));
    }

    @Test
    void everyQuestionIsAsked() throws IOException {
        assertEquals(34, questions().size());
    }

    private static double[] doubles(int[] shape) {
        return Arrays.stream(shape).asDoubleStream().toArray();
    }

    private static double[] numbers(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .mapToDouble(word -> word.equals("nan") ? Double.NaN : Double.parseDouble(word))
                .toArray();
    }
}
