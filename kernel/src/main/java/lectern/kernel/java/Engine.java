package lectern.kernel.java;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.kernel.java.CellWriter.Result;
import lectern.kernel.java.Chunk.Kind;

/** Compiles and runs Java text against what earlier cells have declared. */
final class Engine implements AutoCloseable {
    private static final List<String> IMPORTS = List.of(
            "import java.io.*; import java.math.*; import java.nio.file.*; "
                    + "import java.time.*; import java.util.*; import java.util.concurrent.*; import java.util.function.*; "
                    + "import java.util.regex.*; import java.util.stream.*;",
            "import static java.lang.IO.*;",
            "import static lectern.notebook.Cells.*;");

    /** The value of a cell; {@code present} is false where it has none. */
    record Value(boolean present, Object object) {
        static final Value NOTHING = new Value(false, null);
    }

    final Memory memory = new Memory();
    private final LoadedCells cells = new LoadedCells();
    final Units units = new Units(cells);
    private final CellCompiler compiler;
    private final Carrier carrier;
    private final CellLoader loader;
    private final Interrupter interrupter;
    private final List<String> imports = new ArrayList<>(IMPORTS);
    private final StarImports starImports = new StarImports(this::loader, imports);
    private final CellTraces traces = new CellTraces();
    private final Declarations declarations = new Declarations(memory, cells);
    private final CellBuild build;
    private int classes;
    private volatile long version;
    private volatile boolean asked;
    /** The cell whose code runs, null between cells. */
    private volatile Ready running;

    Engine(PackageIndex index, boolean preview, Interrupter interrupter) {
        this.interrupter = interrupter;
        compiler = new CellCompiler(index, preview);
        carrier = new Carrier(memory, compiler);
        build = new CellBuild(memory, compiler, starImports);
        loader = new CellLoader(Engine.class.getClassLoader(), cells);
    }

    /** Adds import lines that every cell sees. */
    void addImports(List<String> lines) {
        imports.addAll(lines);
    }

    void addToClassPath(List<Path> paths) {
        version++;
        compiler.addToClassPath(paths);
        paths.forEach(loader::add);
        starImports.look(compiler);
    }

    List<Path> classPath() {
        return compiler.classPath();
    }

    ClassLoader loader() {
        return loader;
    }

    /** Counts whatever changes what cells can name, so that answers to questions can be kept until then. */
    long version() {
        return version;
    }

    CellCompiler compiler() {
        return compiler;
    }

    /** Compiles what is small, then what is not, so that the first cell finds the compiler awake; stops when that cell has come. */
    void warmUp() {
        if (!asked) {
            compiler.compile(build.writer("Warm", CellSplitter.split(new CellText(0, "1 + 1")), List.of())
                    .write(Map.of(), Result.VALUE));
        }
        var text = new CellText(
                0, "var warm = List.of(1, 2); for (var one : warm) System.out.println(one + \"\"); warm.size()");
        var chunks = CellSplitter.split(text);
        if (!asked) {
            compiler.compile(
                    build.writer("Warm", chunks, List.of()).write(Map.of("warm", "List<Integer>"), Result.VALUE));
        }
        if (!asked) {
            var unit = build.writer("Warm", chunks, List.of()).probe();
            compiler.analyze(unit.className, unit.text(), Probe::of);
        }
        starImports.look(compiler);
    }

    private String nextClass(CellText cell) {
        return "Cell" + cell.number() + "_" + ++classes;
    }

    /** Forgets variables, methods, types and imports of all cells. */
    void reset() {
        synchronized (memory) {
            memory.clear();
            cells.clear();
            compiler.forget();
            version++;
        }
    }

    /** A unit in which some code is looked at, not run: completion and documentation. */
    UnitSource probe(CellText code) {
        return build.writer("Probe", CellSplitter.split(code), List.of()).probe();
    }

    /** Runs the text of a cell. */
    Value run(CellText cell) throws Throwable {
        asked = true;
        try {
            return interrupter.kernel(() -> compileAndRun(cell));
        } finally {
            version++;
            sweep();
        }
    }

    /** Lets go of cells that can no longer be named, unless another cell is still on its way to what it declares. */
    private void sweep() {
        synchronized (memory) {
            var held = running == null ? cells.sweep(memory.holders()) : null;
            if (held != null) {
                compiler.retain(held);
            }
        }
    }

    private Value compileAndRun(CellText cell) throws Throwable {
        // Libraries look for their services and resources by the loader of the thread.
        Thread.currentThread().setContextClassLoader(loader);
        Ready ready;
        // The debugger compiles expressions on whatever thread is stopped.
        synchronized (memory) {
            ready = prepare(cell);
        }
        return ready == null ? Value.NOTHING : invoke(ready);
    }

    /** A cell that is compiled and loaded. */
    private record Ready(Compiled compiled, Class<?> main, List<Chunk> chunks) {
        /** The chunks that have run. */
        List<Chunk> done() throws ReflectiveOperationException {
            return chunks.subList(
                    0, Math.min(chunks.size(), main.getField(CellWriter.STEP).getInt(null)));
        }
    }

    /** Compiles, loads and declares a cell; null where nothing is left to run. */
    private Ready prepare(CellText cell) throws Throwable {
        if (traces.changed()) {
            renewMethods();
        }
        var chunks = new ArrayList<>(CellSplitter.split(cell));
        chunks.removeIf(chunk -> chunk.kind() == Kind.EMPTY || unchanged(chunk));
        removeOverwritten(chunks);
        if (chunks.isEmpty()) {
            return null;
        }
        build.declaring(
                chunks.stream().map(Chunk::name).filter(Objects::nonNull).collect(Collectors.toSet()));
        var className = nextClass(cell);
        var moved = new HashSet<Memory.Variable>();
        var carried = carrier.carried(chunks, moved);
        var dropped = new LinkedHashSet<Chunk>();
        var waiting = new LinkedHashMap<Chunk, Set<String>>();
        Compiled first = null;
        while (true) {
            var tried = build.compile(cell, className, chunks, carried);
            if (tried.errors().isEmpty()) {
                if (moved.addAll(moved(tried, chunks))) {
                    var more = carrier.carried(chunks, moved);
                    more.removeAll(dropped);
                    if (!new HashSet<>(carried).containsAll(more)) {
                        carried = more;
                        continue;
                    }
                }
                var main = load(tried, chunks, carried);
                declarations.declare(chunks, carried, className);
                tellStale(dropped, moved);
                await(waiting);
                return new Ready(tried, main, chunks);
            }
            if (dropBroken(tried, carried, dropped, cell)) {
                continue;
            }
            first = first == null ? tried : first;
            var missing = Waiting.missing(tried.unit(), tried.errors(), chunks);
            if (missing.isEmpty() || CellSplitter.unclosed(cell.code()) != null) {
                throw new DoesNotCompile(build.failure(first, cell));
            }
            waiting.putAll(missing);
            chunks.removeAll(missing.keySet());
            if (chunks.isEmpty()) {
                await(waiting);
                return null;
            }
        }
    }

    /** Keeps methods and types for the cell that declares what they need, and says so: a slip of the pen ends up here too. */
    private void await(Map<Chunk, Set<String>> waiting) {
        waiting.forEach((chunk, missing) -> {
            memory.waiting.add(chunk, missing);
            if (chunk.kind() == Kind.TYPE) {
                memory.types.remove(chunk.name());
            } else {
                memory.methods.removeIf(known -> Carrier.key(known).equals(Waiting.key(chunk)));
            }
            var near = missing.stream()
                    .map(name -> build.nearest(name))
                    .filter(Objects::nonNull)
                    .findFirst();
            System.err.println(chunk.name() + " can be used once a cell declares " + String.join(", ", missing)
                    + near.map(name -> " (did you mean " + name + "?)").orElse(""));
        });
    }

    /** A type that is declared again word for word stays the same type, so that its objects keep fitting. */
    private boolean unchanged(Chunk chunk) {
        if (chunk.kind() != Kind.TYPE) {
            return false;
        }
        var known = memory.types.get(chunk.name());
        return known != null
                && known.chunk().essence().equals(chunk.essence())
                && traces.fits(known.holder())
                && chunk.tokens().stream().noneMatch(token -> token.is("static"));
    }

    /** Was this very type compiled when there was no debugger and now is one, or the other way round? */
    boolean isOutdated(Chunk type) {
        synchronized (memory) {
            var known = memory.types.get(type.name());
            return known != null && known.chunk().essence().equals(type.essence()) && !traces.fits(known.holder());
        }
    }

    /** Of methods declared twice in a cell the later one counts. */
    private static void removeOverwritten(List<Chunk> chunks) {
        var later = new HashSet<String>();
        for (int i = chunks.size() - 1; i >= 0; i--) {
            var chunk = chunks.get(i);
            if (chunk.kind() == Kind.METHOD && !later.add(Waiting.key(chunk))) {
                chunks.remove(i);
            }
        }
    }

    /** Variables that this cell declares anew with another type; what older code knows is the old one. */
    private Set<Memory.Variable> moved(Compiled tried, List<Chunk> chunks) {
        var moved = new HashSet<Memory.Variable>();
        for (var chunk : chunks) {
            if (chunk.kind() == Kind.VARIABLE) {
                Declarator.of(chunk).stream()
                        .filter(declarator -> !tried.kept().containsKey(declarator.name()))
                        .map(declarator -> memory.variables.get(declarator.name()))
                        .filter(Objects::nonNull)
                        .forEach(moved::add);
            }
        }
        return moved;
    }

    private void tellStale(Set<Chunk> dropped, Set<Memory.Variable> moved) {
        for (var chunk : dropped) {
            moved.stream()
                    .filter(variable -> chunk.mentions(variable.name()))
                    .findFirst()
                    .ifPresent(variable -> System.err.println(chunk.name() + " does not fit the new " + variable.name()
                            + " and goes on using the old one; " + "declare " + chunk.name() + " again"));
        }
    }

    /** Takes away what came along from older cells and no longer compiles; true when there was such a thing. */
    private boolean dropBroken(Compiled tried, List<Chunk> carried, Set<Chunk> out, CellText cell) {
        boolean dropped = false;
        for (var error : tried.errors()) {
            var place = tried.unit().place(error.getPosition());
            if (place != null && place.cell() != cell) {
                var broken = carried.stream()
                        .filter(chunk -> chunk.cell() == place.cell()
                                && chunk.start() <= place.offset()
                                && place.offset() <= chunk.end())
                        .toList();
                out.addAll(broken);
                dropped |= carried.removeAll(broken);
            }
        }
        return dropped;
    }

    /** Compiles the methods anew that a debugger, which has just come, could not stop in, or that a former one has slowed down. */
    private void renewMethods() throws ReflectiveOperationException {
        var methods = new ArrayList<>(memory.methods.stream()
                .filter(method -> !traces.fits(method.holder()))
                .map(Memory.Method::chunk)
                .toList());
        var none = new CellText(0, "");
        var className = nextClass(none);
        while (!methods.isEmpty()) {
            var unit = build.writer(className, List.of(), methods).write(Map.of(), Result.NONE);
            var result = compiler.compile(unit);
            var tried = new Compiled(unit, result.classes(), result.errors(), Map.of(), Result.NONE, Map.of());
            if (tried.errors().isEmpty()) {
                load(tried, List.of(), methods);
                declarations.declare(List.of(), methods, className);
                return;
            }
            if (!dropBroken(tried, methods, new HashSet<>(), none)) {
                return;
            }
        }
    }

    private Class<?> load(Compiled compiled, List<Chunk> chunks, List<Chunk> carried) throws ClassNotFoundException {
        var known = CellTraces.types(compiled.classes(), loader);
        var woven = Weaver.weave(compiled.classes(), compiled.unit().text(), known);
        boolean types = Stream.concat(chunks.stream(), carried.stream()).anyMatch(chunk -> chunk.kind() == Kind.TYPE);
        // Later cells are compiled against what this one declares; mere statements need not be kept for that.
        boolean declares = !carried.isEmpty()
                || chunks.stream().anyMatch(chunk -> chunk.kind() != Kind.STATEMENT && chunk.kind() != Kind.EXPRESSION);
        if (declares) {
            compiler.keep(compiled.classes());
        }
        var traced = traces.weave(woven, compiled.unit(), known);
        return cells.load(loader, compiled.unit(), types ? Opening.open(traced) : traced, declares)
                .main();
    }

    private Value invoke(Ready ready) throws Throwable {
        var outer = running;
        running = ready;
        List<Chunk> done = List.of();
        try {
            var body = ready.main.getMethod(CellWriter.RUN);
            interrupter.user(() -> body.invoke(null));
            done = ready.chunks;
            var value = ready.main.getField(CellWriter.VALUE);
            var object = value.get(null);
            value.set(null, null);
            return ready.compiled.result() == Result.VALUE ? new Value(true, object) : Value.NOTHING;
        } catch (InvocationTargetException e) {
            done = ready.done();
            throw e.getCause();
        } catch (Guard.CellInterrupted e) {
            // It struck on the way into or out of the cell.
            done = ready.done();
            throw e;
        } finally {
            running = outer;
            declarations.remember(done, ready.compiled);
        }
    }

    /** Lets code that is compiled while a cell runs see what the cell has declared so far. */
    void rememberRunning() throws ReflectiveOperationException {
        var now = running;
        if (now != null) {
            declarations.remember(now.done(), now.compiled);
        }
    }

    /** The variables of the notebook and those that the running cell has declared so far; may be asked by any thread. */
    List<Memory.Variable> variablesInSight() {
        synchronized (memory) {
            var all = new LinkedHashMap<>(memory.variables);
            var now = running;
            try {
                for (var variable :
                        now == null ? List.<Memory.Variable>of() : declarations.declaredBy(now.done(), now.compiled)) {
                    all.remove(variable.name());
                    all.put(variable.name(), variable);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The running cell cannot be looked at", e);
            }
            return List.copyOf(all.values());
        }
    }

    /** Gives a variable a value of its type. */
    void assign(String name, Object value) throws ReflectiveOperationException {
        cells.main(memory.variables.get(name).holder()).getField(name).set(null, value);
    }

    /** The present value of a variable. */
    Object value(Memory.Variable variable) {
        try {
            return cells.main(variable.holder()).getField(variable.name()).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No variable " + variable.name(), e);
        }
    }

    @Override
    public void close() {
        compiler.close();
    }
}
