package lectern.kernel.cell.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.compile.FieldUses;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Chunk.Kind;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Unresolved;

/** Finds the older declarations that must be compiled anew with a cell. */
final class Recompiler {
    private final Memory memory;
    private final CellCompiler compiler;

    Recompiler(Memory memory, CellCompiler compiler) {
        this.memory = memory;
        this.compiler = compiler;
    }

    /** Overloads of the methods of the cell, and whatever mentions a type that changes or uses a variable that has moved. */
    List<Chunk> carried(List<Chunk> chunks, Set<Memory.Variable> moved) {
        var carried = new LinkedHashSet<>(memory.unresolved.ready(chunks));
        var own = new HashSet<String>();
        var changed = new HashSet<String>();
        for (var chunk : chunks) {
            if (chunk.kind() == Kind.METHOD || chunk.kind() == Kind.TYPE) {
                own.add(Unresolved.key(chunk));
            }
            if (chunk.kind() == Kind.TYPE && memory.types.containsKey(chunk.name())) {
                changed.add(chunk.name());
            }
        }
        for (var chunk : chunks) {
            if (chunk.kind() == Kind.METHOD) {
                memory.methods(chunk.name()).stream()
                        .filter(method -> !own.contains(method.key()))
                        .forEach(method -> carried.add(method.chunk()));
            }
        }
        for (var variable : moved) {
            for (var type : memory.types.values()) {
                if (!own.contains(type.name())
                        && uses(type.holder() + "$" + type.name(), variable)
                        && carried.add(type.chunk())) {
                    changed.add(type.name());
                }
            }
            memory.methods.stream()
                    .filter(method -> !own.contains(method.key())
                            && method.chunk().mentions(variable.name())
                            && uses(method.holder(), variable))
                    .forEach(method -> carried.add(method.chunk()));
        }
        boolean more = !changed.isEmpty();
        while (more) {
            more = false;
            for (var type : memory.types.values()) {
                if (!own.contains(type.name())
                        && changed.stream().anyMatch(type.chunk()::mentions)
                        && carried.add(type.chunk())) {
                    changed.add(type.name());
                    more = true;
                }
            }
            for (var method : memory.methods) {
                if (!own.contains(method.key()) && changed.stream().anyMatch(method.chunk()::mentions)) {
                    more |= carried.add(method.chunk());
                }
            }
            for (var name : carried.stream()
                    .filter(chunk -> chunk.kind() == Kind.METHOD)
                    .map(Chunk::name)
                    .toList()) {
                for (var method : memory.methods(name)) {
                    more |= !own.contains(method.key()) && carried.add(method.chunk());
                }
            }
        }
        return new ArrayList<>(carried);
    }

    private boolean uses(String holder, Memory.Variable variable) {
        return FieldUses.anyIn(compiler.classes(), Memory.PACKAGE + "." + holder, variable);
    }
}
