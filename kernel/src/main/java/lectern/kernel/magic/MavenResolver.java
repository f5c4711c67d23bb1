package lectern.kernel.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.kernel.magic.Dependencies.Coordinate;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** Resolves artefacts as Maven does, with the settings and the local repository of the user; what is there needs no network. */
final class MavenResolver {
    private static final String CENTRAL = ContextOverrides.CENTRAL.getId();

    private MavenResolver() {}

    /** Maven with the settings and the local repository of the user. */
    static Context open(boolean offline) {
        var overrides = ContextOverrides.create()
                .withUserSettings(true)
                // A small repository may have no checksums; of wrong ones see Vouched.
                .checksumPolicy(ContextOverrides.ChecksumPolicy.WARN)
                .withMavenUserHomeOverride(Path.of(System.getProperty("user.home"), ".m2"))
                .offline(offline);
        var local = System.getProperty("maven.repo.local");
        if (local != null) {
            overrides.withLocalRepositoryOverride(Path.of(local));
        }
        return Runtimes.INSTANCE.getRuntime().create(overrides.build());
    }

    /** The jars of all coordinates with all they need. */
    static List<Path> resolve(List<Coordinate> coordinates, Map<String, String> repositories, boolean offline) {
        try (var maven = open(offline)) {
            var remotes = remotes(maven, repositories);
            var collect = new CollectRequest();
            for (var one : coordinates) {
                var exclusions =
                        one.exclusions().stream().map(MavenResolver::exclusion).toList();
                var artifact = new DefaultArtifact(
                        one.group(), one.artifact(), one.classifier(), one.extension(), one.version());
                collect.addDependency(new Dependency(artifact, "runtime", false, exclusions));
            }
            collect.setRepositories(remotes);
            var request = new DependencyRequest(collect, DependencyFilterUtils.classpathFilter("runtime"));
            var session = new DefaultRepositorySystemSession(maven.repositorySystemSession());
            session.setTransferListener(new Vouched());
            var jars = new ArrayList<Path>();
            try {
                for (var result : maven.repositorySystem()
                        .resolveDependencies(session, request)
                        .getArtifactResults()) {
                    jars.add(result.getArtifact().getFile().toPath());
                }
            } catch (DependencyResolutionException e) {
                throw new MagicError(reason(e, coordinates, remotes, offline));
            }
            for (var one : coordinates) {
                var sources = new DefaultArtifact(one.group(), one.artifact(), "sources", "jar", one.version());
                try {
                    maven.repositorySystem().resolveArtifact(session, new ArtifactRequest(sources, remotes, null));
                } catch (ArtifactResolutionException e) {
                    // Documentation is a gift: many artefacts have no sources, and offline there may be none.
                    continue;
                }
            }
            return jars;
        }
    }

    /**
     * Where to look: the repositories of the notebook, those of the user's settings, and Maven Central, which Maven asks whatever else
     * it is told. Mirrors, proxies and passwords are those of the settings.
     */
    static List<RemoteRepository> remotes(Context maven, Map<String, String> repositories) {
        var own = new ArrayList<RemoteRepository>();
        repositories.forEach((id, url) -> own.add(new RemoteRepository.Builder(id, "default", url).build()));
        var ofSettings = maven.remoteRepositories().stream()
                .filter(remote -> !repositories.containsKey(remote.getId()))
                .toList();
        boolean central =
                repositories.containsKey(CENTRAL) || ofSettings.stream().anyMatch(MavenResolver::isCentral);
        if (!central) {
            own.add(ContextOverrides.CENTRAL);
        }
        var all = new ArrayList<>(
                maven.repositorySystem().newResolutionRepositories(maven.repositorySystemSession(), own));
        all.addAll(central ? all.size() : Math.max(0, all.size() - 1), ofSettings);
        return all;
    }

    private static boolean isCentral(RemoteRepository remote) {
        return remote.getId().equals(CENTRAL)
                || remote.getMirroredRepositories().stream().anyMatch(MavenResolver::isCentral);
    }

    private static String reason(
            DependencyResolutionException e,
            List<Coordinate> coordinates,
            List<RemoteRepository> remotes,
            boolean offline) {
        var failed = new ArrayList<String>();
        if (e.getResult() != null) {
            e.getResult().getArtifactResults().stream()
                    .filter(result -> !result.isResolved())
                    .forEach(result ->
                            failed.add(result.getRequest().getArtifact().toString()));
        }
        var places = remotes.stream()
                .map(remote -> remote.getId() + " (" + remote.getUrl() + ")")
                .collect(Collectors.joining(", "));
        // What lies deepest names the file that was not found: a parent, say, of what was asked for.
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
            deepest = deepest.getCause();
        }
        var cause = deepest.getMessage();
        for (Throwable why = e; why != null; why = why.getCause()) {
            if (why instanceof TransferCancelledException) {
                return "The repository has other bytes of "
                        + (failed.isEmpty() ? coordinates.getLast().toString() : String.join(", ", failed))
                        + " than its checksum says, so they are not used. Try again later, or another repository.\n"
                        + why.getMessage();
            }
        }
        return "Maven cannot find " + (failed.isEmpty() ? coordinates.getLast().toString() : String.join(", ", failed))
                + (offline
                        ? " in the local repository, and --offline asks no other."
                        : " in " + places
                                + ". Is the name spelled right, is the repository known (%mavenRepo), is the network there?")
                + "\n" + cause;
    }

    /** Ends the transfer of code whose bytes are not those that its repository vouches for, before it is kept. */
    private static final class Vouched extends AbstractTransferListener {
        @Override
        public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
            if (event.getException() instanceof ChecksumFailureException wrong
                    && !wrong.getExpected().isEmpty()) {
                throw new TransferCancelledException(event.getResource().getResourceName() + ": expected "
                        + wrong.getExpected() + ", it has " + wrong.getActual());
            }
        }
    }

    private static Exclusion exclusion(String text) {
        var parts = text.split(":");
        return new Exclusion(parts[0], parts.length > 1 ? parts[1] : "*", "*", "*");
    }
}
