package lectern.kernel.cell.help;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lectern.kernel.cell.compile.PackageIndex;

/** The packages that a cell can name. */
final class KnownPackages {
    private final PackageIndex index;
    private NavigableSet<String> packages;
    private int indexed;

    KnownPackages(PackageIndex index) {
        this.index = index;
    }

    /** Packages of the platform, of the class path and of what has been loaded. */
    NavigableSet<String> all() {
        var known = packages;
        if (known == null || indexed != index.packageCount()) {
            indexed = index.packageCount();
            known = ModuleLayer.boot().modules().stream()
                    .flatMap(module -> module.getDescriptor().exports().stream())
                    .filter(export -> !export.isQualified())
                    .map(export -> export.source())
                    .filter(name -> name.startsWith("java"))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (var loaded : ClassLoader.getSystemClassLoader().getDefinedPackages()) {
                known.add(loaded.getName());
            }
            known.addAll(index.packages());
            packages = known;
        }
        return known;
    }
}
