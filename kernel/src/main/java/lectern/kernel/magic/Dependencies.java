package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Libraries for the notebook: jars, folders, and artefacts of Maven repositories. */
final class Dependencies {
    private static final Pattern POM = Pattern.compile("<(dependency|repository|exclusion)>([\\s\\S]*?)</\\1>");
    private static final Pattern GRADLE = Pattern.compile("[\"']([\\w.-]+:[\\w.-]+:[\\w.-]+(?::[\\w.-]+)?)[\"']");

    private final MagicContext context;
    private final List<Coordinate> wanted = new ArrayList<>();
    private final Map<String, String> repositories;

    Dependencies(MagicContext context, Map<String, String> repositories) {
        this.context = context;
        this.repositories = repositories;
    }

    void register(Magics magics) {
        magics.line(
                "maven",
                "%maven group:artifact:version … [-x group:artifact] [-r repository-url] [--offline] – adds libraries and all "
                        + "they need; -x leaves something out, --offline looks into the local repository only",
                this::maven);
        magics.line(
                "addMavenDependency", "%addMavenDependency group:artifact:version … – the same as %maven", this::maven);
        magics.line(
                "addMavenDependencies",
                "%addMavenDependencies group:artifact:version … – the same as %maven",
                this::maven);
        magics.line("mavenRepo", "%mavenRepo id url – adds a repository", this::repository);
        magics.line("addMavenRepo", "%addMavenRepo id url – the same as %mavenRepo", this::repository);
        magics.line("jars", "%jars file.jar folder/*.jar … – adds jars", this::jars);
        magics.line(
                "classpath",
                "%classpath [path …] – shows the class path, or adds jars and folders of classes",
                this::classPath);
        magics.line("addJar", "%addJar file.jar – the same as %jars", this::jars);
        magics.line("loadFromPOM", "%loadFromPOM pom.xml – adds the dependencies of a pom", this::pomFile);
        magics.cell(
                "loadFromPOM",
                "%%loadFromPOM – adds the dependencies of the pom snippet in the cell",
                (arguments, body) -> pom(body));
        magics.cell(
                "pom", "%%pom – adds the dependencies of the pom snippet in the cell", (arguments, body) -> pom(body));
    }

    private Object maven(String arguments) {
        var words = arguments.replaceAll("[\"']", "").split("\\s+");
        var coordinates = new ArrayList<String>();
        var places = new LinkedHashMap<>(repositories);
        var exclusions = new ArrayList<String>();
        boolean offline = false;
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("-x") || words[i].equals("--exclude")) {
                if (++i < words.length) {
                    exclusions.add(words[i]);
                }
            } else if (words[i].equals("-o") || words[i].equals("--offline")) {
                offline = true;
            } else if ((words[i].equals("-r") || words[i].equals("--repository")) && i + 1 < words.length) {
                places.put("repository" + places.size(), words[++i]);
            } else if (!words[i].isBlank()) {
                coordinates.add(words[i]);
            }
        }
        if (coordinates.isEmpty()) {
            throw new MagicError("Which library? For example: %maven org.apache.commons:commons-math3:3.6.1");
        }
        return add(
                coordinates.stream()
                        .map(text -> Coordinate.of(text, exclusions))
                        .toList(),
                places,
                offline);
    }

    /**
     * Resolves all coordinates so far and these in one request, so that versions fit one another. Where that fails, nothing has
     * changed: what cannot be found is not asked for again.
     */
    private Object add(List<Coordinate> more, Map<String, String> places, boolean offline) {
        var all = new ArrayList<>(wanted);
        for (var coordinate : more) {
            all.removeIf(known -> known.key().equals(coordinate.key()));
            all.add(coordinate);
        }
        var jars = MavenResolver.resolve(all, places, offline);
        wanted.clear();
        wanted.addAll(all);
        repositories.putAll(places);
        var fresh =
                jars.stream().filter(jar -> !context.classPath().contains(jar)).toList();
        context.addToClassPath(fresh);
        System.out.println(
                fresh.isEmpty()
                        ? "Nothing new: all " + jars.size() + " jars are there already."
                        : "Added " + fresh.size() + (fresh.size() == 1 ? " jar: " : " jars: ")
                                + String.join(
                                        ", ",
                                        fresh.stream()
                                                .limit(8)
                                                .map(jar -> jar.getFileName().toString())
                                                .toList())
                                + (fresh.size() > 8 ? ", …" : ""));
        return null;
    }

    private Object repository(String arguments) {
        var words = Words.of(arguments);
        if (words.size() != 2 || !words.get(1).matches("(?i)(?:https?|file):.+")) {
            throw new MagicError("Write %mavenRepo name https://…");
        }
        repositories.put(words.get(0), words.get(1));
        return null;
    }

    private Object jars(String arguments) {
        var found = new ArrayList<Path>();
        var words = Words.of(arguments);
        if (words.isEmpty()) {
            throw new MagicError("Which jars? For example: %jars lib/*.jar");
        }
        words.forEach(word -> found.addAll(expand(word)));
        context.addToClassPath(found);
        return null;
    }

    private static List<Path> expand(String word) {
        if (!word.contains("*")) {
            var path = Surroundings.path(word);
            if (!Files.exists(path)) {
                throw new MagicError("There is no " + path);
            }
            return List.of(path);
        }
        int slash = word.lastIndexOf('/');
        var folder = Surroundings.path(slash < 0 ? "." : word.substring(0, slash + 1));
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + word.substring(slash + 1));
        try (var list = Files.list(folder)) {
            return list.filter(path -> matcher.matches(path.getFileName()))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MagicError("Cannot look into " + folder);
        }
    }

    private Object classPath(String arguments) {
        return arguments.isBlank()
                ? String.join(
                        "\n", context.classPath().stream().map(Path::toString).toList())
                : jars(arguments);
    }

    private Object pomFile(String file) {
        return pom(Scripts.read(file));
    }

    private Object pom(String text) {
        var found = POM.matcher(text);
        var more = new ArrayList<Coordinate>();
        var places = new LinkedHashMap<>(repositories);
        while (found.find()) {
            var body = found.group(2);
            if (found.group(1).equals("repository")) {
                places.put(element(body, "id", "repository" + places.size()), element(body, "url", ""));
            } else if (found.group(1).equals("dependency")) {
                var exclusions = new ArrayList<String>();
                var inner = POM.matcher(body);
                while (inner.find()) {
                    exclusions.add(
                            element(inner.group(2), "groupId", "*") + ":" + element(inner.group(2), "artifactId", "*"));
                }
                var own = body.replaceAll("<exclusions>[\\s\\S]*?</exclusions>", "");
                if (!element(own, "scope", "compile").equals("test")) {
                    var classifier = element(own, "classifier", "");
                    more.add(Coordinate.of(
                            element(own, "groupId", "") + ":" + element(own, "artifactId", "") + ":"
                                    + (classifier.isEmpty() ? "" : "jar:" + classifier + ":")
                                    + element(own, "version", ""),
                            exclusions));
                }
            }
        }
        var gradle = GRADLE.matcher(text);
        while (gradle.find()) {
            more.add(Coordinate.of(gradle.group(1), List.of()));
        }
        if (more.isEmpty()) {
            throw new MagicError("There is no <dependency> in this text.");
        }
        return add(more, places, false);
    }

    private static String element(String xml, String name, String otherwise) {
        var found =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        return found.find() ? found.group(1) : otherwise;
    }

    /** {@code group:artifact[:extension[:classifier]]:version} with what to leave out. */
    record Coordinate(
            String group,
            String artifact,
            String extension,
            String classifier,
            String version,
            List<String> exclusions) {
        /** How versions begin, and extensions do not. */
        private static final Pattern VERSION = Pattern.compile("\\d+[.-]");

        static Coordinate of(String text, List<String> exclusions) {
            var parts = text.split(":");
            if (parts.length == 4 && VERSION.matcher(parts[2]).lookingAt()) {
                throw new MagicError("The version stands last: " + parts[0] + ":" + parts[1] + ":jar:" + parts[3] + ":"
                        + parts[2] + ", not " + text);
            }
            return switch (parts.length) {
                case 3 -> new Coordinate(parts[0], parts[1], "jar", "", parts[2], List.copyOf(exclusions));
                case 4 -> new Coordinate(parts[0], parts[1], parts[2], "", parts[3], List.copyOf(exclusions));
                case 5 -> new Coordinate(parts[0], parts[1], parts[2], parts[3], parts[4], List.copyOf(exclusions));
                default -> throw new MagicError("A library is named group:artifact:version, not " + text);
            };
        }

        String key() {
            return group + ":" + artifact + ":" + extension + ":" + classifier;
        }

        @Override
        public String toString() {
            return group + ":" + artifact + ":" + version;
        }
    }
}
