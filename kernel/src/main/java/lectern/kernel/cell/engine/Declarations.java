package lectern.kernel.cell.engine;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Chunk.Kind;
import lectern.kernel.cell.source.ChunkForms;
import lectern.kernel.cell.source.Declarator;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Signature;

/** Enters what a cell declares into the memory of the notebook: types and methods before it runs, variables afterwards. */
final class Declarations {
    private final Memory memory;
    private final LoadedCells cells;

    Declarations(Memory memory, LoadedCells cells) {
        this.memory = memory;
        this.cells = cells;
    }

    /** Enters what a cell declares, once its class {@code holder} is loaded. */
    void declare(List<Chunk> chunks, List<Chunk> carried, String holder) throws ReflectiveOperationException {
        memory.captured.addAll(ChunkForms.capturedIn(chunks));
        int slot = 0;
        var older = new ArrayList<Memory.Method>();
        for (var list : List.of(carried, chunks)) {
            for (var chunk : list) {
                if (chunk.kind() == Kind.TYPE || chunk.kind() == Kind.METHOD) {
                    memory.unresolved.remove(chunk);
                }
                switch (chunk.kind()) {
                    case IMPORT -> memory.addImport(chunk.hasSemicolon() ? chunk.text() : chunk.text() + ";");
                    case TYPE -> memory.types.put(chunk.name(), new Memory.Type(chunk, holder));
                    case METHOD -> {
                        var method =
                                new Memory.Method(chunk, Signature.of(chunk).parameters(), holder, slot++);
                        memory.methods.stream()
                                .filter(known -> known.key().equals(method.key()))
                                .forEach(older::add);
                        memory.methods.removeIf(known -> known.key().equals(method.key()));
                        memory.methods.add(method);
                    }
                    default -> {}
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
                if (after.getName().equals(before.getName())
                        && after.getReturnType() == before.getReturnType()
                        && Arrays.equals(after.getParameterTypes(), before.getParameterTypes())) {
                    var handle = MethodHandles.publicLookup().unreflect(after).asFixedArity();
                    from.getField("$h" + slot.value()).set(null, handle);
                    from.getField("$f" + slot.value()).set(null, true);
                }
            }
        }
    }

    /** Enters the variables of the chunks that have run. */
    void remember(List<Chunk> chunks, Compiled compiled) {
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

    /** The variables that these chunks declare. */
    List<Memory.Variable> declaredBy(List<Chunk> chunks, Compiled compiled) {
        var variables = new ArrayList<Memory.Variable>();
        for (var chunk : chunks) {
            for (var declarator : chunk.kind() == Kind.VARIABLE ? Declarator.of(chunk) : List.<Declarator>of()) {
                var type = ChunkForms.isVar(chunk)
                        ? compiled.types().get(declarator.name())
                        : ChunkForms.typeText(chunk, declarator);
                var holder = compiled.kept().getOrDefault(declarator.name(), compiled.unit().className);
                variables.add(new Memory.Variable(declarator.name(), type, memory.typeKey(type), holder, chunk.cell()));
            }
        }
        return variables;
    }
}
