package lectern.kernel.cell.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Chunk.Kind;
import lectern.kernel.cell.source.ChunkForms;
import lectern.kernel.cell.source.Declarator;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.LoopLocals;
import lectern.kernel.cell.source.Memory;

/**
 * What the names in a cell stand for: variables that it declares, variables that stay where an earlier cell has declared them, and
 * what it takes from earlier cells.
 */
final class CellNames {
    private final Memory memory;
    private final List<Chunk> chunks;
    private final List<Chunk> carried;
    /** The number of the chunk that declares a variable. */
    private final Map<String, Integer> declaredAt = new HashMap<>();

    private final Set<String> captured = new HashSet<>();
    private final Map<String, String> kept = new HashMap<>();

    CellNames(Memory memory, List<Chunk> chunks, List<Chunk> carried) {
        this.memory = memory;
        this.chunks = chunks;
        this.carried = carried;
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).kind() == Kind.VARIABLE) {
                for (var declarator : Declarator.of(chunks.get(i))) {
                    declaredAt.put(declarator.name(), i);
                }
            }
        }
        captured.addAll(memory.captured);
        captured.addAll(ChunkForms.capturedIn(chunks));
        captured.addAll(ChunkForms.capturedIn(carried));
        // A copy in a local variable would hide that a final one is assigned.
        captured.addAll(memory.finals);
        captured.addAll(FinalVariables.declaredIn(chunks));
    }

    /** Variables that others than the statements of this cell could see or must not lose sight of. */
    Set<String> captured() {
        return captured;
    }

    boolean isKept(String name) {
        return kept.containsKey(name);
    }

    /** Variables that are declared again with the type they have: they stay the fields they are, so that all code sees the change. */
    void keepFields(Map<String, String> types) {
        var changing = new HashSet<String>();
        for (var list : List.of(carried, chunks)) {
            list.stream()
                    .filter(chunk -> chunk.kind() == Kind.TYPE)
                    .map(Chunk::name)
                    .forEach(changing::add);
        }
        for (var chunk : chunks) {
            if (chunk.kind() != Kind.VARIABLE) {
                continue;
            }
            for (var declarator : Declarator.of(chunk)) {
                var old = memory.variables.get(declarator.name());
                var type =
                        ChunkForms.isVar(chunk) ? types.get(declarator.name()) : ChunkForms.typeText(chunk, declarator);
                boolean same = old != null
                        && type != null
                        && old.key().equals(memory.typeKey(type))
                        && Lexer.tokens(type).stream().noneMatch(token -> changing.contains(token.text()));
                if (same) {
                    kept.put(declarator.name(), old.holder());
                }
            }
        }
    }

    /** The classes of older cells in whose fields the variables of this cell stay, by name. */
    Map<String, String> kept() {
        return kept;
    }

    /** Names of earlier cells that this one uses. */
    Set<String> fromMemory() {
        var known = memory.names();
        var wanted = new LinkedHashSet<String>();
        for (var list : List.of(carried, chunks)) {
            for (var chunk : list) {
                chunk.tokens().stream()
                        .filter(token -> token.isWord() && known.contains(token.text()))
                        .forEach(token -> wanted.add(token.text()));
            }
        }
        var own = new HashSet<>(declaredAt.keySet());
        for (var list : List.of(carried, chunks)) {
            list.stream().map(Chunk::name).filter(name -> name != null).forEach(own::add);
        }
        own.removeAll(kept.keySet());
        wanted.removeAll(own);
        return wanted;
    }

    /** Variables that become fields of the cell's own class. */
    Set<String> own() {
        var own = new HashSet<>(declaredAt.keySet());
        own.removeAll(kept.keySet());
        return own;
    }

    /** Declared type of a variable that is in sight, null for {@code var} variables of this cell and unknown names. */
    String typeOf(String name) {
        var at = declaredAt.get(name);
        if (at == null) {
            return memory.variables.containsKey(name)
                    ? memory.variables.get(name).type()
                    : null;
        }
        var chunk = chunks.get(at);
        if (ChunkForms.isVar(chunk)) {
            return null;
        }
        return Declarator.of(chunk).stream()
                .filter(declarator -> declarator.name().equals(name))
                .findFirst()
                .map(declarator -> ChunkForms.typeText(chunk, declarator))
                .orElse(null);
    }

    /**
     * Does this word mean the variable of an earlier cell, although chunk {@code index} of this cell or a later one declares its
     * name?
     */
    boolean meansOlder(Chunk chunk, int at, int index) {
        var token = chunk.tokens().get(at);
        boolean declaredHere = at == chunk.nameAt();
        if (!token.isWord() || declaredHere || isMember(chunk, at) || isCalled(chunk, at)) {
            return false;
        }
        boolean declaredBefore = declaredAt.getOrDefault(token.text(), -1) < index;
        return !declaredBefore && memory.variables.containsKey(token.text()) && isOlder(chunk, token.text(), at, index);
    }

    private static boolean isMember(Chunk chunk, int at) {
        return at > 0
                && (chunk.tokens().get(at - 1).is(".")
                        || chunk.tokens().get(at - 1).is("::"));
    }

    private static boolean isCalled(Chunk chunk, int at) {
        return at + 1 < chunk.tokens().size() && chunk.tokens().get(at + 1).is("(");
    }

    private boolean isOlder(Chunk chunk, String name, int token, int index) {
        if (declaredAt.get(name) > index) {
            return !LoopLocals.declaredInside(chunk, name);
        }
        return Declarator.of(chunk).stream()
                        .anyMatch(declarator -> declarator.name().equals(name)
                                && token >= declarator.init()
                                && declarator.init() >= 0
                                && token > declarator.nameAt())
                && !LoopLocals.declaredInside(
                        chunk, name, Declarator.of(chunk).getFirst().init());
    }

    List<String> usedTooEarly() {
        var names = new ArrayList<String>();
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (chunk.kind() != Kind.STATEMENT && chunk.kind() != Kind.EXPRESSION && chunk.kind() != Kind.VARIABLE) {
                continue;
            }
            for (var entry : declaredAt.entrySet()) {
                if (entry.getValue() > i
                        && !memory.variables.containsKey(entry.getKey())
                        && ChunkForms.uses(chunk, entry.getKey())
                        && !LoopLocals.declaredInside(chunk, entry.getKey())
                        && chunk.tokens().stream().noneMatch(token -> token.is("->"))) {
                    names.add(entry.getKey());
                }
            }
        }
        return names;
    }
}
