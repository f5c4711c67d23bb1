package lectern.kernel.java;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import lectern.kernel.Interpreter.Outcome;
import lectern.kernel.java.CellWriter.Result;
import lectern.kernel.java.Chunk.Kind;

/** Compiles and runs Java text against what earlier cells have declared. */
final class Engine implements AutoCloseable {
    private static final List<String> IMPORTS = List.of("import java.io.*; import java.math.*; import java.nio.file.*; "
            + "import java.time.*; import java.util.*; import java.util.concurrent.*; import java.util.function.*; "
            + "import java.util.regex.*; import java.util.stream.*;", "import static java.lang.IO.*;",
            "import static lectern.notebook.Cells.*;");

    /** Java text that does not compile. */
    static final class DoesNotCompile extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Outcome failure;

        DoesNotCompile(Outcome failure) {
            super("does not compile", null, false, false);
            this.failure = failure;
        }

        Outcome failure() {
            return failure;
        }
    }

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
    private final CompileErrors errors = new CompileErrors(new Advice(this::nearNames));
    private final CellTraces traces = new CellTraces();
    private Set<String> declaring = Set.of();
    private int classes;
    private volatile long version;
    private volatile boolean asked;
    /** The cell whose code runs, null between cells. */
    private volatile Ready running;

    Engine(PackageIndex index, boolean preview, Interrupter interrupter) {
        this.interrupter = interrupter;
        compiler = new CellCompiler(index, preview);
        carrier = new Carrier(memory, compiler);
        loader = new CellLoader(Engine.class.getClassLoader(), cells);
    }

    private Set<String> nearNames() {
        var names = new LinkedHashSet<>(memory.names());
        names.addAll(declaring);
        names.addAll(List.of("System", "String", "Integer", "Double", "Math", "List", "Map", "Set", "ArrayList", "HashMap",
                "println", "length", "Arrays", "Collections", "Stream", "IntStream", "Collectors", "Random", "Scanner", "IO"));
        return names;
    }

    /** Adds import lines that every cell sees. */
    void addImports(List<String> lines) {
        imports.addAll(lines);
    }

    void addToClassPath(List<Path> paths) {
        version++;
        compiler.addToClassPath(paths);
        paths.forEach(loader::add);
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

    /** Compiles something small, so that the first cell finds the compiler awake; stops when that cell has come. */
    void warmUp() {
        var text = new CellText(0, "var warm = List.of(1, 2); for (var one : warm) System.out.println(one + \"\"); warm.size()");
        var chunks = CellSplitter.split(text);
        if (!asked) {
            compiler.compile(writer("Warm", chunks, List.of()).write(Map.of("warm", "List<Integer>"), Result.VALUE));
        }
        if (!asked) {
            var unit = writer("Warm", chunks, List.of()).probe();
            compiler.analyze(unit.className, unit.text(), Probe::of);
        }
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
        return writer("Probe", CellSplitter.split(code), List.of()).probe();
    }

    private CellWriter writer(String className, List<Chunk> chunks, List<Chunk> carried) {
        return new CellWriter(className, memory, imports, starImports, chunks, carried);
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
            return chunks.subList(0, Math.min(chunks.size(), main.getField(CellWriter.STEP).getInt(null)));
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
        declaring = chunks.stream().map(Chunk::name).filter(name -> name != null).collect(Collectors.toSet());
        var className = nextClass(cell);
        var moved = new HashSet<Memory.Variable>();
        var carried = carrier.carried(chunks, moved);
        var dropped = new LinkedHashSet<Chunk>();
        var waiting = new LinkedHashMap<Chunk, Set<String>>();
        Compiled first = null;
        while (true) {
            var tried = compileDeep(cell, className, chunks, carried);
            if (tried.errors.isEmpty()) {
                if (moved.addAll(moved(tried, chunks))) {
                    var more = carrier.carried(chunks, moved);
                    more.removeAll(dropped);
                    if (!new HashSet<>(carried).containsAll(more)) {
                        carried = more;
                        continue;
                    }
                }
                var main = load(tried, chunks, carried);
                declare(chunks, carried, className);
                tellStale(dropped, moved);
                await(waiting);
                return new Ready(tried, main, chunks);
            }
            if (dropBroken(tried, carried, dropped, cell)) {
                continue;
            }
            first = first == null ? tried : first;
            var missing = Waiting.missing(tried.unit, tried.errors, chunks);
            if (missing.isEmpty() || CellSplitter.unclosed(cell.code()) != null) {
                throw new DoesNotCompile(failure(first, cell));
            }
            waiting.putAll(missing);
            chunks.removeAll(missing.keySet());
            if (chunks.isEmpty()) {
                await(waiting);
                return null;
            }
        }
    }

    private Outcome failure(Compiled tried, CellText cell) {
        var open = CellSplitter.unclosed(cell.code());
        if (open != null && tried.errors.stream().noneMatch(error -> error.getCode().startsWith("compiler.err.unclosed"))) {
            return CompileErrors.failure(cell, open.start(), "the cell ends too early: this " + open.text() + " is never closed");
        }
        for (var error : tried.errors) {
            var place = error.getCode().startsWith("compiler.err.cant.resolve") ? tried.unit.place(error.getPosition()) : null;
            var token = place == null ? null : Lexer.tokens(place.cell().code()).stream()
                    .filter(one -> one.start() == place.offset() && one.isWord()).findFirst().orElse(null);
            var reason = token == null ? null : memory.waiting.reason(token.text());
            if (reason != null) {
                return CompileErrors.failure(place.cell(), place.offset(), reason);
            }
        }
        return errors.failure(tried.unit, tried.errors, cell);
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
            var near = missing.stream().map(name -> errors.nearest(name)).filter(Objects::nonNull).findFirst();
            System.err.println(chunk.name() + " can be used once a cell declares " + String.join(", ", missing)
                    + near.map(name -> " (did you mean " + name + "?)").orElse(""));
        });
    }

    private record Compiled(UnitSource unit, Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors,
            Map<String, String> types, Result result, Map<String, String> kept) {}

    /** The compiler walks through nested brackets by recursion, and wraps the error that ends it. */
    private Compiled compileDeep(CellText cell, String className, List<Chunk> chunks, List<Chunk> carried) throws DoesNotCompile {
        try {
            return compile(cell, className, chunks, carried);
        } catch (IllegalStateException | StackOverflowError e) {
            if (e instanceof StackOverflowError || e.getCause() instanceof StackOverflowError) {
                throw new DoesNotCompile(CompileErrors.failure(cell, 0, "the brackets of this cell are nested too deeply for the compiler"));
            }
            throw e;
        }
    }

    private Compiled compile(CellText cell, String className, List<Chunk> chunks, List<Chunk> carried) throws DoesNotCompile {
        var early = writer(className, chunks, carried).usedTooEarly();
        if (!early.isEmpty()) {
            var name = early.getFirst();
            var token = Lexer.tokens(cell.code()).stream().filter(t -> t.isWord() && t.text().equals(name)).findFirst().orElseThrow();
            throw new DoesNotCompile(CompileErrors.failure(cell, token.start(), name + " is used before it is declared"));
        }
        Map<String, String> types = new HashMap<>();
        var last = chunks.getLast();
        var result = CellWriter.wantsResult(last) ? Result.VALUE : Result.NONE;
        if (chunks.stream().anyMatch(CellWriter::isVar) || result == Result.VALUE && CellWriter.mayBeVoid(last)) {
            var unit = writer(className, chunks, carried).probe();
            var seen = compiler.analyze(className, unit.text(), analysis -> Probe.of(analysis));
            if (!seen.complete(chunks)) {
                return new Compiled(unit, Map.of(), seen.telling(chunks), types, result, Map.of());
            }
            types.putAll(seen.types());
            if (result == Result.VALUE && seen.isVoid()) {
                result = Result.NONE;
            }
        }
        var writer = writer(className, chunks, carried);
        var unit = writer.write(types, result);
        var finals = new FinalVariables(memory, chunks, unit);
        var compiled = finals.isEmpty() ? compiler.compile(unit) : compiler.compile(unit, finals::check);
        if (finals.offence() != null) {
            throw new DoesNotCompile(CompileErrors.failure(finals.offence().cell(), finals.offence().offset(), finals.message()));
        }
        return new Compiled(unit, compiled.classes(), compiled.errors(), types, result, writer.kept());
    }

    /** A type that is declared again word for word stays the same type, so that its objects keep fitting. */
    private boolean unchanged(Chunk chunk) {
        if (chunk.kind() != Kind.TYPE) {
            return false;
        }
        var known = memory.types.get(chunk.name());
        return known != null && known.chunk().essence().equals(chunk.essence()) && traces.fits(known.holder())
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
                Declarator.of(chunk).stream().filter(declarator -> !tried.kept.containsKey(declarator.name()))
                        .map(declarator -> memory.variables.get(declarator.name())).filter(Objects::nonNull).forEach(moved::add);
            }
        }
        return moved;
    }

    private void tellStale(Set<Chunk> dropped, Set<Memory.Variable> moved) {
        for (var chunk : dropped) {
            moved.stream().filter(variable -> chunk.mentions(variable.name())).findFirst().ifPresent(variable ->
                    System.err.println(chunk.name() + " does not fit the new " + variable.name() + " and goes on using the old one; "
                            + "declare " + chunk.name() + " again"));
        }
    }

    /** Takes away what came along from older cells and no longer compiles; true when there was such a thing. */
    private boolean dropBroken(Compiled tried, List<Chunk> carried, Set<Chunk> out, CellText cell) {
        boolean dropped = false;
        for (var error : tried.errors) {
            var place = tried.unit.place(error.getPosition());
            if (place != null && place.cell() != cell) {
                var broken = carried.stream().filter(chunk -> chunk.cell() == place.cell() && chunk.start() <= place.offset()
                        && place.offset() <= chunk.end()).toList();
                out.addAll(broken);
                dropped |= carried.removeAll(broken);
            }
        }
        return dropped;
    }

    /** Compiles the methods anew that a debugger, which has just come, could not stop in, or that a former one has slowed down. */
    private void renewMethods() throws ReflectiveOperationException {
        var methods = new ArrayList<>(memory.methods.stream().filter(method -> !traces.fits(method.holder()))
                .map(Memory.Method::chunk).toList());
        var none = new CellText(0, "");
        var className = nextClass(none);
        while (!methods.isEmpty()) {
            var unit = writer(className, List.of(), methods).write(Map.of(), Result.NONE);
            var result = compiler.compile(unit);
            var tried = new Compiled(unit, result.classes(), result.errors(), Map.of(), Result.NONE, Map.of());
            if (tried.errors.isEmpty()) {
                load(tried, List.of(), methods);
                declare(List.of(), methods, className);
                return;
            }
            if (!dropBroken(tried, methods, new HashSet<>(), none)) {
                return;
            }
        }
    }

    private Class<?> load(Compiled compiled, List<Chunk> chunks, List<Chunk> carried) throws ClassNotFoundException {
        var known = CellTraces.types(compiled.classes, loader);
        var woven = Weaver.weave(compiled.classes, compiled.unit.text(), known);
        boolean types = Stream.concat(chunks.stream(), carried.stream()).anyMatch(chunk -> chunk.kind() == Kind.TYPE);
        // Later cells are compiled against what this one declares; mere statements need not be kept for that.
        boolean declares = !carried.isEmpty()
                || chunks.stream().anyMatch(chunk -> chunk.kind() != Kind.STATEMENT && chunk.kind() != Kind.EXPRESSION);
        if (declares) {
            compiler.keep(compiled.classes);
        }
        var traced = traces.weave(woven, compiled.unit, known);
        return cells.load(loader, compiled.unit, types ? Opening.open(traced) : traced, declares).main();
    }

    private void declare(List<Chunk> chunks, List<Chunk> carried, String holder) throws ReflectiveOperationException {
        memory.captured.addAll(CellWriter.capturedIn(chunks));
        int slot = 0;
        var older = new ArrayList<Memory.Method>();
        for (var list : List.of(carried, chunks)) {
            for (var chunk : list) {
                if (chunk.kind() == Kind.TYPE || chunk.kind() == Kind.METHOD) {
                    memory.waiting.remove(chunk);
                }
                switch (chunk.kind()) {
                    case IMPORT -> memory.imports.add(chunk.hasSemicolon() ? chunk.text() : chunk.text() + ";");
                    case TYPE -> memory.types.put(chunk.name(), new Memory.Type(chunk, holder));
                    case METHOD -> {
                        var method = new Memory.Method(chunk, Signature.of(chunk).parameters(), holder, slot++);
                        memory.methods.stream().filter(known -> Carrier.key(known).equals(Carrier.key(method))).forEach(older::add);
                        memory.methods.removeIf(known -> Carrier.key(known).equals(Carrier.key(method)));
                        memory.methods.add(method);
                    }
                    default -> { }
                }
            }
        }
        for (var method : older) {
            forward(method, holder);
        }
    }

    /** Makes the old version of a method hand on to the new one, so that everything compiled against it follows. */
    private void forward(Memory.Method old, String holder) throws ReflectiveOperationException {
        var from = cells.main(old.holder());
        var to = cells.main(holder);
        for (var before : from.getDeclaredMethods()) {
            var slot = before.getAnnotation(Slot.class);
            if (slot == null || slot.value() != old.forward()) {
                continue;
            }
            for (var after : to.getDeclaredMethods()) {
                if (after.getName().equals(before.getName()) && after.getReturnType() == before.getReturnType()
                        && Arrays.equals(after.getParameterTypes(), before.getParameterTypes())) {
                    var handle = MethodHandles.publicLookup().unreflect(after).asFixedArity();
                    from.getField("$h" + slot.value()).set(null, handle);
                    from.getField("$f" + slot.value()).set(null, true);
                }
            }
        }
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
            return ready.compiled.result == Result.VALUE ? new Value(true, object) : Value.NOTHING;
        } catch (InvocationTargetException e) {
            done = ready.done();
            throw e.getCause();
        } catch (Guard.CellInterrupted e) {
            // It struck on the way into or out of the cell.
            done = ready.done();
            throw e;
        } finally {
            running = outer;
            remember(done, ready.compiled);
        }
    }

    private void remember(List<Chunk> chunks, Compiled compiled) {
        synchronized (memory) {
            for (var chunk : chunks) {
                rememberFinals(chunk);
            }
            for (var variable : declaredBy(chunks, compiled)) {
                memory.variables.remove(variable.name());
                memory.variables.put(variable.name(), variable);
            }
        }
    }

    private void rememberFinals(Chunk chunk) {
        for (var declarator : chunk.kind() == Kind.VARIABLE ? Declarator.of(chunk) : List.<Declarator>of()) {
            memory.finals.remove(declarator.name());
            if (FinalVariables.isFinal(chunk)) {
                memory.finals.add(declarator.name());
            }
        }
    }

    private List<Memory.Variable> declaredBy(List<Chunk> chunks, Compiled compiled) {
        var variables = new ArrayList<Memory.Variable>();
        for (var chunk : chunks) {
            for (var declarator : chunk.kind() == Kind.VARIABLE ? Declarator.of(chunk) : List.<Declarator>of()) {
                var type = CellWriter.isVar(chunk) ? compiled.types.get(declarator.name()) : CellWriter.typeText(chunk, declarator);
                var holder = compiled.kept.getOrDefault(declarator.name(), compiled.unit.className);
                variables.add(new Memory.Variable(declarator.name(), type, memory.typeKey(type), holder, chunk.cell()));
            }
        }
        return variables;
    }

    /** Lets code that is compiled while a cell runs see what the cell has declared so far. */
    void rememberRunning() throws ReflectiveOperationException {
        var now = running;
        if (now != null) {
            remember(now.done(), now.compiled);
        }
    }

    /** The variables of the notebook and those that the running cell has declared so far; may be asked by any thread. */
    List<Memory.Variable> variablesInSight() {
        synchronized (memory) {
            var all = new LinkedHashMap<>(memory.variables);
            var now = running;
            try {
                for (var variable : now == null ? List.<Memory.Variable>of() : declaredBy(now.done(), now.compiled)) {
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
