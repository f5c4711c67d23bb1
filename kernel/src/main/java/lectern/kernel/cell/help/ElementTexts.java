package lectern.kernel.cell.help;

import com.sun.source.util.JavacTask;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import lectern.kernel.cell.source.Memory;

/** What the authors have written about an element: in its cell, in the sources of its library, or where it points to. */
final class ElementTexts {
    /** A comment that hands on to another by a link in its first sentence, such as "As plot, in new axes." */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(?:As|Like|The same as|Equivalent to|See)\\s+(?:in\\s+)?\\{@link(?:plain)?\\s+([\\w.]*)#(\\w+)(\\([^)]*\\))?[^}]*\\}");

    private final Memory memory;
    private final Sources sources;

    ElementTexts(Memory memory, Sources sources) {
        this.memory = memory;
        this.sources = sources;
    }

    /** Comment and source of an element; either is null where there is none. */
    Sources.Text of(JavacTask task, Element element) {
        var own = own(task, element);
        var comment = own.comment() != null ? own.comment() : inherited(task, element);
        var elsewhere = comment == null ? null : elsewhere(task, element, comment);
        return new Sources.Text(elsewhere == null ? comment : comment.strip() + "\n\n" + elsewhere, own.source());
    }

    private Sources.Text own(JavacTask task, Element element) {
        var outer = element;
        Element nested = null;
        while (outer != null
                && outer.getEnclosingElement() != null
                && outer.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            nested = outer;
            outer = outer.getEnclosingElement();
        }
        var comment = task.getElements().getDocComment(element);
        if (!(outer instanceof TypeElement type)) {
            return new Sources.Text(comment, null);
        }
        var found = type.getQualifiedName().toString().startsWith(Memory.PACKAGE + ".")
                ? ofCell(nested, element)
                : sources.of(type, element);
        return new Sources.Text(comment != null ? comment : found.comment(), found.source());
    }

    /** Of a member of a class that stands in a cell. */
    private Sources.Text ofCell(Element nested, Element element) {
        var type =
                nested == null ? null : memory.types.get(nested.getSimpleName().toString());
        return type == null
                ? Sources.Text.NONE
                : Sources.parse(type.chunk().text()).getOrDefault(Sources.key(element), Sources.Text.NONE);
    }

    /** The comment of the method that this one overrides. */
    private String inherited(JavacTask task, Element element) {
        if (!(element instanceof ExecutableElement method)
                || !(element.getEnclosingElement() instanceof TypeElement owner)) {
            return null;
        }
        for (var parent : task.getTypes().directSupertypes(owner.asType())) {
            var type = (TypeElement) ((DeclaredType) parent).asElement();
            for (var other : type.getEnclosedElements()) {
                if (other instanceof ExecutableElement one && task.getElements().overrides(method, one, owner)) {
                    var comment = own(task, one).comment();
                    return comment != null ? comment : inherited(task, one);
                }
            }
        }
        return null;
    }

    private String elsewhere(JavacTask task, Element element, String comment) {
        var link = ELSEWHERE.matcher(comment.strip());
        if (!link.find()) {
            return null;
        }
        var type = type(task, element, link.group(1));
        if (type == null) {
            return null;
        }
        String parameters = link.group(3);
        return task.getElements().getAllMembers(type).stream()
                .filter(one -> one.getSimpleName().contentEquals(link.group(2))
                        && !one.equals(element)
                        && (parameters == null
                                || one instanceof ExecutableElement method
                                        && Sources.parameters(method).equals(Sources.erased(parameters))))
                .map(one -> own(task, one).comment())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A type as a comment names it: this one, one of the same package, or one with its package. */
    private static TypeElement type(JavacTask task, Element element, String name) {
        Element outer = element;
        while (!(outer instanceof TypeElement)) {
            outer = outer.getEnclosingElement();
        }
        if (name.isEmpty()) {
            return (TypeElement) outer;
        }
        var sameRoom = task.getElements().getTypeElement(task.getElements().getPackageOf(element) + "." + name);
        return sameRoom != null ? sameRoom : task.getElements().getTypeElement(name);
    }
}
