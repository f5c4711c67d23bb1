package lectern.kernel.cell.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.compile.CellLoader;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.kernel.cell.compile.Weaver;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Chunk.Kind;
import lectern.kernel.cell.source.Opening;

/** Brings compiled cells to life: weaves what makes them stoppable into their classes, loads these and enters what they declare. */
final class Loading {
    private final CellCompiler compiler;
    private final LoadedCells cells;
    private final CellTraces traces;
    private final Declarations declarations;
    private final CellLoader loader;

    Loading(CellCompiler compiler, LoadedCells cells, CellTraces traces, Declarations declarations) {
        this.compiler = compiler;
        this.cells = cells;
        this.traces = traces;
        this.declarations = declarations;
        loader = new CellLoader(Loading.class.getClassLoader(), cells);
    }

    /** The loader that sees all cells and the class path. */
    ClassLoader loader() {
        return loader;
    }

    void addToClassPath(List<Path> paths) {
        paths.forEach(loader::add);
    }

    /** A class that cells may name and that belongs to none of them. */
    void help(String name, byte[] bytes) {
        compiler.help(name, bytes);
        loader.add(name, bytes);
    }

    /** Loads a cell and what came along with it, and returns the class that holds its code. */
    Class<?> load(Compiled compiled, List<Chunk> chunks, List<Chunk> carried) throws ReflectiveOperationException {
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
        var main = cells.load(loader, compiled.unit(), types ? Opening.open(traced) : traced, declares)
                .main();
        declarations.declare(chunks, carried, compiled.unit().className);
        return main;
    }
}
