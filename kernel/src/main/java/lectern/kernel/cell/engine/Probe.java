package lectern.kernel.cell.engine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.type.TypeKind;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.ChunkForms;
import lectern.kernel.cell.source.Declarator;
import lectern.kernel.cell.source.TypeText;

/** What the analysis of a unit has found out: types of {@code var} variables, and whether the last expression has a value. */
record Probe(Map<String, String> types, boolean isVoid, List<Diagnostic<? extends JavaFileObject>> errors) {
    private static final String RESULT = "$result";
    /** Complaints that hold only because the probe makes locals of what will be fields. */
    private static final List<String> OF_LOCALS = List.of(
            "compiler.err.cant.ref.non.effectively.final.var",
            "compiler.err.var.might",
            "compiler.err.void.not.allowed");

    static Probe of(CellCompiler.Analysis analysis) {
        var types = new HashMap<String, String>();
        boolean isVoid = false;
        for (var statement : statements(analysis)) {
            if (statement instanceof VariableTree variable) {
                var path = TreePath.getPath(analysis.unit(), variable);
                var mirror = analysis.trees().getTypeMirror(path);
                boolean known = mirror != null
                        && mirror.getKind() != TypeKind.ERROR
                        && mirror.getKind() != TypeKind.VOID
                        && mirror.getKind() != TypeKind.OTHER;
                if (known) {
                    types.put(variable.getName().toString(), TypeText.source(mirror));
                } else if (variable.getName().contentEquals(RESULT)) {
                    isVoid = analysis.errors().stream().anyMatch(Probe::meansVoid);
                }
            }
        }
        return new Probe(types, isVoid, analysis.errors());
    }

    /** Of the method that holds the statements of the cell. Text that is no Java can leave the compiler without it, and with anything else. */
    private static List<? extends StatementTree> statements(CellCompiler.Analysis analysis) {
        for (var type : analysis.unit().getTypeDecls()) {
            for (var member : type instanceof ClassTree declared ? declared.getMembers() : List.<Tree>of()) {
                if (member instanceof MethodTree method
                        && method.getName().contentEquals(CellWriter.RUN)
                        && method.getBody() != null) {
                    return method.getBody().getStatements();
                }
            }
        }
        return List.of();
    }

    private static boolean meansVoid(Diagnostic<?> error) {
        return error.getCode().startsWith("compiler.err.cant.infer.local.var.type")
                        && error.getMessage(Locale.ENGLISH).contains("'void'")
                || error.getCode().startsWith("compiler.err.switch.expression")
                || error.getCode().startsWith("compiler.err.not.exhaustive")
                || error.getCode().startsWith("compiler.err.incompatible.types.in.switch");
    }

    boolean complete(List<Chunk> chunks) {
        return chunks.stream().filter(ChunkForms::isVar).allMatch(chunk -> types.containsKey(chunk.name()));
    }

    /** The errors that are the person's, without those that only follow from a variable of this cell having no type yet. */
    List<Diagnostic<? extends JavaFileObject>> telling(List<Chunk> chunks) {
        var own = chunks.stream()
                .filter(chunk -> chunk.kind() == Chunk.Kind.VARIABLE)
                .flatMap(chunk -> Declarator.of(chunk).stream())
                .map(declarator -> "variable " + declarator.name())
                .toList();
        return errors.stream()
                .filter(error -> OF_LOCALS.stream().noneMatch(error.getCode()::startsWith))
                .filter(error -> !error.getCode().startsWith("compiler.err.cant.resolve")
                        || error.getMessage(Locale.ENGLISH)
                                .lines()
                                .noneMatch(line -> own.stream()
                                        .anyMatch(name -> line.strip().startsWith("symbol:")
                                                && line.strip().endsWith(name))))
                .toList();
    }
}
