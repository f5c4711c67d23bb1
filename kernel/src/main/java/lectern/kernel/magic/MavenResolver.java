package lectern.kernel.magic;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.kernel.magic.Dependencies.Coordinate;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** Resolves artefacts as Maven does, with the settings and the local repository of the user; what is there needs no network. */
final class MavenResolver {
    private MavenResolver() {}

    /** The jars of all coordinates with all they need. */
    static List<Path> resolve(List<Coordinate> coordinates, Map<String, String> repositories, boolean offline) {
        var remotes = new ArrayList<RemoteRepository>();
        repositories.forEach((id, url) -> remotes.add(new RemoteRepository.Builder(id, "default", url).build()));
        var overrides = ContextOverrides.create()
                .withUserSettings(true)
                .repositories(remotes)
                .addRepositoriesOp(ContextOverrides.AddRepositoriesOp.PREPEND)
                .offline(offline);
        var local = System.getProperty("maven.repo.local");
        if (local != null) {
            overrides.withLocalRepositoryOverride(Path.of(local));
        }
        try (var maven = Runtimes.INSTANCE.getRuntime().create(overrides.build())) {
            var collect = new CollectRequest();
            for (var one : coordinates) {
                var exclusions =
                        one.exclusions().stream().map(MavenResolver::exclusion).toList();
                var artifact = new DefaultArtifact(
                        one.group(), one.artifact(), one.classifier(), one.extension(), one.version());
                collect.addDependency(new Dependency(artifact, "runtime", false, exclusions));
            }
            collect.setRepositories(maven.remoteRepositories());
            var request = new DependencyRequest(collect, DependencyFilterUtils.classpathFilter("runtime"));
            var session = maven.repositorySystemSession();
            var jars = new ArrayList<Path>();
            for (var result : maven.repositorySystem()
                    .resolveDependencies(session, request)
                    .getArtifactResults()) {
                jars.add(result.getArtifact().getFile().toPath());
            }
            for (var one : coordinates) {
                var sources = new DefaultArtifact(one.group(), one.artifact(), "sources", "jar", one.version());
                try {
                    maven.repositorySystem()
                            .resolveArtifact(session, new ArtifactRequest(sources, maven.remoteRepositories(), null));
                } catch (ArtifactResolutionException e) {
                    // Documentation is a gift: many artefacts have no sources, and offline there may be none.
                    continue;
                }
            }
            return jars;
        } catch (DependencyResolutionException e) {
            throw new MagicError(reason(e, coordinates));
        }
    }

    private static String reason(DependencyResolutionException e, List<Coordinate> coordinates) {
        var failed = new ArrayList<String>();
        if (e.getResult() != null) {
            e.getResult().getArtifactResults().stream()
                    .filter(result -> !result.isResolved())
                    .forEach(result ->
                            failed.add(result.getRequest().getArtifact().toString()));
        }
        var cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return "Maven cannot find " + (failed.isEmpty() ? coordinates.getLast().toString() : String.join(", ", failed))
                + ". Is the name spelled right, is the repository known (%mavenRepo), is the network there?\n" + cause;
    }

    private static Exclusion exclusion(String text) {
        var parts = text.split(":");
        return new Exclusion(parts[0], parts.length > 1 ? parts[1] : "*", "*", "*");
    }
}
