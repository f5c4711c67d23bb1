package lectern.prelude;

import java.util.ArrayList;
import java.util.List;
import lectern.data.TableView;
import lectern.grad.Trace;
import lectern.notebook.Extension;
import lectern.notebook.Lazy;
import lectern.notebook.MimeBundle;
import lectern.plot.XCharts;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;
import tech.tablesaw.table.TableSliceGroup;

/**
 * Brings the library into a notebook: its verbs without a prefix, its types, and pictures of tables, charts and
 * arrays.
 */
public final class LecternExtension implements Extension {
    /** Classes whose static methods are the verbs of a notebook. */
    static final List<String> VERBS = List.of(
            "lectern.notebook.Cells",
            "lectern.notebook.Quick",
            "lectern.notebook.Tabular",
            "lectern.notebook.Pairs",
            "lectern.tensor.Tensors",
            "lectern.tensor.type.DType",
            "lectern.tensor.Sampling",
            "lectern.tensor.Statistics",
            "lectern.tensor.Sorting",
            "lectern.tensor.Grid",
            "lectern.tensor.Linalg",
            "lectern.tensor.Convolutions",
            "lectern.grad.Grad",
            "lectern.grad.Activations",
            "lectern.compile.Compiler",
            "lectern.optim.Optim",
            "lectern.plot.Plots",
            "lectern.plot.learning.LearningPlots",
            "lectern.stats.Stats",
            "lectern.stats.HypothesisTests",
            "lectern.study.Studies",
            "lectern.data.Datasets",
            "lectern.data.Csv",
            "lectern.data.CsvOptions",
            "lectern.data.Regressions",
            "lectern.data.prepare.Folds",
            "lectern.data.JsonTables",
            "lectern.data.Tables",
            "lectern.data.NumpyFiles",
            "lectern.data.Metrics",
            "lectern.nn.Nn",
            "lectern.nn.dl4j.Dl4j",
            "lectern.nn.Losses",
            "lectern.nn.Activation",
            "lectern.nn.Init");

    /** One class of every package whose types a notebook names; it tells whether the package is there. */
    static final List<String> TYPES = List.of(
            "lectern.notebook.Notebook",
            "lectern.tensor.Tensor",
            "lectern.tensor.type.DType",
            "lectern.grad.Fn",
            "lectern.optim.Optim",
            "lectern.plot.Plots",
            "lectern.stats.Distribution",
            "lectern.study.Study",
            "lectern.data.Dataset",
            "lectern.data.prepare.Fold",
            "lectern.nn.Mlp",
            "lectern.nn.dl4j.Dl4jNet",
            "tech.tablesaw.api.Table",
            "org.knowm.xchart.XYChart");

    /** Packages of the platform that a lecture cannot do without; a plain JShell imports them too. */
    static final List<String> PLATFORM = List.of(
            "java.io",
            "java.math",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.stream");

    @Override
    public String name() {
        return "lectern";
    }

    @Override
    public List<String> imports() {
        var imports = new ArrayList<String>();
        PLATFORM.forEach(name -> imports.add("import " + name + ".*;"));
        VERBS.stream().filter(LecternExtension::exists).forEach(name -> imports.add("import static " + name + ".*;"));
        TYPES.stream()
                .filter(LecternExtension::exists)
                .map(name -> "import " + name.substring(0, name.lastIndexOf('.')) + ".*;")
                .distinct()
                .forEach(imports::add);
        return List.copyOf(imports);
    }

    @Override
    public List<Lazy> lazy() {
        return LazyLibraries.all();
    }

    /** A trimmed class path, as in a stock kernel with few jars, simply has fewer verbs. */
    private static boolean exists(String name) {
        try {
            Class.forName(name, false, LecternExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Words of the log in a line under the cell, without a line of date and class; a format of the user's own stays. */
    private static void quietLog() {
        String format = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(format) == null) {
            System.setProperty(format, "%4$s: %5$s%6$s%n");
        }
    }

    @Override
    public void renderers(Renderers registry) {
        quietLog();
        registry.register(Relation.class, table -> TableView.of(table).toMimeBundle());
        registry.register(Column.class, column -> TableView.of(column).toMimeBundle());
        registry.register(Chart.class, XCharts::bundle);
        registry.register(Trace.class, TracePictures::bundle);
        if (exists(LazyLibraries.ARRAYS)) {
            Nd4jPictures.register(registry);
        }
        registry.register(TableSliceGroup.class, groups -> TableView.of(groups).toMimeBundle());
        registry.register(double[][].class, LecternExtension::rows);
    }

    /** Rows of numbers, the long ones and the many ones with a gap; the shape stands first. */
    private static MimeBundle rows(double[][] rows) {
        var text = new StringBuilder("double[" + rows.length + "][" + (rows.length == 0 ? 0 : rows[0].length) + "]");
        for (int i = 0; i < rows.length; i++) {
            if (i == 5 && rows.length > 10) {
                text.append("\n …");
                i = rows.length - 5;
            }
            text.append("\n ").append(row(rows[i]));
        }
        return MimeBundle.text(text.toString());
    }

    private static String row(double[] row) {
        var cells = new ArrayList<String>();
        for (int j = 0; j < row.length; j++) {
            if (j == 5 && row.length > 10) {
                cells.add("…");
                j = row.length - 5;
            }
            cells.add(String.format(java.util.Locale.ROOT, "%10.4g", row[j]));
        }
        return String.join(" ", cells);
    }
}
