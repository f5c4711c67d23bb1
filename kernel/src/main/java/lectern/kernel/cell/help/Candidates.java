package lectern.kernel.cell.help;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.TypeText;
import lectern.kernel.language.Interpreter.Suggestion;

/** What could stand at the hole in a text that has been analysed. */
final class Candidates extends TreePathScanner<Void, Void> {
    private final CellCompiler.Analysis analysis;
    private final KnownPackages packages;
    private final String prefix;
    private final boolean reference;
    private final Map<String, Suggestion> found;
    private boolean whole;

    /**
     * Looks into a text with a hole.
     *
     * @param prefix how the name begins that is sought for
     * @param reference whether it is the name of a method behind {@code ::}
     * @param found where to put what is found
     */
    Candidates(
            CellCompiler.Analysis analysis,
            KnownPackages packages,
            String prefix,
            boolean reference,
            Map<String, Suggestion> found) {
        this.analysis = analysis;
        this.packages = packages;
        this.prefix = prefix;
        this.reference = reference;
        this.found = found;
    }

    /** True when everything that could stand at the hole has been found, whatever it begins with. */
    boolean find() {
        scan(analysis.unit(), null);
        return whole;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
        if (node.getIdentifier().contentEquals(Lexer.HOLE)) {
            boolean inImport = false;
            for (var path = getCurrentPath(); path != null; path = path.getParentPath()) {
                inImport |= path.getLeaf() instanceof ImportTree;
            }
            var target = new TreePath(getCurrentPath(), node.getExpression());
            whole = members(target, inImport || reference);
        }
        return super.visitMemberSelect(node, nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void nothing) {
        if (node.getName().contentEquals(Lexer.HOLE)) {
            constants(getCurrentPath());
            names(analysis.trees().getScope(getCurrentPath()));
        }
        return super.visitIdentifier(node, nothing);
    }

    /** Behind {@code case} the constants of what the switch is about come first. */
    private void constants(TreePath hole) {
        TreePath path = hole;
        while (path != null && !(path.getLeaf() instanceof CaseTree)) {
            path = path.getParentPath();
        }
        if (path == null) {
            return;
        }
        var selector = switch (path.getParentPath().getLeaf()) {
            case SwitchTree one -> one.getExpression();
            case SwitchExpressionTree one -> one.getExpression();
            default -> null;
        };
        var type =
                selector == null ? null : analysis.trees().getTypeMirror(new TreePath(path.getParentPath(), selector));
        if (type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM) {
            declared.asElement().getEnclosedElements().stream()
                    .filter(one -> one.getKind() == ElementKind.ENUM_CONSTANT && fits(one))
                    .forEach(one -> add(one, null));
        }
    }

    /** Members of a type are few, so all of them are told of; of a package only those that begin with the prefix, and then false. */
    private boolean members(TreePath target, boolean inImport) {
        var elements = analysis.task().getElements();
        var path = target.getLeaf().toString();
        var inside = packages.all().ceiling(path + ".");
        boolean isPackage = packages.all().contains(path) || inside != null && inside.startsWith(path + ".");
        var element =
                isPackage ? elements.getPackageElement(path) : analysis.trees().getElement(target);
        if (isPackage && element == null) {
            subPackages(path + ".");
            return false;
        }
        if (element instanceof PackageElement pack) {
            for (var member : pack.getEnclosedElements()) {
                if (member.getModifiers().contains(Modifier.PUBLIC) && fits(member)) {
                    add(member, null);
                }
            }
            subPackages(pack.getQualifiedName() + ".");
            return false;
        }
        var type = analysis.trees().getTypeMirror(target);
        boolean ofType =
                element instanceof TypeElement || element != null && element.getKind() == ElementKind.TYPE_PARAMETER;
        if (type == null) {
            return false;
        }
        if (type instanceof ArrayType && !ofType) {
            put("length", "property", "int");
        }
        var declared = declared(type, elements);
        if (declared == null) {
            return false;
        }
        for (var member : elements.getAllMembers(declared)) {
            boolean isStatic = member.getModifiers().contains(Modifier.STATIC) || member instanceof TypeElement;
            boolean own = member.getEnclosingElement().toString().startsWith(Memory.PACKAGE + ".");
            boolean visible = member.getModifiers().contains(Modifier.PUBLIC)
                    || own && !member.getModifiers().contains(Modifier.PRIVATE);
            if (visible
                    && (reference
                            ? member instanceof ExecutableElement
                            : ofType ? isStatic : !isStatic || isCallable(member))
                    && !member.getSimpleName().toString().contains("$")
                    && named(member)) {
                var shown = !ofType && type instanceof DeclaredType one && member instanceof ExecutableElement method
                        ? Inspector.signature(method, analysis.task().getTypes().asMemberOf(one, method))
                        : null;
                add(member, shown);
            }
        }
        if (ofType && !inImport) {
            put("class", "keyword", "");
        }
        return true;
    }

    /** Of a value Java lets static methods be called, but not those of interfaces. */
    private static boolean isCallable(Element member) {
        return member instanceof ExecutableElement
                && !member.getEnclosingElement().getKind().isInterface();
    }

    private static TypeElement declared(TypeMirror type, Elements elements) {
        return switch (type) {
            case DeclaredType one when one.getKind() == TypeKind.DECLARED -> (TypeElement) one.asElement();
            case TypeVariable variable -> declared(variable.getUpperBound(), elements);
            case ArrayType array -> elements.getTypeElement("java.lang.Object");
            default -> null;
        };
    }

    private static boolean named(Element member) {
        return member.getKind() != ElementKind.CONSTRUCTOR
                && member.getKind() != ElementKind.STATIC_INIT
                && member.getKind() != ElementKind.INSTANCE_INIT;
    }

    private boolean fits(Element element) {
        return Completer.begins(element.getSimpleName().toString(), prefix);
    }

    private void names(Scope innermost) {
        for (var scope = innermost; scope != null; scope = scope.getEnclosingScope()) {
            for (var element : scope.getLocalElements()) {
                var name = element.getSimpleName().toString();
                boolean generated = name.startsWith("$")
                        || name.startsWith("run$")
                        || name.startsWith("this")
                        || name.equals("super")
                        || name.equals("Probe")
                        || name.startsWith("Cell") && element instanceof TypeElement;
                if (!generated && fits(element) && (!prefix.isEmpty() || scope.getEnclosingMethod() != null)) {
                    add(element, null);
                }
            }
            var type = scope.getEnclosingClass();
            if (type != null
                    && !prefix.isEmpty()
                    && (scope.getEnclosingScope() == null
                            || scope.getEnclosingScope().getEnclosingClass() != type)) {
                for (var member : analysis.task().getElements().getAllMembers(type)) {
                    if (fits(member)
                            && named(member)
                            && !member.getSimpleName().toString().contains("$")
                            && !member.getEnclosingElement().toString().equals("java.lang.Object")) {
                        add(member, null);
                    }
                }
            }
        }
        if (!prefix.isEmpty()) {
            subPackages("");
        }
    }

    private void subPackages(String parent) {
        for (var name : packages.all().tailSet(parent + prefix)) {
            if (!name.startsWith(parent + prefix)) {
                break;
            }
            int dot = name.indexOf('.', parent.length());
            var part = name.substring(parent.length(), dot < 0 ? name.length() : dot);
            found.putIfAbsent(part, new Suggestion(part, "module", ""));
        }
    }

    private void add(Element element, String signature) {
        var name = element.getSimpleName().toString();
        switch (element.getKind()) {
            case METHOD ->
                put(
                        name,
                        "function",
                        signature != null
                                ? signature
                                : Inspector.signature((ExecutableElement) element, element.asType()));
            case CLASS, ENUM, RECORD -> put(name, "class", "");
            case INTERFACE, ANNOTATION_TYPE -> put(name, "interface", "");
            case PACKAGE -> put(name, "module", "");
            case FIELD, ENUM_CONSTANT -> put(name, "property", TypeText.brief(element.asType()));
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
                put(name, "instance", TypeText.brief(element.asType()));
            default -> {}
        }
    }

    private void put(String name, String type, String signature) {
        if (!name.isEmpty() && !name.equals(Lexer.HOLE)) {
            found.putIfAbsent(name, new Suggestion(name, type, signature));
        }
    }
}
