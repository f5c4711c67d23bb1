package lectern.kernel.cell.engine;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Declarator;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.UnitSource;

/**
 * Finds assignments to variables that a cell has declared {@code final}.
 *
 * <p>The fields behind such variables are not final, because a cell may be run again. So what the compiler would refuse is refused
 * here: only a declaration gives a final variable its value.
 */
final class FinalVariables {
    private static final Set<String> STEPS =
            Set.of("PREFIX_INCREMENT", "PREFIX_DECREMENT", "POSTFIX_INCREMENT", "POSTFIX_DECREMENT");

    private final UnitSource unit;
    /** Names of final variables, each with the class of the field behind it. */
    private final Map<String, Set<String>> holders = new HashMap<>();

    private UnitSource.Place offence;
    private String name;

    FinalVariables(Memory memory, List<Chunk> chunks, UnitSource unit) {
        this.unit = unit;
        var own = declaredIn(chunks);
        for (var known : memory.finals) {
            holders.put(known, Set.of(memory.variables.get(known).holder()));
        }
        for (var chunk : chunks) {
            if (chunk.kind() == Chunk.Kind.VARIABLE) {
                Declarator.of(chunk).forEach(declarator -> holders.remove(declarator.name()));
            }
        }
        for (var declared : own) {
            var old = memory.variables.get(declared);
            holders.put(declared, old == null ? Set.of(unit.className) : Set.of(unit.className, old.holder()));
        }
    }

    static boolean isFinal(Chunk chunk) {
        return chunk.kind() == Chunk.Kind.VARIABLE
                && chunk.tokens().subList(0, chunk.body()).stream().anyMatch(token -> token.is("final"));
    }

    /** Names of the variables that these chunks declare final and give a value. */
    static Set<String> declaredIn(List<Chunk> chunks) {
        var names = new HashSet<String>();
        for (var chunk : chunks) {
            if (isFinal(chunk)) {
                Declarator.of(chunk).stream()
                        .filter(declarator -> declarator.init() >= 0)
                        .map(Declarator::name)
                        .forEach(names::add);
            }
        }
        return names;
    }

    boolean isEmpty() {
        return holders.isEmpty();
    }

    /** Looks for the first assignment in an analysed unit. */
    void check(CellCompiler.Analysis analysis) {
        var positions = analysis.trees().getSourcePositions();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitAssignment(AssignmentTree node, Void nothing) {
                assigned(node.getVariable());
                return super.visitAssignment(node, nothing);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree node, Void nothing) {
                assigned(node.getVariable());
                return super.visitCompoundAssignment(node, nothing);
            }

            @Override
            public Void visitUnary(UnaryTree node, Void nothing) {
                if (STEPS.contains(node.getKind().name())) {
                    assigned(node.getExpression());
                }
                return super.visitUnary(node, nothing);
            }

            private void assigned(ExpressionTree target) {
                var element = analysis.trees().getElement(new TreePath(getCurrentPath(), target));
                if (offence != null || element == null || !element.getKind().isField()) {
                    return;
                }
                var variable = element.getSimpleName().toString();
                var holder = element.getEnclosingElement().getSimpleName().toString();
                long last = positions.getEndPosition(analysis.unit(), target) - 1;
                if (holders.getOrDefault(variable, Set.of()).contains(holder) && unit.isCopied(last)) {
                    name = variable;
                    offence = unit.place(last - variable.length() + 1);
                }
            }
        }.scan(analysis.unit(), null);
    }

    /** Where a final variable is assigned; null where none is. */
    UnitSource.Place offence() {
        return offence;
    }

    /** What to tell about the offence. */
    String message() {
        return name
                + " is final: it keeps the value that its declaration gives it; to change it, declare it without final";
    }
}
