package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Libraries of Maven repositories, from a local repository that is empty at first. */
class LibrariesTest {
    private static final String LEAF =
            "<dependency><groupId>lectern.test</groupId><artifactId>leaf</artifactId><version>1.0</version></dependency>";

    @TempDir
    private Path folder;

    private final Notebook notebook = new Notebook();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final String local = System.getProperty("maven.repo.local");
    private final String home = System.getProperty("user.home");
    private Path repository;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        System.setProperty("maven.repo.local", folder.resolve("local").toString());
        System.setProperty("user.home", folder.resolve("home").toString());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var file = repository.resolve(path.substring(1));
            try (exchange) {
                byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
                exchange.sendResponseHeaders(bytes.length > 0 ? 200 : 404, bytes.length > 0 ? bytes.length : -1);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        System.setProperty("user.home", home);
        if (local == null) {
            System.clearProperty("maven.repo.local");
        } else {
            System.setProperty("maven.repo.local", local);
        }
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Has the user's settings say that this server stands for others. */
    private void mirrors(String others) throws IOException {
        var place = Files.createDirectories(folder.resolve("home/.m2"));
        Files.writeString(
                place.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>near</id><mirrorOf>" + others + "</mirrorOf><url>" + url()
                        + "</url></mirror></mirrors></settings>");
    }

    /** Puts an artefact that holds one resource into a repository. */
    private void artefact(Path repository, String name, String version, String dependencies) throws IOException {
        var place = Files.createDirectories(
                repository.resolve("lectern/test").resolve(name).resolve(version));
        Files.writeString(place.resolve(name + "-" + version + ".pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>lectern.test</groupId><artifactId>%s</artifactId>
                <version>%s</version><dependencies>%s</dependencies></project>""".formatted(name, version, dependencies));
        try (var jar = new JarOutputStream(Files.newOutputStream(place.resolve(name + "-" + version + ".jar")))) {
            jar.putNextEntry(new JarEntry(name + ".txt"));
            jar.write(name.getBytes());
        }
    }

    private String text(String resource) {
        return notebook.run("new String(Thread.currentThread().getContextClassLoader().getResourceAsStream(\""
                        + resource + "\").readAllBytes())")
                .value();
    }

    @Test
    void withAllTheyNeedAndWithoutWhatIsLeftOut() throws IOException {
        artefact(repository, "leaf", "1.0", "");
        artefact(repository, "root", "1.0", LEAF);
        var missing = notebook.run("%maven --offline lectern.test:root:1.0");
        assertTrue(missing.error().contains("Maven cannot find lectern.test:root"), missing.error());
        assertTrue(missing.error().contains("--offline asks no other"), missing.error());
        var without = notebook.run("%maven -r " + repository.toUri() + " -x lectern.test:leaf lectern.test:root:1.0");
        assertTrue(without.out().contains("Added 1 jar: root-1.0.jar"), () -> without.out() + without.error());
        var with = notebook.run("%maven lectern.test:root:1.0");
        assertTrue(with.out().contains("Added 1 jar: leaf-1.0.jar"), () -> with.out() + with.error());
        assertEquals("leaf", text("leaf.txt"));
        assertTrue(notebook.run("%maven --offline lectern.test:root:1.0").out().startsWith("Nothing new"));
    }

    @Test
    void overHttp() throws IOException {
        artefact(repository, "leaf", "1.0", "");
        artefact(repository, "root", "1.0", LEAF);
        notebook.run("%mavenRepo near " + url());
        var added = notebook.run("%maven lectern.test:root:1.0");
        assertTrue(added.out().contains("Added 2 jars: root-1.0.jar, leaf-1.0.jar"), () -> added.out() + added.error());
        assertTrue(asked.contains("/lectern/test/leaf/1.0/leaf-1.0.jar"), asked::toString);
        assertEquals("root", text("root.txt"));
    }

    @Test
    void centralIsAskedByItself() throws IOException {
        mirrors("central");
        artefact(repository, "leaf", "1.0", "");
        var added = notebook.run("%maven lectern.test:leaf:1.0");
        assertTrue(added.out().contains("Added 1 jar: leaf-1.0.jar"), () -> added.out() + added.error());
        assertFalse(asked.isEmpty());
    }

    @Test
    void centralIsAskedBesideOthersToo() throws IOException {
        mirrors("central");
        artefact(repository, "leaf", "1.0", "");
        notebook.run("%mavenRepo other "
                + Files.createDirectory(folder.resolve("other")).toUri());
        var added = notebook.run("%maven lectern.test:leaf:1.0");
        assertTrue(added.out().contains("Added 1 jar: leaf-1.0.jar"), () -> added.out() + added.error());
    }

    @Test
    void anotherRepositoryMayBeCalledCentral() throws IOException {
        artefact(repository, "leaf", "1.0", "");
        notebook.run("%mavenRepo central " + url());
        var added = notebook.run("%maven lectern.test:leaf:1.0");
        assertTrue(added.out().contains("Added 1 jar: leaf-1.0.jar"), () -> added.out() + added.error());
        var missing = notebook.run("%maven lectern.test:nowhere:1.0");
        assertTrue(missing.error().contains(" in central (" + url() + ")."), missing.error());
    }

    @Test
    void whatIsMissingIsNamedWithWhereItWasSought() throws IOException {
        mirrors("*");
        var missing = notebook.run("%maven lectern.test:nowhere:1.0");
        assertTrue(missing.error().contains("Maven cannot find lectern.test:nowhere:jar:1.0"), missing.error());
        assertTrue(missing.error().contains("near (" + url() + ")"), missing.error());
    }

    @Test
    void aFailureIsForgotten() throws IOException {
        mirrors("*");
        artefact(repository, "leaf", "1.0", "");
        artefact(repository, "leaf", "2.0", "");
        for (var wrong : List.of(
                "%maven lectern.test:nowhere:1.0",
                "%maven lectern.test:nowhere:1.0 lectern.test:leaf:1.0",
                "%maven lectern.test:leaf:1.0 lectern.test:nowhere:1.0",
                "%maven -r http://localhost:1/ lectern.test:nowhere:1.0",
                "%%pom\n" + LEAF.replace("leaf", "nowhere") + LEAF)) {
            assertTrue(notebook.run(wrong).error().contains("lectern.test:nowhere"), wrong);
        }
        var added = notebook.run("%maven lectern.test:leaf:1.0");
        assertTrue(added.out().contains("Added 1 jar: leaf-1.0.jar"), () -> added.out() + added.error());
        assertTrue(notebook.run("%maven lectern.test:leaf:9.0").error().contains("leaf:jar:9.0"));
        assertTrue(
                notebook.run("%maven lectern.test:leaf:1.0").out().startsWith("Nothing new"), "the older one is kept");
        assertTrue(notebook.run("%%pom\n" + LEAF).out().startsWith("Nothing new"));
    }

    @Test
    void theVersionStandsLast() {
        var wrong = notebook.run("%maven org.lwjgl:lwjgl:3.3.3:natives-linux").error();
        assertTrue(wrong.contains("org.lwjgl:lwjgl:jar:natives-linux:3.3.3"), wrong);
    }

    @Test
    void whatHangsOnTheNameOfAVersion() throws IOException {
        mirrors("*");
        artefact(repository, "leaf", "1.0", "");
        artefact(repository, "leaf", "2.0-SNAPSHOT", "");
        var place = repository.resolve("lectern/test/leaf/1.0");
        Files.copy(place.resolve("leaf-1.0.jar"), place.resolve("leaf-1.0-tests.jar"));
        var classified = notebook.run("%maven lectern.test:leaf:jar:tests:1.0");
        assertTrue(classified.out().contains("leaf-1.0-tests.jar"), () -> classified.out() + classified.error());
        notebook.run("%mavenRepo snapshots " + url());
        var snapshot = notebook.run("%maven lectern.test:leaf:2.0-SNAPSHOT");
        assertTrue(snapshot.out().contains("leaf-2.0-SNAPSHOT.jar"), () -> snapshot.out() + snapshot.error());
        assertTrue(notebook.run("%maven lectern.test:leaf:jar:none:1.0").error().contains("leaf:jar:none:1.0"));
        assertTrue(notebook.run("%maven lectern.test:leaf:3.0-SNAPSHOT").error().contains("leaf:jar:3.0-SNAPSHOT"));
    }

    @Test
    void versionsMayStandInAParent() throws IOException {
        mirrors("*");
        artefact(repository, "leaf", "1.0", "");
        artefact(repository, "root", "1.0", LEAF.replace("<version>1.0</version>", ""));
        var pom = repository.resolve("lectern/test/root/1.0/root-1.0.pom");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace(
                                "<modelVersion>",
                                "<parent><groupId>lectern.test</groupId><artifactId>parent</artifactId>"
                                        + "<version>7</version></parent><modelVersion>"));
        var missing = notebook.run("%maven lectern.test:root:1.0");
        assertTrue(missing.error().contains("lectern.test:parent"), missing.error());
        var parent = Files.createDirectories(repository.resolve("lectern/test/parent/7"));
        Files.writeString(parent.resolve("parent-7.pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>lectern.test</groupId><artifactId>parent</artifactId>
                <version>7</version><packaging>pom</packaging><properties><leaf>1.0</leaf></properties>
                <dependencyManagement><dependencies>%s</dependencies></dependencyManagement></project>""".formatted(LEAF.replace("1.0", "${leaf}")));
        System.setProperty("maven.repo.local", folder.resolve("afresh").toString());
        var added = notebook.run("%maven lectern.test:root:1.0");
        assertTrue(added.out().contains("Added 2 jars: root-1.0.jar, leaf-1.0.jar"), () -> added.out() + added.error());
    }

    @Test
    void whatHasComeIsThereWithoutANetwork() throws IOException {
        mirrors("*");
        artefact(repository, "leaf", "1.0", "");
        artefact(repository, "root", "1.0", LEAF);
        notebook.run("%maven lectern.test:root:1.0");
        server.stop(0);
        assertTrue(new Notebook().run("%maven lectern.test:root:1.0").out().contains("root-1.0.jar, leaf-1.0.jar"));
        assertTrue(new Notebook()
                .run("%maven --offline lectern.test:root:1.0")
                .out()
                .contains("root-1.0.jar, leaf-1.0.jar"));
        assertTrue(notebook.run("%maven lectern.test:root:2.0").error().contains("lectern.test:root:jar:2.0"));
    }

    /** The real one, at night: it wants a network. */
    @Test
    @EnabledIfEnvironmentVariable(named = "LECTERN_NIGHTLY", matches = "1")
    void mavenCentralItself() {
        var added = notebook.run("%maven org.apache.commons:commons-csv:1.10.0");
        assertTrue(added.out().contains("commons-csv-1.10.0.jar"), () -> added.out() + added.error());
        assertEquals(
                "a",
                notebook.run(
                                "new org.apache.commons.csv.CSVParser(new StringReader(\"a,b\"), org.apache.commons.csv.CSVFormat.DEFAULT).getRecords().getFirst().get(0)")
                        .value());
    }
}
