package lectern.kernel.cell.engine;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.kernel.cell.compile.PackageIndex;
import lectern.kernel.cell.compile.Units;
import lectern.kernel.cell.engine.CellWriter.Result;
import lectern.kernel.cell.run.Interrupter;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.UnitSource;
import lectern.notebook.Lazy;

/** Compiles and runs Java text against what earlier cells have declared. */
public final class Engine implements AutoCloseable {
    private static final List<String> IMPORTS = List.of(
            "import java.io.*; import java.math.*; import java.nio.file.*; "
                    + "import java.time.*; import java.util.*; import java.util.concurrent.*; import java.util.function.*; "
                    + "import java.util.regex.*; import java.util.stream.*;",
            "import static java.lang.IO.*;",
            "import static lectern.notebook.Cells.*;");

    /** The value of a cell; {@code present} is false where it has none. */
    public record Value(boolean present, Object object) {
        public static final Value NOTHING = new Value(false, null);
    }

    private final Memory memory = new Memory();
    private final LoadedCells cells = new LoadedCells();
    private final Units units = new Units(cells);
    private final CellTraces traces = new CellTraces();
    private final List<String> imports = new ArrayList<>(IMPORTS);
    private final Declarations declarations = new Declarations(memory, cells);
    private final Selection selection = new Selection(memory, traces);
    private final Interrupter interrupter;
    private final CellCompiler compiler;
    private final Loading loading;
    private final StarImports starImports;
    private final CellBuild build;
    private final Preparation preparation;
    private final LazyPackages lazy = new LazyPackages();
    private Bringer bringer = library -> {};
    private final AtomicLong version = new AtomicLong();
    private volatile boolean asked;
    /** The cell whose code runs, null between cells. */
    private volatile Ready running;

    public Engine(PackageIndex index, boolean preview, Interrupter interrupter) {
        this.interrupter = interrupter;
        compiler = new CellCompiler(index, preview);
        loading = new Loading(compiler, cells, traces, declarations);
        starImports = new StarImports(loading::loader, imports, loading::help);
        build = new CellBuild(memory, compiler, starImports);
        preparation = new Preparation(memory, build, new Recompiler(memory, compiler), loading, lazy);
    }

    /** Brings a library that a cell turns out to need, and calls {@link #hasCome}. */
    @FunctionalInterface
    public interface Bringer {
        void bring(Lazy library) throws Throwable;
    }

    /** What the cells so far have declared. */
    public Memory memory() {
        return memory;
    }

    /** The sources of the classes that cells have become. */
    public Units units() {
        return units;
    }

    /** Adds import lines that every cell sees. */
    public void addImports(List<String> lines) {
        imports.addAll(lines);
    }

    public void addToClassPath(List<Path> paths) {
        version.incrementAndGet();
        compiler.addToClassPath(paths);
        loading.addToClassPath(paths);
        starImports.look(compiler);
    }

    /** Has this library brought as soon as a cell needs it. */
    public void await(Lazy library, Bringer howToBring) {
        bringer = howToBring;
        lazy.await(library);
    }

    /** A library is on the class path of the process now. */
    public void hasCome(Lazy library, List<Path> jars) {
        version.incrementAndGet();
        lazy.hasCome(library);
        compiler.addToClassPath(jars);
        starImports.look(compiler);
    }

    /** The loader that sees the class path and all cells. */
    public ClassLoader loader() {
        return loading.loader();
    }

    public List<Path> classPath() {
        return compiler.classPath();
    }

    /** Counts whatever changes what cells can name, so that answers to questions can be kept until then. */
    public long version() {
        return version.get();
    }

    public CellCompiler compiler() {
        return compiler;
    }

    /** Compiles what is small, then what is not, so that the first cell finds the compiler awake; stops when that cell has come. */
    public void warmUp() {
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

    /** Forgets variables, methods, types and imports of all cells. */
    public void reset() {
        synchronized (memory) {
            memory.clear();
            cells.clear();
            compiler.forget();
            version.incrementAndGet();
        }
    }

    /** A unit in which some code is looked at, not run: completion and documentation. */
    public UnitSource probe(CellText code) {
        return build.writer("Probe", CellSplitter.split(code), List.of()).probe();
    }

    /** Runs the text of a cell. */
    public Value run(CellText cell) throws Throwable {
        asked = true;
        try {
            return interrupter.kernel(() -> compileAndRun(cell));
        } finally {
            version.incrementAndGet();
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
        Thread.currentThread().setContextClassLoader(loading.loader());
        Ready ready = prepareWithLibraries(cell);
        return ready == null ? Value.NOTHING : invoke(ready);
    }

    private Ready prepareWithLibraries(CellText cell) throws Throwable {
        while (true) {
            try {
                // The debugger compiles expressions on whatever thread is stopped.
                synchronized (memory) {
                    return prepare(cell);
                }
            } catch (LazyPackages.Wanted wanted) {
                interrupter.magic(() -> {
                    bringer.bring(wanted.library());
                    return null;
                });
            }
        }
    }

    /** Compiles, loads and declares a cell; null where nothing is left to run. */
    private Ready prepare(CellText cell) throws Throwable {
        if (traces.changed()) {
            preparation.renew(selection.outdatedMethods());
        }
        var chunks = selection.of(cell);
        return chunks.isEmpty() ? null : preparation.prepare(cell, chunks);
    }

    /** Was this very type compiled when there was no debugger and now is one, or the other way round? */
    public boolean isOutdated(Chunk type) {
        synchronized (memory) {
            return selection.isOutdated(type);
        }
    }

    private Value invoke(Ready ready) throws Throwable {
        var outer = running;
        running = ready;
        List<Chunk> done = List.of();
        try {
            var value = ready.run(interrupter);
            done = ready.chunks();
            return value;
        } catch (InvocationTargetException e) {
            done = ready.done();
            throw e.getCause();
        } catch (Guard.CellInterrupted e) {
            // It struck on the way into or out of the cell.
            done = ready.done();
            throw e;
        } finally {
            if (!interrupter.isLeft()) {
                running = outer;
                declarations.remember(done, ready.compiled());
            }
        }
    }

    /** Takes leave of the cell that runs: what it has declared counts, what it does from now on does not. */
    public void giveUp() throws ReflectiveOperationException {
        rememberRunning();
        running = null;
    }

    /** Lets code that is compiled while a cell runs see what the cell has declared so far. */
    public void rememberRunning() throws ReflectiveOperationException {
        var now = running;
        if (now != null) {
            declarations.remember(now.done(), now.compiled());
        }
    }

    /** The variables of the notebook and those that the running cell has declared so far; may be asked by any thread. */
    public List<Memory.Variable> variablesInSight() {
        synchronized (memory) {
            var all = new LinkedHashMap<>(memory.variables);
            var now = running;
            try {
                for (var variable : now == null
                        ? List.<Memory.Variable>of()
                        : declarations.declaredBy(now.done(), now.compiled())) {
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
    public void assign(String name, Object value) throws ReflectiveOperationException {
        cells.main(memory.variables.get(name).holder()).getField(name).set(null, value);
    }

    /** The present value of a variable. */
    public Object value(Memory.Variable variable) {
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
