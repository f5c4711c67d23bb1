package lectern.kernel.cell.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.kernel.cell.compile.DoesNotCompile;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Chunk.Kind;
import lectern.kernel.cell.source.Declarator;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Unresolved;

/**
 * Compiles and loads a cell. It is tried again as often as the compiler's answer shows what else belongs into the unit: older
 * declarations that must come along, or cannot, and declarations of its own that have to wait for a later cell.
 */
final class Preparation {
    private final Memory memory;
    private final CellBuild build;
    private final Recompiler recompiler;
    private final Loading loading;
    private final LazyPackages lazy;

    Preparation(Memory memory, CellBuild build, Recompiler recompiler, Loading loading, LazyPackages lazy) {
        this.memory = memory;
        this.build = build;
        this.recompiler = recompiler;
        this.loading = loading;
        this.lazy = lazy;
    }

    /** Compiles and loads these chunks of a cell; null where nothing is left to run. */
    Ready prepare(CellText cell, List<Chunk> chunks)
            throws DoesNotCompile, ReflectiveOperationException, LazyPackages.Wanted {
        build.declaring(
                chunks.stream().map(Chunk::name).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Unit(cell, chunks).ready();
    }

    /** Compiles older methods anew and puts them in the place of the old ones; those that do not compile any more stay as they are. */
    void renew(List<Chunk> methods) throws ReflectiveOperationException {
        var none = new CellText(0, "");
        var className = build.nextClass(none);
        while (!methods.isEmpty()) {
            var tried = build.compileCarried(className, methods);
            if (tried.errors().isEmpty()) {
                loading.load(tried, List.of(), methods);
                return;
            }
            var broken = broken(tried, methods, none);
            if (broken.isEmpty()) {
                return;
            }
            methods.removeAll(broken);
        }
    }

    /** What came along from older cells and does not compile. */
    private static Set<Chunk> broken(Compiled tried, List<Chunk> carried, CellText cell) {
        var broken = new LinkedHashSet<Chunk>();
        for (var error : tried.errors()) {
            var place = tried.unit().place(error.getPosition());
            if (place != null && place.cell() != cell) {
                carried.stream()
                        .filter(chunk -> chunk.cell() == place.cell()
                                && chunk.start() <= place.offset()
                                && place.offset() <= chunk.end())
                        .forEach(broken::add);
            }
        }
        return broken;
    }

    /** One cell on its way. */
    private final class Unit {
        private final CellText cell;
        private final String className;
        /** What of the cell is compiled now. */
        private final List<Chunk> chunks;
        /** Older declarations that are compiled anew with it, and those for which that went wrong. */
        private List<Chunk> carried;

        private final Set<Chunk> dropped = new LinkedHashSet<>();
        /** Variables that this cell declares anew with another type; what older code knows is the old one. */
        private final Set<Memory.Variable> moved = new HashSet<>();
        /** Declarations of the cell that use names which no cell has declared. */
        private final Map<Chunk, Set<String>> waiting = new LinkedHashMap<>();

        Unit(CellText cell, List<Chunk> chunks) {
            this.cell = cell;
            this.chunks = chunks;
            className = build.nextClass(cell);
            carried = recompiler.carried(chunks, moved);
        }

        Ready ready() throws DoesNotCompile, ReflectiveOperationException, LazyPackages.Wanted {
            Compiled firstFailure = null;
            while (!chunks.isEmpty()) {
                var tried = build.compile(cell, className, chunks, carried);
                lazy.check(tried);
                if (tried.errors().isEmpty()) {
                    if (!takesMoreAlong(tried)) {
                        return loaded(tried);
                    }
                } else if (!leavesBehind(broken(tried, carried, cell))) {
                    firstFailure = firstFailure == null ? tried : firstFailure;
                    if (!putsAside(Unresolved.missing(tried.unit(), tried.errors(), chunks))) {
                        throw new DoesNotCompile(build.failure(firstFailure, cell));
                    }
                }
            }
            await();
            return null;
        }

        private Ready loaded(Compiled compiled) throws ReflectiveOperationException {
            var older = olderValues();
            var main = loading.load(compiled, chunks, carried);
            older.forEach(System.err::println);
            tellStale();
            await();
            return new Ready(compiled, main, chunks);
        }

        /** Does the cell move a variable, as is known only now, whose users have to be compiled anew with it? */
        private boolean takesMoreAlong(Compiled compiled) {
            if (!moved.addAll(movedBy(compiled))) {
                return false;
            }
            var more = recompiler.carried(chunks, moved);
            more.removeAll(dropped);
            if (new HashSet<>(carried).containsAll(more)) {
                return false;
            }
            carried = more;
            return true;
        }

        private Set<Memory.Variable> movedBy(Compiled compiled) {
            var found = new HashSet<Memory.Variable>();
            for (var chunk : chunks) {
                if (chunk.kind() == Kind.VARIABLE) {
                    Declarator.of(chunk).stream()
                            .map(Declarator::name)
                            .filter(name -> !compiled.kept().containsKey(name))
                            .map(memory.variables::get)
                            .filter(Objects::nonNull)
                            .forEach(found::add);
                }
            }
            return found;
        }

        private boolean leavesBehind(Set<Chunk> broken) {
            dropped.addAll(broken);
            return carried.removeAll(broken);
        }

        /** Whether it is only missing names that keep the cell from compiling, and declarations that can wait for them. */
        private boolean putsAside(Map<Chunk, Set<String>> missing) {
            if (missing.isEmpty() || CellSplitter.unclosed(cell.code()) != null) {
                return false;
            }
            waiting.putAll(missing);
            chunks.removeAll(missing.keySet());
            return true;
        }

        /** A sentence for each variable that keeps an object of a class that this cell declares anew. */
        private List<String> olderValues() {
            var sentences = new ArrayList<String>();
            var declared = chunks.stream()
                    .filter(chunk -> chunk.kind() == Kind.VARIABLE)
                    .flatMap(chunk -> Declarator.of(chunk).stream().map(Declarator::name))
                    .toList();
            for (var chunk : chunks) {
                var before = chunk.kind() == Kind.TYPE ? memory.types.get(chunk.name()) : null;
                if (before == null || before.chunk().text().equals(chunk.text())) {
                    continue;
                }
                memory.variables.values().stream()
                        .filter(variable -> !declared.contains(variable.name())
                                && Pattern.compile("\\b" + chunk.name() + "\\b")
                                        .matcher(variable.type())
                                        .find())
                        .map(variable -> variable.name() + " holds what the " + chunk.name() + " of "
                                + before.chunk().cell().label() + " has made; run "
                                + variable.cell().label() + " again for the new one")
                        .forEach(sentences::add);
            }
            return sentences;
        }

        private void tellStale() {
            for (var chunk : dropped) {
                moved.stream()
                        .filter(variable -> chunk.mentions(variable.name()))
                        .findFirst()
                        .ifPresent(
                                variable -> System.err.println(chunk.name() + " does not fit the new " + variable.name()
                                        + " and goes on using the old one; declare " + chunk.name() + " again"));
            }
        }

        /** Keeps methods and types for the cell that declares what they need, and says so: a slip of the pen ends up here too. */
        private void await() {
            waiting.forEach((chunk, missing) -> {
                memory.await(chunk, missing);
                var near = missing.stream()
                        .map(build::nearest)
                        .filter(Objects::nonNull)
                        .findFirst();
                System.err.println(chunk.name() + " can be used once a cell declares " + String.join(", ", missing)
                        + near.map(name -> " (did you mean " + name + "?)").orElse(""));
            });
        }
    }
}
