package lectern.kernel.cell.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Chunk.Kind;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Unresolved;

/** Chooses the chunks of a cell that must be compiled. */
final class Selection {
    private final Memory memory;
    private final CellTraces traces;

    Selection(Memory memory, CellTraces traces) {
        this.memory = memory;
        this.traces = traces;
    }

    /** What is not empty, not declared already word for word, and not overwritten further down. */
    List<Chunk> of(CellText cell) {
        var chunks = new ArrayList<>(CellSplitter.split(cell));
        chunks.removeIf(chunk -> chunk.kind() == Kind.EMPTY || unchanged(chunk));
        removeOverwritten(chunks);
        return chunks;
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

    /** Of methods declared twice in a cell the later one counts. */
    private static void removeOverwritten(List<Chunk> chunks) {
        var later = new HashSet<String>();
        for (int i = chunks.size() - 1; i >= 0; i--) {
            var chunk = chunks.get(i);
            if (chunk.kind() == Kind.METHOD && !later.add(Unresolved.key(chunk))) {
                chunks.remove(i);
            }
        }
    }

    /** Was this very type compiled when there was no debugger and now is one, or the other way round? */
    boolean isOutdated(Chunk type) {
        var known = memory.types.get(type.name());
        return known != null && known.chunk().essence().equals(type.essence()) && !traces.fits(known.holder());
    }

    /** The methods that a debugger, which has just come, could not stop in, or that a former one has slowed down. */
    List<Chunk> outdatedMethods() {
        return new ArrayList<>(memory.methods.stream()
                .filter(method -> !traces.fits(method.holder()))
                .map(Memory.Method::chunk)
                .toList());
    }
}
