package lectern.kernel.magic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What to do in place of a magic that there is not: those of Python's kernel have their ways here. */
final class Elsewhere {
    private static final Map<String, String> WAYS = Map.ofEntries(
            Map.entry("cat", "Write !cat file."),
            Map.entry("ls", "Write !ls."),
            Map.entry("mkdir", "Write !mkdir folder."),
            Map.entry("cp", "Write !cp from to."),
            Map.entry("mv", "Write !mv from to."),
            Map.entry("rm", "Write !rm file."),
            Map.entry("system", "Write !command."),
            Map.entry("python", "Write !python3 -c '...', or %%bash with python3 in it."),
            Map.entry("pip", "Java libraries come by %maven group:artifact:version."),
            Map.entry("conda", "Java libraries come by %maven group:artifact:version."),
            Map.entry("sql", "Use java.sql: %maven brings the driver, DriverManager.getConnection(...) connects."),
            Map.entry("memit", "Runtime.getRuntime().totalMemory() tells the memory in use."),
            Map.entry("pinfo", "Write name? or ?name."),
            Map.entry("pinfo2", "Write name?? or ??name."),
            Map.entry("matplotlib", "Figures need no preparation: plot(x, y)."),
            Map.entry("precision", "Round in the text: \"%.3f\".formatted(x)."),
            Map.entry("rerun", "Run the cell again; %history shows what was run."),
            Map.entry("recall", "%history shows what was run."),
            Map.entry("macro", "Write a method."),
            Map.entry("alias", "Write a method, or !command."),
            Map.entry("store", "Write values to a file, with Files.writeString or writeCsv."),
            Map.entry("logstart", "The notebook is the log; %history shows what was run."),
            Map.entry("xmode", "Errors are always shown in one way."),
            Map.entry("debug", "Set a breakpoint in JupyterLab's debugger."),
            Map.entry("pdb", "Set a breakpoint in JupyterLab's debugger."),
            Map.entry("autosave", "The front end saves the notebook: see its settings."),
            Map.entry("config", "Settings of the kernel are environment variables: see the README."),
            Map.entry("notebook", "The front end saves and exports the notebook."),
            Map.entry("autoreload", "Run the cell that declares the class again."),
            Map.entry("load_ext", "Extensions are jars: %jars file.jar or %maven."));

    private Elsewhere() {}

    /** A sentence with a blank before it, or nothing: what to use, or the name that was meant. */
    static String advice(String name, Collection<String> known) {
        var way = WAYS.get(name);
        if (way != null) {
            return " " + way;
        }
        return known.stream()
                .filter(one -> distance(one.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                        <= Math.max(1, name.length() / 4))
                .min(Comparator.comparingInt(one -> distance(one, name)))
                .map(one -> " Is %" + one + " meant?")
                .orElse("");
    }

    /** How many letters to insert, leave out or replace. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
