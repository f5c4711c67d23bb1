package lectern.kernel.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known about the language before an interpreter exists: it answers {@code kernel_info} while the compiler warms up. */
public final class JavaLanguage {
    private JavaLanguage() {}

    /**
     * The {@code language_info} of the protocol. Front ends save it in every notebook, so that its version is the feature
     * release alone: a notebook that is opened under another update of the JDK stays as it is.
     */
    public static Map<String, Object> info() {
        var info = new LinkedHashMap<String, Object>();
        info.put("name", "java");
        info.put("version", Integer.toString(Runtime.version().feature()));
        info.put("mimetype", "text/x-java");
        info.put("file_extension", ".java");
        info.put("pygments_lexer", "java");
        info.put("codemirror_mode", "java");
        info.put("nbconvert_exporter", "script");
        return info;
    }

    /** The greeting of consoles. */
    public static String banner() {
        return "Lectern " + version() + " on Java " + System.getProperty("java.version") + " ("
                + System.getProperty("java.vm.name") + ")\n?name shows documentation, %help the magics.\n";
    }

    /** What the help menu of a front end offers. */
    public static List<Map<String, String>> helpLinks() {
        int feature = Runtime.version().feature();
        String docs = "https://docs.oracle.com/en/java/javase/" + feature;
        return List.of(
                Map.of("text", "Java " + feature + " API", "url", docs + "/docs/api/index.html"),
                Map.of("text", "Learn Java", "url", "https://dev.java/learn/"),
                Map.of("text", "Tablesaw", "url", "https://jtablesaw.github.io/tablesaw/"),
                Map.of("text", "Deeplearning4j", "url", "https://deeplearning4j.konduit.ai/"),
                Map.of("text", "XChart", "url", "https://knowm.org/open-source/xchart/"));
    }

    /** The version of the kernel. */
    public static String version() {
        String packaged = JavaLanguage.class.getPackage().getImplementationVersion();
        return packaged == null ? "0.1.0" : packaged;
    }
}
