package lectern.kernel.cell.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.kernel.cell.advice.Advice;
import lectern.kernel.cell.advice.CompileErrors;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.compile.DoesNotCompile;
import lectern.kernel.cell.engine.CellWriter.Result;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.ChunkForms;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.language.Interpreter.Outcome;

/** Makes the chunks of a cell one Java class and compiles it, with what earlier cells have declared in sight. */
final class CellBuild {
    private final Memory memory;
    private final CellCompiler compiler;
    private final StarImports starImports;
    private final CompileErrors errors = new CompileErrors(new Advice(this::nearNames));
    private Set<String> declaring = Set.of();
    private int classes;

    CellBuild(Memory memory, CellCompiler compiler, StarImports starImports) {
        this.memory = memory;
        this.compiler = compiler;
        this.starImports = starImports;
    }

    /** The names that the cell at hand declares: what is misspelt in it may mean one of them. */
    void declaring(Set<String> names) {
        declaring = names;
    }

    /** The name that somebody may have meant; null where none is like it. */
    String nearest(String name) {
        return errors.nearest(name);
    }

    private Set<String> nearNames() {
        var names = new LinkedHashSet<>(memory.names());
        names.addAll(declaring);
        names.addAll(List.of(
                "System",
                "String",
                "Integer",
                "Double",
                "Math",
                "List",
                "Map",
                "Set",
                "ArrayList",
                "HashMap",
                "println",
                "length",
                "Arrays",
                "Collections",
                "Stream",
                "IntStream",
                "Collectors",
                "Random",
                "Scanner",
                "IO"));
        return names;
    }

    /** A name for the class of a cell. */
    String nextClass(CellText cell) {
        return "Cell" + cell.number() + "_" + ++classes;
    }

    CellWriter writer(String className, List<Chunk> chunks, List<Chunk> carried) {
        return new CellWriter(className, memory, starImports, chunks, carried);
    }

    /**
     * Compiles a cell with what comes along from older ones. The compiler walks through nested brackets by recursion, and
     * wraps the error that ends it.
     */
    Compiled compile(CellText cell, String className, List<Chunk> chunks, List<Chunk> carried) throws DoesNotCompile {
        try {
            return compileOnce(cell, className, chunks, carried);
        } catch (IllegalStateException | StackOverflowError e) {
            if (e instanceof StackOverflowError || e.getCause() instanceof StackOverflowError) {
                throw new DoesNotCompile(CompileErrors.failure(
                        cell, 0, "the brackets of this cell are nested too deeply for the compiler"));
            }
            throw e;
        }
    }

    private Compiled compileOnce(CellText cell, String className, List<Chunk> chunks, List<Chunk> carried)
            throws DoesNotCompile {
        var early = writer(className, chunks, carried).usedTooEarly();
        if (!early.isEmpty()) {
            var name = early.getFirst();
            var token = Lexer.tokens(cell.code()).stream()
                    .filter(t -> t.isWord() && t.text().equals(name))
                    .findFirst()
                    .orElseThrow();
            throw new DoesNotCompile(
                    CompileErrors.failure(cell, token.start(), name + " is used before it is declared"));
        }
        Map<String, String> types = new HashMap<>();
        var last = chunks.getLast();
        var result = ChunkForms.wantsResult(last) ? Result.VALUE : Result.NONE;
        if (chunks.stream().anyMatch(ChunkForms::isVar) || result == Result.VALUE && ChunkForms.mayBeVoid(last)) {
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
            throw new DoesNotCompile(CompileErrors.failure(
                    finals.offence().cell(), finals.offence().offset(), finals.message()));
        }
        return new Compiled(unit, compiled.classes(), compiled.errors(), types, result, writer.kept());
    }

    /** Compiles declarations of older cells and nothing else. */
    Compiled compileCarried(String className, List<Chunk> carried) {
        var unit = writer(className, List.of(), carried).write(Map.of(), Result.NONE);
        var compiled = compiler.compile(unit);
        return new Compiled(unit, compiled.classes(), compiled.errors(), Map.of(), Result.NONE, Map.of());
    }

    /** What a person reads of it: the bracket never closed, or what is still awaited, before the compiler's own errors. */
    Outcome failure(Compiled tried, CellText cell) {
        var open = CellSplitter.unclosed(cell.code());
        if (open != null
                && tried.errors().stream().noneMatch(error -> error.getCode().startsWith("compiler.err.unclosed"))) {
            return CompileErrors.failure(
                    cell, open.start(), "the cell ends too early: this " + open.text() + " is never closed");
        }
        for (var error : tried.errors()) {
            var place = error.getCode().startsWith("compiler.err.cant.resolve")
                    ? tried.unit().place(error.getPosition())
                    : null;
            var token = place == null
                    ? null
                    : Lexer.tokens(place.cell().code()).stream()
                            .filter(one -> one.start() == place.offset() && one.isWord())
                            .findFirst()
                            .orElse(null);
            var reason = token == null ? null : memory.unresolved.reason(token.text());
            if (reason != null) {
                return CompileErrors.failure(place.cell(), place.offset(), reason);
            }
        }
        return errors.failure(tried.unit(), tried.errors(), cell);
    }
}
