package lectern.kernel.cell.help;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.compile.Units;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Signature;
import lectern.kernel.cell.source.TypeText;
import lectern.notebook.MimeBundle;

/** Says what stands at the cursor: signature, type and Javadoc. */
public final class Inspector {
    private final Engine engine;
    private final ElementTexts texts;

    public Inspector(Engine engine) {
        this.engine = engine;
        this.texts = new ElementTexts(engine.memory(), new Sources(engine::classPath));
    }

    public static String brief(String type) {
        return Units.plain(type)
                .replaceAll("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)", "$1")
                .replaceAll(",(?! )", ", ");
    }

    static String head(Memory.Method method) {
        var signature = Signature.of(method.chunk());
        var parameters = new ArrayList<String>();
        for (int i = 0; i < signature.parameterNames().size(); i++) {
            parameters.add(signature.parameterTypes().get(i) + " "
                    + signature.parameterNames().get(i));
        }
        return "(" + String.join(", ", parameters) + ") → " + signature.result();
    }

    static String signature(ExecutableElement method, TypeMirror seen) {
        var type = (ExecutableType) seen;
        var parts = new ArrayList<String>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            var text = TypeText.brief(type.getParameterTypes().get(i));
            if (method.isVarArgs() && i == method.getParameters().size() - 1 && text.endsWith("[]")) {
                text = text.substring(0, text.length() - 2) + "...";
            }
            parts.add(text + " " + method.getParameters().get(i).getSimpleName());
        }
        var parameters = "(" + String.join(", ", parts) + ")";
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? parameters
                : parameters + " → " + TypeText.brief(type.getReturnType());
    }

    /**
     * Explains the name at the cursor; where there is none, or one that nobody knows, the call in whose brackets the cursor stands.
     *
     * @param detail 1 for the source, where there is one
     * @return null where nothing can be said
     */
    public MimeBundle inspect(String code, int cursor, int detail) {
        int end = Lexer.wordEnd(code, cursor);
        int at = Lexer.wordStart(code, end);
        var found = OpenCalls.isInLiteral(code, cursor) ? null : named(code, at, end, detail);
        for (var calls = OpenCalls.around(code, Math.min(at, cursor)).iterator(); found == null && calls.hasNext(); ) {
            int name = calls.next();
            found = named(code, Lexer.wordStart(code, name), name, detail);
        }
        return found;
    }

    private MimeBundle named(String code, int at, int end, int detail) {
        if (at == end || Character.isDigit(code.codePointAt(at))) {
            return null;
        }
        boolean qualified = at > 0 && code.charAt(at - 1) == '.';
        var known = qualified ? null : ofMemory(code.substring(at, end), detail);
        return known != null ? known : ofCompiler(code, at, end, detail);
    }

    private MimeBundle ofMemory(String name, int detail) {
        var memory = engine.memory();
        if (memory.variables.containsKey(name)) {
            var variable = memory.variables.get(name);
            return bundle(
                    List.of(brief(variable.type()) + " " + name),
                    "a variable of " + variable.cell().label(),
                    null);
        }
        var methods = memory.methods(name);
        if (!methods.isEmpty()) {
            var text = detail > 0
                    ? methods.stream().map(method -> method.chunk().text()).toList()
                    : methods.stream().map(method -> name + head(method)).toList();
            return bundle(
                    text,
                    "of " + methods.getFirst().chunk().cell().label(),
                    comment(methods.getFirst().chunk()));
        }
        if (memory.types.containsKey(name)) {
            var chunk = memory.types.get(name).chunk();
            var text = chunk.text();
            int brace = text.indexOf('{');
            return bundle(
                    List.of(
                            detail > 0 || brace < 0
                                    ? text
                                    : text.substring(0, brace).strip()),
                    "of " + chunk.cell().label(),
                    comment(chunk));
        }
        return null;
    }

    /** The documentation comment that stands before a declaration in its cell. */
    private static String comment(Chunk chunk) {
        var before = chunk.cell().code().substring(0, chunk.start()).stripTrailing();
        int open = before.lastIndexOf("/**");
        return before.endsWith("*/") && open >= 0 ? before.substring(open) : null;
    }

    private MimeBundle ofCompiler(String code, int at, int end, int detail) {
        int cut = end;
        int depth = 0;
        var tokens = Lexer.tokens(code);
        for (var token : tokens) {
            if (token.start() < end) {
                continue;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0 || depth == 0 && !token.is(")") && !token.is("(")) {
                break;
            }
            cut = depth == 0 ? token.end() : cut;
            if (depth == 0) {
                break;
            }
        }
        var closing = new StringBuilder();
        for (var token : Lexer.tokens(code.substring(0, cut))) {
            switch (token.text()) {
                case "(" -> closing.insert(0, ")");
                case "[" -> closing.insert(0, "]");
                case "{" -> closing.insert(0, ";}");
                case ")", "]", "}" -> closing.delete(0, closing.indexOf("}") == 1 ? 2 : 1);
                default -> {}
            }
        }
        boolean created = cut == end && code.substring(0, at).stripTrailing().endsWith("new");
        var cell = new CellText(0, code.substring(0, cut) + (created ? "()" : "") + closing);
        var unit = engine.probe(cell);
        int offset = unit.offsetOf(cell, end);
        if (offset < 0) {
            return null;
        }
        return engine.compiler().analyze(unit.className, unit.text(), analysis -> {
            var path = pathEndingAt(analysis, offset, code.substring(at, end));
            var element = path == null ? null : analysis.trees().getElement(path);
            if (element == null
                    || element.asType().getKind() == TypeKind.ERROR
                    || element.asType().toString().contains("<any>")) {
                element = path == null ? null : byName(analysis, path);
            }
            return element == null ? null : describe(analysis, element, detail);
        });
    }

    /** A method's bare name, {@code Math.sqrt}, is no expression: look it up among the members of what is before the dot. */
    private static Element byName(CellCompiler.Analysis analysis, TreePath path) {
        if (!(path.getLeaf() instanceof com.sun.source.tree.MemberSelectTree select)) {
            var name = path.getLeaf().toString();
            for (var scope = analysis.trees().getScope(path); scope != null; scope = scope.getEnclosingScope()) {
                for (var local : scope.getLocalElements()) {
                    if (local.getSimpleName().contentEquals(name)) {
                        return local;
                    }
                }
            }
            return null;
        }
        var named = analysis.task().getElements().getTypeElement(select.toString());
        if (named != null) {
            return named;
        }
        var type = analysis.trees().getTypeMirror(new TreePath(path, select.getExpression()));
        var owner = type == null ? null : analysis.task().getTypes().asElement(type);
        if (!(owner instanceof TypeElement of)) {
            return null;
        }
        return analysis.task().getElements().getAllMembers(of).stream()
                .filter(member -> member.getSimpleName().contentEquals(select.getIdentifier()))
                .findFirst()
                .orElse(null);
    }

    private static TreePath pathEndingAt(CellCompiler.Analysis analysis, long offset, String name) {
        var found = new TreePath[1];
        CompilationUnitTree unit = analysis.unit();
        var positions = analysis.trees().getSourcePositions();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void nothing) {
                if (tree != null
                        && positions.getEndPosition(unit, tree) == offset
                        && tree.toString().endsWith(name)
                        && (tree instanceof com.sun.source.tree.IdentifierTree
                                || tree instanceof com.sun.source.tree.MemberSelectTree)) {
                    found[0] = new TreePath(getCurrentPath(), tree);
                }
                return super.scan(tree, nothing);
            }
        }.scan(new TreePath(unit), null);
        return found[0];
    }

    private MimeBundle describe(CellCompiler.Analysis analysis, Element element, int detail) {
        var heads = new LinkedHashSet<String>();
        var owner = element.getEnclosingElement();
        if (element instanceof ExecutableElement method) {
            heads.add(head(method));
            if (owner instanceof TypeElement type) {
                analysis.task().getElements().getAllMembers(type).stream()
                        .filter(other -> other instanceof ExecutableElement
                                && other.getSimpleName().equals(method.getSimpleName()))
                        .limit(12)
                        .forEach(other -> heads.add(head((ExecutableElement) other)));
            }
        } else if (element instanceof TypeElement type) {
            heads.add(type.getModifiers().stream()
                            .filter(m -> m != Modifier.STATIC)
                            .map(m -> m + " ")
                            .collect(Collectors.joining())
                    + type.getKind()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', ' ') + " " + type.getQualifiedName());
        } else if (element instanceof PackageElement pack) {
            heads.add("package " + pack.getQualifiedName());
        } else {
            heads.add(TypeText.brief(element.asType()) + " " + element.getSimpleName());
        }
        var where = owner instanceof TypeElement type
                ? "of " + Units.plain(type.getQualifiedName().toString())
                : "";
        var text = texts.of(analysis.task(), element);
        return bundle(
                detail > 0 && text.source() != null ? List.of(text.source()) : List.copyOf(heads),
                where,
                text.comment());
    }

    private static String head(ExecutableElement method) {
        var name = method.getKind() == ElementKind.CONSTRUCTOR
                ? method.getEnclosingElement().getSimpleName()
                : method.getSimpleName();
        return name + signature(method, method.asType());
    }

    private static MimeBundle bundle(List<String> heads, String where, String comment) {
        var doc = comment == null ? "" : Javadoc.markdown(comment);
        var text = String.join("\n", heads)
                + (where.isEmpty() ? "" : "\n  " + where)
                + (doc.isEmpty() ? "" : "\n\n" + Javadoc.plain(doc));
        var markdown = "```java\n" + String.join("\n", heads) + "\n```\n" + (where.isEmpty() ? "" : "*" + where + "*\n")
                + (doc.isEmpty() ? "" : "\n" + doc);
        return MimeBundle.text(text).with(MimeBundle.MARKDOWN, markdown);
    }
}
