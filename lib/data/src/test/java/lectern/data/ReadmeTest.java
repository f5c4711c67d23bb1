package lectern.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of the README for people who come from pandas name verbs that are there and that pandas was asked about. */
class ReadmeTest {
    private static final Pattern CALL = Pattern.compile("`([a-zA-Z]+)\\(");

    @Test
    void rowsFromPandasNameVerbsThatAgreeWithPandas() throws IOException {
        Set<String> verbs = Stream.of(Tables.class, Csv.class, CsvOptions.class)
                .flatMap(c -> Arrays.stream(c.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());
        String asked = String.join("\n", LivePandas.recorded("table-oracle.txt"));
        var named = new TreeSet<String>();
        for (String row : Files.readAllLines(Path.of("..", "..", "README.md"))) {
            String[] cells = row.split(" \\| ");
            if (cells.length == 2
                    && (cells[0].contains("df.") || cells[0].contains("df[") || cells[0].contains("pd."))) {
                CALL.matcher(cells[1]).results().map(m -> m.group(1)).forEach(named::add);
            }
        }
        assertTrue(named.size() >= 18, "verbs in the README: " + named);
        for (String verb : named) {
            assertTrue(verbs.contains(verb), verb + " is no verb");
            boolean file = verb.endsWith("Csv") || verb.equals("quantile") || verb.equals("toTensor");
            assertTrue(file || asked.contains("\n" + verb + "("), verb + " is not compared with pandas");
        }
    }
}
