package lectern.kernel.cell.engine;

import java.util.List;
import lectern.kernel.cell.engine.CellWriter.Result;
import lectern.kernel.cell.engine.Engine.Value;
import lectern.kernel.cell.run.Interrupter;
import lectern.kernel.cell.source.Chunk;

/** A cell that is compiled and loaded. */
record Ready(Compiled compiled, Class<?> main, List<Chunk> chunks) {
    /**
     * Runs it and returns its value.
     *
     * @throws java.lang.reflect.InvocationTargetException around what the code of the cell has thrown
     */
    Value run(Interrupter interrupter) throws Throwable {
        var body = main.getMethod(CellWriter.RUN);
        interrupter.user(() -> body.invoke(null));
        var field = main.getField(CellWriter.VALUE);
        var object = field.get(null);
        field.set(null, null);
        return compiled.result() == Result.VALUE ? new Value(true, object) : Value.NOTHING;
    }

    /** The chunks that have run, where the cell is still at it or has been ended by an exception. */
    List<Chunk> done() throws ReflectiveOperationException {
        return chunks.subList(
                0, Math.min(chunks.size(), main.getField(CellWriter.STEP).getInt(null)));
    }
}
