package lectern.kernel.cell.help;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Scope;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import lectern.kernel.cell.compile.CellCompiler;
import lectern.kernel.cell.compile.PackageIndex;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Receiver;
import lectern.kernel.cell.source.Token;
import lectern.kernel.cell.source.TypeText;
import lectern.kernel.language.Interpreter.Completions;
import lectern.kernel.language.Interpreter.Suggestion;

/**
 * Suggests how to go on at the cursor.
 *
 * <p>The text before the cursor is closed with a made-up name, attributed by the compiler and asked what could stand in its place.
 */
public final class Completer {
    private static final int MOST = 400;
    private static final int ANSWERS = 64;
    private static final Set<String> OF_OBJECT =
            Set.of("equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Engine engine;
    private final PackageIndex index;
    private NavigableSet<String> packages;
    private int indexed;
    /** The last answers, the one asked for longest ago first, and the version of the notebook that they belong to. */
    private final Map<Place, Fitting> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Fitting> eldest) {
            return size() > ANSWERS;
        }
    };

    private long answered;

    /** A place that names are sought for; whoever types on asks there again, with a longer beginning of the name. */
    private record Place(String text, boolean reference) {}

    /**
     * What fits at a place.
     *
     * @param whole whether {@code found} is all that could stand there, and not only what begins with {@code prefix}
     */
    private record Fitting(String prefix, boolean whole, Map<String, Suggestion> found) {
        boolean answers(String beginning) {
            return whole || beginning.equals(prefix) || !prefix.isEmpty() && beginning.startsWith(prefix);
        }
    }

    public Completer(Engine engine, PackageIndex index) {
        this.engine = engine;
        this.index = index;
    }

    public Completions complete(String code, int cursor) {
        var before = code.substring(0, cursor);
        var tokens = Lexer.tokens(before);
        if (!tokens.isEmpty()
                && tokens.getLast().end() == cursor
                && tokens.getLast().kind() == Token.Kind.BROKEN) {
            var last = tokens.getLast();
            return last.text().startsWith("\"") && !last.text().startsWith("\"\"\"")
                    ? files(before, last.start() + 1)
                    : none(cursor);
        }
        int comment = before.lastIndexOf("//");
        if (comment > before.lastIndexOf('\n')
                && tokens.stream().noneMatch(t -> t.start() <= comment && comment < t.end())) {
            return none(cursor);
        }
        int start = Lexer.wordStart(before, cursor);
        var prefix = before.substring(start);
        var found = new LinkedHashMap<String, Suggestion>();
        boolean member = start > 0 && (before.charAt(start - 1) == '.' || before.startsWith("::", start - 2));
        if (!member) {
            remembered(prefix, found);
        }
        boolean reference = before.startsWith("::", start - 2);
        var text = reference ? before.substring(0, start - 2) + "." : before.substring(0, start);
        var receiver = member ? Receiver.alone(text) : null;
        var rest = fitting(new Place(closed(receiver != null ? receiver : text), reference), prefix);
        rest.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Suggestion> entry) -> OF_OBJECT.contains(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue()));
        if (!member && !prefix.isEmpty()) {
            Lexer.KEYWORDS.stream()
                    .sorted()
                    .filter(word -> word.startsWith(prefix))
                    .forEach(word -> found.putIfAbsent(word, new Suggestion(word, "keyword", "")));
            List.of("var", "record", "sealed", "permits", "yield").stream()
                    .filter(word -> word.startsWith(prefix))
                    .forEach(word -> found.putIfAbsent(word, new Suggestion(word, "keyword", "")));
        }
        return new Completions(
                start, cursor, found.values().stream().limit(MOST).toList());
    }

    private synchronized Map<String, Suggestion> fitting(Place place, String prefix) {
        long version = engine.version();
        if (version != answered) {
            answers.clear();
            answered = version;
        }
        var known = answers.get(place);
        if (known == null || !known.answers(prefix)) {
            var found = new LinkedHashMap<String, Suggestion>();
            boolean whole = analysed(place.text(), prefix, place.reference(), found);
            known = new Fitting(prefix, whole, found);
            answers.put(place, known);
        }
        var fitting = new LinkedHashMap<>(known.found());
        fitting.keySet().removeIf(name -> !name.startsWith(prefix));
        return fitting;
    }

    private static Completions none(int cursor) {
        return new Completions(cursor, cursor, List.of());
    }

    /** Names of files inside a string. */
    public static Completions files(String before, int from) {
        var typed = before.substring(from);
        int slash = typed.lastIndexOf('/');
        var folder = Path.of(slash < 0 ? "." : slash == 0 ? "/" : typed.substring(0, slash));
        var prefix = typed.substring(slash + 1);
        int start = from + slash + 1;
        var found = new ArrayList<Suggestion>();
        if (Files.isDirectory(folder)) {
            try (var list = Files.list(folder)) {
                list.map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                        .filter(name -> name.startsWith(prefix) && (!name.startsWith(".") || prefix.startsWith(".")))
                        .sorted()
                        .limit(MOST)
                        .forEach(name -> found.add(new Suggestion(name, "path", "")));
            } catch (IOException e) {
                return none(before.length());
            }
        }
        return new Completions(start, before.length(), found);
    }

    private void remembered(String prefix, Map<String, Suggestion> found) {
        var memory = engine.memory();
        memory.variables.values().stream()
                .filter(variable -> variable.name().startsWith(prefix))
                .forEach(variable -> found.put(
                        variable.name(),
                        new Suggestion(variable.name(), "instance", Inspector.brief(variable.type()))));
        memory.methods.stream()
                .filter(method -> method.name().startsWith(prefix))
                .forEach(method ->
                        found.put(method.name(), new Suggestion(method.name(), "function", Inspector.head(method))));
        memory.types.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name, new Suggestion(name, "class", "")));
    }

    /** The text with a hole at its end and every open bracket closed. */
    private static String closed(String before) {
        var open = new ArrayDeque<String>();
        for (var token : Lexer.tokens(before)) {
            switch (token.text()) {
                case "(" -> open.push(")");
                case "[" -> open.push("]");
                case "{" -> open.push(";}");
                case ")", "]", "}" -> open.poll();
                default -> {}
            }
        }
        var tokens = Lexer.tokens(before);
        boolean newed = !tokens.isEmpty() && tokens.getLast().is("new");
        boolean imported = false;
        for (int i = tokens.size() - 1;
                i >= 0
                        && (tokens.get(i).isWord()
                                || tokens.get(i).is(".")
                                || tokens.get(i).is("static")
                                || tokens.get(i).is("import"));
                i--) {
            imported |= tokens.get(i).is("import");
        }
        boolean statement = ";}".equals(open.peek());
        return before
                + Lexer.HOLE
                + (newed || statement && !imported ? "()" : "")
                + String.join("", open)
                + (imported ? ";" : "");
    }

    /** True when everything that could stand at the hole has been found, whatever it begins with. */
    private boolean analysed(String code, String prefix, boolean reference, Map<String, Suggestion> found) {
        var unit = engine.probe(new CellText(0, code));
        return engine.compiler().analyze(unit.className, unit.text(), analysis -> {
            var holes = new TreePathScanner<Void, Void>() {
                private boolean whole;

                @Override
                public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
                    if (node.getIdentifier().contentEquals(Lexer.HOLE)) {
                        boolean inImport = false;
                        for (var path = getCurrentPath(); path != null; path = path.getParentPath()) {
                            inImport |= path.getLeaf() instanceof ImportTree;
                        }
                        var target = new TreePath(getCurrentPath(), node.getExpression());
                        whole = members(analysis, target, prefix, inImport || reference, reference, found);
                    }
                    return super.visitMemberSelect(node, nothing);
                }

                @Override
                public Void visitIdentifier(IdentifierTree node, Void nothing) {
                    if (node.getName().contentEquals(Lexer.HOLE)) {
                        names(analysis, analysis.trees().getScope(getCurrentPath()), prefix, found);
                    }
                    return super.visitIdentifier(node, nothing);
                }
            };
            holes.scan(analysis.unit(), null);
            return holes.whole;
        });
    }

    /** Members of a type are few, so all of them are told of; of a package only those that begin with the prefix, and then false. */
    private boolean members(
            CellCompiler.Analysis analysis,
            TreePath target,
            String prefix,
            boolean inImport,
            boolean reference,
            Map<String, Suggestion> found) {
        var elements = analysis.task().getElements();
        var path = target.getLeaf().toString();
        var inside = packages().ceiling(path + ".");
        boolean isPackage = packages().contains(path) || inside != null && inside.startsWith(path + ".");
        var element =
                isPackage ? elements.getPackageElement(path) : analysis.trees().getElement(target);
        if (isPackage && element == null) {
            subPackages(path + ".", prefix, found);
            return false;
        }
        if (element instanceof PackageElement pack) {
            for (var member : pack.getEnclosedElements()) {
                if (member.getModifiers().contains(Modifier.PUBLIC)) {
                    add(member, prefix, found);
                }
            }
            subPackages(pack.getQualifiedName() + ".", prefix, found);
            return false;
        }
        var type = analysis.trees().getTypeMirror(target);
        boolean ofType =
                element instanceof TypeElement || element != null && element.getKind() == ElementKind.TYPE_PARAMETER;
        if (type == null) {
            return false;
        }
        if (type instanceof ArrayType && !ofType) {
            put("length", "property", "int", "", found);
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
                    && (reference || (ofType ? isStatic : !isStatic || member instanceof ExecutableElement))
                    && named(member)) {
                var shown = !ofType && type instanceof DeclaredType one && member instanceof ExecutableElement method
                        ? Inspector.signature(method, analysis.task().getTypes().asMemberOf(one, method))
                        : null;
                add(member, "", shown, found);
            }
        }
        if (ofType && !inImport) {
            put("class", "keyword", "", "", found);
        }
        return true;
    }

    private static TypeElement declared(TypeMirror type, javax.lang.model.util.Elements elements) {
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

    private void names(CellCompiler.Analysis analysis, Scope innermost, String prefix, Map<String, Suggestion> found) {
        for (var scope = innermost; scope != null; scope = scope.getEnclosingScope()) {
            for (var element : scope.getLocalElements()) {
                var name = element.getSimpleName().toString();
                boolean generated = name.startsWith("$")
                        || name.startsWith("run$")
                        || name.startsWith("this")
                        || name.equals("super")
                        || name.equals("Probe")
                        || name.startsWith("Cell") && element instanceof TypeElement;
                if (!generated && (!prefix.isEmpty() || scope.getEnclosingMethod() != null)) {
                    add(element, prefix, found);
                }
            }
            var type = scope.getEnclosingClass();
            if (type != null
                    && !prefix.isEmpty()
                    && (scope.getEnclosingScope() == null
                            || scope.getEnclosingScope().getEnclosingClass() != type)) {
                for (var member : analysis.task().getElements().getAllMembers(type)) {
                    if (named(member)
                            && !member.getSimpleName().toString().contains("$")
                            && !member.getEnclosingElement().toString().equals("java.lang.Object")) {
                        add(member, prefix, found);
                    }
                }
            }
        }
        if (!prefix.isEmpty()) {
            subPackages("", prefix, found);
        }
    }

    private void subPackages(String parent, String prefix, Map<String, Suggestion> found) {
        for (var name : packages().tailSet(parent + prefix)) {
            if (!name.startsWith(parent + prefix)) {
                break;
            }
            int dot = name.indexOf('.', parent.length());
            var part = name.substring(parent.length(), dot < 0 ? name.length() : dot);
            found.putIfAbsent(part, new Suggestion(part, "module", ""));
        }
    }

    /** Packages of the platform, of the class path and of what has been loaded. */
    private NavigableSet<String> packages() {
        var known = packages;
        if (known == null || indexed != index.packageCount()) {
            indexed = index.packageCount();
            known = ModuleLayer.boot().modules().stream()
                    .flatMap(module -> module.getDescriptor().exports().stream())
                    .filter(export -> !export.isQualified())
                    .map(export -> export.source())
                    .filter(name -> name.startsWith("java"))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (var loaded : ClassLoader.getSystemClassLoader().getDefinedPackages()) {
                known.add(loaded.getName());
            }
            known.addAll(index.packages());
            packages = known;
        }
        return known;
    }

    private void add(Element element, String prefix, Map<String, Suggestion> found) {
        add(element, prefix, null, found);
    }

    private void add(Element element, String prefix, String signature, Map<String, Suggestion> found) {
        var name = element.getSimpleName().toString();
        if (!name.startsWith(prefix) || name.isEmpty()) {
            return;
        }
        switch (element.getKind()) {
            case METHOD ->
                put(
                        name,
                        "function",
                        signature != null
                                ? signature
                                : Inspector.signature((ExecutableElement) element, element.asType()),
                        prefix,
                        found);
            case CLASS, ENUM, RECORD -> put(name, "class", "", prefix, found);
            case INTERFACE, ANNOTATION_TYPE -> put(name, "interface", "", prefix, found);
            case PACKAGE -> put(name, "module", "", prefix, found);
            case FIELD, ENUM_CONSTANT -> put(name, "property", TypeText.brief(element.asType()), prefix, found);
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
                put(name, "instance", TypeText.brief(element.asType()), prefix, found);
            default -> {}
        }
    }

    private static void put(String name, String type, String signature, String prefix, Map<String, Suggestion> found) {
        if (name.startsWith(prefix) && !name.equals(Lexer.HOLE)) {
            found.putIfAbsent(name, new Suggestion(name, type, signature));
        }
    }
}
