package lectern.kernel.install;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.kernel.json.Json;
import lectern.notebook.UserFolders;

/** Writes the kernelspec, by which Jupyter finds and starts this kernel. */
public final class Install {
    private static final String USAGE = """
            usage: install [options]
              --user              for this user (the default)
              --prefix DIR        below DIR/share/jupyter, such as a Python environment
              --name NAME         name of the kernelspec (lectern)
              --display-name TEXT name in the launcher (Java (Lectern))
              --java PATH         the java to run (the one that runs this)
              --class-path PATH   what to run it on (the class path of this run)
              --jvm-arg ARG       an argument for the JVM beside those of this run; may be repeated
              --env NAME=VALUE    an environment variable for the kernel; may be repeated
            """;

    private Path base = userDirectory();
    private String name = "lectern";
    private String displayName = "Java (Lectern)";
    private String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private String classPath = System.getProperty("java.class.path");
    private final List<String> jvmArguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Install() {}

    /** Installs as the arguments say; returns the exit status of the process. */
    public static int run(String[] arguments, PrintStream out) throws IOException {
        var install = new Install();
        try {
            if (List.of(arguments).contains("--help")) {
                out.print(USAGE);
                return 0;
            }
            install.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(USAGE);
            return 2;
        }
        out.println("kernelspec written to " + install.write());
        return 0;
    }

    private void parse(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (option.equals("--user")) {
                base = userDirectory();
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("option " + option + " is unknown or wants a value");
            }
            String value = arguments[++i];
            switch (option) {
                case "--prefix" -> base = Path.of(value, "share", "jupyter");
                case "--name" -> name = checkedName(value);
                case "--display-name" -> displayName = value;
                case "--java" -> java = value;
                case "--class-path" -> classPath = value;
                case "--jvm-arg" -> jvmArguments.add(value);
                case "--env" -> {
                    int equals = value.indexOf('=');
                    if (equals < 1) {
                        throw new IllegalArgumentException("--env " + value + ": expected NAME=VALUE");
                    }
                    environment.put(value.substring(0, equals), value.substring(equals + 1));
                }
                default -> throw new IllegalArgumentException("option " + option + " is unknown");
            }
        }
    }

    private static String checkedName(String name) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "--name " + name + ": only letters, digits, '.', '-' and '_' are allowed");
        }
        return name;
    }

    private Path write() throws IOException {
        var argv = new ArrayList<String>();
        argv.add(java);
        // The flags of a kernel stand in one place; whoever runs this gives them, and the kernelspec repeats them.
        argv.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        argv.addAll(jvmArguments);
        // A starter jar has what the kernel needs in its manifest, and only -jar reads that.
        boolean starter = classPath.equals(System.getProperty("java.class.path"))
                && classPath.endsWith(".jar")
                && !classPath.contains(File.pathSeparator);
        argv.addAll(starter ? List.of("-jar", classPath) : List.of("-cp", classPath, "lectern.kernel.Main"));
        argv.add("{connection_file}");
        var spec = new LinkedHashMap<String, Object>();
        spec.put("argv", argv);
        spec.put("display_name", displayName);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("kernel_protocol_version", "5.5");
        spec.put("env", environment);
        spec.put("metadata", Map.of("debugger", true));
        Path directory = base.resolve("kernels").resolve(name);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("kernel.json"), Json.text(spec) + "\n");
        return directory;
    }

    /** Where Jupyter looks for the kernels of one person. */
    private static Path userDirectory() {
        String chosen = System.getenv("JUPYTER_DATA_DIR");
        if (chosen != null && !chosen.isEmpty()) {
            return Path.of(chosen);
        }
        Path home = UserFolders.home();
        if (System.getProperty("os.name").startsWith("Mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        String windows = System.getenv("APPDATA");
        if (System.getProperty("os.name").startsWith("Windows") && windows != null) {
            return Path.of(windows, "jupyter");
        }
        return UserFolders.data().resolve("jupyter");
    }
}
