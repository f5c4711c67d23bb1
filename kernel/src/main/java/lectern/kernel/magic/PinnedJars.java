package lectern.kernel.magic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lectern.kernel.magic.Dependencies.Coordinate;
import lectern.notebook.Lazy;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Brings the jars of a library whose bytes are known beforehand: from the local repository, else from where {@code %maven} looks. */
public final class PinnedJars {
    private static final int STEP_PERCENT = 10;

    private final Map<String, String> repositories;
    private final PrintStream out;

    /**
     * Asks these repositories first.
     *
     * @param repositories addresses by name
     * @param out where progress is told, if there is something to be fetched
     */
    public PinnedJars(Map<String, String> repositories, PrintStream out) {
        this.repositories = repositories;
        this.out = out;
    }

    /**
     * The files of the library's jars, all of them checked.
     *
     * @throws MagicError if one cannot be had, or is not what it should be
     */
    public List<Path> of(Lazy library) {
        if (library.jars().isEmpty()) {
            throw new MagicError(library.title() + " does not come for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + " by itself.");
        }
        List<Path> files;
        try {
            files = resolve(library, true);
        } catch (ArtifactResolutionException missing) {
            files = fetch(library);
        }
        for (int i = 0; i < files.size(); i++) {
            check(library.jars().get(i), files.get(i));
        }
        return files;
    }

    private List<Path> fetch(Lazy library) {
        out.printf(Locale.ROOT, "Fetching %s (%s, once):", library.title(), size(library.size()));
        try {
            var files = resolve(library, false);
            out.println(" done");
            return files;
        } catch (ArtifactResolutionException e) {
            out.println();
            var cause = e.getCause() == null ? e : e.getCause();
            throw new MagicError(library.title() + " is fetched on first use (" + size(library.size())
                    + "), and no repository gave it. Run this again with a network; %fetch " + library.name()
                    + " in a cell, or lectern-kernel fetch " + library.name()
                    + " in a terminal, fetches it beforehand.\n" + cause.getMessage());
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }

    private List<Path> resolve(Lazy library, boolean offline) throws ArtifactResolutionException {
        try (var maven = MavenResolver.open(offline)) {
            var remotes = MavenResolver.remotes(maven, repositories);
            var session = new DefaultRepositorySystemSession(maven.repositorySystemSession());
            session.setTransferListener(new Progress(library.size()));
            var requests = new ArrayList<ArtifactRequest>();
            for (var jar : library.jars()) {
                var one = Coordinate.of(jar.coordinate(), List.of());
                var artifact = new DefaultArtifact(
                        one.group(), one.artifact(), one.classifier(), one.extension(), one.version());
                requests.add(new ArtifactRequest(artifact, remotes, null));
            }
            return maven.repositorySystem().resolveArtifacts(session, requests).stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        }
    }

    private static void check(Lazy.Jar jar, Path file) {
        var found = sha256(file);
        if (!found.equals(jar.sha256())) {
            throw new MagicError(file.getFileName() + " is not the file that Lectern knows, and nothing of it is used: "
                    + "its SHA-256 is " + found + ", expected is " + jar.sha256()
                    + ". Delete it and run this again; it lies at " + file);
        }
    }

    private static String sha256(Path file) {
        try (var input = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[1 << 16];
            for (int n = input.read(block); n >= 0; n = input.read(block)) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new MagicError("Cannot read " + file + ": " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Tells every tenth of the way; several jars may come at once. */
    private final class Progress extends AbstractTransferListener {
        private final long all;
        private final AtomicLong come = new AtomicLong();

        Progress(long all) {
            this.all = all;
        }

        @Override
        public void transferProgressed(TransferEvent event) {
            long now = come.addAndGet(event.getDataBuffer().remaining());
            long before = now - event.getDataBuffer().remaining();
            long step = now * 100 / all / STEP_PERCENT;
            if (step > before * 100 / all / STEP_PERCENT && now <= all) {
                out.print(" " + step * STEP_PERCENT + " %");
            }
        }
    }
}
